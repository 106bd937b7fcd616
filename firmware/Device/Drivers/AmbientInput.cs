using Bms.Core.Sensing;

namespace Bms.Device.Drivers;

/// <summary>Ambient temperature of a thermistor that is pulled up to the supply.</summary>
public sealed class AmbientInput : AnalogInput
{
    private readonly Thermistor _thermistor;
    private readonly SupplyInput _supply;

    /// <summary>Makes the input.</summary>
    /// <param name="thermistor">The bead and its pull-up.</param>
    /// <param name="supply">What it is pulled up to.</param>
    public AmbientInput(Thermistor thermistor, SupplyInput supply)
    {
        _thermistor = thermistor;
        _supply = supply;
    }

    /// <inheritdoc/>
    public override void Take(SensorFrame frame, int voltage_uV, long time_ms)
    {
        int supply_uV = _supply.Supply_uV;
        int temperature_mK = supply_uV > 0 ? _thermistor.Temperature_mK((int)(((long)voltage_uV << 16) / supply_uV)) : 0;
        if (temperature_mK == 0)
        {
            frame.Invalidate(Channel.AmbientTemperature);
            return;
        }

        frame.Set(Channel.AmbientTemperature, temperature_mK, time_ms);
    }
}

using Bms.Core.Sensing;

namespace Bms.Device.Drivers;

/// <summary>Ambient temperature of a thermistor that is pulled up to the supply of the converter.</summary>
public sealed class AmbientInput : AnalogInput
{
    private readonly Thermistor _thermistor;
    private readonly int _reference_uV;

    /// <summary>Makes the input.</summary>
    /// <param name="thermistor">The bead and its pull-up.</param>
    /// <param name="reference_uV">What it is pulled up to, µV, 1 or more; less counts as 1.</param>
    public AmbientInput(Thermistor thermistor, int reference_uV)
    {
        _thermistor = thermistor;
        _reference_uV = reference_uV < 1 ? 1 : reference_uV;
    }

    /// <inheritdoc/>
    public override void Take(SensorFrame frame, int voltage_uV, long time_ms)
    {
        int temperature_mK = _thermistor.Temperature_mK((int)(((long)voltage_uV << 16) / _reference_uV));
        if (temperature_mK == 0)
        {
            frame.Invalidate(Channel.AmbientTemperature);
            return;
        }

        frame.Set(Channel.AmbientTemperature, temperature_mK, time_ms);
    }
}

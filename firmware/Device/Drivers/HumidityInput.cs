using Bms.Core.Sensing;

namespace Bms.Device.Drivers;

/// <summary>Relative humidity of a sensor with an output in proportion to the supply.</summary>
/// <remarks>As of SHT3x-ARP: RH = -12.5 % + 125 % * output / supply. It keeps within 10 % and 90 % of the supply: outside of that
/// a wire is open.</remarks>
public sealed class HumidityInput : AnalogInput
{
    private const int Offset_ppm = -125000;
    private const int Span_ppm = 1250000;
    private const int Reserve_ppm = 20000;

    private readonly SupplyInput _supply;

    /// <summary>Makes the input.</summary>
    /// <param name="supply">What the output is in proportion to.</param>
    public HumidityInput(SupplyInput supply)
    {
        _supply = supply;
    }

    /// <inheritdoc/>
    public override void Take(SensorFrame frame, int voltage_uV, long time_ms)
    {
        int supply_uV = _supply.Supply_uV;
        long humidity_ppm = supply_uV > 0 ? Offset_ppm + ((long)voltage_uV * Span_ppm / supply_uV) : Offset_ppm;
        if (humidity_ppm < -Reserve_ppm || humidity_ppm > 1000000 + Reserve_ppm)
        {
            frame.Invalidate(Channel.Humidity);
            return;
        }

        humidity_ppm = humidity_ppm < 0 ? 0 : humidity_ppm;
        frame.Set(Channel.Humidity, humidity_ppm > 1000000 ? 1000000 : (int)humidity_ppm, time_ms);
    }
}

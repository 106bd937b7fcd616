using Bms.Core.Sensing;

namespace Bms.Device.Drivers;

/// <summary>Relative humidity of a sensor whose output is in proportion to the supply of the converter.</summary>
/// <remarks>As of HIH-4030: output = supply * (0.16 + 0.62 RH). Far outside of that a wire is open.</remarks>
public sealed class HumidityInput : AnalogInput
{
    private const int Zero_ppm = 160000;
    private const int Span_ppm = 620000;
    private const int Reserve_ppm = 100000;

    private readonly int _reference_uV;

    /// <summary>Makes the input.</summary>
    /// <param name="reference_uV">Supply of the sensor, µV, 1 or more; less counts as 1.</param>
    public HumidityInput(int reference_uV)
    {
        _reference_uV = reference_uV < 1 ? 1 : reference_uV;
    }

    /// <inheritdoc/>
    public override void Take(SensorFrame frame, int voltage_uV, long time_ms)
    {
        long output_ppm = voltage_uV * 1000000L / _reference_uV;
        long humidity_ppm = (output_ppm - Zero_ppm) * 1000000 / Span_ppm;
        if (humidity_ppm < -Reserve_ppm || humidity_ppm > 1000000 + Reserve_ppm)
        {
            frame.Invalidate(Channel.Humidity);
            return;
        }

        humidity_ppm = humidity_ppm < 0 ? 0 : humidity_ppm;
        frame.Set(Channel.Humidity, humidity_ppm > 1000000 ? 1000000 : (int)humidity_ppm, time_ms);
    }
}

using Bms.Core.Sensing;

namespace Bms.Device.Drivers;

/// <summary>Hydrogen sulfide of an electrochemical cell behind a transimpedance amplifier.</summary>
/// <remarks>The amplifier's zero lies above ground, so that a negative current is visible: a reading far below zero is an
/// amplifier or a wire that has failed. One at the top of the range counts: there is at least so much.</remarks>
public sealed class GasInput : AnalogInput
{
    // a sound cell's zero current is within ±0.2 ppm
    private const int Lowest_ppb = -2000;

    private readonly int _sensitivity_uVperPpm;
    private readonly int _zero_uV;

    /// <summary>Makes the input.</summary>
    /// <param name="sensitivity_uVperPpm">Cell current times feedback resistor, µV/ppm, 1 or more; less counts as 1.</param>
    /// <param name="zero_uV">Voltage in clean air, µV.</param>
    public GasInput(int sensitivity_uVperPpm, int zero_uV)
    {
        _sensitivity_uVperPpm = sensitivity_uVperPpm < 1 ? 1 : sensitivity_uVperPpm;
        _zero_uV = zero_uV;
    }

    /// <inheritdoc/>
    public override void Take(SensorFrame frame, int voltage_uV, long time_ms)
    {
        long gas_ppb = (voltage_uV - _zero_uV) * 1000L / _sensitivity_uVperPpm;
        if (gas_ppb < Lowest_ppb)
        {
            frame.Invalidate(Channel.Gas);
            return;
        }

        gas_ppb = gas_ppb < 0 ? 0 : gas_ppb;
        frame.Set(Channel.Gas, gas_ppb > 1000000000 ? 1000000000 : (int)gas_ppb, time_ms);
    }
}

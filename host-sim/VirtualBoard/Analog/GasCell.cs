using System;

namespace Bms.VirtualBoard.Analog;

/// <summary>An electrochemical hydrogen sulfide cell with its transimpedance amplifier.</summary>
/// <remarks>
/// 775 nA/ppm on 47 kohm is 36 mV/ppm; t90 below 30 s is a first order of 13 s; repeatability 2 %. Baseline, noise (0.05 ppm) and
/// the temperature's effect on the slope (80 % at -20 °C, 105 % at 50 °C, of another cell) are unconfirmed.
/// </remarks>
/// <param name="world">Where the gas and the temperature come from.</param>
/// <param name="noise">Errors of the cell.</param>
/// <param name="slope_V">V per ppm.</param>
/// <param name="zero_V">V in clean air.</param>
public sealed class GasCell(IAnalogWorld world, NoiseSource noise, double slope_V = 0.036, double zero_V = 0.2) : IVoltageSource
{
    private const double Delay_us = 13e6;

    private readonly double _spread = 1 + (0.02 * noise.Uniform(0));
    private readonly double _baseline_ppm = 0.1 * noise.Uniform(1);
    private double _seen_ppm;
    private long _last_us;

    /// <summary>Whether the cell's circuit is open: the amplifier shows its baseline, without noise.</summary>
    public bool IsOpen { get; set; }

    /// <inheritdoc/>
    public double Voltage(long time_us)
    {
        double passed = Math.Max(0, time_us - _last_us) / Delay_us;
        _last_us = Math.Max(_last_us, time_us);
        _seen_ppm += (world.HydrogenSulfide(time_us) - _seen_ppm) * (1 - Math.Exp(-passed));
        if (IsOpen)
        {
            return zero_V;
        }

        double celsius = world.AmbientTemperature(time_us) - 273.15;
        double slope = slope_V * _spread * (celsius < 20 ? 1 + (0.005 * (celsius - 20)) : 1 + (0.05 / 30 * (celsius - 20)));
        return zero_V + (slope * (_seen_ppm + _baseline_ppm)) + (slope_V * 0.05 * noise.Normal((ulong)time_us + 2));
    }
}

using System;

namespace Bms.VirtualBoard.Analog;

/// <summary>A strain-gauge bridge in the clamp: its signal is a share of its supply.</summary>
/// <remarks>
/// 2 mV/V rated output within 0.1 %, nonlinearity 0.02 % and creep 0.03 % of rated output; zero after taring within 0.02 %, drift of
/// zero 0.05 % per 10 °C and the 7 minutes of the creep are unconfirmed.
/// </remarks>
/// <param name="world">Where the pressure comes from.</param>
/// <param name="number">Number of the load cell.</param>
/// <param name="noise">Errors of the cell.</param>
/// <param name="span_MPa">Clamp pressure at rated output.</param>
public sealed class LoadCell(IAnalogWorld world, int number, NoiseSource noise, double span_MPa = 12)
{
    private const double RatedOutput = 0.002;
    private const double Creep_us = 420e6;

    private readonly double _gain = 1 + (0.001 * noise.Uniform(0));
    private readonly double _zero = 0.0002 * noise.Uniform(1);
    private readonly double _bow = 0.0002 * noise.Uniform(2);
    private readonly double _creep = 0.0003 * noise.Uniform(3);
    private readonly double _drift = 0.00005 * noise.Uniform(4);
    private double _settled;
    private long _last_us;

    /// <summary>What is wrong with it.</summary>
    public LoadCellFault Fault { get; set; }

    /// <summary>Signal over supply, V/V, at an instant; beyond any converter's range if a signal wire is open.</summary>
    public double Ratio(long time_us)
    {
        if (Fault != LoadCellFault.None)
        {
            return Fault == LoadCellFault.Open ? 0.5 : 0;
        }

        double load = world.ClampPressure(number, time_us) / span_MPa;
        double passed = Math.Max(0, time_us - _last_us) / Creep_us;
        _last_us = Math.Max(_last_us, time_us);
        _settled += (load - _settled) * (1 - Math.Exp(-passed));
        double warmth = world.AmbientTemperature(time_us) - 298.15;
        return RatedOutput * ((load * _gain) + _zero + (_bow * 4 * load * (1 - load)) + (_creep * _settled) + (_drift * warmth));
    }
}

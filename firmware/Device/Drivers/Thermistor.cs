using System;

namespace Bms.Device.Drivers;

/// <summary>
/// Temperature of a thermistor with negative coefficient between a tap and ground, pulled up to the reference of the converter.
/// The table is made once with logarithms; a reading interpolates in integers.
/// </summary>
/// <remarks>1/T = 1/298.15 K + ln(R / R25) / B, R = pull-up * ratio / (1 - ratio).</remarks>
public sealed class Thermistor
{
    /// <summary>Temperature below which, or ratio above which, the wire counts as open, mK.</summary>
    public const int Lowest_mK = 213150;

    /// <summary>Temperature above which the wire counts as shorted, mK.</summary>
    public const int Highest_mK = 423150;

    private const int Intervals = 256;
    private const int IntervalShift = 8;
    private const double Reference_K = 298.15;

    // one node every 1/256 of the ratio; the first and the last, where the logarithm has no end, are beyond every reading
    private readonly int[] _temperature_mK = new int[Intervals + 1];

    /// <summary>Makes the table.</summary>
    /// <param name="beta_K">Coefficient B of the bead, K, above 0.</param>
    /// <param name="resistance_ohm">Its resistance at 25 °C, ohm, above 0.</param>
    /// <param name="pullUp_ohm">Pull-up, ohm, above 0.</param>
    public Thermistor(int beta_K, int resistance_ohm, int pullUp_ohm)
    {
        for (int node = 1; node < Intervals; node++)
        {
            double ratio = node / (double)(Intervals - node) * pullUp_ohm / resistance_ohm;
            double inverse = (1 / Reference_K) + (Math.Log(ratio) / beta_K);
            _temperature_mK[node] = inverse > 0.001 ? (int)((1000 / inverse) + 0.5) : 1000000;
        }

        _temperature_mK[0] = int.MaxValue;
    }

    /// <summary>Temperature, mK.</summary>
    /// <param name="ratio_Q16">Tap voltage over pull-up voltage, 2^-16.</param>
    /// <returns>0 where no thermistor can be: open or shorted.</returns>
    public int Temperature_mK(int ratio_Q16)
    {
        int node = ratio_Q16 >> IntervalShift;
        if (node < 1 || node >= Intervals - 1)
        {
            return 0;
        }

        int[] table = _temperature_mK;
        int temperature = table[node] + (((table[node + 1] - table[node]) * (ratio_Q16 & 0xFF)) >> IntervalShift);
        return temperature < Lowest_mK || temperature > Highest_mK ? 0 : temperature;
    }
}

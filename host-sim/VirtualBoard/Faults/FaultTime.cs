using System;
using System.Globalization;

namespace Bms.VirtualBoard.Faults;

/// <summary>Times as people write them: 120s, 2min, 500ms, 1h.</summary>
internal static class FaultTime
{
    private static readonly (string Unit, long Length_us)[] s_units = [("ms", 1_000), ("min", 60_000_000), ("h", 3_600_000_000), ("s", 1_000_000)];

    /// <summary>µs, or -1 if it is no time.</summary>
    internal static long Parse(string text)
    {
        foreach ((string unit, long length_us) in s_units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count)
                && count * length_us < 1e15)
            {
                return (long)Math.Round(count * length_us);
            }
        }

        return -1;
    }

    internal static string Write(long time_us) => time_us % 1_000_000 == 0 ? $"{time_us / 1_000_000}s" : string.Create(CultureInfo.InvariantCulture, $"{time_us / 1000.0}ms");
}

using System;
using System.Globalization;

namespace Bms.Simulation.Results.Charts;

/// <summary>Numbers, times and names as a person reads them.</summary>
internal static class Quantity
{
    /// <summary>A narrow space that does not break: between a number and its unit.</summary>
    public const string Gap = "\u202F";

    /// <summary>A number with a fixed count of decimals and a true minus sign; a dash if it is not finite.</summary>
    public static string Number(double value, int decimals) =>
        double.IsFinite(value)
            ? (Math.Round(value, decimals) + 0.0).ToString("F" + decimals, CultureInfo.InvariantCulture).Replace('-', '\u2212')
            : "–";

    /// <summary>A number with three significant digits.</summary>
    public static string Number(double value) => Number(value, DecimalsFor(value, 3));

    /// <summary>A number and its unit.</summary>
    public static string Of(double value, int decimals, string unit) => unit.Length == 0 ? Number(value, decimals) : Number(value, decimals) + Gap + unit;

    /// <summary>From one number to another, with the unit once.</summary>
    public static string Range(double low, double high, int decimals, string unit)
    {
        string first = Number(low, decimals);
        string second = Number(high, decimals);
        string range = first == second ? first : $"{first} to {second}";
        return unit.Length == 0 ? range : range + Gap + unit;
    }

    /// <summary>Decimals at which a value shows so many significant digits, 0 to 6.</summary>
    public static int DecimalsFor(double value, int significant)
    {
        double magnitude = Math.Abs(value);
        return magnitude > 0 && double.IsFinite(magnitude)
            ? Math.Clamp(significant - 1 - (int)Math.Floor(Math.Log10(magnitude)), 0, 6)
            : 0;
    }

    /// <summary>A stretch of time in its two largest units: <c>45 s</c>, <c>41 min</c>, <c>3 h 12 min</c>.</summary>
    public static string Duration(double seconds)
    {
        if (!double.IsFinite(seconds))
        {
            return "–";
        }

        if (seconds < 59.5)
        {
            return Of(seconds, seconds < 9.95 && seconds != Math.Round(seconds) ? 1 : 0, "s");
        }

        long whole = (long)Math.Round(seconds);
        if (whole < 600)
        {
            return Pair(whole, 60, "min", "s");
        }

        long minutes = (long)Math.Round(seconds / 60);
        return minutes < 60
            ? Of(minutes, 0, "min")
            : minutes < 48 * 60 ? Pair(minutes, 60, "h", "min") : Pair((long)Math.Round(seconds / 3600), 24, "d", "h");
    }

    /// <summary>An instant of a run, h:mm:ss.</summary>
    public static string Clock(double seconds)
    {
        long whole = (long)Math.Floor(Math.Max(0, seconds) + 1e-6);
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}");
    }

    /// <summary>A count and its noun.</summary>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? string.Empty : "s")}");

    /// <summary>A name in camel case as words: <c>PressureLow</c> is <c>pressure low</c>.</summary>
    public static string Words(string name)
    {
        var words = new System.Text.StringBuilder(name.Length + 4);
        for (int k = 0; k < name.Length; k++)
        {
            bool begins = char.IsUpper(name[k]) && (k + 1 == name.Length || !char.IsUpper(name[k + 1]));
            bool acronym = char.IsUpper(name[k]) && !begins;
            if (k > 0 && char.IsUpper(name[k]) && char.IsLower(name[k - 1]))
            {
                words.Append(' ');
            }

            words.Append(begins && !acronym ? char.ToLowerInvariant(name[k]) : name[k]);
        }

        return words.ToString().Replace('_', ' ');
    }

    private static string Pair(long value, long per, string large, string small) =>
        value % per == 0
            ? Of(value / per, 0, large)
            : string.Create(CultureInfo.InvariantCulture, $"{value / per}{Gap}{large} {value % per}{Gap}{small}");
}

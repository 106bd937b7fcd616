using System;
using System.Globalization;

namespace Bms.Cli.Output;

/// <summary>Numbers and times as a terminal shows them.</summary>
internal static class Figure
{
    private const double Absurd = 1e9;   // beyond it digits say nothing

    /// <summary>A number with a fixed count of decimals; a dash if there is none.</summary>
    public static string Number(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return "-";
        }

        return Math.Abs(value) < Absurd
            ? (Math.Round(value, decimals) + 0.0).ToString("F" + decimals, CultureInfo.InvariantCulture)   // + 0.0: no minus before a zero
            : value.ToString("0.0e+0", CultureInfo.InvariantCulture);
    }

    /// <summary>From one number to another.</summary>
    public static string Range(double low, double high, int decimals) =>
        Number(low, decimals) == Number(high, decimals) ? Number(low, decimals) : $"{Number(low, decimals)} to {Number(high, decimals)}";

    /// <summary>A simulated instant, h:mm.</summary>
    public static string Clock(double seconds)
    {
        long minutes = (long)Math.Floor((Math.Max(0, seconds) + 1e-6) / 60);
        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}");
    }

    /// <summary>A stretch of time in the unit that suits it.</summary>
    public static string Duration(double seconds) => Math.Abs(seconds) switch
    {
        < 9.95 => $"{Number(seconds, 1)} s",
        < 600 => $"{Number(seconds, 0)} s",
        < 2 * 3600 => $"{Number(seconds / 60, 0)} min",
        _ => $"{Number(seconds / 3600, 1)} h",
    };

    /// <summary>An amount of energy.</summary>
    public static string Energy(double energy_Wh) => energy_Wh switch
    {
        >= 1000 => $"{Number(energy_Wh / 1000, 2)} kWh",
        0 or >= 1 => $"{Number(energy_Wh, 1)} Wh",
        _ => $"{Number(1000 * energy_Wh, 2)} mWh",
    };
}

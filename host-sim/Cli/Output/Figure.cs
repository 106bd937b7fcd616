using System;
using System.Globalization;

namespace Bms.Cli.Output;

/// <summary>Numbers and times as a terminal shows them.</summary>
internal static class Figure
{
    private const double Absurd = 1e9;   // beyond it digits say nothing
    private const double ZeroCelsius = 273.15;

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

    /// <summary>A number with as many digits as it needs, at most 6 significant ones.</summary>
    public static string Digits(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>A temperature in K, in degrees Celsius.</summary>
    public static double Celsius(double kelvin) => Math.Round(kelvin - ZeroCelsius, 3);

    /// <summary>An amount of charge in Ah, in the unit that suits it.</summary>
    public static string Charge(double charge_Ah) => charge_Ah >= 0.1 ? $"{Number(charge_Ah, 2)} Ah" : $"{Number(1000 * charge_Ah, 2)} mAh";

    /// <summary>A current in A, in the unit that suits it.</summary>
    public static string Current(double current_A) => current_A >= 0.1 ? $"{Number(current_A, 2)} A" : $"{Number(1000 * current_A, 2)} mA";

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

using Bms.Simulation.Results.Charts;

namespace Bms.Simulation.Laboratory;

/// <summary>Quantities of cells as a person reads them, each in the unit that suits it.</summary>
internal static class Text
{
    /// <summary>A charge given in A h.</summary>
    public static string Charge(double charge) => charge >= 0.1 ? Of(charge, "Ah") : Of(1000 * charge, "mAh");

    /// <summary>A current given in A.</summary>
    public static string Current(double current) => current >= 0.1 ? Of(current, "A") : current >= 1e-4 ? Of(1e3 * current, "mA") : Of(1e6 * current, "µA");

    /// <summary>An area resistance given in Ohm m².</summary>
    public static string AreaResistance(double resistance) => Of(1e4 * resistance, "Ω cm²");

    /// <summary>A temperature given in degC.</summary>
    public static string Celsius(double celsius) => Quantity.Of(celsius, Quantity.DecimalsFor(celsius, 0) + (celsius % 1 == 0 ? 0 : 1), "°C");

    /// <summary>A rate, e.g. <c>0.5C</c>.</summary>
    public static string Rate(double rate) => $"{Plain(rate)}C";

    /// <summary>A pressure given in MPa.</summary>
    public static string Pressure(double megapascal) => $"{Plain(megapascal)}{Quantity.Gap}MPa";

    /// <summary>A frequency given in Hz.</summary>
    public static string Frequency(double hertz) => hertz switch
    {
        >= 1e9 => Of(1e-9 * hertz, "GHz"),
        >= 1e6 => Of(1e-6 * hertz, "MHz"),
        >= 1e3 => Of(1e-3 * hertz, "kHz"),
        >= 1 => Of(hertz, "Hz"),
        >= 1e-3 => Of(1e3 * hertz, "mHz"),
        _ => Of(1e6 * hertz, "µHz"),
    };

    /// <summary>A time constant given in s.</summary>
    public static string TimeConstant(double seconds) => seconds switch
    {
        >= 1 => Of(seconds, "s"),
        >= 1e-3 => Of(1e3 * seconds, "ms"),
        >= 1e-6 => Of(1e6 * seconds, "µs"),
        _ => Of(1e9 * seconds, "ns"),
    };

    /// <summary>A number with three significant digits and its unit.</summary>
    public static string Of(double value, string unit) => Quantity.Number(value) + Quantity.Gap + unit;

    /// <summary>A number with no more digits than it was given with.</summary>
    public static string Plain(double value) => value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '\u2212');
}

using System;

namespace Bms.Core.Tests.Benches;

/// <summary>What a person writes, in the units of the channels.</summary>
internal static class Units
{
    private const double ZeroCelsius = 273.15;

    public static int MPa(double megapascal) => (int)Math.Round(megapascal * 1e6);

    public static int Celsius(double degrees) => (int)Math.Round((degrees + ZeroCelsius) * 1000);

    public static int Volt(double volt) => (int)Math.Round(volt * 1e6);

    /// <summary>A share of one, 30 fraction bits.</summary>
    public static int Q30(double share) => (int)Math.Round(share * (1 << 30));
}

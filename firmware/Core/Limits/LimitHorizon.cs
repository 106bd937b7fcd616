namespace Bms.Core.Limits;

/// <summary>The times for which limits are told, by their index.</summary>
/// <remarks>
/// What a current adds to a surface by diffusion grows with the root of time. The factors are those roots against ten seconds,
/// for which the limiters themselves reckon; continuous counts as five minutes, after which a load has been told many times anew.
/// </remarks>
public static class LimitHorizon
{
    /// <summary>Two seconds.</summary>
    public const int TwoSeconds = 0;

    /// <summary>Ten seconds: the limits in force.</summary>
    public const int TenSeconds = 1;

    /// <summary>Thirty seconds.</summary>
    public const int ThirtySeconds = 2;

    /// <summary>Until further notice.</summary>
    public const int Continuous = 3;

    /// <summary>Number of horizons.</summary>
    public const int Count = 4;

    /// <summary>The time of every horizon, ms. Makes a new array: for start-up.</summary>
    public static int[] Times_ms()
    {
        return new int[] { 2000, 10000, 30000, 300000 };
    }

    /// <summary>The root of every horizon's time over ten seconds, 65536 for 1. Makes a new array: for start-up.</summary>
    public static int[] Roots_Q16()
    {
        return new int[] { 29309, 65536, 113512, 358955 };
    }
}

namespace Bms.Plant.Parameters;

/// <summary>Standard deviations of the factors each cell draws for itself.</summary>
public sealed record Spread
{
    /// <summary>Capacity, relative, normal.</summary>
    public required double Capacity { get; init; }

    /// <summary>Resistance, relative, lognormal.</summary>
    public required double Resistance { get; init; }

    /// <summary>Both critical currents with one factor, relative, lognormal.</summary>
    public required double CriticalCurrent { get; init; }

    /// <summary>Contact-loss coefficient a, relative, lognormal.</summary>
    public required double ContactLoss { get; init; }

    /// <summary>Initial state of charge, absolute, normal.</summary>
    public required double InitialStateOfCharge { get; init; }

    /// <summary>Ageing rate, relative, lognormal.</summary>
    public required double AgeingRate { get; init; }
}

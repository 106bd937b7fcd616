namespace Bms.Plant.Parameters;

/// <summary>Standard deviations of the factors each cell draws for itself, and how they hang together.</summary>
/// <remarks>Correlations are of the underlying normal draws, -1..1; 0, the default, leaves them independent.</remarks>
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

    /// <summary>Correlation of resistance with capacity: both follow the weight of the coating.</summary>
    public double CapacityResistance { get; init; }

    /// <summary>Correlation of contact loss with critical current: both follow how well lithium wets the electrolyte.</summary>
    public double CriticalCurrentContactLoss { get; init; }

    /// <summary>Correlation of the ageing rate with contact loss: where less touches, local current and heat are higher.</summary>
    public double ContactLossAgeing { get; init; }

    /// <summary>Standard deviations beyond which a cell is sorted out and replaced; infinity: none is.</summary>
    public double Truncation { get; init; } = double.PositiveInfinity;
}

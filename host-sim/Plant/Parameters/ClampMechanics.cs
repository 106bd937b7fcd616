namespace Bms.Plant.Parameters;

/// <summary>The clamp and what swells in it.</summary>
public sealed record ClampMechanics
{
    /// <summary>Fixture stiffness as seen by one cell, N/m; a clamp of n cells has this divided by n.</summary>
    public required double FixtureStiffness { get; init; }

    /// <summary>Effective through-thickness modulus of the stack, Pa.</summary>
    public required double EffectiveModulus { get; init; }

    /// <summary>Pressure at which the clamp is set, MPa.</summary>
    public required double SetPressure { get; init; }

    /// <summary>State of charge at which the clamp is set, 0..1.</summary>
    public required double SetStateOfCharge { get; init; }

    /// <summary>Temperature at which the clamp is set, K.</summary>
    public required double SetTemperature { get; init; }

    /// <summary>Share of the cathode's volume change that becomes height.</summary>
    public required double CathodeHeightFraction { get; init; }

    /// <summary>Thermal expansion of the stack, 1/K.</summary>
    public required double StackExpansion { get; init; }

    /// <summary>Thermal expansion of the fixture, 1/K.</summary>
    public required double FixtureExpansion { get; init; }

    /// <summary>Share of the creep strain of lithium that leaves the thickness of the stack for its pores and edges; 0: none.</summary>
    public double RelaxingShare { get; init; }
}

namespace Bms.Plant.Parameters;

/// <summary>Power-law creep: epsdot = A (sigma/1 MPa)^n arr(E, T), sigma = min(fraction P, cap).</summary>
public sealed record LithiumCreep
{
    /// <summary>A, 1/s at 1 MPa.</summary>
    public required double Rate { get; init; }

    /// <summary>Stress exponent n.</summary>
    public required double Exponent { get; init; }

    /// <summary>Activation energy, J/mol, relative to <see cref="ReferenceTemperature"/>.</summary>
    public required double Activation { get; init; }

    /// <summary>Reference temperature of the creep rate alone, K.</summary>
    public required double ReferenceTemperature { get; init; }

    /// <summary>Share of the stack pressure that acts as deviatoric stress.</summary>
    public required double DeviatoricFraction { get; init; }

    /// <summary>Highest stress to which the law is continued, MPa.</summary>
    public required double StressCap { get; init; }
}

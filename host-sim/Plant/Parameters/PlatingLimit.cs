namespace Bms.Plant.Parameters;

/// <summary>CCD(P, T, ASR) = reference h(P) arr(E, T) exp(-ASR_contact/scale), at most the ceiling, mA/cm².</summary>
public sealed record PlatingLimit
{
    /// <summary>Critical current density at h = 1 and the reference temperature, mA/cm².</summary>
    public required double Reference { get; init; }

    /// <summary>Pressure factor h over stack pressure (MPa).</summary>
    public required Table PressureFactor { get; init; }

    /// <summary>Activation energy, J/mol.</summary>
    public required double Activation { get; init; }

    /// <summary>How well the activation energy is known: what a controller has to allow for.</summary>
    public Doubt ActivationDoubt { get; init; }

    /// <summary>Ceiling, mA/cm².</summary>
    public required double Ceiling { get; init; }

    /// <summary>How well the ceiling is known.</summary>
    public Doubt CeilingDoubt { get; init; }

    /// <summary>Scale of the contact-resistance penalty, Ohm m².</summary>
    public required double ResistanceScale { get; init; }
}

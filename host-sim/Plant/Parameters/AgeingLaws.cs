namespace Bms.Plant.Parameters;

/// <summary>Interphase growth, calendar and cycle fade.</summary>
public sealed record AgeingLaws
{
    /// <summary>Kind of the interface, which says how its layer grows; by default passivating.</summary>
    public InterfaceKind Interface { get; init; } = InterfaceKind.Passivating;

    /// <summary>Interphase growth constant k0, Ohm m² s^-0.5.</summary>
    public required double InterphaseGrowth { get; init; }

    /// <summary>Activation energy of growth, J/mol (absolute: exp(-E/RT)).</summary>
    public required double InterphaseActivation { get; init; }

    /// <summary>Interphase resistance when new, Ohm m², at the reference temperature.</summary>
    public required double InterphaseInitial { get; init; }

    /// <summary>Activation energy of the interphase's conduction, J/mol.</summary>
    public required double InterphaseResistanceActivation { get; init; }

    /// <summary>Voltage sensitivity of growth, 1/V.</summary>
    public required double InterphaseVoltageSensitivity { get; init; }

    /// <summary>Voltage at which the voltage factor is 1, V.</summary>
    public required double InterphaseReferenceVoltage { get; init; }

    /// <summary>Current sensitivity of growth, per C-rate.</summary>
    public required double InterphaseCurrentSensitivity { get; init; }

    /// <summary>Calendar fade constant kq, s^-0.5.</summary>
    public required double CalendarRate { get; init; }

    /// <summary>Activation energy of calendar fade, J/mol (absolute).</summary>
    public required double CalendarActivation { get; init; }

    /// <summary>Voltage sensitivity of calendar fade, 1/V.</summary>
    public required double CalendarVoltageSensitivity { get; init; }

    /// <summary>Voltage at which the calendar voltage factor is 1, V.</summary>
    public required double CalendarReferenceVoltage { get; init; }

    /// <summary>Fade per equivalent full cycle.</summary>
    public required double CycleRate { get; init; }

    /// <summary>Extra fade at deep charge.</summary>
    public required double CycleDeepFactor { get; init; }

    /// <summary>Stoichiometry below which lattice strain grows.</summary>
    public required double StrainStoichiometry { get; init; }

    /// <summary>Extra fade above 1C, per C-rate.</summary>
    public required double CycleRateFactor { get; init; }
}

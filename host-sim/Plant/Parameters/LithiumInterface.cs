namespace Bms.Plant.Parameters;

/// <summary>The interface of lithium and electrolyte.</summary>
public sealed record LithiumInterface
{
    /// <summary>Contact resistance at the reference pressure on first loading and the reference temperature, Ohm m².</summary>
    public required double ContactResistance { get; init; }

    /// <summary>Pressure at which <see cref="ContactResistance"/> holds, MPa.</summary>
    public required double ContactReferencePressure { get; init; }

    /// <summary>Exponent m on first loading: R = A (P/P_ref)^-m.</summary>
    public required double LoadingExponent { get; init; }

    /// <summary>Exponent m_u below the highest pressure seen: R = A (P_max/P_ref)^-m (P_max/P)^m_u.</summary>
    public required double UnloadingExponent { get; init; }

    /// <summary>Highest pressure seen when new, MPa.</summary>
    public required double FormationPressure { get; init; }

    /// <summary>Pressure below which the law is not continued, MPa.</summary>
    public required double PressureFloor { get; init; }

    /// <summary>Highest contact resistance, Ohm m², before the temperature factor.</summary>
    public required double ResistanceCap { get; init; }

    /// <summary>Activation energy of the contact resistance, J/mol.</summary>
    public required double ContactActivation { get; init; }

    /// <summary>Foils and tabs, Ohm m².</summary>
    public required double SeriesResistance { get; init; }

    /// <summary>Loss of contact per areal charge stripped beyond the stripping limit, a, cm²/(mA s).</summary>
    public required double ContactLoss { get; init; }

    /// <summary>Healing of contact per creep strain, b.</summary>
    public required double ContactHealing { get; init; }

    /// <summary>Lowest contact factor.</summary>
    public required double ContactMinimum { get; init; }

    /// <summary>Contact factor when new.</summary>
    public required double ContactInitial { get; init; }
}

using System.Collections.Generic;

namespace Bms.Plant.Parameters;

/// <summary>
/// Everything the physics of one cell design is computed from, in SI units unless a name says otherwise.
/// Read from a checked parameter file; immutable, so that a perturbed copy is made with <c>with</c>.
/// </summary>
/// <remarks>Pressures are MPa, critical current densities mA/cm², as the field writes them. Activation energies are J/mol,
/// relative to <see cref="ReferenceTemperature"/>: arr(E, T) = exp(E/R (1/T_ref - 1/T)).</remarks>
public sealed record CellParameters
{
    /// <summary>Short name by which the profile is chosen, e.g. <c>pouch-lpscl-nmc</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One line that says what the cell is.</summary>
    public required string Title { get; init; }

    /// <summary>T_ref of every Arrhenius factor unless a block says otherwise, K.</summary>
    public required double ReferenceTemperature { get; init; }

    /// <summary>Size and capacity.</summary>
    public required CellGeometry Cell { get; init; }

    /// <summary>The positive electrode.</summary>
    public required PositiveElectrode Positive { get; init; }

    /// <summary>The lithium electrode.</summary>
    public required NegativeElectrode Negative { get; init; }

    /// <summary>The solid electrolyte between the electrodes.</summary>
    public required Separator Separator { get; init; }

    /// <summary>The electrolyte as a material.</summary>
    public Electrolyte Electrolyte { get; init; } = Electrolyte.Unstated;

    /// <summary>The lithium interface: contact resistance and contact factor.</summary>
    public required LithiumInterface Interface { get; init; }

    /// <summary>Creep of lithium metal.</summary>
    public required LithiumCreep Creep { get; init; }

    /// <summary>Stripping limit.</summary>
    public required StrippingLimit Stripping { get; init; }

    /// <summary>Plating limit (critical current density).</summary>
    public required PlatingLimit Plating { get; init; }

    /// <summary>Growth and healing of the filament index.</summary>
    public required FilamentGrowth Filament { get; init; }

    /// <summary>Interphase growth and fade.</summary>
    public required AgeingLaws Ageing { get; init; }

    /// <summary>What causes that growth and fade.</summary>
    public DegradationLaws Degradation { get; init; } = DegradationLaws.Default;

    /// <summary>What moisture does once the case is breached.</summary>
    public MoistureReaction Moisture { get; init; } = MoistureReaction.None;

    /// <summary>Clamp, stiffness and expansion.</summary>
    public required ClampMechanics Mechanics { get; init; }

    /// <summary>Storage, passage and loss of heat.</summary>
    public required ThermalNodes Thermal { get; init; }

    /// <summary>Operating windows and true constraints.</summary>
    public required OperatingLimits Limits { get; init; }

    /// <summary>Leakage and internal short.</summary>
    public required ShortCircuit Short { get; init; }

    /// <summary>Cell-to-cell spread.</summary>
    public required Spread Spread { get; init; }

    /// <summary>One repeat of the layers, from the positive to the negative collector; empty: not known.</summary>
    public IReadOnlyList<Layer> Layers { get; init; } = [];

    /// <summary>Self-heating; null: the cell never runs away.</summary>
    public ThermalRunaway? Runaway { get; init; }

    /// <summary>Melting of lithium; null: it never melts.</summary>
    public LithiumMelting? Melting { get; init; } = new();

    /// <summary>Fracture of the solid electrolyte; null: it never cracks.</summary>
    public ElectrolyteFracture? ElectrolyteFracture { get; init; }

    /// <summary>Fracture of the active particles; null: they never crack.</summary>
    public ParticleFracture? ParticleFracture { get; init; }
}

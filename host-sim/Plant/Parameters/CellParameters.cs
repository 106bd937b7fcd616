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

    /// <summary>Clamp, stiffness and expansion.</summary>
    public required ClampMechanics Mechanics { get; init; }

    /// <summary>Two-node heat balance.</summary>
    public required ThermalNodes Thermal { get; init; }

    /// <summary>Operating windows and true constraints.</summary>
    public required OperatingLimits Limits { get; init; }

    /// <summary>Leakage and internal short.</summary>
    public required ShortCircuit Short { get; init; }

    /// <summary>Cell-to-cell spread.</summary>
    public required Spread Spread { get; init; }
}

/// <summary>Size and capacity of a cell.</summary>
public sealed record CellGeometry
{
    /// <summary>Rated capacity, A h; 1C is this many ampere.</summary>
    public required double NominalCapacity { get; init; }

    /// <summary>Charge between the stoichiometries <c>x_full</c> and <c>x_empty</c>, A h: state of charge 1 and 0.</summary>
    public required double WindowCapacity { get; init; }

    /// <summary>Number of parallel layers.</summary>
    public required int Layers { get; init; }

    /// <summary>Area of one layer, m².</summary>
    public required double LayerArea { get; init; }

    /// <summary>Thickness of the discharged stack of all layers, m.</summary>
    public required double StackThickness { get; init; }

    /// <summary>All layers together, m².</summary>
    public double TotalArea => Layers * LayerArea;

    /// <summary>The 1C current, A.</summary>
    public double OneC => NominalCapacity;
}

/// <summary>Shape of the diffusion domain of the positive electrode.</summary>
public enum DiffusionGeometry
{
    /// <summary>Spherical particles of a composite electrode.</summary>
    Sphere,

    /// <summary>A dense planar film.</summary>
    Film,
}

/// <summary>The positive electrode: one representative particle or film, and the rails of a composite.</summary>
public sealed record PositiveElectrode
{
    /// <summary>Particle or film.</summary>
    public required DiffusionGeometry Geometry { get; init; }

    /// <summary>Open-circuit potential against lithium over stoichiometry x, V.</summary>
    public required Table OpenCircuitPotential { get; init; }

    /// <summary>dU/dT over x, V/K.</summary>
    public required Table EntropicCoefficient { get; init; }

    /// <summary>Solid diffusivity at the reference temperature over x, m²/s (a film's diffusivity factor included).</summary>
    public required Table Diffusivity { get; init; }

    /// <summary>Relative volume change of the active material over x, against x = 1.</summary>
    public required Table VolumeChange { get; init; }

    /// <summary>Electrode thickness, m.</summary>
    public required double Thickness { get; init; }

    /// <summary>Site concentration, mol/m³.</summary>
    public required double MaximumConcentration { get; init; }

    /// <summary>Stoichiometry at state of charge 1.</summary>
    public required double StoichiometryFull { get; init; }

    /// <summary>Stoichiometry at state of charge 0.</summary>
    public required double StoichiometryEmpty { get; init; }

    /// <summary>Particle radius, or film thickness, m: the length of diffusion.</summary>
    public required double DiffusionLength { get; init; }

    /// <summary>Volume fraction of active material; 1 in a film.</summary>
    public required double ActiveFraction { get; init; }

    /// <summary>Share of the active material that takes part; 1 in a film.</summary>
    public required double Utilisation { get; init; }

    /// <summary>Reaction area per footprint, m²/m²: 3 eps utilisation L/R in a composite, 1 in a film.</summary>
    public required double AreaRatio { get; init; }

    /// <summary>Share of the lithium flux that enters at the electrolyte face of a film; the rest enters at the collector face. 1 for a particle.</summary>
    public required double FluxSplit { get; init; }

    /// <summary>Exchange current density at x = 0.5 and the reference temperature, A/m² of reaction area:
    /// i0 = this · 2 sqrt(x(1-x)) · arr.</summary>
    public required double ExchangeCurrent { get; init; }

    /// <summary>Activation energy of the exchange current, J/mol.</summary>
    public required double ExchangeCurrentActivation { get; init; }

    /// <summary>Activation energy of the diffusivity, J/mol.</summary>
    public required double DiffusivityActivation { get; init; }

    /// <summary>Ionic rail of a composite at the reference temperature, L/(3 sigma_ion_eff), Ohm m²; 0 in a film.
    /// It follows the separator's activation energy.</summary>
    public required double IonicRailResistance { get; init; }

    /// <summary>Electronic rail, L/(3 sigma_el), Ohm m²; 0 in a film.</summary>
    public required double ElectronicRailResistance { get; init; }

    /// <summary>Double-layer capacitance, F/m² of reaction area.</summary>
    public required double DoubleLayerCapacitance { get; init; }
}

/// <summary>The lithium-metal electrode.</summary>
public sealed record NegativeElectrode
{
    /// <summary>Exchange current density at the reference temperature, A/m² of footprint at full contact.</summary>
    public required double ExchangeCurrent { get; init; }

    /// <summary>Activation energy of the exchange current, J/mol.</summary>
    public required double ExchangeCurrentActivation { get; init; }

    /// <summary>Double-layer capacitance, F/m² of footprint.</summary>
    public required double DoubleLayerCapacitance { get; init; }

    /// <summary>Thickness of lithium per areal charge plated, m per mAh/cm².</summary>
    public required double ThicknessPerArealCharge { get; init; }
}

/// <summary>The separator: a layer of solid electrolyte.</summary>
public sealed record Separator
{
    /// <summary>Thickness, m.</summary>
    public required double Thickness { get; init; }

    /// <summary>Ionic conductivity at the reference temperature, S/m.</summary>
    public required double Conductivity { get; init; }

    /// <summary>Activation energy of conduction, J/mol.</summary>
    public required double ConductivityActivation { get; init; }
}

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

/// <summary>j_strip(P, T) = table(P) arr(E, T), at most the ceiling, mA/cm².</summary>
public sealed record StrippingLimit
{
    /// <summary>Limit over stack pressure (MPa) at the reference temperature, mA/cm².</summary>
    public required Table OverPressure { get; init; }

    /// <summary>Activation energy, J/mol.</summary>
    public required double Activation { get; init; }

    /// <summary>Ceiling, mA/cm².</summary>
    public required double Ceiling { get; init; }
}

/// <summary>CCD(P, T, ASR) = reference h(P) arr(E, T) exp(-ASR_contact/scale), at most the ceiling, mA/cm².</summary>
public sealed record PlatingLimit
{
    /// <summary>Critical current density at h = 1 and the reference temperature, mA/cm².</summary>
    public required double Reference { get; init; }

    /// <summary>Pressure factor h over stack pressure (MPa).</summary>
    public required Table PressureFactor { get; init; }

    /// <summary>Activation energy, J/mol.</summary>
    public required double Activation { get; init; }

    /// <summary>Ceiling, mA/cm².</summary>
    public required double Ceiling { get; init; }

    /// <summary>Scale of the contact-resistance penalty, Ohm m².</summary>
    public required double ResistanceScale { get; init; }
}

/// <summary>dF/dt = c max(0, |j|/theta - CCD) [plating] + r_mech(P) arr(creep) min(1, |j|/j_ref); both 0: -heal arr(heal).</summary>
public sealed record FilamentGrowth
{
    /// <summary>c, cm²/(mA s).</summary>
    public required double GrowthRate { get; init; }

    /// <summary>Healing rate at the reference temperature, 1/s.</summary>
    public required double HealingRate { get; init; }

    /// <summary>Activation energy of healing, J/mol.</summary>
    public required double HealingActivation { get; init; }

    /// <summary>Mechanical growth r_mech over stack pressure (MPa), 1/s. Its temperature factor is arr(E_creep, T) relative to the cell's reference temperature.</summary>
    public required Table MechanicalRate { get; init; }

    /// <summary>Current density above which the mechanical rate is full, mA/cm².</summary>
    public required double MechanicalReferenceCurrent { get; init; }
}

/// <summary>Interphase growth, calendar and cycle fade.</summary>
public sealed record AgeingLaws
{
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
}

/// <summary>Core and surface of a cell and the ambient.</summary>
public sealed record ThermalNodes
{
    /// <summary>Heat capacity of the core, J/K.</summary>
    public required double CoreCapacity { get; init; }

    /// <summary>Heat capacity of the surface, J/K.</summary>
    public required double SurfaceCapacity { get; init; }

    /// <summary>Conductance from core to surface, W/K.</summary>
    public required double CoreToSurface { get; init; }

    /// <summary>Conductance from surface to ambient, W/K.</summary>
    public required double SurfaceToAmbient { get; init; }

    /// <summary>Heater power per cell, into the surface, W.</summary>
    public required double HeaterPower { get; init; }
}

/// <summary>Operating windows (firmware) and true constraints (judge).</summary>
public sealed record OperatingLimits
{
    /// <summary>Lowest and highest working voltage, V.</summary>
    public required double VoltageMinimum { get; init; }

    /// <inheritdoc cref="VoltageMinimum"/>
    public required double VoltageMaximum { get; init; }

    /// <summary>Fault thresholds, V.</summary>
    public required double VoltageMinimumHard { get; init; }

    /// <inheritdoc cref="VoltageMinimumHard"/>
    public required double VoltageMaximumHard { get; init; }

    /// <summary>Lowest and highest core temperature, K.</summary>
    public required double TemperatureMinimum { get; init; }

    /// <inheritdoc cref="TemperatureMinimum"/>
    public required double TemperatureMaximum { get; init; }

    /// <summary>Duty window, K: advice, and the heater's target.</summary>
    public required double DutyTemperatureMinimum { get; init; }

    /// <inheritdoc cref="DutyTemperatureMinimum"/>
    public required double DutyTemperatureMaximum { get; init; }

    /// <summary>Warning thresholds of stack pressure, MPa.</summary>
    public required double PressureMinimum { get; init; }

    /// <inheritdoc cref="PressureMinimum"/>
    public required double PressureMaximum { get; init; }

    /// <summary>Fault thresholds of stack pressure, MPa.</summary>
    public required double PressureMinimumHard { get; init; }

    /// <inheritdoc cref="PressureMinimumHard"/>
    public required double PressureMaximumHard { get; init; }

    /// <summary>True constraints of stack pressure, MPa.</summary>
    public required double TruePressureMinimum { get; init; }

    /// <inheritdoc cref="TruePressureMinimum"/>
    public required double TruePressureMaximum { get; init; }

    /// <summary>Terminal ratings, multiples of 1C.</summary>
    public required double DischargeRateMaximum { get; init; }

    /// <inheritdoc cref="DischargeRateMaximum"/>
    public required double ChargeRateMaximum { get; init; }

    /// <summary>Rated current of the pack fuse, A.</summary>
    public required double FuseRatedCurrent { get; init; }

    /// <summary>Melting integral of the fuse above its rated current, A² s.</summary>
    public required double FuseI2t { get; init; }

    /// <summary>Highest discharge rate at which contact holds, over temperature in degC, multiples of 1C.</summary>
    public required Table DischargeRateByTemperature { get; init; }

    /// <summary>Highest charge rate at which contact holds, over temperature in degC, multiples of 1C.</summary>
    public required Table ChargeRateByTemperature { get; init; }

    /// <summary>The static data-sheet rival.</summary>
    public required DatasheetLimits Datasheet { get; init; }
}

/// <summary>Static limits as a data sheet would print them.</summary>
public sealed record DatasheetLimits
{
    /// <summary>Fixed discharge limit, multiples of 1C.</summary>
    public required double Discharge { get; init; }

    /// <summary>Fixed charge limit, multiples of 1C.</summary>
    public required double Charge { get; init; }

    /// <summary>Temperature window, degC.</summary>
    public required double TemperatureMinimum { get; init; }

    /// <inheritdoc cref="TemperatureMinimum"/>
    public required double TemperatureMaximum { get; init; }

    /// <summary>Pressure window, MPa.</summary>
    public required double PressureMinimum { get; init; }

    /// <inheritdoc cref="PressureMinimum"/>
    public required double PressureMaximum { get; init; }
}

/// <summary>G = G_hard ((F - F_soft)/(1 - F_soft))^p above F_soft, in parallel with the terminals; plus the leakage always.</summary>
public sealed record ShortCircuit
{
    /// <summary>Conductance at F = 1, S.</summary>
    public required double HardConductance { get; init; }

    /// <summary>Filament index at which a soft short begins.</summary>
    public required double SoftIndex { get; init; }

    /// <summary>Exponent p.</summary>
    public required double Exponent { get; init; }

    /// <summary>Leakage of a healthy cell, S.</summary>
    public required double Leakage { get; init; }
}

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

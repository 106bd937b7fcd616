using System.Collections.Generic;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Profiles.Reading;

/// <summary>Which term of a parameter file is which parameter of a cell.</summary>
internal static class CellReader
{
    private const double FaradayConstant = 96485.33212;   // C/mol, CODATA 2018
    private const double SecondsPerHour = 3600;

    /// <summary>Reads a cell and checks that its parameters agree with each other.</summary>
    /// <exception cref="BadInputException">Two of them contradict each other.</exception>
    public static CellParameters Read(ParameterFile file, string name)
    {
        IReadOnlyList<Layer> layers = LayerReader.Layers(file);
        CellGeometry geometry = Geometry(file["Cell"], file["Positive electrode"], file["User-defined/Cell"], file["User-defined/Positive electrode"]);
        CellParameters cell = new()
        {
            Name = name,
            Title = file.Title,
            ReferenceTemperature = file.Number("Cell/Reference temperature [K]"),
            Cell = geometry,
            Positive = Positive(file["Positive electrode"], file["Electrolyte"], file["User-defined/Positive electrode"]),
            Negative = NegativeReader.Read(file["User-defined/Negative electrode"], geometry),
            Separator = Separator(file["Separator"], file["Electrolyte"], file["User-defined/Electrolyte"], file["User-defined/Thin-film kinetics"]),
            Electrolyte = ElectrolyteReader.Read(file[ElectrolyteReader.Path]),
            Interface = Interface(file["User-defined/Interface"], file["User-defined/Contact resistance"], file["User-defined/Contact factor"]),
            Creep = Creep(file["User-defined/Lithium"]),
            Stripping = Stripping(file["User-defined/Stripping limit"]),
            Plating = Plating(file["User-defined/Plating limit"]),
            Filament = Filament(file["User-defined/Filament"]),
            Ageing = Ageing(file["User-defined/Interphase"], file["User-defined/Calendar fade"], file["User-defined/Cycle fade"]),
            Degradation = DegradationReader.Causes(file, file.Number("Cell/Upper voltage cut-off [V]")),
            Moisture = DegradationReader.Moisture(file[DegradationReader.MoisturePath]),
            Mechanics = Clamp(file["User-defined/Clamp"]),
            Layers = layers,
            Thermal = ThermalReader.Nodes(file, layers),
            Runaway = ThermalReader.Runaway(file),
            Melting = ThermalReader.Melting(file["User-defined/Lithium"]),
            ElectrolyteFracture = FractureReader.Electrolyte(file),
            ParticleFracture = FractureReader.Particles(file),
            Limits = Limits(file["Cell"], file["User-defined/Limits"], file["User-defined/Data sheet"]),
            Short = Short(file["User-defined/Short circuit"]),
            Spread = Spread(file["User-defined/Spread"]),
        };
        Consistency.Check(file, cell);
        return cell;
    }

    private static CellGeometry Geometry(Group cell, Group positive, Group solid, Group shape)
    {
        double layers = cell["Number of electrode pairs connected in parallel to make a cell"];
        double enhancement = solid.Or("Area enhancement factor", 1);
        double volume = positive["Thickness [m]"] * cell["Electrode area [m2]"] * layers * enhancement;
        double active = volume * positive["Surface area per unit volume [m-1]"] * positive["Particle radius [m]"] / shape["Diffusion dimension"];
        double window = positive["Maximum stoichiometry"] - positive["Minimum stoichiometry"];
        return new CellGeometry
        {
            NominalCapacity = cell["Nominal cell capacity [A.h]"],
            WindowCapacity = FaradayConstant * active * positive["Maximum concentration [mol.m-3]"] * window / SecondsPerHour,
            Layers = (int)layers,
            LayerArea = cell["Electrode area [m2]"],
            AreaEnhancement = enhancement,
            StackThickness = solid["Stack thickness, discharged [m]"],
        };
    }

    private static PositiveElectrode Positive(Group positive, Group electrolyte, Group solid)
    {
        bool film = solid["Diffusion dimension"] == 1;
        return new PositiveElectrode
        {
            Geometry = film ? DiffusionGeometry.Film : DiffusionGeometry.Sphere,
            OpenCircuitPotential = positive.Table("OCP [V]"),
            EntropicCoefficient = positive.Table("Entropic change coefficient [V.K-1]"),
            Diffusivity = positive.Table("Diffusivity [m2.s-1]"),
            VolumeChange = solid.Table("Volume change"),
            Thickness = positive["Thickness [m]"],
            MaximumConcentration = positive["Maximum concentration [mol.m-3]"],
            StoichiometryFull = positive["Minimum stoichiometry"],
            StoichiometryEmpty = positive["Maximum stoichiometry"],
            DiffusionLength = positive["Particle radius [m]"],
            ActiveFraction = positive["Surface area per unit volume [m-1]"] * positive["Particle radius [m]"] / (solid["Diffusion dimension"] * solid["Utilisation"]),
            Utilisation = solid["Utilisation"],
            AreaRatio = positive["Surface area per unit volume [m-1]"] * positive["Thickness [m]"],
            FluxSplit = solid["Flux share at the electrolyte face"],
            ExchangeCurrent = FaradayConstant * positive["Reaction rate constant [mol.m-2.s-1]"] / 2,   // BPX: i0 = F K sqrt(x (1 - x))
            ExchangeCurrentActivation = positive["Reaction rate constant activation energy [J.mol-1]"],
            DiffusivityActivation = positive["Diffusivity activation energy [J.mol-1]"],
            IonicRailResistance = film ? 0 : positive["Thickness [m]"] / (3 * electrolyte["Conductivity [S.m-1]"] * positive["Transport efficiency"]),
            ElectronicRailResistance = film ? 0 : positive["Thickness [m]"] / (3 * positive["Conductivity [S.m-1]"]),
            DoubleLayerCapacitance = solid["Double-layer capacitance [F.m-2]"],
        };
    }

    private static Separator Separator(Group separator, Group electrolyte, Group solid, Group film) => new()
    {
        Thickness = separator["Thickness [m]"],
        Conductivity = electrolyte["Conductivity [S.m-1]"] * separator["Transport efficiency"],
        ConductivityActivation = electrolyte["Conductivity activation energy [J.mol-1]"],
        GeometricCapacitance = film.Or(
            "Geometric capacitance [F.m-2]", Constants.VacuumPermittivity * solid.Or("Relative permittivity", 20) / separator["Thickness [m]"]),
    };

    private static LithiumInterface Interface(Group whole, Group resistance, Group factor) => new()
    {
        ContactResistance = resistance["Resistance at the reference pressure [Ohm.m2]"],
        ContactReferencePressure = resistance["Reference pressure [MPa]"],
        LoadingExponent = resistance["Loading exponent"],
        UnloadingExponent = resistance["Unloading exponent"],
        FormationPressure = resistance["Formation pressure [MPa]"],
        PressureFloor = resistance["Pressure floor [MPa]"],
        ResistanceCap = resistance["Resistance cap [Ohm.m2]"],
        ContactActivation = resistance["Activation energy [J.mol-1]"],
        SeriesResistance = whole["Series resistance [Ohm.m2]"],
        ContactLoss = factor["Loss coefficient [cm2.mA-1.s-1]"],
        ContactHealing = factor["Healing per creep strain"],
        ContactMinimum = factor["Minimum contact factor"],
        ContactInitial = factor["Initial contact factor"],
    };

    private static LithiumCreep Creep(Group lithium) => new()
    {
        Rate = lithium["Creep rate at 1 MPa [s-1]"],
        Exponent = lithium["Creep exponent"],
        Activation = lithium["Creep activation energy [J.mol-1]"],
        ReferenceTemperature = lithium["Creep reference temperature [K]"],
        DeviatoricFraction = lithium["Deviatoric fraction"],
        StressCap = lithium["Stress cap [MPa]"],
    };

    private static StrippingLimit Stripping(Group limit) => new()
    {
        OverPressure = limit.Table("Critical current density [mA.cm-2]"),
        Activation = limit["Activation energy [J.mol-1]"],
        ActivationDoubt = limit.Doubt("Activation energy [J.mol-1]"),
        Ceiling = limit["Ceiling [mA.cm-2]"],
        CeilingDoubt = limit.Doubt("Ceiling [mA.cm-2]"),
    };

    private static PlatingLimit Plating(Group limit) => new()
    {
        Reference = limit["Critical current density [mA.cm-2]"],
        PressureFactor = limit.Table("Pressure factor"),
        Activation = limit["Activation energy [J.mol-1]"],
        ActivationDoubt = limit.Doubt("Activation energy [J.mol-1]"),
        Ceiling = limit["Ceiling [mA.cm-2]"],
        CeilingDoubt = limit.Doubt("Ceiling [mA.cm-2]"),
        ResistanceScale = limit["Resistance scale [Ohm.m2]"],
    };

    private static FilamentGrowth Filament(Group filament) => new()
    {
        GrowthRate = filament["Growth coefficient [cm2.mA-1.s-1]"],
        HealingRate = filament["Healing rate [s-1]"],
        HealingActivation = filament["Healing activation energy [J.mol-1]"],
        MechanicalRate = filament.Table("Mechanical rate [s-1]"),
        MechanicalReferenceCurrent = filament["Mechanical reference current density [mA.cm-2]"],
        DeadShare = filament.Or("Dead share", 0),
    };

    private static AgeingLaws Ageing(Group interphase, Group calendar, Group cycle) => new()
    {
        Interface = DegradationReader.Interface(interphase),
        InterphaseGrowth = interphase["Growth constant [Ohm.m2.s-0.5]"],
        InterphaseActivation = interphase["Growth activation energy [J.mol-1]"],
        InterphaseInitial = interphase["Initial resistance [Ohm.m2]"],
        InterphaseResistanceActivation = interphase["Resistance activation energy [J.mol-1]"],
        InterphaseVoltageSensitivity = interphase["Voltage sensitivity [V-1]"],
        InterphaseReferenceVoltage = interphase["Reference voltage [V]"],
        InterphaseCurrentSensitivity = interphase["Current sensitivity per C-rate"],
        CalendarRate = calendar["Fade constant [s-0.5]"],
        CalendarActivation = calendar["Activation energy [J.mol-1]"],
        CalendarVoltageSensitivity = calendar["Voltage sensitivity [V-1]"],
        CalendarReferenceVoltage = calendar["Reference voltage [V]"],
        CycleRate = cycle["Fade per equivalent full cycle"],
        CycleDeepFactor = cycle["Deep charge factor"],
        StrainStoichiometry = cycle["Strain stoichiometry"],
        CycleRateFactor = cycle["Rate factor per C-rate"],
    };

    private static ClampMechanics Clamp(Group clamp) => new()
    {
        FixtureStiffness = clamp["Fixture stiffness [N.m-1]"],
        EffectiveModulus = clamp["Effective modulus of the stack [Pa]"],
        SetPressure = clamp["Set pressure [MPa]"],
        SetStateOfCharge = clamp["Set state of charge"],
        SetTemperature = clamp["Set temperature [K]"],
        CathodeHeightFraction = clamp["Cathode height fraction"],
        StackExpansion = clamp["Thermal expansion of the stack [K-1]"],
        FixtureExpansion = clamp["Thermal expansion of the fixture [K-1]"],
        RelaxingShare = clamp.Or("Relaxing share of creep", 0),
    };

    private static OperatingLimits Limits(Group cell, Group limits, Group dataSheet) => new()
    {
        VoltageMinimum = cell["Lower voltage cut-off [V]"],
        VoltageMaximum = cell["Upper voltage cut-off [V]"],
        VoltageMinimumHard = limits["Minimum fault voltage [V]"],
        VoltageMaximumHard = limits["Maximum fault voltage [V]"],
        TemperatureMinimum = limits["Minimum core temperature [K]"],
        TemperatureMaximum = limits["Maximum core temperature [K]"],
        DutyTemperatureMinimum = limits["Minimum duty temperature [K]"],
        DutyTemperatureMaximum = limits["Maximum duty temperature [K]"],
        PressureMinimum = limits["Minimum pressure [MPa]"],
        PressureMaximum = limits["Maximum pressure [MPa]"],
        PressureMinimumHard = limits["Minimum fault pressure [MPa]"],
        PressureMaximumHard = limits["Maximum fault pressure [MPa]"],
        TruePressureMinimum = limits["Minimum true pressure [MPa]"],
        TruePressureMaximum = limits["Maximum true pressure [MPa]"],
        DischargeRateMaximum = limits["Maximum discharge rate [h-1]"],
        ChargeRateMaximum = limits["Maximum charge rate [h-1]"],
        FuseRatedCurrent = limits["Fuse rated current [A]"],
        FuseI2t = limits["Fuse melting integral [A2.s]"],
        DischargeRateByTemperature = limits.Table("Discharge rate that holds contact [h-1]"),
        ChargeRateByTemperature = limits.Table("Charge rate that holds contact [h-1]"),
        Datasheet = new DatasheetLimits
        {
            Discharge = dataSheet["Discharge rate [h-1]"],
            Charge = dataSheet["Charge rate [h-1]"],
            TemperatureMinimum = dataSheet["Minimum temperature [degC]"],
            TemperatureMaximum = dataSheet["Maximum temperature [degC]"],
            PressureMinimum = dataSheet["Minimum pressure [MPa]"],
            PressureMaximum = dataSheet["Maximum pressure [MPa]"],
        },
    };

    private static ShortCircuit Short(Group circuit) => new()
    {
        HardConductance = circuit["Hard short conductance [S]"],
        SoftIndex = circuit["Soft short index"],
        Exponent = circuit["Exponent"],
        Leakage = circuit["Leakage conductance [S]"],
    };

    private static Spread Spread(Group spread) => new()
    {
        Capacity = spread["Capacity"],
        Resistance = spread["Resistance"],
        CriticalCurrent = spread["Critical current"],
        ContactLoss = spread["Contact loss"],
        InitialStateOfCharge = spread["Initial state of charge"],
        AgeingRate = spread["Ageing rate"],
        CapacityResistance = spread.Or("Correlation of capacity with resistance", 0),
        CriticalCurrentContactLoss = spread.Or("Correlation of critical current with contact loss", 0),
        ContactLossAgeing = spread.Or("Correlation of contact loss with ageing rate", 0),
        Truncation = spread.Or("Truncation", double.PositiveInfinity),
    };
}

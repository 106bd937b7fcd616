using System;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Bms.Plant.Parameters;

namespace Bms.Plant.Tests.Data;

/// <summary>The sulfide pouch cell: its parameters, and the figures an independent reference computed from the same numbers.</summary>
public static class PouchCell
{
    private static readonly JsonElement _root = Load();

    public static CellParameters Parameters { get; } = Read();

    public static JsonElement Sanity => _root.GetProperty("sanity");

    private static JsonElement Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("pouch-lpscl-nmc.json")
            ?? throw new InvalidOperationException("pouch-lpscl-nmc.json is not embedded");
        return JsonDocument.Parse(stream).RootElement;
    }

    private static JsonElement At(string path) => path.Split('.').Aggregate(_root, (element, key) => element.GetProperty(key));

    private static double Number(string path) => At(path).GetProperty("value").GetDouble();

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetDouble())];

    private static Table Curve(string path, Interpolation interpolation = Interpolation.Linear, string values = "value") =>
        new(Numbers(At(path).GetProperty("nodes")), Numbers(At(path).GetProperty(values)), interpolation);

    private static CellParameters Read() => new()
    {
        Name = _root.GetProperty("profile").GetString()!,
        Title = _root.GetProperty("title").GetString()!,
        ReferenceTemperature = Number("reference_temperature"),
        Cell = new CellGeometry
        {
            NominalCapacity = Number("cell.nominal_capacity"),
            WindowCapacity = Sanity.GetProperty("equilibrium_capacity_Ah").GetDouble(),
            Layers = (int)Number("cell.layers"),
            LayerArea = Number("cell.layer_area"),
            StackThickness = Number("cell.stack_thickness_discharged"),
        },
        Positive = ReadPositive(),
        Negative = new NegativeElectrode
        {
            ExchangeCurrent = Number("negative_electrode.i0_ref"),
            ExchangeCurrentActivation = Number("negative_electrode.i0_activation_energy"),
            DoubleLayerCapacitance = Number("negative_electrode.double_layer_capacitance"),
            ThicknessPerArealCharge = Number("negative_electrode.li_thickness_per_areal_charge"),
        },
        Separator = new Separator
        {
            Thickness = Number("electrolyte.thickness"),
            Conductivity = Number("electrolyte.conductivity_25C"),
            ConductivityActivation = Number("electrolyte.activation_energy"),
        },
        Interface = new LithiumInterface
        {
            ContactResistance = Number("interfaces.contact_resistance.A"),
            ContactReferencePressure = Number("interfaces.contact_resistance.P_ref"),
            LoadingExponent = Number("interfaces.contact_resistance.m"),
            UnloadingExponent = Number("interfaces.contact_resistance.m_unload"),
            FormationPressure = Number("interfaces.contact_resistance.formation_pressure"),
            PressureFloor = Number("interfaces.contact_resistance.pressure_floor"),
            ResistanceCap = Number("interfaces.contact_resistance.resistance_cap"),
            ContactActivation = Number("interfaces.contact_resistance.activation_energy"),
            SeriesResistance = Number("interfaces.series_resistance"),
            ContactLoss = Number("interfaces.contact_factor.a"),
            ContactHealing = Number("interfaces.contact_factor.b"),
            ContactMinimum = Number("interfaces.contact_factor.theta_min"),
            ContactInitial = Number("interfaces.contact_factor.theta_initial"),
        },
        Creep = new LithiumCreep
        {
            Rate = Number("lithium_mechanics.creep_A"),
            Exponent = Number("lithium_mechanics.creep_n"),
            Activation = Number("lithium_mechanics.creep_activation_energy"),
            ReferenceTemperature = Number("lithium_mechanics.creep_reference_temperature"),
            DeviatoricFraction = Number("lithium_mechanics.deviatoric_fraction"),
            StressCap = Number("lithium_mechanics.stress_cap"),
        },
        Stripping = new StrippingLimit
        {
            OverPressure = Curve("critical_currents.stripping.table_25C"),
            Activation = Number("critical_currents.stripping.activation_energy"),
            Ceiling = Number("critical_currents.stripping.ceiling"),
        },
        Plating = new PlatingLimit
        {
            Reference = Number("critical_currents.plating.ccd_ref"),
            PressureFactor = Curve("critical_currents.plating.pressure_factor"),
            Activation = Number("critical_currents.plating.activation_energy"),
            Ceiling = Number("critical_currents.plating.ceiling"),
            ResistanceScale = Number("critical_currents.plating.asr_scale"),
        },
        Filament = new FilamentGrowth
        {
            GrowthRate = Number("critical_currents.filament.c"),
            HealingRate = Number("critical_currents.filament.heal"),
            HealingActivation = Number("critical_currents.filament.heal_activation_energy"),
            MechanicalRate = Curve("critical_currents.filament.mechanical_rate"),
            MechanicalReferenceCurrent = Number("critical_currents.filament.mechanical_reference_current"),
        },
        Ageing = ReadAgeing(),
        Mechanics = new ClampMechanics
        {
            FixtureStiffness = Number("mechanics.fixture_stiffness"),
            EffectiveModulus = Number("mechanics.effective_modulus"),
            SetPressure = Number("mechanics.set_pressure"),
            SetStateOfCharge = Number("mechanics.set_soc"),
            SetTemperature = Number("mechanics.set_temperature"),
            CathodeHeightFraction = Number("mechanics.cathode_height_fraction"),
            StackExpansion = Number("mechanics.thermal_expansion_stack"),
            FixtureExpansion = Number("mechanics.thermal_expansion_fixture"),
        },
        Thermal = new ThermalNodes
        {
            CoreCapacity = Number("thermal.heat_capacity_core"),
            SurfaceCapacity = Number("thermal.heat_capacity_surface"),
            CoreToSurface = Number("thermal.conductance_core_surface"),
            SurfaceToAmbient = Number("thermal.conductance_surface_ambient"),
            HeaterPower = Number("thermal.heater_power"),
        },
        Limits = ReadLimits(),
        Short = new ShortCircuit
        {
            HardConductance = Number("short_circuit.G_hard"),
            SoftIndex = Number("short_circuit.F_soft"),
            Exponent = Number("short_circuit.p"),
            Leakage = Number("short_circuit.leakage_conductance"),
        },
        Spread = new Spread
        {
            Capacity = Number("spread.sigma_capacity"),
            Resistance = Number("spread.sigma_resistance"),
            CriticalCurrent = Number("spread.sigma_ccd"),
            ContactLoss = Number("spread.sigma_contact_a"),
            InitialStateOfCharge = Number("spread.sigma_initial_soc"),
            AgeingRate = Number("spread.sigma_ageing_rate"),
        },
    };

    private static PositiveElectrode ReadPositive()
    {
        double thickness = Number("positive_electrode.thickness");
        double ionic = Number("electrolyte.conductivity_25C") * Number("positive_electrode.electrolyte_fraction")
            / Number("positive_electrode.tortuosity_factor");
        return new PositiveElectrode
        {
            Geometry = DiffusionGeometry.Sphere,
            OpenCircuitPotential = Curve("positive_electrode.open_circuit_potential"),
            EntropicCoefficient = Curve("positive_electrode.entropic_coefficient"),
            Diffusivity = Curve("positive_electrode.diffusivity_25C", Interpolation.LogLinear),
            VolumeChange = Curve("positive_electrode.volume_change"),
            Thickness = thickness,
            MaximumConcentration = Number("positive_electrode.c_max"),
            StoichiometryFull = Number("positive_electrode.x_full"),
            StoichiometryEmpty = Number("positive_electrode.x_empty"),
            DiffusionLength = Number("positive_electrode.particle_radius"),
            ActiveFraction = Number("positive_electrode.active_fraction"),
            Utilisation = Number("positive_electrode.utilisation"),
            AreaRatio = Number("positive_electrode.specific_area_per_footprint"),
            FluxSplit = 1,
            ExchangeCurrent = Number("positive_electrode.i0_ref"),
            ExchangeCurrentActivation = Number("positive_electrode.i0_activation_energy"),
            DiffusivityActivation = Number("positive_electrode.diffusivity_activation_energy"),
            IonicRailResistance = thickness / (3 * ionic),
            ElectronicRailResistance = thickness / (3 * Number("positive_electrode.electronic_conductivity")),
            DoubleLayerCapacitance = Number("positive_electrode.double_layer_capacitance"),
        };
    }

    private static AgeingLaws ReadAgeing() => new()
    {
        InterphaseGrowth = Number("ageing.interphase.k0"),
        InterphaseActivation = Number("ageing.interphase.activation_energy"),
        InterphaseInitial = Number("ageing.interphase.initial"),
        InterphaseResistanceActivation = Number("ageing.interphase.resistance_activation_energy"),
        InterphaseVoltageSensitivity = Number("ageing.interphase.beta_V"),
        InterphaseReferenceVoltage = Number("ageing.interphase.U_ref"),
        InterphaseCurrentSensitivity = Number("ageing.interphase.gamma_i"),
        CalendarRate = Number("ageing.calendar_fade.kq"),
        CalendarActivation = Number("ageing.calendar_fade.activation_energy"),
        CalendarVoltageSensitivity = Number("ageing.calendar_fade.beta_V"),
        CalendarReferenceVoltage = Number("ageing.calendar_fade.U_ref"),
        CycleRate = Number("ageing.cycle_fade.k_cyc"),
        CycleDeepFactor = Number("ageing.cycle_fade.k_deep"),
        StrainStoichiometry = Number("ageing.cycle_fade.x_strain"),
        CycleRateFactor = Number("ageing.cycle_fade.k_rate"),
    };

    private static OperatingLimits ReadLimits()
    {
        double[] temperature = Numbers(At("limits.datasheet_limits.temperature").GetProperty("value"));
        double[] pressure = Numbers(At("limits.datasheet_limits.pressure").GetProperty("value"));
        return new OperatingLimits
        {
            VoltageMinimum = Number("limits.voltage_min"),
            VoltageMaximum = Number("limits.voltage_max"),
            VoltageMinimumHard = Number("limits.voltage_min_hard"),
            VoltageMaximumHard = Number("limits.voltage_max_hard"),
            TemperatureMinimum = Number("limits.temperature_min"),
            TemperatureMaximum = Number("limits.temperature_max"),
            DutyTemperatureMinimum = Number("limits.duty_temperature_min"),
            DutyTemperatureMaximum = Number("limits.duty_temperature_max"),
            PressureMinimum = Number("limits.pressure_min"),
            PressureMaximum = Number("limits.pressure_max"),
            PressureMinimumHard = Number("limits.pressure_min_hard"),
            PressureMaximumHard = Number("limits.pressure_max_hard"),
            TruePressureMinimum = Number("limits.true_pressure_min"),
            TruePressureMaximum = Number("limits.true_pressure_max"),
            DischargeRateMaximum = Number("limits.discharge_rate_max"),
            ChargeRateMaximum = Number("limits.charge_rate_max"),
            FuseRatedCurrent = Number("limits.fuse_rated_current"),
            FuseI2t = Number("limits.fuse_i2t"),
            DischargeRateByTemperature = Curve("limits.rates_by_temperature", values: "discharge"),
            ChargeRateByTemperature = Curve("limits.rates_by_temperature", values: "charge"),
            Datasheet = new DatasheetLimits
            {
                Discharge = Number("limits.datasheet_limits.discharge"),
                Charge = Number("limits.datasheet_limits.charge"),
                TemperatureMinimum = temperature[0],
                TemperatureMaximum = temperature[1],
                PressureMinimum = pressure[0],
                PressureMaximum = pressure[1],
            },
        };
    }
}

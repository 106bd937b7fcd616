using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Parameters;
using Xunit;

namespace Bms.Profiles.Tests;

/// <summary>Every field of every built-in cell has the value that its source gives.</summary>
public class FieldTests
{
    private const double Tolerance = 2e-5;   // some sources print five digits of a figure that the file carries in full

    private static readonly Dictionary<string, CellParameters> _cells = ProfileLibrary.Names.ToDictionary(name => name, ProfileLibrary.Load);

    /// <summary>Field; pouch, thin film, pellet.</summary>
    public static TheoryData<string, double, double, double> Numbers { get; } = new()
    {
        { "ReferenceTemperature", 298.15, 293, 298.15 },
        { "Cell.NominalCapacity", 6, 0.0007, 0.001131 },
        { "Cell.WindowCapacity", 6, 0.00114805, 0.001131 },
        { "Cell.Layers", 20, 1, 1 },
        { "Cell.LayerArea", 0.01, 0.000336, 0.0001131 },
        { "Cell.AreaEnhancement", 1, 1, 1 },
        { "Cell.StackThickness", 0.00273088, 6.49e-5, 0.000250924 },
        { "Cell.TotalArea", 0.2, 0.000336, 0.0001131 },
        { "Cell.OneC", 6, 0.0007, 0.001131 },
        { "Positive.Thickness", 5.6544e-5, 8.08e-6, 2.59243e-5 },
        { "Positive.MaximumConcentration", 51765, 32200, 51765 },
        { "Positive.StoichiometryFull", 0.304628, 0.51, 0.304628 },
        { "Positive.StoichiometryEmpty", 0.955, 1, 0.955 },
        { "Positive.Depths", 6, 6, 6 },
        { "Positive.DiffusionLength", 5.22e-6, 8.08e-6, 2.5e-6 },
        { "Positive.ActiveFraction", 0.6, 1, 0.45 },
        { "Positive.Utilisation", 0.98, 1, 0.95 },
        { "Positive.AreaRatio", 19.108, 1, 13.2992 },
        { "Positive.FluxSplit", 1, 0.807, 1 },
        { "Positive.ExchangeCurrent", 0.11, 4.70148288, 0.311596 },
        { "Positive.ExchangeCurrentActivation", 35000, 39570, 40523.7 },
        { "Positive.DiffusivityActivation", 12047.7, 18550, 12047.7 },
        { "Positive.IonicRailResistance", 0.00100971429, 0, 0.000853474897 },
        { "Positive.ElectronicRailResistance", 1.8848e-5, 0, 8.64143333e-5 },
        { "Positive.DoubleLayerCapacitance", 0.2, 0.0053, 0.2 },
        { "Negative.ExchangeCurrent", 100, 5.75, 257 },
        { "Negative.ExchangeCurrentActivation", 37629.2, 39570, 40523.7 },
        { "Negative.DoubleLayerCapacitance", 0.05, 0.000174, 0.05 },
        { "Negative.ThicknessPerArealCharge", 4.854e-6, 4.854e-6, 4.854e-6 },
        { "Separator.Thickness", 5e-5, 3.62e-6, 0.00015 },
        { "Separator.Conductivity", 0.2, 0.000111043, 0.045 },
        { "Separator.ConductivityActivation", 37629.2, 49600, 40523.7 },
        { "Separator.GeometricCapacitance", 3.54168e-6, 3.24e-5, 2.36112e-6 },
        { "Electrolyte.RelativePermittivity", 20, 19.98, 40 },
        { "Electrolyte.ElectronicConductivity", 1e-7, 1e-12, 1e-6 },
        { "Electrolyte.MobileConcentration", 36700, 39130, 38500 },
        { "Electrolyte.CompactLayer", 1e-9, 1e-9, 1e-9 },
        { "Electrolyte.Pairs.TotalConcentration", double.NaN, 61141, double.NaN },
        { "Electrolyte.Pairs.MobileFraction", double.NaN, 0.64, double.NaN },
        { "Electrolyte.Pairs.Recombination", double.NaN, 8e-7, double.NaN },
        { "Electrolyte.Pairs.RecombinationActivation", double.NaN, 0, double.NaN },
        { "Electrolyte.Pairs.CationDiffusivity", double.NaN, 1.73e-16, double.NaN },
        { "Electrolyte.Pairs.AnionDiffusivity", double.NaN, 5.69e-16, double.NaN },
        { "Electrolyte.Pairs.FreeConcentration", double.NaN, 39130.24, double.NaN },
        { "Electrolyte.Pairs.AnionTransference", double.NaN, 0.766846, double.NaN },
        { "Electrolyte.Pairs.PairDiffusivity", double.NaN, 2.653288e-16, double.NaN },
        { "Electrolyte.Pairs.RelaxationRate", double.NaN, 0.1182603, double.NaN },
        { "Electrolyte.Pairs.ReactionLength", double.NaN, 4.736650e-8, double.NaN },
        { "Electrolyte.Boundaries.ResistanceShare", double.NaN, double.NaN, 0.2 },
        { "Electrolyte.Boundaries.Activation", double.NaN, double.NaN, 40523.7 },
        { "Electrolyte.Boundaries.Capacitance", double.NaN, double.NaN, 0.01 },
        { "Electrolyte.Stability.Reduction", 0, 0.68, 0.05 },
        { "Electrolyte.Stability.Oxidation", 2.01, 2.63, 5 },
        { "Electrolyte.Stability.ExchangeCurrent", 0.01, 0.01, 0.01 },
        { "Electrolyte.Stability.TafelSlope", 0.12, 0.12, 0.12 },
        { "Electrolyte.Stability.Activation", 60000, 60000, 60000 },
        { "Electrolyte.Stability.PassivationCharge", 40, 20, 20 },
        { "Electrolyte.Stability.ThicknessPerCharge", 2.1e-10, 5.3e-11, 2.1e-10 },
        { "Interface.ContactResistance", 0.004953, 0, 0.004 },
        { "Interface.ContactReferencePressure", 5, 1, 5 },
        { "Interface.LoadingExponent", 2.1, 0, 1 },
        { "Interface.UnloadingExponent", 1.18891, 0, 0.5 },
        { "Interface.FormationPressure", 25, 0.1, 20 },
        { "Interface.PressureFloor", 0.05, 0.05, 0.05 },
        { "Interface.ResistanceCap", 0.2, 0, 0.5 },
        { "Interface.ContactActivation", 37629.2, 49600, 40523.7 },
        { "Interface.SeriesResistance", 3e-5, 0.00183, 0.0001 },
        { "Interface.ContactLoss", 0.00014, 0, 0.00028 },
        { "Interface.ContactHealing", 2.4, 0, 4 },
        { "Interface.ContactMinimum", 0.02, 0.02, 0.02 },
        { "Interface.ContactInitial", 1, 1, 1 },
        { "Creep.Rate", 0.0077, 0.0077, 0.0077 },
        { "Creep.Exponent", 6.56, 6.56, 6.56 },
        { "Creep.Activation", 37000, 37000, 37000 },
        { "Creep.ReferenceTemperature", 299.15, 299.15, 299.15 },
        { "Creep.DeviatoricFraction", 0.08, 0.08, 0.08 },
        { "Creep.StressCap", 0.8, 0.8, 0.8 },
        { "Stripping.Activation", 37000, 37000, 37000 },
        { "Stripping.ActivationDoubt.Less", 0, 0, 0 },
        { "Stripping.ActivationDoubt.More", 0.25, 0.25, 0.25 },
        { "Stripping.Ceiling", 10, 20, 10 },
        { "Stripping.CeilingDoubt.Less", 0.25, 0.25, 0.25 },
        { "Stripping.CeilingDoubt.More", 0.25, 0.25, 0.25 },
        { "Plating.Reference", 2, 10, 0.28 },
        { "Plating.Activation", 37629.2, 49600, 48242.5 },
        { "Plating.ActivationDoubt.Less", 0.25, 0.25, 0.25 },
        { "Plating.ActivationDoubt.More", 0.25, 0.1088709677, 0.0778877545 },
        { "Plating.Ceiling", 6, 20, 20 },
        { "Plating.CeilingDoubt.Less", 0.25, 0.25, 0.25 },
        { "Plating.CeilingDoubt.More", 0.25, 0.25, 0 },
        { "Plating.ResistanceScale", 1, 1, 0.028 },
        { "Filament.GrowthRate", 0.0004, 0.0004, 0.004 },
        { "Filament.HealingRate", 2.8e-6, 2.8e-6, 2.8e-6 },
        { "Filament.HealingActivation", 37000, 37000, 37000 },
        { "Filament.MechanicalReferenceCurrent", 0.075, 0.075, 0.075 },
        { "Filament.DeadShare", 0.1, 0.1, 0.1 },
        { "Ageing.InterphaseGrowth", 11960.6, 26163.8, 7475.36 },
        { "Ageing.InterphaseActivation", 60000, 60000, 60000 },
        { "Ageing.InterphaseInitial", 0.0001, 0.0001, 0.0001 },
        { "Ageing.InterphaseResistanceActivation", 37629.2, 49600, 40523.7 },
        { "Ageing.InterphaseVoltageSensitivity", 2, 2, 2 },
        { "Ageing.InterphaseReferenceVoltage", 3.8, 3.8, 3.8 },
        { "Ageing.InterphaseCurrentSensitivity", 0.05, 0.05, 0.05 },
        { "Ageing.CalendarRate", 138160, 138160, 138160 },
        { "Ageing.CalendarActivation", 60000, 60000, 60000 },
        { "Ageing.CalendarVoltageSensitivity", 1.5, 1.5, 1.5 },
        { "Ageing.CalendarReferenceVoltage", 3.8, 3.8, 3.8 },
        { "Ageing.CycleRate", 0.0001, 2e-5, 0.0001 },
        { "Ageing.CycleDeepFactor", 2, 2, 2 },
        { "Ageing.StrainStoichiometry", 0.4, 0.52, 0.4 },
        { "Ageing.CycleRateFactor", 0.5, 0.5, 0.5 },
        { "Degradation.DecompositionResistance", 0.7, 0.9, 0.9 },
        { "Degradation.CarbonResistance", 0.2, 0, 0 },
        { "Degradation.DisorderResistance", 0.1, 0.1, 0.1 },
        { "Degradation.DecompositionCapacity", 0.5, 0.5, 0.5 },
        { "Degradation.DisorderCapacity", 0.5, 0.5, 0.5 },
        { "Degradation.UpperPotential", 4.2, 4.2, 4.2 },
        { "Degradation.LowerPotential", 3.4, 3.4, 3.4 },
        { "Degradation.OxidationSensitivity", 6, 6, 6 },
        { "Degradation.CarbonSensitivity", 10, 10, 10 },
        { "Degradation.OverchargeSensitivity", 8, 8, 8 },
        { "Degradation.OverdischargeSensitivity", 7, 7, 7 },
        { "Degradation.DecompositionRateFactor", 0.5, 0.5, 0.5 },
        { "Moisture.WaterCapacity", 2.49, 0.097, 3.6 },
        { "Moisture.Uptake", 5.9e-5, 7e-8, 4.4e-7 },
        { "Moisture.BreachConductance", 2.5e-7, 2.5e-7, 2.5e-7 },
        { "Moisture.ResistanceGain", 1.1, 0.33, 1.5 },
        { "Moisture.HydrogenSulfide", 0.833, 0, 0 },
        { "Moisture.Phosphine", 0, 0.01, 0 },
        { "Moisture.Ammonia", 0, 0.333, 0 },
        { "Mechanics.FixtureStiffness", 28600000, 1000, 5000000 },
        { "Mechanics.EffectiveModulus", 1.5e9, 1.5e9, 4e9 },
        { "Mechanics.SetPressure", 5, 0.1, 3 },
        { "Mechanics.SetStateOfCharge", 0.5, 0.5, 0.5 },
        { "Mechanics.SetTemperature", 298.15, 298.15, 298.15 },
        { "Mechanics.CathodeHeightFraction", 1, 1, 1 },
        { "Mechanics.StackExpansion", 2.8e-5, 2.8e-5, 1.8e-5 },
        { "Mechanics.FixtureExpansion", 1.2e-5, 1.2e-5, 1.2e-5 },
        { "Thermal.CoreCapacity", 59.2327, 0.0437813, 0.0747746 },
        { "Thermal.SurfaceCapacity", 6.58141, 0.05, 2 },
        { "Thermal.CoreToSurface", 18.4206, 5, 1 },
        { "Thermal.SurfaceToAmbient", 0.25, 0.006, 0.02 },
        { "Thermal.HeaterPower", 10, 0.2, 0.5 },
        { "Thermal.CrossResistance", 0.3085863976, 0.01216402014, 1.144527888 },
        { "Thermal.RadiatingArea", 0.02, 0.000672, 0.002 },
        { "Thermal.Emissivity", 0.85, 0.5, 0.8 },
        { "Thermal.NeighbourConductance", 2, 0, 0 },
        { "Thermal.TabShare", 0.5, 0, 0 },
        { "Negative.Reservoir", 8.240626288, 0.002076637824, 0.01165018541 },
        { "Mechanics.RelaxingShare", 0.001, 0, 0.001 },
        { "Melting.Point", 453.65, 453.65, 453.65 },
        { "Melting.Heat", 3000, 3000, 3000 },
        { "Runaway.Onset", 423.15, 573.15, 523.15 },
        { "Runaway.Activation", 140000, 140000, 140000 },
        { "Runaway.AdiabaticRise", 500, 50, 200 },
        { "ElectrolyteFracture.Toughness", 230000, double.NaN, 1250000 },
        { "ElectrolyteFracture.YoungsModulus", 2.2e10, double.NaN, 1.5e11 },
        { "ElectrolyteFracture.PoissonRatio", 0.3, double.NaN, 0.26 },
        { "ElectrolyteFracture.Flaw", 1e-5, double.NaN, 5e-5 },
        { "ElectrolyteFracture.PressureShare", 0.5, double.NaN, 0.5 },
        { "ElectrolyteFracture.ExpansionMismatch", 9e-6, double.NaN, 1.5e-6 },
        { "ElectrolyteFracture.GrowthRate", 0.001, double.NaN, 0.001 },
        { "ParticleFracture.Toughness", 1e5, 9e5, 1e5 },
        { "ParticleFracture.YoungsModulus", 1.43e11, 1.9e11, 1.43e11 },
        { "ParticleFracture.MatrixModulus", 2.2e10, 7.7e10, 5e10 },
        { "ParticleFracture.PoissonRatio", 0.25, 0.25, 0.25 },
        { "ParticleFracture.Flaw", 1e-7, 1e-7, 1e-7 },
        { "ParticleFracture.Exponent", 2, 2, 2 },
        { "ParticleFracture.GrowthPerCycle", 1e-4, 1e-4, 5e-5 },
        { "Limits.VoltageMinimum", 3, 3, 3 },
        { "Limits.VoltageMaximum", 4.2, 4.2, 4.2 },
        { "Limits.VoltageMinimumHard", 2.5, 2.5, 2.5 },
        { "Limits.VoltageMaximumHard", 4.28, 4.28, 4.28 },
        { "Limits.TemperatureMinimum", 263.15, 263.15, 263.15 },
        { "Limits.TemperatureMaximum", 353.15, 353.15, 353.15 },
        { "Limits.DutyTemperatureMinimum", 298.15, 283.15, 298.15 },
        { "Limits.DutyTemperatureMaximum", 333.15, 323.15, 333.15 },
        { "Limits.PressureMinimum", 2, 0, 1 },
        { "Limits.PressureMaximum", 8, 5, 8 },
        { "Limits.PressureMinimumHard", 0.68, 0, 0.4 },
        { "Limits.PressureMaximumHard", 10, 20, 15 },
        { "Limits.TruePressureMinimum", 0.67, 0, 0.4 },
        { "Limits.TruePressureMaximum", 10, 1000, 15 },
        { "Limits.DischargeRateMaximum", 3, 6, 2 },
        { "Limits.ChargeRateMaximum", 2, 4, 2 },
        { "Limits.FuseRatedCurrent", 24, 0.007, 0.004524 },
        { "Limits.FuseI2t", 2880, 0.000245, 0.000102333 },
        { "Limits.Datasheet.Discharge", 0.13, 2, 0.35 },
        { "Limits.Datasheet.Charge", 0.45, 2, 0.2 },
        { "Limits.Datasheet.TemperatureMinimum", 20, 10, 20 },
        { "Limits.Datasheet.TemperatureMaximum", 60, 50, 60 },
        { "Limits.Datasheet.PressureMinimum", 4, 0, 2.5 },
        { "Limits.Datasheet.PressureMaximum", 7, 5, 5 },
        { "Short.HardConductance", 10, 0.01, 0.02 },
        { "Short.SoftIndex", 0.5, 0.5, 0.5 },
        { "Short.Exponent", 6, 6, 6 },
        { "Short.Leakage", 1.5e-5, 9.28177e-11, 1e-8 },
        { "Spread.Capacity", 0.008, 0.01, 0.008 },
        { "Spread.Resistance", 0.05, 0.05, 0.15 },
        { "Spread.CriticalCurrent", 0.05, 0.05, 0.05 },
        { "Spread.ContactLoss", 0.2, 0.2, 0.2 },
        { "Spread.InitialStateOfCharge", 0.01, 0.01, 0.01 },
        { "Spread.AgeingRate", 0.1, 0.1, 0.1 },
        { "Spread.CapacityResistance", -0.12, 0, 0 },
        { "Spread.CriticalCurrentContactLoss", -0.3, 0, 0 },
        { "Spread.ContactLossAgeing", 0.3, 0, 0 },
        { "Spread.Truncation", 5, double.PositiveInfinity, double.PositiveInfinity },
    };

    /// <summary>Cell, field; nodes, first and last node, first and last value, sum of the values.</summary>
    public static TheoryData<string, string, int, double, double, double, double, double> Tables { get; } = new()
    {
        { "pouch-lpscl-nmc", "Positive.OpenCircuitPotential", 121, 0.2, 1, 4.468983, 1.64221, 446.352868 },
        { "thin-film-lipon-lco", "Positive.OpenCircuitPotential", 106, 0.45, 1.002, 4.28, 2.5, 402.693767 },
        { "pellet-llzo-nmc", "Positive.OpenCircuitPotential", 121, 0.2, 1, 4.468983, 1.64221, 446.352868 },
        { "pouch-lpscl-nmc", "Positive.EntropicCoefficient", 41, 0.2, 1, 3.81423e-8, -1.12534e-5, -0.000738726074 },
        { "thin-film-lipon-lco", "Positive.EntropicCoefficient", 45, 0.45, 1, -0.000164361, -0.000474282, -0.01794919 },
        { "pellet-llzo-nmc", "Positive.EntropicCoefficient", 41, 0.2, 1, 3.81423e-8, -1.12534e-5, -0.000738726074 },
        { "pouch-lpscl-nmc", "Positive.Diffusivity", 81, 0.2, 1, 2.78768e-14, 6.04927e-15, 5.729667e-13 },
        { "thin-film-lipon-lco", "Positive.Diffusivity", 67, 0.45, 1.002, 1.27506e-13, 4.842e-15, 4.84782465e-12 },
        { "pellet-llzo-nmc", "Positive.Diffusivity", 81, 0.2, 1, 2.78768e-14, 6.04927e-15, 5.729667e-13 },
        { "pouch-lpscl-nmc", "Positive.VolumeChange", 33, 0.2, 1, -0.062, 0, -0.55695677 },
        { "thin-film-lipon-lco", "Positive.VolumeChange", 3, 0.45, 1, 0.022, 0, 0.042 },
        { "pellet-llzo-nmc", "Positive.VolumeChange", 33, 0.2, 1, -0.062, 0, -0.55695677 },
        { "pouch-lpscl-nmc", "Stripping.OverPressure", 13, 0, 14, 0.280453, 4.41502, 14.572485 },
        { "thin-film-lipon-lco", "Stripping.OverPressure", 2, 0, 10, 10, 10, 20 },
        { "pellet-llzo-nmc", "Stripping.OverPressure", 11, 0, 10, 0.05, 1.60704, 6.0743855 },
        { "pouch-lpscl-nmc", "Plating.PressureFactor", 9, 0, 75, 0.1, 0, 5.15 },
        { "thin-film-lipon-lco", "Plating.PressureFactor", 2, 0, 10, 1, 1, 2 },
        { "pellet-llzo-nmc", "Plating.PressureFactor", 8, 0, 50, 1, 0.5, 8.9 },
        { "pouch-lpscl-nmc", "Filament.MechanicalRate", 11, 0, 75, 0, 1, 1.00293955 },
        { "thin-film-lipon-lco", "Filament.MechanicalRate", 2, 0, 50, 0, 0, 0 },
        { "pellet-llzo-nmc", "Filament.MechanicalRate", 5, 0, 100, 0, 0.0001, 0.0001011 },
        { "pouch-lpscl-nmc", "Limits.DischargeRateByTemperature", 5, -10, 60, 0.022, 0.79, 1.462 },
        { "thin-film-lipon-lco", "Limits.DischargeRateByTemperature", 5, -10, 60, 0.5, 6, 18.5 },
        { "pellet-llzo-nmc", "Limits.DischargeRateByTemperature", 5, -10, 60, 0.06, 1, 2.72 },
        { "pouch-lpscl-nmc", "Limits.ChargeRateByTemperature", 5, -10, 60, 0.07, 1, 2.84 },
        { "thin-film-lipon-lco", "Limits.ChargeRateByTemperature", 5, -10, 60, 0.5, 4, 14.5 },
        { "pellet-llzo-nmc", "Limits.ChargeRateByTemperature", 5, -10, 60, 0.009, 1, 2.249 },
    };

    [Theory, MemberData(nameof(Numbers))]
    public void Number_equals_its_source(string field, double pouch, double film, double pellet)
    {
        AssertClose(pouch, Number("pouch-lpscl-nmc", field));
        AssertClose(film, Number("thin-film-lipon-lco", field));
        AssertClose(pellet, Number("pellet-llzo-nmc", field));
    }

    [Theory, MemberData(nameof(Tables))]
    public void Table_equals_its_source(string cell, string field, int nodes, double firstNode, double lastNode, double firstValue, double lastValue, double sum)
    {
        Table table = (Table)Fields.Of(_cells[cell])[field];

        Assert.Equal(nodes, table.Nodes.Length);
        AssertClose(firstNode, table.Nodes[0]);
        AssertClose(lastNode, table.Nodes[^1]);
        AssertClose(firstValue, table.ValueAtNode(0));
        AssertClose(lastValue, table.ValueAtNode(nodes - 1));
        AssertClose(sum, Enumerable.Range(0, nodes).Sum(table.ValueAtNode));
    }

    [Fact]
    public void No_field_is_left_out()
    {
        IEnumerable<string> tested = Numbers.Select(row => row.Data.Item1).Concat(Tables.Select(row => row.Data.Item2)).Distinct();

        IEnumerable<string> fields = _cells.Values.SelectMany(cell => Fields.Of(cell).Keys).Distinct();
        Assert.Equal(fields.Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("pouch-lpscl-nmc", DiffusionGeometry.Sphere)]
    [InlineData("pellet-llzo-nmc", DiffusionGeometry.Sphere)]
    [InlineData("thin-film-lipon-lco", DiffusionGeometry.Film)]
    public void Geometry_and_names_are_the_cells(string name, DiffusionGeometry geometry)
    {
        CellParameters cell = ProfileLibrary.Load(name);

        Assert.Equal(geometry, cell.Positive.Geometry);
        Assert.Equal(name, cell.Name);
        Assert.StartsWith("Li | ", cell.Title);
        Assert.Equal(Interpolation.LogLinear, cell.Positive.Diffusivity.Interpolation);
        Assert.Equal(Interpolation.Linear, cell.Positive.OpenCircuitPotential.Interpolation);
    }

    // A field of a part that a cell does not have is no number.
    private static double Number(string cell, string field) => Fields.Of(_cells[cell]).TryGetValue(field, out object? value) ? Convert.ToDouble(value) : double.NaN;

    private static void AssertClose(double expected, double actual) =>
        Assert.True(actual.Equals(expected) || Math.Abs(actual - expected) <= Tolerance * Math.Abs(expected), $"expected {expected}, got {actual}");
}

using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Limits;
using Bms.Plant.Electrolytes;
using Bms.Plant.Parameters;

namespace Bms.Profiles;

/// <summary>
/// Builds the fixed-point cell profile the firmware loads from a checked set of cell parameters: one field after the other,
/// each with the scale of its row in <see cref="ProfileTable"/>.
/// </summary>
public static class FirmwareImage
{
    private const double GasConstant = 8.314462618;
    private const double Faraday = 96485.33212;
    private const double Horizon = 10;

    // the firmware's own margin for the spread of cells, unless a setting changes it
    private const double SpreadDeviations = CriticalCurrentMargin.Deviations_Q8 / 256.0;

    // Where a law knows no end, the firmware's numbers do, on the safe side: no current comes near 100C, and half a minute heals at once.
    private const double HighestRate = 100;
    private const double FastestHealing = 0.03;

    /// <summary>The image of a cell.</summary>
    /// <exception cref="BadInputException">A parameter does not fit the firmware's scales.</exception>
    public static byte[] Build(CellParameters cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        SortedDictionary<int, int[]> fields = Fields(cell);
        RefuseCut(cell, fields);
        byte[] image = Encode(fields);
        ProfileImage check = ProfileImage.Read(image);
        return check.Error == ProfileError.None ? image : throw ImageFile.Refusal($"{cell.Name}: not for the firmware", check);
    }

    /// <summary>Refuses values that ended at the end of their field. Tables over temperature may, outside the cell's window.</summary>
    private static void RefuseCut(CellParameters cell, SortedDictionary<int, int[]> fields)
    {
        foreach (ProfileRow row in ProfileTable.Rows())
        {
            int[] values = fields[row.Number];
            int nodes = row.FewestValues;
            bool isOverTemperature = nodes is Grid.TemperatureNodes or Grid.FineTemperatureNodes;
            bool isWide = row.Lowest == int.MinValue;   // two words, each of any value
            for (int k = 0; k < values.Length; k++)
            {
                bool isCut = !isWide && values[k] is int.MaxValue or -int.MaxValue;
                if (isCut && !(isOverTemperature && IsOutside(cell.Limits, Temperature(k - 1, nodes), Temperature(k + 1, nodes))))
                {
                    string where = isOverTemperature ? $" at {Temperature(k, nodes)} K" : values.Length > 1 ? $" at its value {k}" : string.Empty;
                    throw new BadInputException($"{cell.Name}: not for the firmware", $"'{row.Name}'{where} is too large", $"less than {int.MaxValue} {row.Unit}");
                }
            }
        }
    }

    /// <summary>Whether nothing between two temperatures lies in the cell's window.</summary>
    private static bool IsOutside(OperatingLimits limits, double low, double high) => high <= limits.TemperatureMinimum || low >= limits.TemperatureMaximum;

    private static SortedDictionary<int, int[]> Fields(CellParameters cell)
    {
        PositiveElectrode positive = cell.Positive;
        double area = cell.Cell.TotalArea;
        double oneC = Math.Round(cell.Cell.OneC * 1e6) / 1e6;         // A, in whole µA: the unit of the firmware's rates
        double density = oneC / area;                                 // A/m2 at 1C
        double densityField = density / 10;                           // mA/cm2 at 1C
        double window = positive.StoichiometryEmpty - positive.StoichiometryFull;
        double windowCharge = cell.Cell.WindowCapacity * 3.6e12;      // uA ms
        double siteCharge = windowCharge / window;
        double sourcePerSecond = oneC * 1e9 / siteCharge;             // share of the sites a second at 1C
        GradedGrid grid = GradedGrid.For(positive.Geometry);
        double Arrhenius(double energy, double temperature) => ArrheniusFrom(energy, temperature, cell.ReferenceTemperature);
        double Mobility(double x) => positive.Diffusivity.At(x) / (positive.DiffusionLength * positive.DiffusionLength);
        double fluxShare = positive.Geometry == DiffusionGeometry.Sphere ? 1.0 / 3 : positive.FluxSplit;
        double[] nodes = StoichiometryNodes.Of(positive);
        LithiumInterface contact = cell.Interface;
        double Rate(double criticalCurrent) => Math.Min(criticalCurrent / densityField, HighestRate) * Q(24);
        double ContactPressure(double pressure) => Math.Max(pressure, contact.PressureFloor) / contact.ContactReferencePressure;

        // below the formation pressure there is no first loading: there the factor goes on as unloading from it
        double FirstLoading(double pressure) => Math.Pow(ContactPressure(pressure), -contact.UnloadingExponent)
            * Math.Pow(ContactPressure(Math.Max(pressure, contact.FormationPressure)), contact.UnloadingExponent - contact.LoadingExponent);
        LithiumCreep creep = cell.Creep;
        AgeingLaws ageing = cell.Ageing;
        double interphase = ageing.Interface == InterfaceKind.Stable ? 0 : ageing.InterphaseGrowth;   // a straight line is left to the estimator

        return new SortedDictionary<int, int[]>
        {
            [ProfileField.OneC] = One(oneC * 1e6),
            [ProfileField.WindowCharge] = Wide(windowCharge),
            [ProfileField.SiteCharge] = Wide(siteCharge),
            [ProfileField.StoichiometryFull] = One(positive.StoichiometryFull * Q(30)),
            [ProfileField.StoichiometryEmpty] = One(positive.StoichiometryEmpty * Q(30)),
            [ProfileField.ReferenceTemperature] = One(cell.ReferenceTemperature * 1000),

            [ProfileField.VolumeFraction] = Fractions(grid.Fractions),
            [ProfileField.FaceConductance] = Many(grid.FaceConductances, Q(16)),
            [ProfileField.InnerFluxShare] = One(positive.Geometry == DiffusionGeometry.Sphere ? 0 : (1 - positive.FluxSplit) * Q(30)),
            [ProfileField.SurfaceDistance] = One(grid.SurfaceDistance * Q(30)),
            [ProfileField.Diffusivity] = OverStoichiometry(x => Mobility(x) * Q(33)),
            [ProfileField.DiffusionTemperature] = OverFineTemperature(t => Arrhenius(positive.DiffusivityActivation, t) * Q(20)),
            [ProfileField.HorizonResponse] = OverStoichiometry(x => 2 * fluxShare * sourcePerSecond * Math.Sqrt(Horizon / (Math.PI * Mobility(x))) * Q(30)),
            [ProfileField.HorizonTemperature] = OverTemperature(t => Q(16) / Math.Sqrt(Arrhenius(positive.DiffusivityActivation, t))),

            [ProfileField.Stoichiometry] = Many(nodes, Q(30)),
            [ProfileField.OpenCircuit] = Many(nodes.Select(positive.OpenCircuitPotential.At), 1e6),
            [ProfileField.Entropic] = Many(nodes.Select(positive.EntropicCoefficient.At), 1e3 * Q(20)),
            [ProfileField.KineticShape] = Many(nodes.Select(StoichiometryNodes.KineticShape), Q(16)),
            [ProfileField.StoichiometryIndex] = Index(nodes),

            [ProfileField.PositiveDrive] = OverFineTemperature(t => density / (2 * positive.ExchangeCurrent * Arrhenius(positive.ExchangeCurrentActivation, t) * positive.AreaRatio) * Q(16)),
            [ProfileField.NegativeDrive] = OverFineTemperature(t => density / (2 * cell.Negative.ExchangeCurrent * Arrhenius(cell.Negative.ExchangeCurrentActivation, t)) * Q(16)),
            [ProfileField.OhmicDrop] = OverFineTemperature(t => density * OhmicResistance(cell, t) * 1e6 * Q(8)),
            [ProfileField.ContactDrop] = OverFineTemperature(t => density * contact.ContactResistance / Arrhenius(contact.ContactActivation, t) * 1e6 * Q(8)),
            [ProfileField.ContactLoading] = OverPressure(p => FirstLoading(p) * Q(16)),
            [ProfileField.ContactUnloading] = OverPressure(p => Math.Pow(ContactPressure(p), -contact.UnloadingExponent) * Q(16)),
            [ProfileField.ContactCap] = One(contact.ContactResistance > 0 ? contact.ResistanceCap / contact.ContactResistance * Q(16) : Q(16)),
            [ProfileField.FormationPressure] = One(Math.Min(contact.FormationPressure * 1e6, 33e6)),

            [ProfileField.StrippingPressure] = OverPressure(p => Rate(cell.Stripping.OverPressure.At(p))),
            [ProfileField.StrippingTemperature] = OverTemperature(t => Arrhenius(cell.Stripping.Activation, t) * Q(16)),
            [ProfileField.StrippingCeiling] = One(Rate(cell.Stripping.Ceiling)),
            [ProfileField.StrippingReliance] = OverTemperature(t => Reliance(cell, cell.Stripping.Activation, cell.Stripping.ActivationDoubt, t) * Q(16)),
            [ProfileField.StrippingReliableCeiling] = One(Rate(cell.Stripping.Ceiling * Kept(cell, cell.Stripping.CeilingDoubt.Less))),
            [ProfileField.PlatingPressure] = OverPressure(p => Rate(cell.Plating.Reference * cell.Plating.PressureFactor.At(p))),
            [ProfileField.PlatingTemperature] = OverTemperature(t => Arrhenius(cell.Plating.Activation, t) * Q(16)),
            [ProfileField.PlatingCeiling] = One(Rate(cell.Plating.Ceiling)),
            [ProfileField.PlatingReliance] = OverTemperature(t => Reliance(cell, cell.Plating.Activation, cell.Plating.ActivationDoubt, t) * Q(16)),
            [ProfileField.PlatingReliableCeiling] = One(Rate(cell.Plating.Ceiling * Kept(cell, cell.Plating.CeilingDoubt.Less))),
            [ProfileField.CriticalCurrentSpread] = One(cell.Spread.CriticalCurrent * 1e6),
            [ProfileField.PlatingDecay] = One(Q(44) / (cell.Plating.ResistanceScale * density * 1e6)),

            [ProfileField.ContactLoss] = One(contact.ContactLoss * densityField * Q(30)),
            [ProfileField.ContactHealing] = OverPressure(p => Math.Min(contact.ContactHealing * creep.Rate * Math.Pow(Math.Min(creep.DeviatoricFraction * p, creep.StressCap), creep.Exponent), FastestHealing) * Q(36)),
            [ProfileField.CreepTemperature] = OverTemperature(t => ArrheniusFrom(creep.Activation, t, creep.ReferenceTemperature) * Q(16)),
            [ProfileField.ContactMinimum] = One(contact.ContactMinimum * Q(30)),
            [ProfileField.ContactInitial] = One(contact.ContactInitial * Q(30)),
            [ProfileField.FilamentGrowth] = One(cell.Filament.GrowthRate * densityField * Q(30)),
            [ProfileField.FilamentMechanical] = OverPressure(p => cell.Filament.MechanicalRate.At(p) * Q(40)),
            [ProfileField.FilamentHealing] = OverTemperature(t => cell.Filament.HealingRate * Arrhenius(cell.Filament.HealingActivation, t) * Q(40)),
            [ProfileField.FilamentFullRate] = One(cell.Filament.MechanicalReferenceCurrent / densityField * Q(24)),
            [ProfileField.FilamentTemperature] = OverTemperature(t => Arrhenius(creep.Activation, t) * Q(16)),

            [ProfileField.CoreCapacity] = One(cell.Thermal.CoreCapacity * 1e6),
            [ProfileField.SurfaceCapacity] = One(cell.Thermal.SurfaceCapacity * 1e6),
            [ProfileField.CoreToSurface] = One(cell.Thermal.CoreToSurface * 1e6),
            [ProfileField.SurfaceToAmbient] = One(cell.Thermal.SurfaceToAmbient * 1e6),
            [ProfileField.HeaterPower] = One(cell.Thermal.HeaterPower * 1e6),
            [ProfileField.SwellPressure] = OverStoichiometry(x => SwellPressure(cell, x)),
            [ProfileField.ThermalPressure] = One((cell.Mechanics.StackExpansion - cell.Mechanics.FixtureExpansion) * cell.Cell.StackThickness / Compliance(cell) * Q(8)),

            [ProfileField.VoltageMinimum] = One(cell.Limits.VoltageMinimum * 1e6),
            [ProfileField.VoltageMaximum] = One(cell.Limits.VoltageMaximum * 1e6),
            [ProfileField.VoltageMinimumHard] = One(cell.Limits.VoltageMinimumHard * 1e6),
            [ProfileField.VoltageMaximumHard] = One(cell.Limits.VoltageMaximumHard * 1e6),
            [ProfileField.TemperatureMinimum] = One(cell.Limits.TemperatureMinimum * 1000),
            [ProfileField.TemperatureMaximum] = One(cell.Limits.TemperatureMaximum * 1000),
            [ProfileField.DutyTemperatureMinimum] = One(cell.Limits.DutyTemperatureMinimum * 1000),
            [ProfileField.DutyTemperatureMaximum] = One(cell.Limits.DutyTemperatureMaximum * 1000),
            [ProfileField.PressureMinimum] = One(cell.Limits.PressureMinimum * 1e6),
            [ProfileField.PressureMinimumHard] = One(cell.Limits.PressureMinimumHard * 1e6),
            [ProfileField.PressureMaximum] = OverTemperature(t => HighestEasyPressure(cell, t) * 1e6),
            [ProfileField.PressureMaximumHard] = One(cell.Limits.PressureMaximumHard * 1e6),
            [ProfileField.DischargeRateMaximum] = One(cell.Limits.DischargeRateMaximum * Q(24)),
            [ProfileField.ChargeRateMaximum] = One(cell.Limits.ChargeRateMaximum * Q(24)),
            [ProfileField.FuseRatedCurrent] = One(cell.Limits.FuseRatedCurrent * 1e6),
            [ProfileField.FuseMelting] = One(cell.Limits.FuseI2t * 1000 / (cell.Cell.OneC * cell.Cell.OneC)),
            [ProfileField.Leakage] = One(cell.Short.Leakage * Q(40)),

            [ProfileField.InterphaseGrowth] = One(Growth(interphase * density * 1e6 * Q(10), ageing.InterphaseVoltageSensitivity, ageing.InterphaseReferenceVoltage) * Q(16)),
            [ProfileField.InterphaseActivation] = One(2 * Doubling(ageing.InterphaseActivation) * Q(8)),
            [ProfileField.InterphaseVoltage] = One(2 * ageing.InterphaseVoltageSensitivity / Math.Log(2) * Q(16)),
            [ProfileField.InterphaseCurrent] = One(ageing.InterphaseCurrentSensitivity * Q(16)),
            [ProfileField.InterphaseConduction] = One(Doubling(ageing.InterphaseResistanceActivation) * Q(8)),
            [ProfileField.CalendarFade] = One(Growth(ageing.CalendarRate * Q(30), ageing.CalendarVoltageSensitivity, ageing.CalendarReferenceVoltage) * Q(16)),
            [ProfileField.CalendarActivation] = One(2 * Doubling(ageing.CalendarActivation) * Q(8)),
            [ProfileField.CalendarVoltage] = One(2 * ageing.CalendarVoltageSensitivity / Math.Log(2) * Q(16)),
            [ProfileField.CycleFade] = One(ageing.CycleRate * oneC / (2 * cell.Cell.WindowCapacity * 3.6e6) * Q(60)),
            [ProfileField.CycleDepth] = One(ageing.CycleDeepFactor > 0 ? ageing.CycleDeepFactor / ageing.StrainStoichiometry * Q(16) : 0),
            [ProfileField.CycleStrain] = One(ageing.StrainStoichiometry * Q(30)),
            [ProfileField.CycleRate] = One(ageing.CycleRateFactor * Q(16)),
        };
    }

    /// <summary>A temperature factor as low as the doubt about its activation energy leaves it, with <see cref="Kept"/>.</summary>
    private static double Reliance(CellParameters cell, double energy, Doubt doubt, double temperature)
    {
        double believed = ArrheniusFrom(energy, temperature, cell.ReferenceTemperature);
        double pessimistic = ArrheniusFrom(energy * (temperature < cell.ReferenceTemperature ? 1 + doubt.More : 1 - doubt.Less), temperature, cell.ReferenceTemperature);
        return believed * Kept(cell, 1 - (pessimistic / believed));
    }

    /// <summary>
    /// What is left of a critical current for a doubt about one of its constants, beside the margin for the spread of the cells that
    /// the firmware keeps: the two are independent, so they add as squares.
    /// </summary>
    private static double Kept(CellParameters cell, double doubt)
    {
        double spread = Math.Min(SpreadDeviations * cell.Spread.CriticalCurrent, 0.8);
        return Math.Max(0, 1 - Math.Sqrt((spread * spread) + (doubt * doubt))) / (1 - spread);
    }

    /// <summary>Separator, rails, interphase and series resistance at a temperature, Ohm m².</summary>
    private static double OhmicResistance(CellParameters cell, double temperature)
    {
        double ionic = ArrheniusFrom(cell.Separator.ConductivityActivation, temperature, cell.ReferenceTemperature);
        double interphase = ArrheniusFrom(cell.Ageing.InterphaseResistanceActivation, temperature, cell.ReferenceTemperature);
        return SeparatorLayer.LastingResistance(cell, temperature) + (cell.Positive.IonicRailResistance / ionic)
            + cell.Positive.ElectronicRailResistance + (cell.Ageing.InterphaseInitial / interphase) + cell.Interface.SeriesResistance;
    }

    /// <summary>
    /// log2 of what the square of a parabolic growth gains in a millisecond at 0 V and 1/T = 0; its constant is per s^0.5. Without a
    /// constant, so low a power that nothing grows.
    /// </summary>
    private static double Growth(double constant, double voltageSensitivity, double referenceVoltage)
        => constant > 0 ? (2 * (Math.Log2(constant) - (voltageSensitivity * referenceVoltage / Math.Log(2)))) - Math.Log2(1000) : -Q(14);

    /// <summary>An activation energy as a temperature: log2 of what it activates falls by this over T, K.</summary>
    private static double Doubling(double energy) => energy / (GasConstant * Math.Log(2));

    private static double Compliance(CellParameters cell)
        => (cell.Cell.StackThickness / cell.Mechanics.EffectiveModulus) + (cell.Cell.LayerArea / cell.Mechanics.FixtureStiffness);

    /// <summary>Pressure that plating and contraction add from the set state of charge to a stoichiometry, Pa.</summary>
    private static double SwellPressure(CellParameters cell, double x)
    {
        PositiveElectrode positive = cell.Positive;
        double window = positive.StoichiometryEmpty - positive.StoichiometryFull;
        double set = positive.StoichiometryEmpty - (cell.Mechanics.SetStateOfCharge * window);
        double arealCharge = (set - x) / window * cell.Cell.WindowCapacity * 1000 / (cell.Cell.TotalArea * 1e4);
        double lithium = cell.Negative.ThicknessPerArealCharge * arealCharge;
        double cathode = cell.Mechanics.CathodeHeightFraction * positive.Thickness * positive.ActiveFraction * (positive.VolumeChange.At(x) - positive.VolumeChange.At(set));
        return cell.Cell.Layers * (lithium + cathode) / Compliance(cell);
    }

    /// <summary>
    /// Stack pressure (MPa) above which current is reduced: the warning threshold, lowered where heat speeds up creep so that
    /// the mechanical filament rate stays at what it is at that threshold at the reference temperature.
    /// </summary>
    private static double HighestEasyPressure(CellParameters cell, double temperature)
    {
        double threshold = cell.Limits.PressureMaximum;
        double factor = ArrheniusFrom(cell.Creep.Activation, temperature, cell.ReferenceTemperature);
        double allowed = cell.Filament.MechanicalRate.At(threshold) / factor;
        if (factor <= 1 || cell.Filament.MechanicalRate.At(threshold) <= 0)
        {
            return threshold;
        }

        double low = 0;
        double high = threshold;
        for (int k = 0; k < 40; k++)
        {
            double middle = (low + high) / 2;
            if (cell.Filament.MechanicalRate.At(middle) <= allowed)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static double ArrheniusFrom(double energy, double temperature, double reference)
        => Math.Exp(energy / GasConstant * ((1 / reference) - (1 / temperature)));

    private static double Q(int fractionBits) => Math.Pow(2, fractionBits);

    private static int Fit(double value)
        => (int)Math.Clamp(Math.Round(value, MidpointRounding.AwayFromZero), -int.MaxValue, int.MaxValue);

    private static int[] One(double value) => [Fit(value)];

    private static int[] Many(IEnumerable<double> values, double scale) => values.Select(v => Fit(v * scale)).ToArray();

    private static int[] Wide(double value)
    {
        long whole = (long)Math.Round(value);
        return [(int)(whole >> 32), (int)whole];
    }

    private static int[] OverTemperature(Func<double, double> value) => Over(Grid.TemperatureNodes, value);

    /// <summary>A curve over temperature whose straight pieces run as far above it between the nodes as below it at them.</summary>
    private static int[] OverFineTemperature(Func<double, double> value)
    {
        double half = (Temperature(1, Grid.FineTemperatureNodes) - Temperature(0, Grid.FineTemperatureNodes)) / 2;
        double Sag(double middle) => ((value(middle - half) + value(middle + half)) / 2) - value(middle);
        return Over(Grid.FineTemperatureNodes, t => value(t) - ((Sag(t - half) + Sag(t + half)) / 4));
    }

    private static int[] Over(int temperatures, Func<double, double> value)
        => Enumerable.Range(0, temperatures).Select(k => Fit(value(Temperature(k, temperatures)))).ToArray();

    /// <summary>Temperature of a node, K.</summary>
    private static double Temperature(int node, int nodes)
        => (Grid.TemperatureFirst_mK + ((double)node / (nodes - 1) * ((Grid.TemperatureNodes - 1) << Grid.TemperatureShift))) / 1000;

    private static int[] OverPressure(Func<double, double> value)
        => Enumerable.Range(0, Grid.PressureNodes).Select(k => Fit(value((k << Grid.PressureShift) / 1e6))).ToArray();

    private static int[] OverStoichiometry(Func<double, double> value)
        => Enumerable.Range(0, Grid.StoichiometryNodes).Select(k => Fit(value(k / (double)(Grid.StoichiometryNodes - 1)))).ToArray();

    /// <summary>Volume fractions that add up to 2^30 exactly; the rounding goes to the innermost volume.</summary>
    private static int[] Fractions(IReadOnlyList<double> fractions)
    {
        int[] result = Many(fractions, Q(30));
        result[0] += (1 << 30) - result.Sum();
        return result;
    }

    private static int[] Index(double[] nodes)
    {
        int[] index = new int[Grid.IndexParts];
        for (int part = 0; part < index.Length; part++)
        {
            int last = Array.FindLastIndex(nodes, x => Math.Round(x * Q(30)) <= part * Q(Grid.IndexShift));
            index[part] = Math.Clamp(last, 0, nodes.Length - 2);
        }

        return index;
    }

    private static byte[] Encode(SortedDictionary<int, int[]> fields)
    {
        int length = (4 + fields.Sum(f => 1 + f.Value.Length) + 1) * 4;
        List<int> words = [ProfileImage.Magic, ProfileImage.Version, length, fields.Count];
        foreach ((int number, int[] values) in fields)
        {
            words.Add(number | (values.Length << 16));
            words.AddRange(values);
        }

        byte[] image = new byte[length];
        for (int k = 0; k < words.Count; k++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(k * 4), words[k]);
        }

        BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(length - 4), ProfileImage.Crc32(image, length - 4));
        return image;
    }
}

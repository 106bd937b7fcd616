using System;
using Bms.Plant.Diffusion;
using Bms.Plant.Electrolytes;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Plant.Cells;

/// <summary>What all cells of one design share: their parameters made ready for the inner loop.</summary>
public sealed class CellDesign
{
    // Kinks of the potential are about 1 V of slope within its windows: this grid rounds them by some 0.01 mV.
    private const int PotentialIntervals = 16384;
    private const int PropertyIntervals = 4096;

    /// <summary>Prepares a design.</summary>
    /// <param name="parameters">Physics of the design.</param>
    /// <param name="volumes">Diffusion volumes of each cell, <see cref="DiffusionGrid.FewestVolumes"/> to <see cref="DiffusionGrid.MostVolumes"/>.
    /// The depths of a composite share them, but none has fewer than the fewest.</param>
    public CellDesign(CellParameters parameters, int volumes)
    {
        ArgumentNullException.ThrowIfNull(parameters);

        PositiveElectrode positive = parameters.Positive;
        double reference = parameters.ReferenceTemperature;
        Parameters = parameters;
        ArgumentOutOfRangeException.ThrowIfLessThan(volumes, DiffusionGrid.FewestVolumes);
        Depths = positive.IonicRailResistance + positive.ElectronicRailResistance > 0 ? positive.Depths : 1;
        Grid = new DiffusionGrid(positive.Geometry, Math.Max(DiffusionGrid.FewestVolumes, volumes / Depths));
        OpenCircuit = new DenseTable(DownToLithium(positive.OpenCircuitPotential), PotentialIntervals);
        Entropy = new DenseTable(positive.EntropicCoefficient, PropertyIntervals);
        VolumeChange = new DenseTable(positive.VolumeChange, PropertyIntervals);
        Diffusivity = new DenseTable(positive.Diffusivity, PropertyIntervals);

        DiffusivityFactor = new Arrhenius(positive.DiffusivityActivation, reference);
        PositiveFactor = new Arrhenius(positive.ExchangeCurrentActivation, reference);
        NegativeFactor = new Arrhenius(parameters.Negative.ExchangeCurrentActivation, reference);
        ConductivityFactor = new Arrhenius(parameters.Separator.ConductivityActivation, reference);
        ContactFactor = new Arrhenius(parameters.Interface.ContactActivation, reference);
        InterphaseFactor = new Arrhenius(parameters.Ageing.InterphaseResistanceActivation, reference);
        StrippingFactor = new Arrhenius(parameters.Stripping.Activation, reference);
        PlatingFactor = new Arrhenius(parameters.Plating.Activation, reference);
        CreepFactor = new Arrhenius(parameters.Creep.Activation, parameters.Creep.ReferenceTemperature);
        MechanicalFactor = new Arrhenius(parameters.Creep.Activation, reference);
        FilamentHealingFactor = new Arrhenius(parameters.Filament.HealingActivation, reference);

        DiffuseLayer = FrumkinCorrection.Of(parameters);
        Window = positive.StoichiometryEmpty - positive.StoichiometryFull;
        SetStoichiometry = StoichiometryAt(parameters.Mechanics.SetStateOfCharge);
        SetVolumeChange = VolumeChange.At(SetStoichiometry);
    }

    /// <summary>The physics of the design.</summary>
    public CellParameters Parameters { get; }

    /// <summary>The diffusion volumes of a particle or film.</summary>
    public DiffusionGrid Grid { get; }

    /// <summary>Depths of the positive electrode that react on their own; 1 in a film and without rails.</summary>
    public int Depths { get; }

    /// <summary>Open-circuit potential at the reference temperature over stoichiometry, V; beyond its last node it falls to 0.</summary>
    public DenseTable OpenCircuit { get; }

    /// <summary>dU/dT over stoichiometry, V/K.</summary>
    public DenseTable Entropy { get; }

    /// <summary>Volume change of the active material over stoichiometry.</summary>
    public DenseTable VolumeChange { get; }

    /// <summary>Diffusivity at the reference temperature over stoichiometry, m²/s.</summary>
    public DenseTable Diffusivity { get; }

    /// <summary>Temperature factor of the diffusivity.</summary>
    public Arrhenius DiffusivityFactor { get; }

    /// <summary>Temperature factor of the positive exchange current.</summary>
    public Arrhenius PositiveFactor { get; }

    /// <summary>Temperature factor of the negative exchange current.</summary>
    public Arrhenius NegativeFactor { get; }

    /// <summary>Temperature factor of the electrolyte's conductivity.</summary>
    public Arrhenius ConductivityFactor { get; }

    /// <summary>Temperature factor of the contact's conductance.</summary>
    public Arrhenius ContactFactor { get; }

    /// <summary>Temperature factor of the interphase's conductance.</summary>
    public Arrhenius InterphaseFactor { get; }

    /// <summary>Temperature factor of the stripping limit.</summary>
    public Arrhenius StrippingFactor { get; }

    /// <summary>Temperature factor of the plating limit.</summary>
    public Arrhenius PlatingFactor { get; }

    /// <summary>Temperature factor of the creep rate, relative to the creep reference temperature.</summary>
    public Arrhenius CreepFactor { get; }

    /// <summary>Temperature factor of mechanical filament growth: creep's activation, the cell's reference temperature.</summary>
    public Arrhenius MechanicalFactor { get; }

    /// <summary>Temperature factor of filament healing.</summary>
    public Arrhenius FilamentHealingFactor { get; }

    /// <summary>Correction of charge transfer for the diffuse layer; null for plain Butler-Volmer.</summary>
    public FrumkinCorrection? DiffuseLayer { get; }

    /// <summary>Stoichiometry between state of charge 1 and 0.</summary>
    public double Window { get; }

    /// <summary>Stoichiometry at which the clamp is set.</summary>
    public double SetStoichiometry { get; }

    /// <summary>Volume change at which the clamp is set.</summary>
    public double SetVolumeChange { get; }

    /// <summary>Mean stoichiometry at a state of charge.</summary>
    public double StoichiometryAt(double stateOfCharge) => Parameters.Positive.StoichiometryEmpty - (stateOfCharge * Window);

    /// <summary>State of charge at a mean stoichiometry.</summary>
    public double StateOfChargeAt(double stoichiometry) => (Parameters.Positive.StoichiometryEmpty - stoichiometry) / Window;

    /// <summary>Open-circuit potential at a stoichiometry and temperature, V.</summary>
    public double PotentialAt(double stoichiometry, double temperature) =>
        OpenCircuit.At(stoichiometry) + EntropicShift(stoichiometry, temperature);

    /// <summary>Slope of the open-circuit potential over stoichiometry at a temperature, V.</summary>
    public double PotentialSlopeAt(double stoichiometry, double temperature)
    {
        OpenCircuit.At(stoichiometry, out double slope);
        Entropy.At(stoichiometry, out double entropic);
        return slope + ((temperature - Parameters.ReferenceTemperature) * entropic);
    }

    /// <summary>By how much temperature moves the open-circuit potential, V.</summary>
    public double EntropicShift(double stoichiometry, double temperature) =>
        (temperature - Parameters.ReferenceTemperature) * Entropy.At(stoichiometry);

    /// <summary>Local stripping current density that starts voids in a nominal cell, mA/cm².</summary>
    public double StrippingLimit(StackPressure pressure, double reciprocalTemperature)
    {
        ArgumentNullException.ThrowIfNull(pressure);
        return Math.Min(Parameters.Stripping.Ceiling, pressure.StrippingLimit * StrippingFactor.At(reciprocalTemperature));
    }

    /// <summary>Local plating current density that starts filaments in a nominal cell, mA/cm².</summary>
    /// <param name="pressure">Stack pressure.</param>
    /// <param name="reciprocalTemperature">1/T, 1/K.</param>
    /// <param name="contactResistance">Contact resistance at full contact, Ohm m².</param>
    public double PlatingLimit(StackPressure pressure, double reciprocalTemperature, double contactResistance)
    {
        ArgumentNullException.ThrowIfNull(pressure);
        double penalty = Math.Exp(-contactResistance / Parameters.Plating.ResistanceScale);
        return Math.Min(Parameters.Plating.Ceiling, pressure.PlatingLimit * PlatingFactor.At(reciprocalTemperature) * penalty);
    }

    /// <summary>How much thicker the stack is than where its clamp was set, m: lithium plated, cathode shrunk, expansion beyond the fixture's.</summary>
    /// <param name="stoichiometry">Mean stoichiometry.</param>
    /// <param name="plated">Lithium plated since the clamp was set, A h.</param>
    /// <param name="temperature">Core temperature, K.</param>
    public double Swelling(double stoichiometry, double plated, double temperature)
    {
        CellGeometry cell = Parameters.Cell;
        ClampMechanics mechanics = Parameters.Mechanics;
        double cathode = mechanics.CathodeHeightFraction * Parameters.Positive.Thickness * Parameters.Positive.ActiveFraction
            * (VolumeChange.At(stoichiometry) - SetVolumeChange);
        double expansion = (mechanics.StackExpansion - mechanics.FixtureExpansion) * cell.StackThickness * (temperature - mechanics.SetTemperature);
        return LithiumThickness(plated) + (cell.Layers * cathode) + expansion;
    }

    /// <summary>Thickness of the lithium of all layers, m.</summary>
    /// <param name="charge">The lithium, A h.</param>
    public double LithiumThickness(double charge) =>
        Parameters.Cell.Layers * Parameters.Negative.ThicknessPerArealCharge * charge / (Parameters.Cell.TotalArea * Constants.AmperePerSquareMetre);

    // A positive electrode without free sites plates lithium instead: its potential falls on to that of lithium and stays there,
    // so that a shorted cell comes to rest.
    private static Table DownToLithium(Table potential)
    {
        int last = potential.Nodes.Length - 1;
        double end = potential.Nodes[last];
        double fall = -potential.SlopeAt(end);
        if (!(fall > 0) || potential.ValueAtNode(last) <= 0)
        {
            return potential;
        }

        var values = new double[last + 2];
        for (int node = 0; node <= last; node++)
        {
            values[node] = potential.ValueAtNode(node);
        }

        return new Table([.. potential.Nodes, end + (values[last] / fall)], values);
    }
}

using System;
using Bms.Plant.Cells;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Plant.Degradation;

/// <summary>How fast each mechanism of degradation goes in a new, nominal cell at an operating point: the laws of the cell itself, one by one.</summary>
/// <remarks>
/// What the rows of review Table 2 are measured with. A layer that slows its own growth has no one rate: its K says what it has
/// grown after √t, and ratios of K are ratios of what is there after any time. Cracks depend on history and have their rates in
/// the cell: <see cref="Cell"/>.
/// </remarks>
public sealed class DegradationRates
{
    private readonly CellParameters _parameters;
    private readonly CellDesign _design;
    private readonly GrowthLaw _interphase;
    private readonly GrowthLaw _calendar;
    private readonly InterfacialDecomposition _decomposition;
    private readonly CarbonDecomposition _carbon;
    private readonly StructuralDisorder _disorder;
    private readonly CycleFade _cycles;
    private readonly FilamentIndex _filament;
    private readonly double _density;

    /// <summary>Takes a cell's parameters.</summary>
    public DegradationRates(CellParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        CellGeometry cell = parameters.Cell;
        _parameters = parameters;
        _design = new CellDesign(parameters, Diffusion.DiffusionGrid.FewestVolumes);
        _interphase = GrowthLaw.Interphase(parameters.Ageing, 1);
        _calendar = GrowthLaw.Calendar(parameters.Ageing, 1);
        _decomposition = new InterfacialDecomposition(parameters.Ageing, parameters.Degradation);
        _carbon = new CarbonDecomposition(parameters.Degradation);
        _disorder = new StructuralDisorder(parameters.Degradation);
        _cycles = new CycleFade(parameters.Ageing, 1, cell.WindowCapacity / cell.OneC, 0);
        _filament = new FilamentIndex(parameters.Filament);
        _density = cell.OneC / (cell.TotalArea * Constants.AmperePerSquareMetre);
    }

    /// <summary>An operating point by state of charge: the surface is taken as the mean.</summary>
    /// <param name="stateOfCharge">State of charge; outside 0..1 is over-discharged or overcharged.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <param name="rate">Current, multiples of 1C, positive on charge.</param>
    /// <param name="pressure">Stack pressure, MPa.</param>
    /// <param name="contact">Contact factor.</param>
    public OperatingPoint At(double stateOfCharge, double temperature, double rate, double pressure, double contact = 1)
    {
        double stoichiometry = _design.StoichiometryAt(stateOfCharge);
        return new OperatingPoint(temperature, stoichiometry, _design.PotentialAt(stoichiometry, temperature), rate, pressure, contact);
    }

    /// <summary>Resistance by interfacial decomposition, Ohm m² s^-0.5.</summary>
    public double InterfacialDecomposition(in OperatingPoint point) =>
        Interphase(point) * Math.Sqrt(_decomposition.ResistanceShare) * _decomposition.Excess(point.Potential) * _decomposition.Stress(Math.Abs(point.Rate));

    /// <summary>Resistance by decomposition on carbon, Ohm m² s^-0.5; 0 without carbon.</summary>
    public double CarbonDecomposition(in OperatingPoint point) =>
        Interphase(point) * Math.Sqrt(_carbon.ResistanceShare) * _carbon.Excess(point.Potential) * _decomposition.Stress(Math.Abs(point.Rate));

    /// <summary>Share of capacity lost by structural disorder, s^-0.5.</summary>
    public double StructuralDisorder(in OperatingPoint point) =>
        _calendar.At(1 / point.Temperature, point.Potential) * Math.Sqrt(_disorder.CapacityShare) * _disorder.Excess(point.Potential);

    /// <summary>Share of capacity lost to cracks by a full cycle, once in and once out.</summary>
    public double CycleFade(in OperatingPoint point) => _cycles.PerCycle(Math.Abs(point.Rate), point.Stoichiometry);

    /// <summary>Creep of lithium, 1/s.</summary>
    public double Creep(in OperatingPoint point) => Stack(point).CreepRate * _design.CreepFactor.At(1 / point.Temperature);

    /// <summary>Contact lost to voids, 1/s; 0 on charge.</summary>
    public double Voids(in OperatingPoint point) =>
        ContactFactor.Loss(_parameters.Interface.ContactLoss, Stripping(point), point.Contact, StrippingLimit(point));

    /// <summary>Filament index gained, 1/s, by plating beyond the critical current and by pressure.</summary>
    public double Filaments(in OperatingPoint point) =>
        _filament.Growth(_density * point.Rate, point.Contact, PlatingLimit(point), Stack(point).MechanicalRate * _design.MechanicalFactor.At(1 / point.Temperature));

    /// <summary>Contact factor in which voids and creep are in balance when lithium is stripped at the point's rate for long, whatever
    /// its sign: the contact that the next charge finds.</summary>
    public double SettledContact(in OperatingPoint point)
    {
        LithiumInterface law = _parameters.Interface;
        double healing = law.ContactHealing * Creep(point);
        return ContactFactor.Settled(law.ContactLoss, law.ContactMinimum, _density * Math.Abs(point.Rate), StrippingLimit(point), healing);
    }

    /// <summary>Local stripping current density that starts voids, mA/cm².</summary>
    public double StrippingLimit(in OperatingPoint point) => _design.StrippingLimit(Stack(point), 1 / point.Temperature);

    /// <summary>Local plating current density that starts filaments, mA/cm².</summary>
    public double PlatingLimit(in OperatingPoint point)
    {
        StackPressure stack = Stack(point);
        double reciprocal = 1 / point.Temperature;
        return _design.PlatingLimit(stack, reciprocal, stack.ContactResistance / _design.ContactFactor.At(reciprocal));
    }

    private double Interphase(in OperatingPoint point) => _interphase.At(1 / point.Temperature, point.Potential);

    private double Stripping(in OperatingPoint point) => Math.Max(0, -_density * point.Rate);

    private StackPressure Stack(in OperatingPoint point) => new(_parameters, point.Pressure);
}

using System;
using System.Numerics;
using Bms.Plant.Degradation;
using Bms.Plant.Electrodes;
using Bms.Plant.Electrolytes;
using Bms.Plant.Events;
using Bms.Plant.Heat;
using Bms.Plant.Laws;
using Bms.Plant.Mechanics;
using Bms.Plant.Parameters;

namespace Bms.Plant.Cells;

/// <summary>One true cell: diffusion, kinetics, contact, filaments, heat and wear, advanced together under the pressure of its clamp.</summary>
/// <remarks>
/// Currents are in A, positive on charge. In a step the mechanisms are taken one after the other, each from the others' state at its start:
/// circuit and diffusion, heat, temperature, contact, filament, age. The electrodes carry the terminal current less what leaks inside;
/// the filament law sees the terminal current, because a leak carries no lithium through a filament.
/// Fade takes sites together with the lithium they hold: the stoichiometry of the others stays, and what left is
/// <see cref="LostLithium"/>.
/// </remarks>
public sealed class Cell
{
    private readonly CellDesign _design;
    private readonly CellParameters _parameters;
    private readonly CellFactors _factors;
    private readonly double _area;
    private readonly double _newCapacity;
    private readonly double _setLithium;
    private readonly double _positiveExchange;
    private readonly double _negativeExchange;
    private readonly double _positiveCapacitance;
    private readonly double _negativeCapacitance;
    private readonly CellCircuit _circuit;
    private readonly SeparatorLayer _electrolyte;
    private readonly InterfaceDecomposition? _positiveInterface;
    private readonly NegativeHost _negative;
    private readonly ThermalState _heat;
    private readonly CellMechanics _mechanics;
    private readonly ContactFactor _contact;
    private readonly FilamentIndex _filament;
    private readonly Ageing _ageing;
    private readonly MoistureAttack _moisture;
    private readonly DeadLithium _dead;

    private TerminalLaw _before;
    private TerminalLaw _now;
    private double _lastStep = 1;
    private double _reacting;
    private double _sites;
    private double _stoichiometryPerCharge;
    private double _diffusivityFactor;
    private double _mechanicalRate;
    private double _filamentHealing;
    private double _surfacePotential;
    private double _separator;
    private double _ionicRail;
    private double _electronicRail;
    private double _contactResistance;
    private double _interphase;
    private double _series;

    /// <summary>Makes a cell at rest.</summary>
    /// <param name="design">The design.</param>
    /// <param name="factors">By how much this cell differs from it.</param>
    /// <param name="stateOfCharge">State of charge of the pack, 0..1; the cell's own offset is added, and the sum kept within 0..1.</param>
    /// <param name="temperature">Temperature of core and surface, K.</param>
    /// <param name="pressure">Stack pressure of its clamp.</param>
    /// <param name="age">Age at the start of a cell that ages as the design does.</param>
    public Cell(CellDesign design, CellFactors factors, double stateOfCharge, double temperature, StackPressure pressure, CellAge age = default)
    {
        ArgumentNullException.ThrowIfNull(design);

        CellParameters parameters = design.Parameters;
        PositiveElectrode positive = parameters.Positive;
        double start = design.StoichiometryAt(Math.Clamp(stateOfCharge + factors.StateOfChargeOffset, 0, 1));
        _design = design;
        _parameters = parameters;
        _factors = factors;
        _area = parameters.Cell.TotalArea;
        _newCapacity = parameters.Cell.WindowCapacity * factors.Capacity;
        _dead = new DeadLithium(parameters.Filament.DeadShare, _area, parameters.Negative.Reservoir);
        _ageing = new Ageing(parameters.Ageing, parameters.Degradation, factors.AgeingRate, _newCapacity / parameters.Cell.OneC, age.Times(factors.AgeingRate));
        Resize();
        _setLithium = design.SetStoichiometry * _sites;
        _positiveExchange = positive.ExchangeCurrent * positive.AreaRatio * _area / factors.Resistance;
        _negativeExchange = parameters.Negative.ExchangeCurrent * _area / factors.Resistance;
        _positiveCapacitance = positive.DoubleLayerCapacitance * positive.AreaRatio * _area;
        _negativeCapacitance = parameters.Negative.DoubleLayerCapacitance * _area;
        _circuit = new CellCircuit(design, start, temperature);
        _electrolyte = new SeparatorLayer(parameters);
        _positiveInterface = InterfaceDecomposition.Of(parameters, parameters.Limits.VoltageMinimum, parameters.Limits.VoltageMaximum);
        _negative = NegativeHost.Of(parameters, _newCapacity, design.StateOfChargeAt(start));
        _heat = new ThermalState(parameters, temperature);
        _mechanics = new CellMechanics(parameters);
        _contact = new ContactFactor(
            parameters.Interface.ContactLoss * factors.ContactLoss, parameters.Interface.ContactMinimum, parameters.Interface.ContactInitial);
        _filament = new FilamentIndex(parameters.Filament);
        _moisture = new MoistureAttack(parameters.Moisture, _area);
        Settle(pressure);
    }

    /// <summary>Charge between state of charge 1 and 0, A h, what is left of it.</summary>
    public double Capacity { get; private set; }

    /// <summary>How far the cell has aged, at most <see cref="Ageing.Interval"/> ago.</summary>
    public CellAge Age => _ageing.Age;

    /// <summary>What has worn the cell, cause by cause: its age, what moisture did, and lithium it misses.</summary>
    public WearByCause Wear => _ageing.Causes with { Moisture = new Wear(_moisture.Resistance, 0), Filaments = new Wear(0, _dead.Shortage / _newCapacity) };

    /// <summary>Lithium cut off in filaments so far, A h.</summary>
    public double DeadLithium => _dead.Charge;

    /// <summary>Whether the case of the cell is breached.</summary>
    public bool IsBreached => _moisture.IsBreached;

    /// <summary>Share of the electrolyte that has reacted with water, 0..1.</summary>
    public double Hydrolysed => _moisture.Extent;

    /// <summary>Lithium in the positive electrode, A h.</summary>
    public double Lithium => _circuit.Positive.Mean * _sites;

    /// <summary>Charge in the double layers of the positive electrode, A h: what flowed in and is not yet lithium that left.</summary>
    public double DoubleLayerCharge =>
        _positiveCapacitance * _circuit.Positive.OverpotentialSum / (_design.Depths * Constants.SecondsPerHour);

    /// <summary>Lithium that went since the start with the sites that held it, A h: with <see cref="Lithium"/> and
    /// <see cref="DoubleLayerCharge"/> it follows the charge exactly.</summary>
    public double LostLithium { get; private set; }

    /// <summary>What takes up the lithium at the negative electrode.</summary>
    public NegativeHost Negative => _negative;

    /// <summary>Decomposition of electrolyte at the positive electrode outside the stability window; null if it is stable.
    /// Its charge passed the positive electrode without moving its lithium.</summary>
    public InterfaceDecomposition? PositiveInterface => _positiveInterface;

    /// <summary>By how much this cell differs from its design.</summary>
    public CellFactors Factors => _factors;

    /// <summary>State of charge, mean over the electrode; beyond 0..1 if driven there.</summary>
    public double StateOfCharge => _design.StateOfChargeAt(_circuit.Positive.Mean);

    /// <summary>Mean stoichiometry of the positive electrode.</summary>
    public double MeanStoichiometry => _circuit.Positive.Mean;

    /// <summary>Stoichiometry at the electrolyte face of the positive electrode.</summary>
    public double SurfaceStoichiometry => _circuit.Positive.Surface;

    /// <summary>Contact factor θ.</summary>
    public double Contact => _contact.Value;

    /// <summary>Filament index F.</summary>
    public double FilamentIndex => _filament.Value;

    /// <summary>Mean temperature of the core, K: what kinetics and transport follow.</summary>
    public double CoreTemperature => _heat.Core;

    /// <summary>Highest temperature of the core, K.</summary>
    public double HottestTemperature => _heat.Hottest;

    /// <summary>Surface temperature, K.</summary>
    public double SurfaceTemperature => _heat.Surface;

    /// <summary>Rise of the surface temperature over the last step, K/s.</summary>
    public double SurfaceTemperatureRate => _heat.SurfaceRate;

    /// <summary>Heat made over the last step, by what made it.</summary>
    public CellHeat HeatGeneration => _heat.Made;

    /// <summary>Heat given to the ambient over the last step, W.</summary>
    public double HeatLoss => _heat.Loss;

    /// <summary>Heat held, molten lithium included, against 0 K with the capacities as they are, J.</summary>
    public double StoredHeat => _heat.Stored;

    /// <summary>Share of the lithium that is molten, 0..1.</summary>
    public double MoltenLithium => _heat.Molten;

    /// <summary>Share of the runaway reaction that is over, 0..1.</summary>
    public double Burnt => _heat.Burnt;

    /// <summary>Cracks of electrolyte and particles.</summary>
    public Cracks Cracks => _mechanics.Cracks;

    /// <summary>All that has happened to it so far.</summary>
    public CellEvents Happened { get; private set; }

    /// <summary>Power that went in at the terminals over the last step, W.</summary>
    public double TerminalPower { get; private set; }

    /// <summary>Depths of the positive electrode that react on their own.</summary>
    public int Depths => _design.Depths;

    /// <summary>Local plating current density that starts filaments, mA/cm².</summary>
    public double PlatingLimit { get; private set; }

    /// <summary>Local stripping current density that starts voids, mA/cm².</summary>
    public double StrippingLimit { get; private set; }

    /// <summary>Rate at which creep closes voids, b ε', 1/s.</summary>
    public double HealingRate { get; private set; }

    /// <summary>Swelling of the stack against where its clamp was set, m.</summary>
    public double Swelling { get; private set; }

    /// <summary>Moves the cell on by a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="current">Mean terminal current, A, positive on charge.</param>
    /// <param name="ambient">Ambient temperature, K.</param>
    /// <param name="heater">Heater power, W.</param>
    /// <param name="pressure">Stack pressure of its clamp.</param>
    public void Advance(double seconds, double current, double ambient, double heater, StackPressure pressure)
    {
        double side = _positiveInterface?.Share(seconds, current, _surfacePotential, _now.KineticScale, _now.PositiveExchange * _reacting) ?? 0;
        TerminalLaw law = Under(current, _now.Ahead(_before, Math.Min(1, seconds / _lastStep)));
        double inner = _circuit.Advance(seconds, current - side, law, _diffusivityFactor, _stoichiometryPerCharge, out double voltage);
        double through = inner + side;
        _reacting = Reacting();
        voltage += PositiveDiffuseLayer(current, law) + NegativeDiffuseLayer(current, law);
        TerminalPower = current * voltage;
        _electrolyte.Advance(seconds, through / _area);
        _negative.Advance(seconds, through, law.Temperature);
        _heat.Advance(seconds, Heat(inner, side, voltage), heater, ambient, StateOfCharge * Capacity);
        _contact.Advance(seconds, Math.Max(0, -Density(through)), StrippingLimit, HealingRate);
        _filament.Advance(seconds, Density(current), _contact.Value, PlatingLimit, _mechanicalRate, _filamentHealing);
        _dead.Advance(seconds, Density(current), _contact.Value, PlatingLimit);
        WearOut(seconds, Math.Abs(inner));
        Strain(seconds, inner, current, pressure);

        _before = _now;
        _lastStep = seconds;
        Refresh(pressure);
    }

    /// <summary>Breaches the case for good.</summary>
    public void Breach()
    {
        _moisture.Breach();
        Happened |= CellEvents.CaseBreached;
    }

    /// <summary>Lets in the moisture of a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="vapour">Water vapour around the cell, mol/m³.</param>
    /// <returns>Water taken up, mol.</returns>
    public double Breathe(double seconds, double vapour) => _moisture.Advance(seconds, vapour);

    /// <summary>Takes heat from a neighbour at the surface, J.</summary>
    public void Warm(double joule) => _heat.Warm(joule);

    /// <summary>Takes a pressure that jumped: the state after the jump has no slope.</summary>
    public void Settle(StackPressure pressure)
    {
        Refresh(pressure);
        _before = _now;
    }

    /// <summary>Terminal voltage, V, some time after the last step.</summary>
    /// <param name="current">Terminal current at that instant, A, positive on charge.</param>
    /// <param name="since">Time since the last step, s; the slow states are continued no further than that step was long.</param>
    public double Voltage(double current, double since)
    {
        double ahead = Math.Clamp(since, 0, _lastStep);
        TerminalLaw law = Under(current, _now.Ahead(_before, ahead / _lastStep));
        return _circuit.Voltage(current - Side, ahead, law, _stoichiometryPerCharge) + PositiveDiffuseLayer(current, law) + NegativeDiffuseLayer(current, law);
    }

    /// <summary>Mean stoichiometry at a depth of the positive electrode, 0 at the separator.</summary>
    public double DepthStoichiometry(int depth) => _circuit.Positive.Particles[depth].Mean;

    /// <summary>The terminal voltage term by term at the last step's end.</summary>
    /// <param name="current">Terminal current from then on, A, positive on charge.</param>
    public Overpotentials Overpotentials(double current)
    {
        TerminalLaw law = Under(current, _now);
        double inner = _circuit.Settled(current - Side, law, out ElectrodeTerms terms) + Side;
        double equilibrium = _design.PotentialAt(MeanStoichiometry, _now.Temperature);
        var settled = new Overpotentials(
            equilibrium - _negative.Potential,
            terms.SurfacePotential - equilibrium,
            terms.PositiveKinetics + PositiveDiffuseLayer(current, law),
            terms.NegativeKinetics + NegativeDiffuseLayer(current, law) + Barrier(current),
            (inner * _separator) + _electrolyte.Polarisation,
            terms.IonicRail,
            terms.ElectronicRail,
            inner * _contactResistance,
            inner * _interphase,
            inner * _series,
            0);
        return settled with { DoubleLayer = Voltage(current, 0) - settled.Settled };
    }

    /// <summary>Its answer to a small alternating current around the last step's end.</summary>
    /// <param name="frequency">Frequency, Hz, above 0.</param>
    internal CellImpedance Impedance(double frequency)
    {
        double angular = 2 * Math.PI * frequency;
        LadderTerms positive = _circuit.Impedance(angular, _now, _diffusivityFactor, _stoichiometryPerCharge, out Complex negative);
        double capacitance = _parameters.Separator.GeometricCapacitance * _area;
        return new CellImpedance(
            frequency,
            positive.Diffusion,
            positive.Kinetics,
            negative,
            _separator / new Complex(1, angular * capacitance * _separator),
            _factors.Resistance / _area * _electrolyte.DiffusionImpedance(angular),
            positive.IonicRail,
            positive.ElectronicRail,
            _contactResistance,
            _interphase,
            _series,
            _now.Conductance);
    }

    /// <summary>Mean current density on the footprint, mA/cm², signed as the current.</summary>
    public double Density(double current) => current / (_area * Constants.AmperePerSquareMetre);

    // The law at a terminal current, with what stands in series at that current and changes too slowly for the circuit.
    private TerminalLaw Under(double current, in TerminalLaw law) => law with
    {
        Offset = _electrolyte.Polarisation - _negative.Potential + Barrier(current) + (Side * law.Resistance),
    };

    // Current that decomposed electrolyte at the positive electrode in the last step, A.
    private double Side => _positiveInterface?.Current ?? 0;

    // Exchange current of the positive electrode at its surface over that at half filling.
    private double Reacting()
    {
        double sites = Math.Clamp(SurfaceStoichiometry, 1e-4, 1 - 1e-4);
        return 2 * Math.Sqrt(sites * (1 - sites));
    }

    private double Barrier(double current) => current > 0 ? _negative.Barrier : 0;

    private double PositiveDiffuseLayer(double current, in TerminalLaw law) =>
        _design.DiffuseLayer?.At(current, law.PositiveExchange * _reacting, law.KineticScale) ?? 0;

    private double NegativeDiffuseLayer(double current, in TerminalLaw law) =>
        -(_design.DiffuseLayer?.At(-current, law.NegativeExchange, law.KineticScale) ?? 0);

    // Electric energy less heat is exactly what the electrodes store.
    private CellHeat Heat(double inner, double side, double voltage)
    {
        double through = inner + side;
        double reversible = Arrhenius.Bounded(_heat.Core) * _circuit.EntropicPower;
        double tabs = _parameters.Thermal.TabShare * _series * through * through;
        return new CellHeat(
            (through * (voltage + _negative.Potential)) - _circuit.StoredPower - reversible - tabs, reversible, _now.Conductance * voltage * voltage, tabs, 0);
    }

    private void Strain(double seconds, double inner, double current, StackPressure pressure)
    {
        double cycles = Math.Abs(inner) * seconds / (2 * Capacity * Constants.SecondsPerHour);
        double density = Density(current);
        if (_mechanics.Count(seconds, cycles, Math.Abs(density), _mechanicalRate))
        {
            double charge = _parameters.Negative.Reservoir + (StateOfCharge * Capacity);
            _mechanics.Advance(new MechanicalLoad(
                pressure.Pressure,
                _heat.Core,
                density > 0 ? density / (_contact.Value * PlatingLimit) : 0,
                _design.VolumeChange.At(_circuit.Positive.Mean),
                _design.VolumeChange.At(_circuit.Positive.Surface),
                _design.SetVolumeChange,
                pressure.CreepRate * _design.CreepFactor.At(1 / Arrhenius.Bounded(_heat.Core)),
                _design.LithiumThickness(charge)));
        }

        Happened |= _mechanics.Happened(_filament.Value)
            | (_heat.IsRunningAway ? CellEvents.RunawayOnset : CellEvents.None)
            | (_heat.Molten > 0 ? CellEvents.LithiumMelted : CellEvents.None);
    }

    // Sites that vanish take their lithium along.
    private void WearOut(double seconds, double current)
    {
        if (_ageing.Advance(seconds, current / _parameters.Cell.OneC, _circuit.Positive.Surface, 1 / Arrhenius.Bounded(_heat.Core), _surfacePotential))
        {
            double before = _sites;
            Resize();
            LostLithium += _circuit.Positive.Mean * (before - _sites);
        }
    }

    private void Resize()
    {
        Capacity = Math.Max(CellAge.SmallestCapacity * _newCapacity, (_newCapacity * _ageing.Age.Capacity) - _dead.Shortage);
        _sites = Capacity / _design.Window;
        _stoichiometryPerCharge = 1 / (_sites * Constants.SecondsPerHour);
    }

    // Everything that follows from the state and stays as it is until the next step ends.
    private void Refresh(StackPressure pressure)
    {
        double temperature = Arrhenius.Bounded(_heat.Core);
        double reciprocal = 1 / temperature;
        double theta = _contact.Value;
        _electrolyte.Refresh(temperature);
        _positiveInterface?.Refresh(reciprocal);
        RefreshResistances(reciprocal, theta, pressure);
        RefreshLimits(reciprocal, pressure);
        _diffusivityFactor = _design.DiffusivityFactor.At(reciprocal);
        Swelling = _design.Swelling(_circuit.Positive.Mean, _setLithium - Lithium - LostLithium, temperature) - _mechanics.Lithium.Thickness;

        _surfacePotential = _circuit.Positive.SurfacePotential(temperature);
        _reacting = Reacting();
        _now = new TerminalLaw(
            temperature,
            2 * Constants.GasConstant / Constants.Faraday * temperature,
            _positiveExchange * (1 - _mechanics.Particles.Share) * Math.Sqrt(_electrolyte.AtPositive) * _design.PositiveFactor.At(reciprocal),
            _negativeExchange * theta * _negative.Coverage * Math.Sqrt(_electrolyte.AtLithium) * _design.NegativeFactor.At(reciprocal),
            _positiveCapacitance,
            _negativeCapacitance * theta,
            _ionicRail,
            _electronicRail,
            _separator + _contactResistance + _interphase + _series,
            _parameters.Short.Leakage + _filament.Conductance(_parameters.Short) + (_heat.Molten * _parameters.Short.HardConductance));
    }

    private void RefreshResistances(double reciprocal, double theta, StackPressure pressure)
    {
        double scale = _factors.Resistance / _area;
        double conductivity = _design.ConductivityFactor.At(reciprocal);
        _separator = scale * _mechanics.Separator.ResistanceFactor * _electrolyte.Resistance;
        _ionicRail = scale * _parameters.Positive.IonicRailResistance / conductivity;
        _electronicRail = scale * _parameters.Positive.ElectronicRailResistance;
        _contactResistance = scale * pressure.ContactResistance / (theta * _design.ContactFactor.At(reciprocal));
        _interphase = scale * (_parameters.Ageing.InterphaseInitial + _ageing.Age.InterphaseGrowth + _moisture.Resistance) / _design.InterphaseFactor.At(reciprocal);
        _series = scale * _parameters.Interface.SeriesResistance;
    }

    private void RefreshLimits(double reciprocal, StackPressure pressure)
    {
        double touching = _contactResistance * _contact.Value * _area;
        StrippingLimit = _factors.CriticalCurrent * _design.StrippingLimit(pressure, reciprocal);
        PlatingLimit = _factors.CriticalCurrent * _mechanics.Separator.PlatingFactor * _design.PlatingLimit(pressure, reciprocal, touching);
        HealingRate = _parameters.Interface.ContactHealing * pressure.CreepRate * _design.CreepFactor.At(reciprocal);
        _mechanicalRate = pressure.MechanicalRate * _design.MechanicalFactor.At(reciprocal);
        _filamentHealing = _parameters.Filament.HealingRate * _design.FilamentHealingFactor.At(reciprocal);
    }
}

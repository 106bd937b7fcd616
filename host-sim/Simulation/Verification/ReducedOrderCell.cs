using System;
using Bms.Plant.Cells;
using Bms.Plant.Degradation;
using Bms.Plant.Electrolytes;
using Bms.Plant.Heat;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Verification;

/// <summary>
/// The firmware's cell model in double precision: the same scheme and order of operations, but the exact laws of the parameter
/// file in the place of the image's tables. What the firmware differs by is the error of its tables and its rounding.
/// </summary>
/// <remarks>A step takes temperature and contact from its start: diffusion, voltage, contact and filament, heat. Pressure is
/// given from outside, as a load cell gives it to the firmware. It shares no code with the firmware.</remarks>
public sealed class ReducedOrderCell
{
    /// <summary>Time between two looks at the potential that heat is reckoned from, s.</summary>
    public const double MeanRenewal = 5;

    private readonly CellParameters _parameters;
    private readonly ReducedOrderDiffusion _diffusion;
    private readonly ThermalNetwork _heat;
    private readonly FilamentIndex _filament;
    private readonly ReducedOrderAgeing _ageing;
    private readonly StackPressure _stack;
    private readonly Table _openCircuit;
    private readonly DenseTable _entropy;
    private readonly Arrhenius _diffusivityFactor;
    private readonly Arrhenius _positiveFactor;
    private readonly Arrhenius _negativeFactor;
    private readonly Arrhenius _conductivityFactor;
    private readonly Arrhenius _interphaseFactor;
    private readonly Arrhenius _contactFactor;
    private readonly Arrhenius _strippingFactor;
    private readonly Arrhenius _platingFactor;
    private readonly Arrhenius _creepFactor;
    private readonly Arrhenius _mechanicalFactor;
    private readonly Arrhenius _healingFactor;
    private readonly double _area;
    private readonly double _window;
    private readonly double _stoichiometryPerCharge;
    private double _surfaceOpenCircuit;
    private double _sinceMean;
    private double _meanOpenCircuit;
    private double _meanEntropy;

    /// <summary>Makes a cell at rest.</summary>
    /// <param name="parameters">Physics of the cell.</param>
    /// <param name="stateOfCharge">State of charge, 0..1.</param>
    /// <param name="temperature">Temperature of core and surface, K.</param>
    /// <param name="pressure">Stack pressure, MPa.</param>
    public ReducedOrderCell(CellParameters parameters, double stateOfCharge, double temperature, double pressure)
    {
        ArgumentNullException.ThrowIfNull(parameters);

        PositiveElectrode positive = parameters.Positive;
        double reference = parameters.ReferenceTemperature;
        _parameters = parameters;
        _area = parameters.Cell.TotalArea;
        _window = positive.StoichiometryEmpty - positive.StoichiometryFull;
        _stoichiometryPerCharge = _window / (parameters.Cell.WindowCapacity * Constants.SecondsPerHour);
        _diffusion = new ReducedOrderDiffusion(positive, positive.StoichiometryEmpty - (stateOfCharge * _window));
        _heat = new ThermalNetwork(parameters.Thermal with { CrossResistance = 0 }, temperature);
        _filament = new FilamentIndex(parameters.Filament);
        _ageing = new ReducedOrderAgeing(parameters.Ageing, parameters.Cell.WindowCapacity / parameters.Cell.OneC);
        _stack = new StackPressure(parameters, pressure);
        _openCircuit = positive.OpenCircuitPotential;
        _entropy = new DenseTable(positive.EntropicCoefficient, 4096);
        _diffusivityFactor = new Arrhenius(positive.DiffusivityActivation, reference);
        _positiveFactor = new Arrhenius(positive.ExchangeCurrentActivation, reference);
        _negativeFactor = new Arrhenius(parameters.Negative.ExchangeCurrentActivation, reference);
        _conductivityFactor = new Arrhenius(parameters.Separator.ConductivityActivation, reference);
        _interphaseFactor = new Arrhenius(parameters.Ageing.InterphaseResistanceActivation, reference);
        _contactFactor = new Arrhenius(parameters.Interface.ContactActivation, reference);
        _strippingFactor = new Arrhenius(parameters.Stripping.Activation, reference);
        _platingFactor = new Arrhenius(parameters.Plating.Activation, reference);
        _creepFactor = new Arrhenius(parameters.Creep.Activation, parameters.Creep.ReferenceTemperature);
        _mechanicalFactor = new Arrhenius(parameters.Creep.Activation, reference);
        _healingFactor = new Arrhenius(parameters.Filament.HealingActivation, reference);
        Contact = parameters.Interface.ContactInitial;
        Voltage = OpenCircuit(_diffusion.Surface, temperature);
        _surfaceOpenCircuit = Voltage;
        _meanOpenCircuit = Voltage;
        _meanEntropy = _entropy.At(_diffusion.Mean);
    }

    /// <summary>Terminal voltage at the end of the last step under its current, V.</summary>
    public double Voltage { get; private set; }

    /// <summary>State of charge; beyond 0..1 if driven there.</summary>
    public double StateOfCharge => (_parameters.Positive.StoichiometryEmpty - _diffusion.Mean) / _window;

    /// <summary>Core temperature, K.</summary>
    public double CoreTemperature => _heat.Core;

    /// <summary>Contact factor θ.</summary>
    public double Contact { get; private set; }

    /// <summary>Filament index F.</summary>
    public double FilamentIndex => _filament.Value;

    /// <summary>Takes a new stack pressure, MPa.</summary>
    public void Press(double pressure) => _stack.Set(pressure);

    /// <summary>Moves the cell on by a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="current">Current, A, positive on charge.</param>
    /// <param name="ambient">Ambient temperature, K.</param>
    public void Advance(double seconds, double current, double ambient)
    {
        double temperature = _heat.Core;
        double reciprocal = 1 / temperature;
        double inner = current - (_parameters.Short.Leakage * Voltage);
        _diffusion.Advance(seconds, -inner * seconds * _stoichiometryPerCharge / _ageing.Age.Capacity, _diffusivityFactor.At(reciprocal));

        double touching = _stack.ContactResistance / _contactFactor.At(reciprocal);
        _surfaceOpenCircuit = OpenCircuit(_diffusion.Surface, temperature);
        Voltage = _surfaceOpenCircuit + Overpotential(inner / _area, temperature, reciprocal, touching);
        double heat = inner * (Voltage - _meanOpenCircuit + (temperature * _meanEntropy));

        double density = current / (_area * Constants.AmperePerSquareMetre);
        _filament.Advance(
            seconds, density, Contact, PlatingLimit(reciprocal, touching), _stack.MechanicalRate * _mechanicalFactor.At(reciprocal), _parameters.Filament.HealingRate * _healingFactor.At(reciprocal));
        MoveContact(seconds, -density, reciprocal);
        _heat.Advance(seconds, heat, [0], 0, _parameters.Thermal.SurfaceToAmbient, ambient);
        _ageing.Advance(seconds, Math.Abs(current) / _parameters.Cell.OneC, _diffusion.Surface, _heat.Core, _surfaceOpenCircuit);
        RenewMean(seconds);
    }

    // Heat is reckoned from the mean's potential, which moves slowly.
    private void RenewMean(double seconds)
    {
        _sinceMean += seconds;
        if (_sinceMean >= MeanRenewal)
        {
            _sinceMean = 0;
            _meanOpenCircuit = OpenCircuit(_diffusion.Mean, _heat.Core);
            _meanEntropy = _entropy.At(_diffusion.Mean);
        }
    }

    private double OpenCircuit(double stoichiometry, double temperature) =>
        _openCircuit.At(stoichiometry) + ((temperature - _parameters.ReferenceTemperature) * _entropy.At(stoichiometry));

    // Butler-Volmer at both interfaces with alpha = 0.5, and the ohmic drops.
    private double Overpotential(double density, double temperature, double reciprocal, double touching)
    {
        PositiveElectrode positive = _parameters.Positive;
        double sites = Math.Clamp(_diffusion.Surface, 1e-4, 1 - 1e-4);
        double twicePositive = 4 * Math.Sqrt(sites * (1 - sites)) * positive.ExchangeCurrent * positive.AreaRatio * _positiveFactor.At(reciprocal);
        double twiceNegative = 2 * Contact * _parameters.Negative.ExchangeCurrent * _negativeFactor.At(reciprocal);
        double resistance = SeparatorLayer.LastingResistance(_parameters, temperature) + (positive.IonicRailResistance / _conductivityFactor.At(reciprocal)) + positive.ElectronicRailResistance
            + ((_parameters.Ageing.InterphaseInitial + _ageing.Age.InterphaseGrowth) / _interphaseFactor.At(reciprocal)) + _parameters.Interface.SeriesResistance + (touching / Contact);
        double thermalVoltage = 2 * Constants.GasConstant * temperature / Constants.Faraday;
        return (thermalVoltage * (Math.Asinh(density / twicePositive) + Math.Asinh(density / twiceNegative))) + (density * resistance);
    }

    private double PlatingLimit(double reciprocal, double touching) => Math.Min(
        _parameters.Plating.Ceiling, _stack.PlatingLimit * _platingFactor.At(reciprocal) * Math.Exp(-touching / _parameters.Plating.ResistanceScale));

    private void MoveContact(double seconds, double stripping, double reciprocal)
    {
        LithiumInterface law = _parameters.Interface;
        double limit = Math.Min(_parameters.Stripping.Ceiling, _stack.StrippingLimit * _strippingFactor.At(reciprocal));
        double lost = Math.Max(0, (stripping / Contact) - limit) * law.ContactLoss * seconds;
        double left = Contact - (stripping > 0 ? lost : 0);
        double healing = law.ContactHealing * _stack.CreepRate * _creepFactor.At(reciprocal) * seconds;
        Contact = Math.Clamp(left + (healing * (1 - left)), law.ContactMinimum, 1);
    }
}

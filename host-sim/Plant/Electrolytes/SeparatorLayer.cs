using System;
using System.Numerics;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Plant.Electrolytes;

/// <summary>The separator of one cell: what lithium ions meet between the electrodes.</summary>
/// <remarks>Grains and grain boundaries in series, R = L/σ ((1 - s)/arr(E) + s/arr(E_gb)); in a glass the pairs of <see cref="IonPairFilm"/>.
/// A single-ion conductor has neither a gradient nor a memory: transference number 1.</remarks>
public sealed class SeparatorLayer
{
    private readonly CellParameters _parameters;
    private readonly IonPairFilm? _pairs;
    private double _conduction = 1;
    private double _temperature;

    /// <summary>Starts at rest.</summary>
    /// <param name="parameters">The cell.</param>
    public SeparatorLayer(CellParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _parameters = parameters;
        _pairs = parameters.Electrolyte.Pairs is { } pairs
            ? new IonPairFilm(pairs, parameters.Separator.Thickness, parameters.ReferenceTemperature)
            : null;
    }

    /// <summary>Resistance to migration, Ohm m².</summary>
    public double Resistance { get; private set; }

    /// <summary>What diffusion in the electrolyte adds to the voltage, V, positive while charging; 0 in a single-ion conductor.</summary>
    public double Polarisation { get; private set; }

    /// <summary>Free lithium at the lithium electrode over that in equilibrium.</summary>
    public double AtLithium => _pairs?.AtLithium ?? 1;

    /// <summary>Free lithium at the positive electrode over that in equilibrium.</summary>
    public double AtPositive => _pairs?.AtPositive ?? 1;

    /// <summary>Resistance of a cell's separator to a small lasting current, Ohm m².</summary>
    /// <param name="parameters">The cell.</param>
    /// <param name="temperature">Temperature, K.</param>
    public static double LastingResistance(CellParameters parameters, double temperature)
    {
        double resistance = EvenResistance(parameters, temperature, out double conduction);
        if (parameters.Electrolyte.Pairs is not { } pairs)
        {
            return resistance;
        }

        return resistance * pairs.LastingResistance(parameters.Separator.Thickness, Reach(parameters, pairs, temperature, conduction, out _));
    }

    /// <summary>What diffusion in the electrolyte adds to a small alternating current's way, Ohm m²; 0 in a single-ion conductor.</summary>
    /// <param name="angular">Angular frequency, rad/s.</param>
    public Complex DiffusionImpedance(double angular)
    {
        if (_parameters.Electrolyte.Pairs is not { } pairs)
        {
            return Complex.Zero;
        }

        double resistance = EvenResistance(_parameters, _temperature, out double conduction);
        double reach = Reach(_parameters, pairs, _temperature, conduction, out double reaction);
        return resistance * pairs.DiffusionImpedance(_parameters.Separator.Thickness, reach, angular / (pairs.RelaxationRate * reaction));
    }

    /// <summary>Moves the ions on by a step, at the temperature of its start.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="density">Current density, A/m², positive on charge.</param>
    public void Advance(double seconds, double density)
    {
        _pairs?.Advance(seconds, density, _conduction, _temperature);
    }

    /// <summary>Takes a temperature, K, bounded as the laws are.</summary>
    public void Refresh(double temperature)
    {
        _temperature = temperature;
        Resistance = EvenResistance(_parameters, temperature, out _conduction);
        if (_pairs is not null)
        {
            Resistance *= _pairs.RelativeResistance;
            Polarisation = _pairs.Polarisation(temperature);
        }
    }

    // Reaction length of ion pairs, and their rate of reaction, over those at the reference temperature.
    private static double Reach(CellParameters parameters, IonPairs pairs, double temperature, double conduction, out double reaction)
    {
        double diffusion = conduction * temperature / parameters.ReferenceTemperature;
        reaction = new Arrhenius(pairs.RecombinationActivation, parameters.ReferenceTemperature).At(1 / temperature);
        return Math.Sqrt(diffusion / reaction);
    }

    // Grains and their boundaries, and the conductivity of the grains over that at the reference temperature.
    private static double EvenResistance(CellParameters parameters, double temperature, out double conduction)
    {
        Separator separator = parameters.Separator;
        double reciprocal = 1 / temperature;
        conduction = new Arrhenius(separator.ConductivityActivation, parameters.ReferenceTemperature).At(reciprocal);
        double resistance = separator.Thickness / separator.Conductivity;
        return parameters.Electrolyte.Boundaries is { } boundaries
            ? resistance * (((1 - boundaries.ResistanceShare) / conduction)
                + (boundaries.ResistanceShare / new Arrhenius(boundaries.Activation, parameters.ReferenceTemperature).At(reciprocal)))
            : resistance / conduction;
    }
}

using System;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Plant.Electrolytes;

/// <summary>The separator of one cell: what lithium ions meet between the electrodes.</summary>
/// <remarks>Grains and grain boundaries in series, R = L/σ ((1 - s)/arr(E) + s/arr(E_gb)); in a glass the pairs of <see cref="IonPairFilm"/>.
/// A single-ion conductor has neither a gradient nor a memory: transference number 1.</remarks>
public sealed class SeparatorLayer
{
    private readonly double _reference;
    private readonly double _boundaryShare;
    private readonly Arrhenius _conduction;
    private readonly Arrhenius _boundaryConduction;
    private readonly IonPairFilm? _pairs;
    private double _conductionFactor = 1;
    private double _temperature;
    private double _polarisationBefore;

    /// <summary>Starts at rest.</summary>
    /// <param name="parameters">The cell.</param>
    public SeparatorLayer(CellParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Separator separator = parameters.Separator;
        Electrolyte electrolyte = parameters.Electrolyte;
        double reference = parameters.ReferenceTemperature;
        _reference = separator.Thickness / separator.Conductivity;
        _boundaryShare = electrolyte.Boundaries?.ResistanceShare ?? 0;
        _conduction = new Arrhenius(separator.ConductivityActivation, reference);
        _boundaryConduction = new Arrhenius(electrolyte.Boundaries?.Activation ?? separator.ConductivityActivation, reference);
        _pairs = electrolyte.Pairs is { } pairs ? new IonPairFilm(pairs, separator.Thickness, reference) : null;
    }

    /// <summary>Resistance to migration, Ohm m².</summary>
    public double Resistance { get; private set; }

    /// <summary>What diffusion in the electrolyte adds to the voltage, V, positive while charging; 0 in a single-ion conductor.</summary>
    public double Polarisation { get; private set; }

    /// <summary>Free lithium at the lithium electrode over that in equilibrium.</summary>
    public double AtLithium => _pairs?.AtLithium ?? 1;

    /// <summary>Free lithium at the positive electrode over that in equilibrium.</summary>
    public double AtPositive => _pairs?.AtPositive ?? 1;

    /// <summary>Resistance of a cell's separator to a small lasting current at its reference temperature, Ohm m².</summary>
    /// <param name="parameters">The cell.</param>
    public static double LastingResistance(CellParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Separator separator = parameters.Separator;
        return separator.Thickness / separator.Conductivity * (parameters.Electrolyte.Pairs?.LastingResistance(separator.Thickness) ?? 1);
    }

    /// <summary>Moves the ions on by a step, at the temperature of its start.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="density">Current density, A/m², positive on charge.</param>
    public void Advance(double seconds, double density)
    {
        _polarisationBefore = Polarisation;
        _pairs?.Advance(seconds, density, _conductionFactor, _temperature);
    }

    /// <summary>Takes a temperature, K, bounded as the laws are.</summary>
    public void Refresh(double temperature)
    {
        double reciprocal = 1 / temperature;
        _temperature = temperature;
        _conductionFactor = _conduction.At(reciprocal);
        double grains = _reference / _conductionFactor;
        Resistance = _boundaryShare > 0
            ? ((1 - _boundaryShare) * grains) + (_boundaryShare * _reference / _boundaryConduction.At(reciprocal))
            : grains;
        if (_pairs is not null)
        {
            Resistance *= _pairs.RelativeResistance;
            Polarisation = _pairs.Polarisation(temperature);
        }
    }

    /// <summary><see cref="Polarisation"/> a part of the last step later, continued along a straight line.</summary>
    public double PolarisationAhead(double part) => Polarisation + (part * (Polarisation - _polarisationBefore));
}

using System;
using Bms.Plant.Electrolytes;
using Bms.Plant.Parameters;

namespace Bms.Plant.Electrodes;

/// <summary>What takes up and gives back lithium at the negative electrode of one cell.</summary>
public abstract class NegativeHost
{
    /// <summary>Potential of its surface against lithium without current, V.</summary>
    public abstract double Potential { get; }

    /// <summary>Share of the interface that reacts, above 0, at most 1.</summary>
    public virtual double Coverage => 1;

    /// <summary>Overpotential that plating needs beyond charge transfer, V.</summary>
    public virtual double Barrier => 0;

    /// <summary>Lithium that can be taken out, A h; infinite for a metal electrode.</summary>
    public abstract double Lithium { get; }

    /// <summary>Lithium lost in it since the start, A h.</summary>
    public virtual double Lost => 0;

    /// <summary>Decomposition of electrolyte where lithium has run out; null if it can't.</summary>
    public virtual InterfaceDecomposition? Interface => null;

    /// <summary>The host of a cell.</summary>
    /// <param name="parameters">The cell.</param>
    /// <param name="capacity">Charge between state of charge 1 and 0, A h.</param>
    /// <param name="stateOfCharge">State of charge at the start, 0..1.</param>
    public static NegativeHost Of(CellParameters parameters, double capacity, double stateOfCharge)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        NegativeElectrode electrode = parameters.Negative;
        return electrode switch
        {
            { Particles: { } particles } => new NegativeParticles(particles, parameters.ReferenceTemperature, capacity, stateOfCharge),
            { Collector: { } collector } => new PlatedCollector(
                collector,
                parameters.Cell.TotalArea,
                electrode.Reservoir + (stateOfCharge * capacity),
                stateOfCharge > 0,
                InterfaceDecomposition.Of(parameters, double.NegativeInfinity, 0)),
            _ => new LithiumMetal(),
        };
    }

    /// <summary>Moves lithium in or out for a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="current">Current into it, A, positive on charge.</param>
    /// <param name="temperature">Temperature, K.</param>
    public abstract void Advance(double seconds, double current, double temperature);
}

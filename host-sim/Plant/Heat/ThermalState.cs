using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Heat;

/// <summary>Heat of one cell: made in its core, carried through its layers, given off at its surface; what it melts and what burns.</summary>
public sealed class ThermalState
{
    private readonly ThermalNetwork _network;
    private readonly SurfaceExchange _exchange;
    private readonly RunawayReaction _runaway;
    private readonly LithiumMelt _melt;

    /// <summary>Starts with one temperature everywhere, K.</summary>
    public ThermalState(CellParameters parameters, double temperature)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _network = new ThermalNetwork(parameters.Thermal, temperature);
        _exchange = new SurfaceExchange(parameters.Thermal);
        _runaway = new RunawayReaction(parameters.Runaway, parameters.Thermal, _network.Temperatures.Length);
        _melt = new LithiumMelt(parameters.Melting, parameters.Negative.Reservoir, _network.Temperatures.Length);
    }

    /// <summary>Mean temperature of the core, K: what kinetics and transport follow.</summary>
    public double Core => _network.Core;

    /// <summary>Highest temperature of the core, K.</summary>
    public double Hottest => _network.Hottest;

    /// <summary>Surface temperature, K.</summary>
    public double Surface => _network.Surface;

    /// <summary>Rise of the surface over the last step, K/s.</summary>
    public double SurfaceRate => _network.SurfaceRate;

    /// <summary>Heat given to the ambient over the last step, W.</summary>
    public double Loss { get; private set; }

    /// <summary>Heat made over the last step, by what made it.</summary>
    public CellHeat Made { get; private set; }

    /// <summary>Share of the runaway reaction that is over, 0..1.</summary>
    public double Burnt => _runaway.Progress;

    /// <summary>Whether self-heating has begun.</summary>
    public bool IsRunningAway => _runaway.HasBegun;

    /// <summary>Share of the lithium that is molten, 0..1.</summary>
    public double Molten => _melt.Share;

    /// <summary>Heat held, molten lithium included, against 0 K with the capacities as they are, J.</summary>
    public double Stored => _network.Stored + _melt.Stored;

    /// <summary>Moves on by a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="heat">Heat that the current makes; what it says of self-heating is not looked at.</param>
    /// <param name="heater">Heat put into the surface, W.</param>
    /// <param name="ambient">Ambient temperature, K.</param>
    /// <param name="plated">Lithium in the negative electrode beyond what stays there when discharged, A h.</param>
    public void Advance(double seconds, in CellHeat heat, double heater, double ambient, double plated)
    {
        double outwards = _exchange.Conductance(_network.Surface, ambient);
        _runaway.Advance(seconds, _network.Hottest, _network.Temperatures);
        _network.Advance(seconds, heat.Core, _runaway.Local, heater + heat.Tabs, outwards, ambient);
        Made = heat with { SelfHeating = _runaway.Power };
        Loss = outwards * (_network.Surface - ambient);
        _melt.Advance(_network, plated);
    }

    /// <summary>Takes heat from a neighbour at the surface, J.</summary>
    public void Warm(double joule) => _network.WarmSurface(joule);
}

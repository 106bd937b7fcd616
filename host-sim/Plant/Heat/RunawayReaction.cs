using System;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Plant.Heat;

/// <summary>The reaction of electrolyte and charged cathode by which a hot cell heats itself, in each node of its core.</summary>
/// <remarks>
/// dξ/dt = k(T) (1 - ξ), q = H dξ/dt, k = k_on exp(E/R (1/T_on - 1/T)). H is the heat that warms the whole cell by its
/// adiabatic rise; k_on follows from what an accelerating-rate calorimeter calls onset, 0.02 K a minute. Exact for the
/// temperature at the start of a step, so that a step never burns more than there is. Below the onset by more than
/// <see cref="Margin"/> the reaction rests: it would give less than a hundredth of the onset's rate.
/// </remarks>
public sealed class RunawayReaction
{
    /// <summary>How far below the onset the reaction rests, K.</summary>
    public const double Margin = 60;

    /// <summary>Rate of self-heating that counts as onset, K/s.</summary>
    public const double OnsetRate = 0.02 / 60;

    private readonly Arrhenius _factor;
    private readonly double _onset;
    private readonly double _rateAtOnset;
    private readonly double _riseRate;
    private readonly double _heat;
    private readonly double[] _burnt;
    private readonly double[] _local;

    /// <summary>Starts fresh.</summary>
    /// <param name="law">Constants; null: no such reaction.</param>
    /// <param name="nodes">Heat capacities, of which the heat follows.</param>
    /// <param name="count">Nodes of the core.</param>
    public RunawayReaction(ThermalRunaway? law, ThermalNodes nodes, int count)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        _burnt = new double[count];
        _local = new double[count];
        _onset = law?.Onset ?? double.PositiveInfinity;
        if (law is not null)
        {
            _factor = new Arrhenius(law.Activation, law.Onset);
            _rateAtOnset = OnsetRate / law.AdiabaticRise;
            _riseRate = law.AdiabaticRise;
            _heat = law.AdiabaticRise * (nodes.CoreCapacity + nodes.SurfaceCapacity) / count;
        }
    }

    /// <summary>Heat made in each node over the last step, W.</summary>
    public ReadOnlySpan<double> Local => _local;

    /// <summary>Heat made over the last step, W.</summary>
    public double Power { get; private set; }

    /// <summary>Share that has reacted, 0..1.</summary>
    public double Progress { get; private set; }

    /// <summary>Whether self-heating has reached the rate of onset.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Reacts through a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="hottest">Highest temperature of the core, K.</param>
    /// <param name="temperatures">Temperatures of the nodes, K.</param>
    public void Advance(double seconds, double hottest, ReadOnlySpan<double> temperatures)
    {
        if (hottest < _onset - Margin)
        {
            if (Power != 0)
            {
                Array.Clear(_local);
                Power = 0;
            }

            return;
        }

        double power = 0;
        double burnt = 0;
        for (int node = 0; node < _burnt.Length; node++)
        {
            double rate = _rateAtOnset * _factor.At(1 / Arrhenius.Bounded(temperatures[node]));
            double more = (1 - _burnt[node]) * -double.ExpM1(-rate * seconds);
            HasBegun |= more * _riseRate >= OnsetRate * seconds;
            _burnt[node] += more;
            _local[node] = _heat * more / seconds;
            power += _local[node];
            burnt += _burnt[node];
        }

        Power = power;
        Progress = burnt / _burnt.Length;
    }
}

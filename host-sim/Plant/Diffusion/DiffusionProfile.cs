using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Diffusion;

/// <summary>The lithium in one particle or film: a profile of stoichiometry that diffuses and keeps every atom.</summary>
/// <remarks>
/// dx/dt = div(D(x) grad x), backward Euler with D of the step's start. A step has two halves: <see cref="Begin"/> eliminates
/// all volumes but leaves open what flows in, so that a circuit may be solved with the surface as it will be;
/// <see cref="Complete"/> takes the flow it found. Solved for the change of each volume, so that lithium is conserved to
/// rounding; the pivots are sums of positive terms only, so nothing cancels and no step size is unstable.
/// </remarks>
public sealed class DiffusionProfile
{
    // Answer of one backward Euler step to a change of flux, over the exact sqrt law: sqrt(π)/2.
    private const double EulerShare = 0.886226925452758;

    private readonly DiffusionGrid _grid;
    private readonly DenseTable _diffusivity;
    private readonly double _splitElectrolyte;
    private readonly double _length;
    private readonly double _inverseSquareLength;
    private readonly double _entry;
    private readonly double[] _stoichiometry;
    private readonly double[] _share;
    private readonly double[] _change;
    private readonly double[] _gain;
    private double _step = 1;
    private double _outermostDiffusivity;
    private double _rate;
    private double _recentChange;
    private double _drift;
    private double _response;

    /// <summary>Makes a flat profile.</summary>
    /// <param name="grid">Volumes of the unit shape; shared by all cells.</param>
    /// <param name="diffusivity">D over stoichiometry at the reference temperature, m²/s.</param>
    /// <param name="length">Radius of the particle or thickness of the film, m.</param>
    /// <param name="splitElectrolyte">Share of the lithium that enters at the electrolyte face; the rest enters at the other (film only).</param>
    /// <param name="stoichiometry">Value everywhere at the start.</param>
    public DiffusionProfile(DiffusionGrid grid, DenseTable diffusivity, double length, double splitElectrolyte, double stoichiometry)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(diffusivity);

        _grid = grid;
        _diffusivity = diffusivity;
        _splitElectrolyte = splitElectrolyte;
        _length = length;
        _inverseSquareLength = 1 / (length * length);
        _entry = length * grid.TotalSize * splitElectrolyte;
        int volumes = grid.Sizes.Length;
        _stoichiometry = new double[volumes];
        _share = new double[volumes];
        _change = new double[volumes];
        _gain = new double[volumes];
        Array.Fill(_stoichiometry, stoichiometry);
        Mean = stoichiometry;
        Surface = stoichiometry;
    }

    /// <summary>Mean stoichiometry, summed over the volumes.</summary>
    public double Mean { get; private set; }

    /// <summary>Stoichiometry at the electrolyte face, continued from the outermost volume with the flux of the last step.</summary>
    public double Surface { get; private set; }

    /// <summary>The profile, from the centre (or collector) outwards.</summary>
    public ReadOnlySpan<double> Stoichiometry => _stoichiometry;

    /// <summary>Moves the profile on by a step of which the flow is known.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="rate">Rise of the mean stoichiometry over the step, 1/s: what the current brings in.</param>
    /// <param name="activation">Temperature factor of the diffusivity.</param>
    public void Advance(double seconds, double rate, double activation)
    {
        Begin(seconds, activation, out _);
        Complete(rate);
    }

    /// <summary>Begins a step: eliminates from the centre (or collector) to the surface.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="activation">Temperature factor of the diffusivity.</param>
    /// <param name="response">Rise of the surface at the step's end per rise of the mean, s.</param>
    /// <returns>The surface at the step's end if nothing flows in.</returns>
    public double Begin(double seconds, double activation, out double response)
    {
        double[] x = _stoichiometry;
        double[] size = _grid.Sizes;
        double[] conductance = _grid.Conductances;
        double[] change = _change;
        double[] gain = _gain;
        double[] share = _share;
        DenseTable diffusivity = _diffusivity;
        int last = x.Length - 1;
        double pace = seconds * activation * _inverseSquareLength;
        double entering = seconds * _grid.TotalSize;

        double reach = 0;
        double load = 0;
        double inflow = (1 - _splitElectrolyte) * entering;   // at the collector face, per rate
        double here = x[0];
        for (int k = 0; k < last; k++)
        {
            double next = x[k + 1];
            double ease = pace * conductance[k] * diffusivity.At(0.5 * (here + next));
            double flow = ease * (next - here);
            double held = size[k] + reach;
            double inverse = 1 / (held + ease);
            double passed = ease * inverse;
            change[k] = (load + flow) * inverse;
            gain[k] = inflow * inverse;
            share[k] = passed;
            load = ((load + flow) * passed) - flow;
            inflow *= passed;
            reach = held * passed;
            here = next;
        }

        double pivot = 1 / (size[last] + reach);
        change[last] = load * pivot;
        gain[last] = (inflow + (_splitElectrolyte * entering)) * pivot;

        _step = seconds;
        _outermostDiffusivity = activation * diffusivity.At(here);
        response = gain[last] + (_entry * _length * _grid.SurfaceDistance / _outermostDiffusivity);
        return here + change[last];
    }

    /// <summary>Completes the step that was begun.</summary>
    /// <param name="rate">Rise of the mean stoichiometry over the step, 1/s.</param>
    public void Complete(double rate)
    {
        double[] x = _stoichiometry;
        double[] size = _grid.Sizes;
        double[] change = _change;
        double[] gain = _gain;
        double[] share = _share;

        int last = x.Length - 1;
        double step = change[last] + (rate * gain[last]);
        double outermost = x[last] + step;
        x[last] = outermost;
        double sum = size[last] * outermost;
        for (int k = last - 1; k >= 0; k--)
        {
            step = change[k] + (rate * gain[k]) + (share[k] * step);
            x[k] += step;
            sum += size[k] * x[k];
        }

        Mean = sum / _grid.TotalSize;
        double surface = outermost + (rate * _entry * _length * _grid.SurfaceDistance / _outermostDiffusivity);
        _recentChange = rate - _rate;
        _response = 2 * _entry / Math.Sqrt(Math.PI * _outermostDiffusivity);
        _drift = ((surface - Surface) / _step) - (EulerShare * _response * _recentChange / Math.Sqrt(_step));
        _rate = rate;
        Surface = surface;
    }

    /// <summary>The surface stoichiometry between steps.</summary>
    /// <param name="seconds">Time since the last step, s.</param>
    /// <param name="response">Rise of the surface per rise of the mean since then, s.</param>
    /// <returns>The surface if nothing has flowed in since.</returns>
    /// <remarks>A surface answers a change of flux with the square root of time, as a half space does: 2 N sqrt(t/(π D)). So do the
    /// answers to the present change of current and to that of the last step go on; all older history goes on along its tangent.</remarks>
    public double SurfaceAfter(double seconds, out double response)
    {
        double root = Math.Sqrt(seconds);
        response = _response * root;
        return Surface + (_drift * seconds) + (_response * ((_recentChange * (Math.Sqrt(_step + seconds) - Math.Sqrt(_step))) - (_rate * root)));
    }
}

using System;
using System.Runtime.CompilerServices;
using Bms.Plant.Parameters;

namespace Bms.Plant.Diffusion;

/// <summary>The lithium in one particle or film: a profile of stoichiometry that diffuses and keeps every atom.</summary>
/// <remarks>
/// dx/dt = div(D(x) grad x), backward Euler with D of the step's start. Solved for the change of each volume, so that lithium
/// is conserved to rounding, by elimination from both ends to the middle: the two halves do not wait for each other. The
/// pivots are sums of positive terms only, so nothing cancels and no step size is unstable.
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
    private readonly double[] _stoichiometry;
    private readonly double[] _face;
    private readonly double[] _share;
    private readonly double[] _change;
    private double _lastStep = 1;
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
        int volumes = grid.Sizes.Length;
        _stoichiometry = new double[volumes];
        _face = new double[volumes];
        _share = new double[volumes];
        _change = new double[volumes];
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

    /// <summary>Moves the profile on by a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="rate">Rise of the mean stoichiometry over the step, 1/s: what the current brings in.</param>
    /// <param name="activation">Temperature factor of the diffusivity.</param>
    public void Advance(double seconds, double rate, double activation)
    {
        double entering = rate * seconds * _grid.TotalSize;
        Gather(seconds * activation * _inverseSquareLength, entering);
        Distribute(Eliminate());

        double outermost = _stoichiometry[^1];
        double diffusivity = activation * _diffusivity.At(outermost);
        double entry = _length * _grid.TotalSize * _splitElectrolyte;
        double surface = outermost + (rate * entry / diffusivity * _length * _grid.SurfaceDistance);

        _recentChange = rate - _rate;
        _response = 2 * entry / Math.Sqrt(Math.PI * diffusivity);
        _drift = ((surface - Surface) / seconds) - (EulerShare * _response * _recentChange / Math.Sqrt(seconds));
        _rate = rate;
        _lastStep = seconds;
        Surface = surface;
    }

    /// <summary>The surface stoichiometry between steps.</summary>
    /// <param name="seconds">Time since the last step, s.</param>
    /// <param name="rate">Rise of the mean stoichiometry since then, 1/s.</param>
    /// <remarks>A surface answers a change of flux with the square root of time, as a half space does: 2 N sqrt(t/(π D)). So do the
    /// answers to the present change of current and to that of the last step go on; all older history goes on along its tangent.</remarks>
    public double SurfaceAfter(double seconds, double rate) =>
        Surface + (_drift * seconds)
        + (_response * ((_recentChange * (Math.Sqrt(_lastStep + seconds) - Math.Sqrt(_lastStep))) + ((rate - _rate) * Math.Sqrt(seconds))));

    // How easily lithium crosses each face in the step, and what each volume would gain at the old gradients.
    private void Gather(double pace, double entering)
    {
        double[] x = _stoichiometry;
        double[] face = _face;
        double[] change = _change;
        double[] conductances = _grid.Conductances;
        DenseTable diffusivity = _diffusivity;
        int last = x.Length - 1;

        double inward = -(1 - _splitElectrolyte) * entering;
        for (int k = 0; k < last; k++)
        {
            double ease = pace * conductances[k] * diffusivity.At(0.5 * (x[k] + x[k + 1]));
            double flow = ease * (x[k + 1] - x[k]);
            face[k] = ease;
            change[k] = flow - inward;
            inward = flow;
        }

        change[last] = (_splitElectrolyte * entering) - inward;
    }

    // Eliminates from both ends; returns the change of the middle volume.
    private double Eliminate()
    {
        double[] size = _grid.Sizes;
        double[] face = _face;
        double[] change = _change;
        double[] share = _share;
        int down = size.Length - 1;
        int middle = size.Length / 2;
        var rising = default(Sweep);
        var falling = default(Sweep);

        int up = 0;
        if (down - middle < middle)
        {
            rising.Pass(0, size, face[0], change, share);
            up = 1;
        }

        for (; up < middle; up++, down--)
        {
            rising.Pass(up, size, face[up], change, share);
            falling.Pass(down, size, face[down - 1], change, share);
        }

        return (change[middle] + rising.Load + falling.Load) / (size[middle] + rising.Reach + falling.Reach);
    }

    // Carries the change of the middle volume outwards and adds it all up.
    private void Distribute(double centre)
    {
        double[] x = _stoichiometry;
        double[] size = _grid.Sizes;
        double[] change = _change;
        double[] share = _share;
        int middle = size.Length / 2;

        x[middle] += centre;
        double lowSum = size[middle] * x[middle];
        double highSum = 0;
        double low = centre;
        double high = centre;
        int up = middle + 1;
        for (int down = middle - 1; down >= 0; down--, up++)
        {
            low = change[down] + (share[down] * low);
            x[down] += low;
            lowSum += size[down] * x[down];
            if (up < x.Length)
            {
                high = change[up] + (share[up] * high);
                x[up] += high;
                highSum += size[up] * x[up];
            }
        }

        Mean = (lowSum + highSum) / _grid.TotalSize;
    }

    // One end's elimination: what the volumes behind a face offer to the volume before it.
    private struct Sweep
    {
        public double Reach;
        public double Load;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Pass(int volume, double[] size, double face, double[] change, double[] share)
        {
            double held = size[volume] + Reach;
            double inverse = 1 / (held + face);
            double passed = face * inverse;
            double load = change[volume] + Load;
            change[volume] = load * inverse;
            share[volume] = passed;
            Load = load * passed;
            Reach = held * passed;
        }
    }
}

using System;
using System.Linq;
using Bms.Plant.Parameters;
using Bms.Profiles;

namespace Bms.Simulation.Verification;

/// <summary>The firmware's diffusion scheme in double precision: backward Euler over six graded volumes, a step a second.</summary>
/// <remarks>A face has the mean D of its two neighbours before the step; the surface stands off the outermost volume by the flux
/// over D there. Written afresh from the equations: it shares the grid with the firmware, and no code.</remarks>
internal sealed class ReducedOrderDiffusion
{
    // The scheme's own resolution of the diffusivity, as its volumes are that of the profile.
    private const int DiffusivityIntervals = 128;

    private readonly GradedGrid _grid;
    private readonly DenseTable _diffusivity;
    private readonly double _inverseSquareLength;
    private readonly double _outerShare;
    private readonly double[] _stoichiometry;
    private readonly double[] _ratio;
    private readonly double[] _change;
    private readonly double _surfaceDelay;
    private double _excess;

    /// <summary>Makes a flat profile.</summary>
    /// <param name="positive">The electrode.</param>
    /// <param name="stoichiometry">Value everywhere at the start.</param>
    public ReducedOrderDiffusion(PositiveElectrode positive, double stoichiometry)
    {
        _grid = GradedGrid.For(positive.Geometry);
        _diffusivity = new DenseTable(Sampled(positive.Diffusivity), DiffusivityIntervals);
        _inverseSquareLength = 1 / (positive.DiffusionLength * positive.DiffusionLength);
        _outerShare = positive.Geometry == DiffusionGeometry.Sphere ? 1 : positive.FluxSplit;
        _stoichiometry = [.. Enumerable.Repeat(stoichiometry, _grid.Fractions.Length)];
        _ratio = new double[_stoichiometry.Length];
        _change = new double[_stoichiometry.Length];
        double distance = positive.Geometry == DiffusionGeometry.Sphere ? 3 * _grid.SurfaceDistance : _grid.SurfaceDistance;
        _surfaceDelay = 0.5 * distance * distance;
        Mean = stoichiometry;
        Surface = stoichiometry;
    }

    /// <summary>Mean stoichiometry.</summary>
    public double Mean { get; private set; }

    /// <summary>Stoichiometry at the electrolyte face.</summary>
    public double Surface { get; private set; }

    /// <summary>Moves the profile on by a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="entering">Rise of the mean stoichiometry over the step.</param>
    /// <param name="activation">Temperature factor of the diffusivity.</param>
    public void Advance(double seconds, double entering, double activation)
    {
        double mobility = seconds * activation * _inverseSquareLength;
        double outer = _outerShare * entering;
        double surfaceMobility = mobility * _diffusivity.At(_stoichiometry[^1]);
        Eliminate(mobility, entering - outer, outer);
        Substitute();
        _excess = ((_excess * _surfaceDelay) + (outer * _grid.SurfaceDistance)) / (_surfaceDelay + surfaceMobility);
        Surface = Math.Clamp(_stoichiometry[^1] + _excess, -1, 1);
    }

    private static Table Sampled(Table diffusivity)
    {
        double[] nodes = [.. Enumerable.Range(0, DiffusivityIntervals + 1).Select(node => (double)node / DiffusivityIntervals)];
        return new Table(nodes, [.. nodes.Select(diffusivity.At)]);
    }

    // Thomas' algorithm on the change of the profile: downwards from the centre (or collector) to the surface.
    private void Eliminate(double mobility, double inner, double outer)
    {
        double[] x = _stoichiometry;
        double[] fractions = _grid.Fractions;
        double[] faces = _grid.FaceConductances;
        double[] ratio = _ratio;
        double[] change = _change;
        int last = x.Length - 1;

        double taken = 0;
        double load = inner;
        for (int k = 0; k < last; k++)
        {
            double conductance = mobility * faces[k] * 0.5 * (_diffusivity.At(x[k]) + _diffusivity.At(x[k + 1]));
            double flux = conductance * (x[k + 1] - x[k]);
            double pivot = 1 / (fractions[k] + conductance + taken);
            ratio[k] = conductance * pivot;
            change[k] = (load + flux) * pivot;
            load = (conductance * change[k]) - flux;
            taken = conductance * (1 - ratio[k]);
        }

        change[last] = (load + outer) / (fractions[last] + taken);
    }

    // And upwards again.
    private void Substitute()
    {
        double[] x = _stoichiometry;
        double[] fractions = _grid.Fractions;
        int last = x.Length - 1;
        double change = _change[last];
        x[last] += change;
        double mean = fractions[last] * x[last];
        for (int k = last - 1; k >= 0; k--)
        {
            change = _change[k] + (_ratio[k] * change);
            x[k] += change;
            mean += fractions[k] * x[k];
        }

        Mean = mean;
    }
}

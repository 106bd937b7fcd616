using System;
using System.Linq;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Grid = Bms.Core.Cells.Grid;

namespace Bms.Core.Tests.Cells;

/// <summary>
/// The firmware's diffusion scheme in double precision: backward Euler over six graded volumes, diffusivity taken at the
/// start of the step, the surface one distance outside the outermost volume and late by the half volume between them.
/// </summary>
internal sealed class DiffusionReference
{
    private const int Volumes = Grid.Volumes;

    private readonly PositiveElectrode _positive;
    private readonly GradedGrid _grid;
    private readonly double[] _diffusivity;
    private readonly double _reference;
    private readonly double _sites;
    private readonly double _inner;
    private double _excess;

    public DiffusionReference(CellParameters cell, double stateOfCharge)
    {
        _positive = cell.Positive;
        _grid = GradedGrid.For(_positive.Geometry);
        _reference = cell.ReferenceTemperature;
        double window = _positive.StoichiometryEmpty - _positive.StoichiometryFull;
        _sites = cell.Cell.WindowCapacity * 3600 / window;
        _inner = _positive.Geometry == DiffusionGeometry.Sphere ? 0 : 1 - _positive.FluxSplit;
        double length = _positive.DiffusionLength;
        _diffusivity = [.. Enumerable.Range(0, Grid.StoichiometryNodes).Select(k => _positive.Diffusivity.At(k / (Grid.StoichiometryNodes - 1.0)) / (length * length))];
        X = [.. Enumerable.Repeat(_positive.StoichiometryEmpty - (stateOfCharge * window), Volumes)];
        Surface = X[0];
    }

    public double[] X { get; }

    public double Surface { get; private set; }

    public double Mean => X.Zip(_grid.Fractions, (x, share) => x * share).Sum();

    /// <summary>A step, s, at a current, A, positive on charge, and a temperature, K.</summary>
    public void Advance(double seconds, double current, double temperature)
    {
        double factor = Math.Exp(_positive.DiffusivityActivation / 8.314462618 * ((1 / _reference) - (1 / temperature))) * seconds;
        double[] between = [.. Enumerable.Range(0, Volumes - 1).Select(k => (At(X[k]) + At(X[k + 1])) / 2 * factor * _grid.FaceConductances[k])];
        double entered = -current * seconds / _sites;
        double inner = entered * _inner;
        double outer = entered - inner;
        double surfaceMobility = At(X[^1]) * factor;

        // (w + g_left + g_right) x - g_left x_left - g_right x_right = w x_old + source
        double[] pivot = new double[Volumes];
        double[] right = new double[Volumes];
        for (int k = 0; k < Volumes; k++)
        {
            double left = k > 0 ? between[k - 1] : 0;
            pivot[k] = _grid.Fractions[k] + left + (k < Volumes - 1 ? between[k] : 0);
            right[k] = (_grid.Fractions[k] * X[k]) + (k == 0 ? inner : 0) + (k == Volumes - 1 ? outer : 0);
            if (k > 0)
            {
                double ratio = left / pivot[k - 1];
                pivot[k] -= ratio * left;
                right[k] += ratio * right[k - 1];
            }
        }

        X[^1] = right[^1] / pivot[^1];
        for (int k = Volumes - 2; k >= 0; k--)
        {
            X[k] = (right[k] + (between[k] * X[k + 1])) / pivot[k];
        }

        // the surface follows a change of flux as the half volume behind it fills; there are no more sites than all
        double distance = _positive.Geometry == DiffusionGeometry.Sphere ? 3 * _grid.SurfaceDistance : _grid.SurfaceDistance;
        double delay = distance * distance / 2;
        _excess = ((_excess * delay) + (outer * _grid.SurfaceDistance)) / (delay + surfaceMobility);
        Surface = Math.Min(1, X[^1] + _excess);
    }

    private double At(double x)
    {
        double position = Math.Clamp(x, 0, 1) * (Grid.StoichiometryNodes - 1);
        int node = Math.Min((int)position, Grid.StoichiometryNodes - 2);
        return _diffusivity[node] + ((position - node) * (_diffusivity[node + 1] - _diffusivity[node]));
    }
}

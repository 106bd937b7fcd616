using System;
using Bms.Plant.Cells;
using Bms.Plant.Parameters;

namespace Bms.Plant.Packs;

/// <summary>Heat between the surfaces of cells that stand side by side in a clamp.</summary>
/// <remarks>
/// Each pair comes closer as two bodies joined by a conductance do, ΔT exp(-2 G t / C): never past each other at any step, and
/// what one gives the other gets. Pairs take turns from left to right, then from right to left, half a step each, so that
/// neither side is favoured.
/// </remarks>
public sealed class NeighbourExchange
{
    private readonly double _conductance;
    private readonly double _capacity;
    private double _seconds;
    private double _share;

    /// <summary>Takes conductance and surface capacity.</summary>
    public NeighbourExchange(ThermalNodes nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        _conductance = nodes.NeighbourConductance;
        _capacity = nodes.SurfaceCapacity;
    }

    /// <summary>Lets heat flow for a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="cells">All cells of a pack.</param>
    /// <param name="perClamp">Cells that stand in one clamp.</param>
    public void Advance(double seconds, Cell[] cells, int perClamp)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (_conductance == 0)
        {
            return;
        }

        if (seconds != _seconds)
        {
            _share = 0.5 * _capacity * (1 - Math.Exp(-_conductance * seconds / _capacity));
            _seconds = seconds;
        }

        for (int right = 1; right < cells.Length; right++)
        {
            Join(cells, right, perClamp);
        }

        for (int right = cells.Length - 1; right > 0; right--)
        {
            Join(cells, right, perClamp);
        }
    }

    private void Join(Cell[] cells, int right, int perClamp)
    {
        if (right % perClamp == 0)
        {
            return;
        }

        double heat = _share * (cells[right - 1].SurfaceTemperature - cells[right].SurfaceTemperature);
        cells[right - 1].Warm(-heat);
        cells[right].Warm(heat);
    }
}

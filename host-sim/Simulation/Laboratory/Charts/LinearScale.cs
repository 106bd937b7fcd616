using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Results;
using Bms.Simulation.Results.Charts;

namespace Bms.Simulation.Laboratory.Charts;

/// <summary>An axis of equal steps.</summary>
internal sealed class LinearScale : Scale
{
    private static readonly Window s_anything = new(double.NegativeInfinity, double.PositiveInfinity);

    private readonly ValueAxis _axis;
    private readonly double _length;

    /// <summary>An axis over a range.</summary>
    /// <param name="low">Lowest value to be seen.</param>
    /// <param name="high">Highest value to be seen; above the lowest.</param>
    /// <param name="length">Length, px.</param>
    public LinearScale(double low, double high, double length)
    {
        _axis = new ValueAxis(low, high, length, s_anything);
        _length = length;
        Ticks = [.. _axis.Ticks.Select(tick => (length - tick.Y, tick.Label, tick.IsZero))];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(double Place, string Label, bool IsZero)> Ticks { get; }

    /// <inheritdoc/>
    public override double Place(double value) => _length - _axis.Y(value);
}

using System.Collections.Generic;

namespace Bms.Simulation.Laboratory.Charts;

/// <summary>One axis of an <see cref="XyChart"/>: places of values along a length, and at most five ticks.</summary>
internal abstract class Scale
{
    /// <summary>The ticks: place from the low end, px, label, and whether it is a zero with values on both sides.</summary>
    public abstract IReadOnlyList<(double Place, string Label, bool IsZero)> Ticks { get; }

    /// <summary>Place of a value from the low end, px; a value far outside lies just outside.</summary>
    public abstract double Place(double value);
}

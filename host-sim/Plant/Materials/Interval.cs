using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Plant.Materials;

/// <summary>A number with the range in which its specimens lie.</summary>
/// <param name="Value">The number to take when one is needed.</param>
/// <param name="Lowest">Lowest in the range.</param>
/// <param name="Highest">Highest in the range.</param>
public readonly record struct Interval(double Value, double Lowest, double Highest)
{
    /// <summary>What a function makes of intervals: its value at their values, its extremes over their corners.</summary>
    /// <param name="inputs">One interval for each argument.</param>
    /// <param name="function">Monotonic in each argument over its range: then the corners hold the extremes.</param>
    public static Interval Of(IReadOnlyList<Interval> inputs, Func<double[], double> function)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(function);

        IEnumerable<double> corners = Enumerable.Range(0, 1 << inputs.Count)
            .Select(corner => function([.. inputs.Select((input, k) => ((corner >> k) & 1) == 0 ? input.Lowest : input.Highest)]));
        double[] ends = [.. corners];
        return new Interval(function([.. inputs.Select(input => input.Value)]), ends.Min(), ends.Max());
    }

    /// <summary>The same in another unit.</summary>
    public Interval Times(double factor) => new(Value * factor, Lowest * factor, Highest * factor);
}

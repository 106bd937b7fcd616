using System;

namespace Bms.Simulation.Judging;

/// <summary>The lowest and the highest of the values seen.</summary>
public sealed class Extent
{
    /// <summary>Lowest value; infinite while none was seen.</summary>
    public double Lowest { get; private set; } = double.PositiveInfinity;

    /// <summary>Highest value; minus infinite while none was seen.</summary>
    public double Highest { get; private set; } = double.NegativeInfinity;

    /// <summary>Takes a value.</summary>
    public void Include(double value)
    {
        Lowest = Math.Min(Lowest, value);
        Highest = Math.Max(Highest, value);
    }
}

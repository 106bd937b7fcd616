using System;

namespace Bms.Simulation.Verification;

/// <summary>How far one value stayed from another: root of the mean square, and the largest distance.</summary>
internal struct ErrorStatistic
{
    private double _squares;
    private long _count;

    /// <summary>Largest distance; 0 of none.</summary>
    public double Max { get; private set; }

    /// <summary>Root of the mean square; 0 of none.</summary>
    public readonly double Rms => _count > 0 ? Math.Sqrt(_squares / _count) : 0;

    /// <summary>Takes one in.</summary>
    public void Add(double error)
    {
        _squares += error * error;
        _count++;
        Max = Math.Max(Max, Math.Abs(error));
    }
}

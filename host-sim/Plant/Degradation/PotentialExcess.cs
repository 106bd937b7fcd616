using System;

namespace Bms.Plant.Degradation;

/// <summary>How many times faster than inside its window something grows at a potential outside it.</summary>
/// <remarks>exp(β_up max(0, U - U_up)) exp(β_low max(0, U_low - U)): 1 inside. Neither branch is continued further than a volt,
/// beyond which another reaction takes over.</remarks>
public sealed class PotentialExcess
{
    private const double Reach = 1;

    private readonly double _upper;
    private readonly double _above;
    private readonly double _lower;
    private readonly double _below;

    /// <summary>Takes the window, V, and the growth beyond each end, 1/V.</summary>
    public PotentialExcess(double lower, double below, double upper, double above)
    {
        _lower = lower;
        _below = below;
        _upper = upper;
        _above = above;
    }

    /// <summary>The factor at a potential, V; at least 1.</summary>
    public double At(double potential)
    {
        double exponent = (_above * Math.Clamp(potential - _upper, 0, Reach)) + (_below * Math.Clamp(_lower - potential, 0, Reach));
        return exponent > 0 ? Math.Exp(exponent) : 1;
    }
}

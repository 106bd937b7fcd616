using System;
using System.Collections.Generic;

namespace Bms.Simulation.Verification;

/// <summary>
/// How far one voltage stayed from another but for the last 3 % of charge: of the whole electrode or of its surface, and around
/// wherever a voltage limit ended the charge that could be had. There the curve is a cliff, and ten milliseconds are a millivolt.
/// </summary>
internal sealed class InnerChargeError
{
    private const double LastOfCharge = 0.03;

    private readonly List<(float StateOfCharge, float Error)> _samples = [];
    private double? _limit;

    /// <summary>Takes one in.</summary>
    /// <param name="stateOfCharge">True state of charge.</param>
    /// <param name="surface">True state of charge of the surface, which is what the potential follows.</param>
    /// <param name="error">Distance of the voltages.</param>
    /// <param name="isAtLimit">Whether a voltage limit is reached now.</param>
    public void Add(double stateOfCharge, double surface, double error, bool isAtLimit)
    {
        if (isAtLimit)
        {
            _limit = stateOfCharge;
            int kept = _samples.FindLastIndex(sample => !IsNear(sample.StateOfCharge, stateOfCharge)) + 1;
            _samples.RemoveRange(kept, _samples.Count - kept);
        }

        if (_limit is double limit && IsNear(stateOfCharge, limit))
        {
            return;
        }

        _limit = null;
        if (IsInner(stateOfCharge) && IsInner(surface))
        {
            _samples.Add(((float)stateOfCharge, (float)error));
        }
    }

    /// <summary>What is left once the case is over.</summary>
    public ErrorStatistic Sum()
    {
        var sum = default(ErrorStatistic);
        foreach ((_, float error) in _samples)
        {
            sum.Add(error);
        }

        return sum;
    }

    private static bool IsInner(double stateOfCharge) => stateOfCharge is >= LastOfCharge and <= 1 - LastOfCharge;

    private static bool IsNear(double stateOfCharge, double limit) => Math.Abs(stateOfCharge - limit) < LastOfCharge;
}

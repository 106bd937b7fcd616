namespace Bms.Conformance.Tests.Ranges;

/// <summary>What is known behind a branch.</summary>
internal static class Branches
{
    /// <summary>The state on the way on which a comparison holds.</summary>
    /// <param name="state">Before the branch.</param>
    /// <param name="comparison">What holds; null if that is not known.</param>
    /// <returns>Null if the way cannot be taken.</returns>
    public static MachineState? Taken(MachineState state, Comparison? comparison)
    {
        MachineState taken = state.Copy();
        return comparison == null || (Narrow(taken, comparison) && Narrow(taken, comparison.Turned())) ? taken : null;
    }

    private static bool Narrow(MachineState state, Comparison comparison)
    {
        Value left = comparison.Left;
        if (left.IsFloating && left.Origin is { } place && comparison.ProvesLeftNonZero())
        {
            state.Narrow(place, value => value with { IsRealNonZero = true });
        }

        if (left.Bits == 0 || comparison.Right.Bits == 0)
        {
            return true;
        }

        Interval narrowed = comparison.LeftWhenTrue();
        if (narrowed.IsEmpty)
        {
            return false;
        }

        if (left.Origin is { } origin)
        {
            state.Narrow(origin, value => value.Bits == 0 ? value : value with { Interval = value.Interval.And(narrowed) });
        }

        return true;
    }
}

using System;
using System.Linq;
using Bms.Core.Limits;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.Limits;

/// <summary>A limit drops at once, rises along its ramp and does not chatter.</summary>
public class LimitReleaseTests
{
    private const int Ramp_Q24 = 1 << 20;
    private const int LeastBand_Q24 = 1 << 16;

    private static readonly Gen<int[]> _bounds = Gen.Int[0, 4 << 24].Array[2, 200];

    [Fact]
    public void A_limit_is_never_above_what_bounds_it_and_never_rises_faster_than_its_ramp() =>
        _bounds.Sample(bounds =>
        {
            LimitRelease limit = new(Ramp_Q24);
            foreach (int bound in bounds)
            {
                int before = limit.Rate_Q24;
                limit.Follow(bound, LimitReason.Plating, 0);
                Assert.InRange(limit.Rate_Q24, 0, bound);
                Assert.True(limit.Rate_Q24 <= (long)before + Ramp_Q24);
            }
        });

    [Fact]
    public void Noise_inside_the_band_never_raises_a_limit() =>
        Gen.Select(Gen.Int[0, 3 << 24], Gen.Double[0, 1].Array[10, 300]).Sample((level, noise) =>
        {
            LimitRelease limit = new(Ramp_Q24);
            Settle(limit, level);
            int[] limits = [.. noise.Select(part => Next(limit, level + (int)(part * ((level >> 6) + LeastBand_Q24))))];
            Assert.All(limits, value => Assert.Equal(level, value));
        });

    [Fact]
    public void A_noisy_bound_leaves_the_limit_at_its_lowest() =>
        Gen.Select(Gen.Int[1 << 20, 3 << 24], Gen.Double[-0.5, 0.5].Array[10, 300]).Sample((level, noise) =>
        {
            LimitRelease limit = new(Ramp_Q24);
            Settle(limit, level);
            int lowest = level;
            int turns = 0;
            int before = level;
            foreach (double part in noise)
            {
                // a band as wide as that of the lowest bound there can be
                int bound = level + (int)(part * ((level >> 7) + LeastBand_Q24));
                int now = Next(limit, bound);
                lowest = Math.Min(lowest, bound);
                turns += now > before ? 1 : 0;
                before = now;
                Assert.Equal(lowest, now);
            }

            Assert.Equal(0, turns);
        });

    [Fact]
    public void Beyond_the_band_it_rises_all_the_way()
    {
        LimitRelease limit = new(Ramp_Q24);
        Settle(limit, 1 << 24);
        int bound = (1 << 24) + (1 << 22);
        int steps = 0;
        while (Next(limit, bound) < bound)
        {
            Assert.Equal(LimitReason.Release, limit.Reason);
            steps++;
        }

        Assert.Equal(3, steps);
        Assert.Equal(LimitReason.Plating, limit.Reason);
    }

    [Fact]
    public void A_forbidden_limit_is_zero_and_says_why()
    {
        LimitRelease limit = new(Ramp_Q24);
        Settle(limit, 1 << 24);
        limit.Forbid(LimitReason.Fault);
        Assert.Equal((0, LimitReason.Fault), (limit.Rate_Q24, limit.Reason));
        Assert.Equal(Ramp_Q24, Next(limit, 1 << 24));
    }

    private static void Settle(LimitRelease limit, int level)
    {
        for (int k = 0; k < 200 && limit.Rate_Q24 != level; k++)
        {
            limit.Follow(level + (level >> 5) + (2 * LeastBand_Q24), LimitReason.Plating, 0);
        }

        limit.Follow(level, LimitReason.Plating, 0);
    }

    private static int Next(LimitRelease limit, int bound)
    {
        limit.Follow(bound, LimitReason.Plating, 0);
        return limit.Rate_Q24;
    }
}

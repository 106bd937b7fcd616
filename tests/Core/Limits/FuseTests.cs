using System;
using Bms.Core.Cells;
using Bms.Core.Limits;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Xunit;

namespace Bms.Core.Tests.Limits;

/// <summary>The fuse is never asked for more than its rating, and for less after an overload.</summary>
public class FuseTests
{
    [Fact]
    public void A_smaller_fuse_binds_in_both_directions()
    {
        LimiterRig rig = new LimiterRig(Fused(9_000_000), Fuse).Evaluate();
        Assert.Equal(1.5, rig.Charge, 1e-6);
        Assert.Equal(1.5, rig.Discharge, 1e-6);
    }

    [Fact]
    public void An_overload_uses_the_melting_integral_and_lowers_the_bound()
    {
        // 80 C² s of the pouch cell at 24 A: 36 A are 36 - 16 = 20 C² above the rated square
        LimiterRig rig = new(BuiltInCell.Pouch, Fuse);
        rig.Readings.Current_uA = -36_000_000;
        Run(rig, seconds: 2);
        Assert.Equal(0.5, Used(rig), 0.01);
        Assert.InRange(rig.Discharge, 3.0, 3.99);
        Run(rig, seconds: 2.1);
        Assert.Equal(2, rig.Discharge, 0.01);
    }

    [Fact]
    public void What_is_used_cools_away()
    {
        LimiterRig rig = new(BuiltInCell.Pouch, Fuse);
        rig.Readings.Current_uA = 36_000_000;
        Run(rig, seconds: 3);
        double used = Used(rig);
        rig.Readings.Current_uA = 0;
        Run(rig, seconds: 100);
        Assert.Equal(used / Math.E, Used(rig), 0.01);
        Run(rig, seconds: 500);
        Assert.Equal(4, rig.Charge, 1e-6);
    }

    private static void Run(LimiterRig rig, double seconds)
    {
        for (int k = 0; k < (int)(seconds * 10); k++)
        {
            rig.Limiter.Renew();
        }
    }

    private static double Used(LimiterRig rig) => ((FuseLimiter)rig.Limiter).Used_Q16 / 65536.0;

    private static CellProfile Fused(int rated_uA) => new ImageEditor(BuiltInCell.Pouch).Set(ProfileField.FuseRatedCurrent, rated_uA).Profile();

    private static FuseLimiter Fuse(LimiterRig rig) => new(rig.Profile, rig.Readings);
}

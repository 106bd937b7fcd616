using System;
using System.Linq;
using Bms.Simulation.Laboratory;
using Xunit;

namespace Bms.Simulation.Tests.Laboratory;

/// <summary>The stepped critical-current test finds what the mechanisms of the interface make of each other.</summary>
public class CriticalCurrentTestTests
{
    [Fact]
    public void In_the_pouch_it_rises_with_temperature_and_pressure_and_falls_as_contact_is_lost()
    {
        var summary = (CriticalCurrentSummary)new CriticalCurrentTest().Run(Lab.Bench(Lab.Pouch)).Summary;

        Assert.True(summary.AsExpected);
        Assert.True(Found(summary, "temperature") is var warm && warm.Zip(warm.Skip(1)).All(pair => pair.Second > pair.First));
        Assert.True(Found(summary, "pressure") is var pressed && pressed[..4].Zip(pressed[1..4]).All(pair => pair.Second > pair.First));   // 1, 3, 5, 7 MPa
        Assert.True(Found(summary, "contact") is var touching && touching.Zip(touching.Skip(1)).All(pair => pair.Second > pair.First));
    }

    [Fact]
    public void Voids_bring_it_below_the_plating_limit_but_not_below_the_stripping_limit()
    {
        CriticalCurrentPoint point = Single(Lab.Pouch);

        Assert.InRange(point.BrokeAtMaCm2, point.StrippingLimitMaCm2, point.PlatingLimitMaCm2);
        Assert.True(point.ContactAtBreak < 0.9);
    }

    [Fact]
    public void Without_voids_it_is_the_plating_limit_and_what_filaments_need_to_grow()
    {
        CriticalCurrentPoint point = Single(Lab.Pouch, "voids");

        Assert.True(point.CriticalCurrentMaCm2 > Single(Lab.Pouch).BrokeAtMaCm2);
        Assert.InRange(point.BrokeAtMaCm2 / point.PlatingLimitMaCm2, 1, 1.8);
    }

    [Fact]
    public void Without_filaments_the_voltage_never_breaks_in() => Assert.Equal(double.NaN, Single(Lab.Pouch, "filaments", "mechanical-short").BrokeAtMaCm2);

    [Fact]
    public void The_limits_beside_it_are_those_of_the_reference()
    {
        CriticalCurrentPoint point = Single(Lab.Pouch);

        Lab.Near(0.618, point.StrippingLimitMaCm2, 0.02);
        Lab.Near(2.0, point.PlatingLimitMaCm2, 0.02);
    }

    [Fact]
    public void Longer_half_cycles_find_a_lower_one() =>
        Assert.True(Single(Lab.Pouch, 7200).BrokeAtMaCm2 < Single(Lab.Pouch, 600).BrokeAtMaCm2);

    [Fact]
    public void A_garnet_bears_less_than_a_sulfide_at_room_temperature_as_the_literature_says()
    {
        Assert.InRange(Single(Lab.Pellet).BrokeAtMaCm2, 0.05, 0.9);    // review Table 1
        Assert.InRange(Single(Lab.Pouch).BrokeAtMaCm2, 0.3, 2.5);      // review Table 1, Kasemchainan 2019
        Assert.True(Single(Lab.Film).BrokeAtMaCm2 > 10);               // review Table 1
    }

    private static double[] Found(CriticalCurrentSummary summary, string series) =>
        [.. summary.Points.Where(point => point.Series == series).Select(point => point.BrokeAtMaCm2)];

    private static CriticalCurrentPoint Single(string profile, params string[] without) => Single(profile, 1800, without);

    private static CriticalCurrentPoint Single(string profile, double halfCycle, params string[] without)
    {
        Workbench bench = Lab.Bench(profile, without);
        var test = new CriticalCurrentTest { Temperatures = [bench.Reference], Pressures = [], Contacts = [], HalfCycle = halfCycle };
        return Assert.Single(((CriticalCurrentSummary)test.Run(bench).Summary).Points);
    }
}

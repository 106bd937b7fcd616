using System;
using System.Linq;
using Bms.Plant.Parameters;
using Bms.Simulation.Campaigns.Scoring;
using Bms.Simulation.Sensors;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Campaigns;

public class ScoringTests
{
    [Theory]
    [InlineData("10 10 2 2 2 2 2 2 2 2 2 2 2 2 4 6 8 10", 0)]   // dropped once, released: no chatter
    [InlineData("10 2 10 2 10", 2)]                             // falls, rises, falls, rises: the second and third turn follow at once
    [InlineData("10 9.95 10 9.95 10 9.95", 0)]                  // moves below the resolution
    [InlineData("10 2 2 2 2 2 2 2 2 2 2 2 2 10 10 10 10 10 10 10 10 10 10 10 10 2", 0)]   // slower than the window
    public void A_limit_chatters_when_it_turns_again_at_once(string limits, int reversals)
    {
        var chatter = new Chatter(resolution: 0.1);
        double[] trace = [.. limits.Split(' ').Select(double.Parse)];
        for (int second = 0; second < trace.Length; second++)
        {
            chatter.Look(second, trace[second], reason: 1);
        }

        Assert.Equal(reversals, chatter.Count);
    }

    [Theory]
    [InlineData("1 1 2 2 2 1 1", 1)]
    [InlineData("1 2 3 4 5", 0)]
    [InlineData("1 2 2 2 2 2 2 2 2 2 2 2 2 1", 0)]
    public void A_reason_chatters_when_it_comes_back_at_once(string reasons, int reversals)
    {
        var chatter = new Chatter(resolution: 0.1);
        int[] trace = [.. reasons.Split(' ').Select(int.Parse)];
        for (int second = 0; second < trace.Length; second++)
        {
            chatter.Look(second, 5, trace[second]);
        }

        Assert.Equal(reversals, chatter.Count);
    }

    [Fact]
    public void Utilisation_counts_only_the_seconds_in_which_the_ideal_is_limited()
    {
        var utilisation = Utilisation.Of(ours: [5, 3, 2, 0], ideal: [5, 4, 4, 9], limited: [false, true, true, false]);

        Assert.Equal(new Utilisation(5, 8, 2), utilisation);
        Assert.Equal(62.5, utilisation.Percent(least: 1));
        Assert.Equal(double.NaN, utilisation.Percent(least: 10));
    }

    [Fact]
    public void Runs_of_different_length_are_not_compared()
    {
        Assert.Throws<ArgumentException>(() => Utilisation.Of([1], [1, 2], [true, true]));
    }

    [Fact]
    public void What_sensors_allow_follows_the_steepest_slope_that_was_passed()
    {
        PositiveElectrode electrode = Cells.Pouch.Positive with { OpenCircuitPotential = new Table([0, 0.5, 1], [4.4, 4.2, 3.2]) };
        var bound = new SensorBound(electrode, new SensorErrors { VoltageOffset = 0.006, VoltageGain = 0 });
        double window = electrode.StoichiometryEmpty - electrode.StoichiometryFull;

        bound.Look(0.95);
        Assert.Equal(100 * 0.006 / (0.4 * window), bound.Largest_percent, 6);
        bound.Look(0.1);
        Assert.Equal(100 * 0.006 / (2 * window), bound.Largest_percent, 6);
        Assert.Equal(bound.Largest_percent / Math.Sqrt(3), bound.Rms_percent, 6);
        bound.Look(0.95);   // what was learnt on the slope is not forgotten on the plateau
        Assert.Equal(100 * 0.006 / (2 * window), bound.Largest_percent, 6);
    }

    [Fact]
    public void Errors_of_parts_add_up_to_the_whole() => Gen.Double[-9, 9].Array[1, 40].Select(Gen.Int[0, 40]).Sample((errors, cut) =>
    {
        cut = Math.Min(cut, errors.Length);
        ErrorSum Of(double[] part) => part.Aggregate(default(ErrorSum), (sum, error) => sum.With(error));
        ErrorSum whole = Of(errors);
        ErrorSum together = Of(errors[..cut]).With(Of(errors[cut..]));
        Assert.Equal(whole.Rms, together.Rms, 9);
        Assert.Equal(errors.Max(Math.Abs), together.Worst);
        Assert.Equal(Math.Sqrt(errors.Average(error => error * error)), whole.Rms, 9);
    });
}

using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Judging;
using Bms.Simulation.Results;
using Xunit;

namespace Bms.Simulation.Tests.Judging;

/// <summary>The constraints that are a budget: stripped charge, filament growth, the fuse's integral.</summary>
public class BudgetTests
{
    private const double Excess = 3.6;   // mA/cm² beyond the limit: 0.001 mAh/cm² a second

    [Fact]
    public void Stripping_counts_when_the_charge_stripped_beyond_the_limit_exceeds_its_budget()
    {
        Court court = Stripping();
        court.Pass(19.9);
        Assert.Equal(0.0199, court.Judge.StrippedCharge(0), 9);
        Assert.Empty(court.Verdict());
        Assert.Equal(new Dictionary<string, int> { ["stripping"] = 1 }, court.Pass(0.2).Verdict());
    }

    [Fact]
    public void Stripping_at_the_limit_never_counts()
    {
        Court court = Stripping();
        court.Truth.Local[0] = court.Truth.Stripping[0];
        Assert.Empty(court.Pass(3600).Verdict());
        Assert.Equal(0, court.Judge.StrippedCharge(0));
    }

    [Fact]
    public void Stripping_counts_only_while_discharging()
    {
        Court court = Stripping();
        court.Truth.Plating[0] = 100;
        court.Current = 1;
        Assert.Empty(court.Pass(600).Verdict());
        court.Current = 0;
        Assert.Empty(court.Pass(600).Verdict());
    }

    [Fact]
    public void Charge_stripped_in_parts_adds_up_without_healing()
    {
        Court court = Stripping();
        for (int part = 0; part < 3; part++)
        {
            court.Current = -1;
            court.Pass(8);
            court.Current = 0;
            court.Pass(100);
        }

        Assert.Equal(0.024, court.Judge.StrippedCharge(0), 9);
        Assert.Equal(1, court.Verdict()["stripping"]);
    }

    [Fact]
    public void Healing_takes_stripped_charge_away_exponentially()
    {
        Court court = Stripping();
        court.Pass(15);
        court.Truth.Healing[0] = 0.01;
        court.Current = 0;
        court.Pass(100);
        Assert.Equal(0.015 * Math.Exp(-1), court.Judge.StrippedCharge(0), 0.00001);
    }

    [Theory]
    [InlineData(0.051, 0)]    // 0.001 / 0.051 < 0.02
    [InlineData(0.049, 1)]
    public void With_healing_the_stripped_charge_settles_where_both_are_equal(double healing, int episodes)
    {
        Court court = Stripping();
        court.Truth.Healing[0] = healing;
        court.Pass(600);
        Assert.Equal(0.001 / healing, court.Judge.StrippedCharge(0), 1e-6);
        Assert.Equal(episodes, court.Verdict().GetValueOrDefault("stripping"));
    }

    [Fact]
    public void Stripping_again_after_healing_is_a_second_episode()
    {
        Court court = Stripping();
        court.Truth.Healing[0] = 0.005;
        for (int part = 0; part < 2; part++)
        {
            court.Current = -1;
            court.Pass(30);
            court.Current = 0;
            court.Pass(600);
        }

        Assert.Equal(2, court.Verdict()["stripping"]);
        Assert.Equal(0.0279, court.Judge.Episodes[0].Worst, 0.0005);
    }

    [Fact]
    public void Filaments_may_grow_by_their_budget_from_where_they_began()
    {
        Court court = new(new ScriptedTruth { Filament = { [0] = 0.3 } });
        court.Truth.Filament[0] = 0.3099;
        Assert.Empty(court.Pass(60).Verdict());
        court.Truth.Filament[0] = 0.3101;
        court.Pass(0.1);
        Assert.Equal(new Dictionary<string, int> { ["filament"] = 1 }, court.Verdict());
    }

    [Fact]
    public void A_filament_that_heals_and_grows_again_is_still_one_episode()
    {
        Court court = new();
        foreach (double index in new[] { 0.011, 0.005, 0.012, 0, 0.02 })
        {
            court.Truth.Filament[1] = index;
            court.Pass(10);
        }

        Assert.Equal(1, court.Verdict()["filament"]);
        ViolationEpisode episode = Assert.Single(court.Judge.Episodes);
        Assert.Equal(0.02, episode.Worst);
        Assert.Equal(50, episode.Duration_s, 6);
        Assert.Equal(10 * (0.001 + 0.001 + 0.002 + 0.002 + 0.01), episode.Integral, 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void The_fuse_melts_by_the_integral_above_its_rated_current(int sign)
    {
        double rated = Cells.Pouch.Limits.FuseRatedCurrent;
        double seconds = Cells.Pouch.Limits.FuseI2t / (3 * rated * rated);   // at twice the rated current
        Court court = new() { Current = sign * 2 * rated };
        Assert.Empty(court.Pass(seconds - 0.02).Verdict());
        Assert.Equal(new Dictionary<string, int> { ["overcurrent"] = 1 }, court.Pass(0.04).Verdict());
    }

    [Fact]
    public void The_rated_current_flows_for_ever()
    {
        Court court = new() { Current = -Cells.Pouch.Limits.FuseRatedCurrent };
        Assert.Empty(court.Pass(3600).Verdict());
    }

    [Fact]
    public void Overloads_add_up_and_count_once()
    {
        double rated = Cells.Pouch.Limits.FuseRatedCurrent;
        double seconds = Cells.Pouch.Limits.FuseI2t / (3 * rated * rated);
        Court court = new();
        for (int pulse = 0; pulse < 6; pulse++)
        {
            court.Current = 2 * rated;
            court.Pass(0.3 * seconds);
            court.Current = 0;
            court.Pass(10);
        }

        Assert.Equal(new Dictionary<string, int> { ["overcurrent"] = 1 }, court.Verdict());
        Assert.InRange(Assert.Single(court.Judge.Episodes).Start_s, 3 * 10, 4 * 10 + (2 * seconds));
    }

    [Fact]
    public void Every_constraint_is_judged_even_if_nothing_happens()
    {
        Court court = new();
        court.Verdict();
        Assert.Equal(TrueConstraint.All.Select(row => row.Key), court.Judge.Counts.Keys);
    }

    [Fact]
    public void The_extremes_are_those_of_all_looks()
    {
        Court court = new();
        court.Truth.Voltage[1] = 4.05;
        court.Truth.Core[0] = 330;
        court.Truth.Pressure[1] = 2;
        court.Pass(1);
        court.Truth.Voltage[0] = 3.1;
        court.Truth.Voltage[1] = 3.9;
        court.Truth.Core[0] = 300;
        court.Truth.Pressure[1] = 7;
        court.Pass(1);
        Judge judge = court.Judge;
        Assert.Equal((3.1, 4.05), (judge.CellVoltage.Lowest, judge.CellVoltage.Highest));
        Assert.Equal((300, 330), (judge.CoreTemperature.Lowest, judge.CoreTemperature.Highest));
        Assert.Equal((2, 7), (judge.ClampPressure.Lowest, judge.ClampPressure.Highest));
    }

    // Cell 0 gives off more lithium than its interface can replace.
    private static Court Stripping()
    {
        Court court = new() { Current = -1 };
        court.Truth.Local[0] = court.Truth.Stripping[0] + Excess;
        return court;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Results;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Results;

public class TraceTests
{
    private static readonly TraceColumn[] Columns =
    [
        new("time", "s"),
        new("current", "A", KeepExtremes: true),
        new("voltage[0]", "V", KeepExtremes: true),
        new("voltage[1]", "V", KeepExtremes: true),
        new("ambient", "°C"),
    ];

    private static readonly int[][] Families = [[1], [2, 3]];

    [Fact]
    public void Every_row_of_an_hour_is_kept_as_it_is()
    {
        double[][] rows = Noise(3601, seed: 1);
        Trace trace = Filled(rows, 3600);
        Assert.Equal(0, trace.Interval_s);
        Assert.Equal(rows, Kept(trace));
    }

    [Fact]
    public void A_run_that_ends_early_keeps_every_row()
    {
        double[][] rows = Noise(1200, seed: 2);
        Assert.Equal(rows, Kept(Filled(rows, expected: 86400)));
    }

    [Fact]
    public void In_every_interval_the_extremes_of_every_marked_family_survive() =>
        Gen.Select(Gen.Int[3700, 20_000], Gen.Int[0, 60_000], Gen.Int).Sample(
            (seconds, expected, seed) =>
            {
                double[][] rows = Noise(seconds, seed);
                Trace trace = Filled(rows, expected);
                double[][] kept = Kept(trace);
                int[][] families = Families;
                foreach (IGrouping<long, double[]> interval in rows.GroupBy(row => (long)(row[0] / trace.Interval_s)))
                {
                    double[][] survivors = [.. kept.Where(row => (long)(row[0] / trace.Interval_s) == interval.Key)];
                    foreach (int[] family in families)
                    {
                        Assert.Equal(interval.Min(row => family.Min(c => row[c])), survivors.Min(row => family.Min(c => row[c])));
                        Assert.Equal(interval.Max(row => family.Max(c => row[c])), survivors.Max(row => family.Max(c => row[c])));
                    }
                }
            },
            iter: 20);

    [Fact]
    public void Kept_rows_are_rows_of_the_run_in_time_order() =>
        Gen.Select(Gen.Int[3601, 12_000], Gen.Int).Sample(
            (seconds, seed) =>
            {
                double[][] rows = Noise(seconds, seed);
                double[][] kept = Kept(Filled(rows, seconds));
                Assert.All(kept.Zip(kept.Skip(1)), pair => Assert.True(pair.First[0] < pair.Second[0]));
                Assert.All(kept, row => Assert.Equal(rows[(int)row[0]], row));
            },
            iter: 20);

    [Theory]
    [InlineData(86_400, 86_400)]
    [InlineData(86_400, 3600)]
    [InlineData(300_000, 10_000)]
    [InlineData(90_000, 0)]
    public void A_long_run_stays_bounded_however_wrong_its_expected_duration(int seconds, double expected)
    {
        Trace trace = Filled(Noise(seconds + 1, seed: 3), expected);
        Assert.InRange(trace.Count, Trace.MostIntervals, Trace.MostRows + 1);
        Assert.True(seconds / trace.Interval_s <= Trace.MostIntervals);
    }

    [Fact]
    public void First_and_last_row_of_a_long_run_are_kept()
    {
        double[][] rows = Noise(50_001, seed: 4);
        Trace trace = Filled(rows, 50_000);
        Assert.Equal(rows[0], trace.Row(0).ToArray());
        Assert.Equal(rows[^1], trace.Row(trace.Count - 1).ToArray());
    }

    [Fact]
    public void One_second_of_one_cell_survives_a_day()
    {
        double[][] rows = [.. Enumerable.Range(0, 86_401).Select(t => (double[])[t, -1, 3.7, 3.7, 20])];
        rows[54_321][3] = 2.9;
        Trace trace = Filled(rows, 86_400);
        Assert.Contains(Kept(trace), row => row[0] == 54_321 && row[3] == 2.9);
    }

    [Fact]
    public void A_value_that_is_not_known_hides_no_extreme()
    {
        double[][] rows = Noise(10_000, seed: 5);
        double highest = rows.Max(row => row[1]);
        foreach (double[] row in rows.Where(row => row[1] != highest && row[0] % 3 == 0))
        {
            row[1] = double.NaN;
        }

        Assert.Equal(highest, Kept(Filled(rows, 10_000)).Max(row => row[1]));
    }

    [Fact]
    public void Interrupted_readings_continue_in_their_own_interval()
    {
        var trace = new Trace(Columns, 7200);
        foreach (double time in (double[])[0, 10, 3599, 7000, 7100.5])
        {
            trace.Add([time, time, 1, 1, 1]);
        }

        trace.Complete();
        Assert.Equal([0, 10, 3599, 7000, 7100.5], Kept(trace).Select(row => row[0]));
    }

    [Fact]
    public void Completing_twice_changes_nothing()
    {
        Trace trace = Filled(Noise(5000, seed: 6), 5000);
        int count = trace.Count;
        trace.Complete();
        Assert.Equal(count, trace.Count);
    }

    [Fact]
    public void An_empty_trace_can_be_completed()
    {
        var trace = new Trace(Columns, 10);
        trace.Complete();
        Assert.Equal(0, trace.Count);
    }

    [Fact]
    public void A_complete_trace_takes_no_row()
    {
        Trace trace = Filled(Noise(2, seed: 7), 2);
        Assert.Throws<InvalidOperationException>(() => trace.Add([9, 0, 0, 0, 0]));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Time_only_goes_forward(double time)
    {
        var trace = new Trace(Columns, 10);
        trace.Add([5, 0, 0, 0, 0]);
        Assert.Throws<ArgumentException>(() => trace.Add([time, 0, 0, 0, 0]));
    }

    [Fact]
    public void A_row_has_a_value_for_every_column() =>
        Assert.Throws<ArgumentException>(() => new Trace(Columns, 10).Add([0, 1]));

    [Fact]
    public void Two_columns_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Trace([new("time", "s"), new("a", ""), new("a", "")], 10));

    [Fact]
    public void An_unknown_column_is_named_in_the_failure() =>
        Assert.Contains("nonsense", Assert.Throws<KeyNotFoundException>(() => new Trace(Columns, 10).IndexOf("nonsense")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_family_is_all_its_members() => Assert.Equal([2, 3], new Trace(Columns, 10).IndicesOf("voltage"));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 1)]
    [InlineData(128, 8)]
    public void The_layout_places_every_cell_and_clamp(int cells, int clamps)
    {
        var layout = new TraceLayout(cells, clamps, ["none"], ["open"]);
        var trace = new Trace(layout.Columns, 10);
        Assert.Equal(ColumnName.TestTime, layout.Columns[0].Name);
        Assert.Equal(trace.IndexOf($"true_soc[{cells - 1}]"), layout[ColumnName.TrueSoc] + cells - 1);
        Assert.Equal(trace.IndexOf($"applied_pressure_pa[{clamps - 1}]"), layout[ColumnName.AppliedPressure] + clamps - 1);
        Assert.Equal(trace.IndexOf("binding_discharge"), layout[ColumnName.DischargeBinding]);
    }

    private static double[][] Noise(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(t => (double[])[t, random.NextDouble(), random.NextDouble(), random.NextDouble(), random.NextDouble()])];
    }

    private static Trace Filled(double[][] rows, double expected)
    {
        var trace = new Trace(Columns, expected);
        foreach (double[] row in rows)
        {
            trace.Add(row);
        }

        trace.Complete();
        return trace;
    }

    private static double[][] Kept(Trace trace) => [.. Enumerable.Range(0, trace.Count).Select(row => trace.Row(row).ToArray())];
}

using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Results;
using Xunit;

namespace Bms.Simulation.Tests.Results;

public class VerdictTests
{
    private static readonly Dictionary<string, double> Nothing = [];

    [Fact]
    public void A_clean_run_served_in_full_says_both()
    {
        Verdict verdict = Judge(Samples.Summary with { Served_percent = 100 });
        Assert.True(verdict.IsGood);
        Assert.Equal("No limit of the true cell was exceeded; everything asked for was served.", verdict.Sentence);
    }

    [Fact]
    public void What_held_the_load_back_is_named_with_its_time() => Assert.Equal(
        "No limit of the true cell was exceeded; discharge was held back for 41 min, mostly by stripping.",
        Sentence(Samples.Summary, discharge: new() { ["Stripping"] = 2400, ["Voltage"] = 60 }));

    [Fact]
    public void A_single_limiter_is_not_called_the_most_frequent() => Assert.Contains(
        "charge was held back for 10 min by pressure low.",
        Sentence(Samples.Summary, charge: new() { ["PressureLow"] = 600 }),
        StringComparison.Ordinal);

    [Fact]
    public void Both_directions_are_told() => Assert.EndsWith(
        "discharge was held back for 1 h 1 min by stripping, and charge was held back for 30 s by plating.",
        Sentence(Samples.Summary, charge: new() { ["Plating"] = 30 }, discharge: new() { ["Stripping"] = 3660 }),
        StringComparison.Ordinal);

    [Fact]
    public void The_temperature_is_that_at_which_the_limiter_held()
    {
        Trace trace = Held(temperature: second => second < 50 ? 12 : 40, held: second => second < 50);
        string sentence = Sentence(Samples.Summary, trace: trace, discharge: new() { ["Stripping"] = 50 });
        Assert.EndsWith("for 50 s by stripping at 12 °C.", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spread_of_temperatures_is_told_as_a_range()
    {
        Trace trace = Held(temperature: second => second, held: _ => true);
        string sentence = Sentence(Samples.Summary, trace: trace, discharge: new() { ["Stripping"] = 100 });
        Assert.EndsWith("at 10 to 89 °C.", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Harm_comes_first_and_is_counted()
    {
        Verdict verdict = Judge(Samples.Summary with { Violations = new Dictionary<string, int> { ["voltage_high"] = 1, ["stripping"] = 3 } });
        Assert.False(verdict.IsGood);
        Assert.StartsWith("The true cell was harmed: 3 stripping episodes and 1 overvoltage episode;", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaving_a_window_is_not_called_harm() => Assert.StartsWith(
        "The true cell left its window: 2 low-pressure episodes;",
        Sentence(Samples.Summary with { Violations = new Dictionary<string, int> { ["pressure_low"] = 2 } }),
        StringComparison.Ordinal);

    [Fact]
    public void Refusing_everything_is_no_praise() => Assert.Equal(
        "No limit of the true cell was exceeded; but only 0.3 % of what was asked for was served.",
        Sentence(Samples.Summary with { Served_percent = 0.3 }, discharge: new() { ["Stripping"] = 3000 }));

    [Fact]
    public void What_was_lost_without_a_limit_is_told_too() => Assert.EndsWith(
        "91.0 % of what was asked for was served.",
        Sentence(Samples.Summary),
        StringComparison.Ordinal);

    [Fact]
    public void A_run_of_rest_says_that_nothing_was_asked() => Assert.EndsWith(
        "nothing was asked of it.",
        Sentence(Samples.Summary with { Served_percent = double.NaN }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "The load ignored the limits, yet no limit of the true cell was exceeded.")]
    [InlineData(2, "The load ignored the limits, and the true cell was harmed: 2 plating episodes.")]
    public void Ignored_limits_are_said_first(int episodes, string sentence)
    {
        RunSummary summary = Samples.Summary with { Violations = new Dictionary<string, int> { ["plating"] = episodes } };
        ReportContext context = Samples.Short.Context with { LimitsRespected = false };
        Assert.Equal(sentence, Verdict.Of(summary, Samples.Short.Trace, context).Sentence);
    }

    [Fact]
    public void Every_constraint_has_words()
    {
        foreach (TrueConstraint constraint in TrueConstraint.All)
        {
            RunSummary summary = Samples.Summary with { Violations = new Dictionary<string, int> { [constraint.Key] = 1 } };
            Assert.Contains($"1 {constraint.Words} episode;", Sentence(summary), StringComparison.Ordinal);
        }
    }

    private static string Sentence(RunSummary summary, Trace? trace = null, Dictionary<string, double>? charge = null, Dictionary<string, double>? discharge = null)
    {
        ReportContext context = Samples.Short.Context with { ChargeHeldBack_s = charge ?? Nothing, DischargeHeldBack_s = discharge ?? Nothing };
        return Verdict.Of(summary, trace ?? Empty(), context).Sentence.Replace('\u202F', ' ');
    }

    private static Verdict Judge(RunSummary summary) => Verdict.Of(summary, Empty(), Samples.Short.Context);

    private static Trace Empty()
    {
        var trace = new Trace([new(ColumnName.TestTime, "s")], 10);
        trace.Complete();
        return trace;
    }

    private static Trace Held(Func<int, double> temperature, Func<int, bool> held)
    {
        TraceColumn[] columns =
        [
            new(ColumnName.TestTime, "s"),
            new(ColumnName.RequestedCurrent, "A"),
            new(ColumnName.DischargeLimit, "A"),
            new(ColumnName.DischargeBinding, "", ["None", "Stripping"]),
            new(ColumnName.Of(ColumnName.TrueCoreTemperature, 0), "°C"),
            new(ColumnName.Of(ColumnName.TrueCoreTemperature, 1), "°C"),
        ];
        var trace = new Trace(columns, 100);
        foreach (int second in Enumerable.Range(0, 100))
        {
            trace.Add([second, held(second) ? -10 : -1, 5, 1, temperature(second), temperature(second) + 5]);
        }

        trace.Complete();
        return trace;
    }
}

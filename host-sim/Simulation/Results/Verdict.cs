using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Results.Charts;

namespace Bms.Simulation.Results;

/// <summary>
/// What a run shows, in one sentence made of its numbers: whether the true cell was kept within its limits, and what that cost
/// the load.
/// </summary>
public sealed record Verdict
{
    private const double Almost = 5;         // percent served, below which a run without violation proves little
    private const double InFull = 99.95;     // percent served that count as everything
    private const double ShortestTold_s = 1;

    private Verdict(bool isGood, string sentence)
    {
        IsGood = isGood;
        Sentence = sentence;
    }

    /// <summary>Whether no limit of the true cell was exceeded.</summary>
    public bool IsGood { get; }

    /// <summary>The sentence.</summary>
    public string Sentence { get; }

    /// <summary>Judges a run.</summary>
    public static Verdict Of(RunSummary summary, Trace trace, ReportContext context)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(context);
        return Of(summary, trace, context, new CurrentRecord(trace));
    }

    internal static Verdict Of(RunSummary summary, Trace trace, ReportContext context, CurrentRecord currents)
    {
        string kept = Kept(summary);
        string sentence = context.LimitsRespected
            ? $"{kept}; {Cost(summary, trace, context, currents)}."
            : $"The load ignored the limits, {(summary.ViolationTotal == 0 ? "yet" : "and")} {char.ToLowerInvariant(kept[0])}{kept[1..]}.";
        return new Verdict(summary.ViolationTotal == 0, sentence);
    }

    private static string Kept(RunSummary summary)
    {
        if (summary.ViolationTotal == 0)
        {
            return "No limit of the true cell was exceeded";
        }

        TrueConstraint[] broken = [.. TrueConstraint.All
            .Where(constraint => summary.Violations[constraint.Key] > 0)
            .OrderByDescending(constraint => constraint.Harms)];
        string episodes = List([.. broken.Select(constraint => Quantity.Count(summary.Violations[constraint.Key], $"{constraint.Words} episode"))]);
        return broken[0].Harms ? $"The true cell was harmed: {episodes}" : $"The true cell left its window: {episodes}";
    }

    private static string Cost(RunSummary summary, Trace trace, ReportContext context, CurrentRecord currents)
    {
        if (double.IsNaN(summary.Served_percent))
        {
            return "nothing was asked of it";
        }

        if (summary.Served_percent < Almost)
        {
            return $"but only {Quantity.Number(summary.Served_percent, 1)}{Quantity.Gap}% of what was asked for was served";
        }

        string[] directions = [.. new[]
        {
            HeldBack("discharge", context.DischargeHeldBack_s, trace, currents.DischargeLimiters, currents.DischargeBinding, currents.DischargeHeldBack),
            HeldBack("charge", context.ChargeHeldBack_s, trace, currents.ChargeLimiters, currents.ChargeBinding, currents.ChargeHeldBack),
        }.OfType<string>()];
        return directions.Length > 0
            ? string.Join(", and ", directions)
            : summary.Served_percent >= InFull
                ? "everything asked for was served"
                : $"{Quantity.Number(summary.Served_percent, 1)}{Quantity.Gap}% of what was asked for was served";
    }

    private static string? HeldBack(
        string direction,
        IReadOnlyDictionary<string, double> seconds,
        Trace trace,
        IReadOnlyList<string> limiters,
        double[] binding,
        bool[] held)
    {
        KeyValuePair<string, double>[] told =
        [
            .. seconds.Where(pair => pair.Value > 0).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal),
        ];
        double total = told.Sum(pair => pair.Value);
        if (total < ShortestTold_s)
        {
            return null;
        }

        string limiter = told[0].Key;
        string mostly = told.Length > 1 ? ", mostly by" : " by";
        string where = Temperature(trace, limiters, limiter, binding, held);
        return $"{direction} was held back for {Quantity.Duration(total)}{mostly} {Quantity.Words(limiter)}{where}";
    }

    /// <summary>The coldest core at those rows at which a limiter held the current back, by time: from the 10th to the 90th percentile.</summary>
    private static string Temperature(Trace trace, IReadOnlyList<string> limiters, string limiter, double[] binding, bool[] held)
    {
        Family cores = Family.Of(trace, ColumnName.TrueCoreTemperature);
        int number = limiters.ToList().IndexOf(limiter);
        if (!cores.Exists || number < 0)
        {
            return string.Empty;
        }

        double[] coldest = cores.Lowest();
        double[] found =
        [
            .. Enumerable.Range(0, trace.Count)
                .Where(row => held[row] && binding[row] == number && double.IsFinite(coldest[row]))
                .Select(row => coldest[row])
                .Order(),
        ];
        int tenth = found.Length / 10;
        return found.Length == 0 ? string.Empty : $" at {Quantity.Range(found[tenth], found[^(1 + tenth)], 0, "°C")}";
    }

    private static string List(string[] parts) => parts.Length < 2 ? parts[0] : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
}

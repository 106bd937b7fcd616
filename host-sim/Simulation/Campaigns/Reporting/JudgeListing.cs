using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bms.Simulation.Laboratory.Reporting;

namespace Bms.Simulation.Campaigns.Reporting;

/// <summary>A campaign in words and numbers, for page and terminal.</summary>
public static class JudgeListing
{
    /// <summary>Heads of the table of scenarios.</summary>
    public static string[] Heads { get; } =
        ["scenario", "viol", "off %", "soc", "max", "cold", "max", "bound", "trips", "chat", "serv", "util", "worst", "sheet", "sh.v%", "tight"];

    /// <summary>A row of it.</summary>
    public static string[] Row(ScenarioFigures row) =>
    [
        row.Scenario,
        $"{row.Violations}",
        Digits(row.ViolationsWithTunablesOffPercent, 0),
        Digits(row.SocRmsePercent, 2),
        Digits(row.SocMaxPercent, 1),
        Digits(row.SocRmseColdPercent, 2),
        Digits(row.SocMaxColdPercent, 1),
        Digits(row.SocRmseOverBound, 2),
        $"{row.FalseTrips}",
        Digits(row.Chatter, 0),
        Digits(row.ServedPercent, 1),
        Digits(row.UtilisationPercentOfOracle, 1),
        Digits(row.UtilisationWorstPercent, 1),
        Digits(row.UtilisationStaticPercentOfOracle, 1),
        Digits(row.StaticViolatingRunsPercent, 0),
        Digits(row.OracleTightPercent, 0),
    ];

    /// <summary>The few figures that matter.</summary>
    public static IReadOnlyList<Card> Cards(JudgeSummary summary) =>
    [
        new("Violations", $"{summary.Violations}", $"in {Digits(summary.ViolatingRunsPercent, 1)} % of the runs; {Digits(summary.ViolationsWithTunablesOffPercent, 1)} % with the tunables off"),
        new("Utilisation", $"{Digits(summary.UtilisationPercentOfOracle, 1)} %", $"of the clairvoyant's; worst {Digits(summary.UtilisationWorstPercent, 1)} %"),
        new("Data sheet", $"{Digits(summary.UtilisationStaticPercentOfOracle, 1)} %", $"where it holds; ours there {Digits(summary.UtilisationWhereStaticHoldsPercent, 1)} %; it breaks something in {Digits(summary.StaticViolatingRunsPercent, 1)} % of the runs"),
        new("State of charge", $"{Digits(summary.SocRmsePercent, 2)} %", $"RMS from minute 30; worst {Digits(summary.SocMaxPercent, 1)} %; the voltage sensors alone allow {Digits(summary.SocBoundRmsePercent, 2)} and {Digits(summary.SocBoundMaxPercent, 1)} %; warm and cold together are {Digits(summary.SocRmseOverBound, 2)} and {Digits(summary.SocMaxOverBound, 2)} times that"),
        new("State of charge, cold", $"{Digits(summary.SocRmseColdPercent, 2)} %", $"below 0 °C; worst {Digits(summary.SocMaxColdPercent, 1)} %"),
        new("Health", $"{Digits(summary.ResistanceErrorPercent, 1)} %", $"RMS of the resistance at the end; capacity {Digits(summary.CapacityErrorPercent, 1)} %, contact {Digits(summary.ContactRmse, 3)}"),
        new("False trips", $"{summary.FalseTrips}", $"chatter {Digits(summary.Chatter, 1)} an hour"),
        new("Served", $"{Digits(summary.ServedPercent, 1)} %", "of what was asked for"),
        new("Clairvoyant", $"{Digits(summary.OracleTightPercent, 0)} % tight", $"{summary.OracleViolations} violations; limited for {Digits(summary.OracleLimitedMin / 60, 1)} h"),
    ];

    /// <summary>The same for a terminal.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(JudgeSummary summary) =>
        Cards(summary).Select(card => (card.Name.ToLowerInvariant(), $"{card.Value} ({card.Detail})"));

    /// <summary>A figure with so many digits behind the point; a dash where there is none.</summary>
    internal static string Digits(double value, int digits) => double.IsFinite(value) ? value.ToString($"F{digits}", CultureInfo.InvariantCulture) : "-";
}

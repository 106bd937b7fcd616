using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Campaigns.Scoring;
using Bms.Simulation.Results;

namespace Bms.Simulation.Campaigns;

/// <summary>One run of a campaign, every controller on the same truth and the same request: a row of its results.</summary>
/// <remarks>What is undefined is null. Nothing in it depends on how long anything took.</remarks>
public sealed record CampaignRun
{
    /// <summary>Key of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Number of the run.</summary>
    public required int Seed { get; init; }

    /// <summary>Capacity drawn for the whole pack, over the design's.</summary>
    public required double Capacity { get; init; }

    /// <summary>Resistance drawn for the whole pack, over the design's.</summary>
    public required double Resistance { get; init; }

    /// <summary>Violations of the firmware's run, by constraint.</summary>
    public required IReadOnlyList<ViolationCount> Violations { get; init; }

    /// <summary>Violations with the tunables off, by constraint.</summary>
    public required IReadOnlyList<ViolationCount> ViolationsTunablesOff { get; init; }

    /// <summary>Violations of the data sheet's run, by constraint.</summary>
    public required IReadOnlyList<ViolationCount> ViolationsStatic { get; init; }

    /// <summary>Violations of the clairvoyant's run, by constraint: there should be none.</summary>
    public required IReadOnlyList<ViolationCount> ViolationsOracle { get; init; }

    /// <summary>Error of the state of charge from minute 30, cells at 0 degC or above, percent.</summary>
    public required ErrorSum WarmSoc { get; init; }

    /// <summary>The same of colder cells.</summary>
    public required ErrorSum ColdSoc { get; init; }

    /// <summary>What the voltage sensors alone allow at the same times, warm and cold, percent.</summary>
    public required ErrorSum SocBound { get; init; }

    /// <summary>Error of the capacities believed in at the end, percent.</summary>
    public required ErrorSum CapacityError { get; init; }

    /// <summary>Error of the resistances believed in at the end, percent.</summary>
    public required ErrorSum ResistanceError { get; init; }

    /// <summary>Error of the contact factors believed in at the end.</summary>
    public required ErrorSum Contact { get; init; }

    /// <summary>Faults raised for nothing.</summary>
    public required int FalseTrips { get; init; }

    /// <summary>Their names.</summary>
    public required IReadOnlyList<string> Trips { get; init; }

    /// <summary>Reversals of the firmware's limits, 1/h.</summary>
    public required double Chatter { get; init; }

    /// <summary>Charge asked for, A h.</summary>
    public required double RequestedAh { get; init; }

    /// <summary>Charge that the firmware allowed to flow, A h.</summary>
    public required double DeliveredAh { get; init; }

    /// <summary>The same of the clairvoyant.</summary>
    public required double DeliveredOracleAh { get; init; }

    /// <summary>The same of the data sheet.</summary>
    public required double DeliveredStaticAh { get; init; }

    /// <summary>Energy in under the firmware, W h.</summary>
    public required double EnergyInWh { get; init; }

    /// <summary>Energy out under the firmware, W h.</summary>
    public required double EnergyOutWh { get; init; }

    /// <summary>Time in which the clairvoyant is limited, s.</summary>
    public required int OracleLimitedS { get; init; }

    /// <summary>Of that, time in which a critical current limits it, s.</summary>
    public required double OracleCriticalS { get; init; }

    /// <summary>Of that, time in which the plating limit does, s.</summary>
    public required double OraclePlatingS { get; init; }

    /// <summary>Whether the clairvoyant breaks something with its critical currents raised by 5 %; null where that is not asked.</summary>
    public required bool? OracleTight { get; init; }

    /// <summary>Firmware over clairvoyant while that is limited, percent; null if it hardly is.</summary>
    public required double? Utilisation { get; init; }

    /// <summary>The same of the data sheet.</summary>
    public required double? UtilisationStatic { get; init; }

    /// <summary>Steps of single cells of all true packs.</summary>
    public required long CellSteps { get; init; }

    /// <summary>Share served, percent; null if nothing was asked for.</summary>
    public double? Served => RequestedAh > 0 ? 100 * DeliveredAh / RequestedAh : null;

    /// <summary>Number of episodes of all constraints.</summary>
    public static int Total(IReadOnlyList<ViolationCount> violations) => violations.Sum(each => each.Episodes);

    /// <summary>A figure that may be not a number, as it stands in a row.</summary>
    internal static double? Defined(double value) => double.IsNaN(value) ? null : value;
}

/// <summary>Episodes of one constraint in a run.</summary>
/// <param name="Key">Key of the constraint.</param>
/// <param name="Episodes">How many.</param>
/// <param name="Worst">Value farthest beyond the limit.</param>
/// <param name="Seconds">How long in all, s.</param>
/// <param name="Integral">How far beyond the limit, summed over time: the constraint's unit times s.</param>
public sealed record ViolationCount(string Key, int Episodes, double Worst, double Seconds, double Integral)
{
    /// <summary>Counts episodes by constraint, in the order of the table of constraints.</summary>
    public static IReadOnlyList<ViolationCount> Of(IReadOnlyList<ViolationEpisode> episodes) =>
    [
        .. from constraint in TrueConstraint.All
           let own = episodes.Where(episode => episode.Key == constraint.Key).ToArray()
           where own.Length > 0
           select new ViolationCount(constraint.Key, own.Length, WorstOf(own.Select(episode => episode.Worst), constraint), own.Sum(episode => episode.Duration_s), own.Sum(episode => episode.Integral)),
    ];

    /// <summary>The value farthest beyond a constraint.</summary>
    internal static double WorstOf(IEnumerable<double> values, TrueConstraint constraint) => constraint.IsFloor ? values.Min() : values.Max();
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Campaigns.Reporting;

/// <summary>A column of the table of runs: a row of <see cref="All"/>.</summary>
/// <param name="Name">Its name, the unit last.</param>
/// <param name="Type">Its type in the file: VARCHAR, BIGINT, DOUBLE or BOOLEAN.</param>
/// <param name="Meaning">What it says, for people.</param>
/// <param name="Value">Its value in a run; null where undefined.</param>
public sealed record RunColumn(string Name, string Type, string Meaning, Func<CampaignRun, object?> Value)
{
    private const string Text = "VARCHAR";
    private const string Whole = "BIGINT";
    private const string Number = "DOUBLE";
    private const string Truth = "BOOLEAN";

    /// <summary>Every column, in the order of the file.</summary>
    public static IReadOnlyList<RunColumn> All { get; } =
    [
        new("scenario", Text, "key of the scenario", run => run.Scenario),
        new("seed", Whole, "number of the run", run => (long)run.Seed),
        new("capacity_factor", Number, "capacity drawn for the pack, over the design's", run => run.Capacity),
        new("resistance_factor", Number, "resistance drawn for the pack, over the design's", run => run.Resistance),
        new("violations", Whole, "episodes in which the firmware let a true limit be broken", run => (long)CampaignRun.Total(run.Violations)),
        new("violation_seconds", Number, "how long these lasted", run => run.Violations.Sum(each => each.Seconds)),
        new("violated", Text, "which constraints, each with its episodes, worst value, time, and time integral of what was beyond", run => Listed(run.Violations)),
        new("violations_tunables_off", Whole, "the same with the tunable constants of the true cell drawn anew", run => (long)CampaignRun.Total(run.ViolationsTunablesOff)),
        new("violated_tunables_off", Text, "which", run => Listed(run.ViolationsTunablesOff)),
        new("violations_static", Whole, "the same under the data sheet's limits", run => (long)CampaignRun.Total(run.ViolationsStatic)),
        new("violated_static", Text, "which", run => Listed(run.ViolationsStatic)),
        new("violations_oracle", Whole, "the same under the clairvoyant", run => (long)CampaignRun.Total(run.ViolationsOracle)),
        new("violated_oracle", Text, "which", run => Listed(run.ViolationsOracle)),
        new("soc_rmse_percent", Number, "state-of-charge error from minute 30, cells at 0 °C or above", run => CampaignRun.Defined(run.WarmSoc.Rms)),
        new("soc_max_percent", Number, "the largest", run => CampaignRun.Defined(run.WarmSoc.Worst)),
        new("soc_rmse_cold_percent", Number, "the same of colder cells", run => CampaignRun.Defined(run.ColdSoc.Rms)),
        new("soc_max_cold_percent", Number, "the largest", run => CampaignRun.Defined(run.ColdSoc.Worst)),
        new("soc_bound_rmse_percent", Number, "what voltage offsets and the slope of the open-circuit curve alone allow, all cells", run => CampaignRun.Defined(run.SocBound.Rms)),
        new("soc_bound_max_percent", Number, "the largest", run => CampaignRun.Defined(run.SocBound.Worst)),
        new("soc_rmse_over_bound", Number, "RMS of the state-of-charge error, warm and cold, over that bound", run => CampaignRun.Defined(run.WarmSoc.With(run.ColdSoc).Rms / run.SocBound.Rms)),
        new("soc_max_over_bound", Number, "the largest error over the largest bound", run => CampaignRun.Defined(run.WarmSoc.With(run.ColdSoc).Worst / run.SocBound.Worst)),
        new("capacity_error_percent", Number, "capacity believed in at the end, RMS over cells", run => CampaignRun.Defined(run.CapacityError.Rms)),
        new("resistance_error_percent", Number, "resistance believed in at the end, RMS over cells: drop of C/2 but for diffusion", run => CampaignRun.Defined(run.ResistanceError.Rms)),
        new("contact_rmse", Number, "contact factor believed in at the end, RMS over cells", run => CampaignRun.Defined(run.Contact.Rms)),
        new("false_trips", Whole, "faults raised for nothing", run => (long)run.FalseTrips),
        new("trips", Text, "their names", run => string.Join(", ", run.Trips)),
        new("chatter_per_hour", Number, "reversals of a limit or its reason", run => run.Chatter),
        new("requested_ah", Number, "charge asked for", run => run.RequestedAh),
        new("delivered_ah", Number, "charge moved under the firmware", run => run.DeliveredAh),
        new("delivered_oracle_ah", Number, "charge moved under the clairvoyant", run => run.DeliveredOracleAh),
        new("delivered_static_ah", Number, "charge moved under the data sheet's limits", run => run.DeliveredStaticAh),
        new("energy_in_wh", Number, "energy in under the firmware", run => run.EnergyInWh),
        new("energy_out_wh", Number, "energy out under the firmware", run => run.EnergyOutWh),
        new("oracle_limited_s", Whole, "time in which the clairvoyant was limited", run => (long)run.OracleLimitedS),
        new("oracle_critical_s", Number, "of that, by plating or stripping", run => run.OracleCriticalS),
        new("oracle_plating_s", Number, "of that, by plating", run => run.OraclePlatingS),
        new("oracle_tight", Truth, "whether it breaks something with its critical currents raised by 5 %", run => run.OracleTight),
        new("utilisation_percent", Number, "firmware over clairvoyant while that was limited", run => run.Utilisation),
        new("utilisation_static_percent", Number, "data sheet over clairvoyant while that was limited", run => run.UtilisationStatic),
    ];

    private static string Listed(IReadOnlyList<ViolationCount> violations) =>
        string.Join(", ", violations.Select(each => FormattableString.Invariant($"{each.Key} {each.Episodes}x to {each.Worst:G4} for {each.Seconds:0.#} s, {each.Integral:G3} s beyond")));
}

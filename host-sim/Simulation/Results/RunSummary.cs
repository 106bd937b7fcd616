using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bms.Simulation.Results;

/// <summary>
/// A run in one object: what <c>summary.json</c> holds and <c>--json</c> prints, its keys in this order. Numbers are rounded to
/// the digits that mean something; what is undefined is null in JSON and not a number here.
/// </summary>
public sealed record RunSummary
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // a file, not a page: names stay readable
    };

    private readonly IReadOnlyDictionary<string, int> _violations = Complete(new Dictionary<string, int>());

    /// <summary>Name of the scenario, or of the current profile that was played.</summary>
    [JsonPropertyName("scenario")]
    public required string Scenario { get; init; }

    /// <summary>Name of the cell profile.</summary>
    [JsonPropertyName("profile")]
    public required string Profile { get; init; }

    /// <summary>Cells in series.</summary>
    [JsonPropertyName("cells")]
    public required int Cells { get; init; }

    /// <summary>Seed of every random draw.</summary>
    [JsonPropertyName("seed")]
    public required ulong Seed { get; init; }

    /// <summary>Simulated time, s.</summary>
    [JsonPropertyName("simulated_s")]
    [Decimals(3)]
    public required double SimulatedTime_s { get; init; }

    /// <summary>Time it took, s.</summary>
    [JsonPropertyName("wall_s")]
    [Decimals(3)]
    public required double WallTime_s { get; init; }

    /// <summary>Simulated over wall time; not a number if no time passed.</summary>
    [JsonPropertyName("speedup")]
    [Decimals(1)]
    public double Speedup => WallTime_s > 0 ? SimulatedTime_s / WallTime_s : double.NaN;

    /// <summary>The core's digest of its inputs and decisions, 16 hexadecimal digits.</summary>
    [JsonPropertyName("digest")]
    public required string Digest { get; init; }

    /// <summary>Root of the mean square of estimated minus true state of charge, over all cells and rows, percent.</summary>
    [JsonPropertyName("soc_rmse_percent")]
    [Decimals(3)]
    public required double SocRmse_percent { get; init; }

    /// <summary>Largest distance of estimated from true state of charge, percent.</summary>
    [JsonPropertyName("soc_max_error_percent")]
    [Decimals(3)]
    public required double SocMaxError_percent { get; init; }

    /// <summary>Lowest true cell voltage, mV.</summary>
    [JsonPropertyName("min_cell_mv")]
    [Decimals(1)]
    public required double MinCell_mV { get; init; }

    /// <summary>Highest true cell voltage, mV.</summary>
    [JsonPropertyName("max_cell_mv")]
    [Decimals(1)]
    public required double MaxCell_mV { get; init; }

    /// <summary>Highest true core temperature, degC.</summary>
    [JsonPropertyName("max_core_temperature_c")]
    [Decimals(2)]
    public required double MaxCoreTemperature_C { get; init; }

    /// <summary>Lowest true stack pressure of any clamp, MPa.</summary>
    [JsonPropertyName("min_stack_pressure_mpa")]
    [Decimals(4)]
    public required double MinStackPressure_MPa { get; init; }

    /// <summary>Highest true stack pressure of any clamp, MPa.</summary>
    [JsonPropertyName("max_stack_pressure_mpa")]
    [Decimals(4)]
    public required double MaxStackPressure_MPa { get; init; }

    /// <summary>Episodes of every <see cref="TrueConstraint"/>; keys that are not given count 0.</summary>
    /// <exception cref="ArgumentException">A key that no constraint has.</exception>
    [JsonPropertyName("violations")]
    public required IReadOnlyDictionary<string, int> Violations
    {
        get => _violations;
        init => _violations = Complete(value);
    }

    /// <summary>All episodes together.</summary>
    [JsonPropertyName("violation_total")]
    public int ViolationTotal => _violations.Values.Sum();

    /// <summary>Charge delivered over charge requested, both directions as magnitudes, percent; not a number (null) if nothing
    /// was requested.</summary>
    [JsonPropertyName("served_percent")]
    [Decimals(2)]
    public required double Served_percent { get; init; }

    /// <summary>The same over the seconds in which the request exceeds the limit; not a number (null) if it never did.</summary>
    [JsonPropertyName("served_percent_when_limited")]
    [Decimals(2)]
    public required double ServedWhenLimited_percent { get; init; }

    /// <summary>Names of the diagnoses that were raised, each once.</summary>
    [JsonPropertyName("diagnoses")]
    public required IReadOnlyList<string> Diagnoses { get; init; }

    /// <summary>Energy out of the pack's terminals, W h.</summary>
    [JsonPropertyName("energy_out_wh")]
    [Decimals(3)]
    public required double EnergyOut_Wh { get; init; }

    /// <summary>Energy into the pack's terminals, W h.</summary>
    [JsonPropertyName("energy_in_wh")]
    [Decimals(3)]
    public required double EnergyIn_Wh { get; init; }

    /// <summary>Energy the heater took, W h.</summary>
    [JsonPropertyName("heater_energy_wh")]
    [Decimals(3)]
    public required double HeaterEnergy_Wh { get; init; }

    /// <summary>Seconds by limiter.</summary>
    [JsonPropertyName("binding")]
    public required IReadOnlyDictionary<string, double> Binding { get; init; }

    /// <summary>Path of the report.</summary>
    [JsonPropertyName("report")]
    public required string Report { get; init; }

    /// <summary>The object as JSON text, indented, without a line end after it.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        this with { Binding = Binding.ToDictionary(pair => pair.Key, pair => Math.Round(pair.Value, 3)) },
        Options);

    /// <summary>Reads <see cref="ToJson"/>'s text.</summary>
    /// <exception cref="JsonException">Not such an object.</exception>
    public static RunSummary FromJson(string json) =>
        JsonSerializer.Deserialize<RunSummary>(json, Options) ?? throw new JsonException("no object");

    private static Dictionary<string, int> Complete(IReadOnlyDictionary<string, int> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        foreach (string key in given.Keys)
        {
            if (TrueConstraint.Of(key) is null)
            {
                throw new ArgumentException($"no constraint is called {key}", nameof(given));
            }
        }

        return TrueConstraint.All.ToDictionary(constraint => constraint.Key, constraint => given.GetValueOrDefault(constraint.Key));
    }
}

using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;
using Bms.Simulation.Results;
using Bms.Simulation.Results.Charts;

namespace Bms.Simulation.Laboratory.Reporting;

/// <summary>
/// An experiment in one object: what <c>summary.json</c> holds and <c>--json</c> prints. Keys are the names of the properties
/// in lower case with underlines; numbers have six significant digits, and what is undefined is null.
/// </summary>
public abstract record ExperimentSummary
{
    /// <summary>Name of the experiment.</summary>
    [JsonPropertyOrder(-10)]
    public required string Experiment { get; init; }

    /// <summary>Name of the cell profile.</summary>
    [JsonPropertyOrder(-9)]
    public required string Profile { get; init; }

    /// <summary>Seed by which the cell was drawn; null: the cell as designed.</summary>
    [JsonPropertyOrder(-8)]
    public required ulong? Seed { get; init; }

    /// <summary>Keys of the mechanisms that were switched off.</summary>
    [JsonPropertyOrder(-7)]
    public required IReadOnlyList<string> Without { get; init; }

    /// <summary>What was found, in one sentence.</summary>
    [JsonPropertyOrder(-6)]
    public required string Verdict { get; init; }

    /// <summary>Whether it is as the physics and the profile's own figures let expect.</summary>
    [JsonPropertyOrder(-5)]
    public required bool AsExpected { get; init; }

    /// <summary>Path of the report; empty until it is written.</summary>
    [JsonPropertyOrder(10)]
    public string Report { get; init; } = string.Empty;

    /// <summary>The object as JSON text, indented, without a line end after it.</summary>
    public string ToJson() =>
        ResultJson.Of(this with { Verdict = Verdict.Replace(Quantity.Gap, " ", StringComparison.Ordinal) });
}

using System.Collections.Generic;
using Bms.Simulation.Laboratory.Charts;

namespace Bms.Simulation.Laboratory.Reporting;

/// <summary>What an experiment found.</summary>
public sealed record Findings
{
    /// <summary>Title, for people.</summary>
    public required string Title { get; init; }

    /// <summary>Under which conditions, for people: a line of short parts.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>The figures for a program.</summary>
    public required ExperimentSummary Summary { get; init; }

    /// <summary>The few figures that matter.</summary>
    public required IReadOnlyList<Card> Cards { get; init; }

    /// <summary>Tables for people.</summary>
    public IReadOnlyList<Listing> Listings { get; init; } = [];

    /// <summary>Every number, as CSV files.</summary>
    public required IReadOnlyList<DataTable> Tables { get; init; }

    /// <summary>How to read it, and what it can't say: paragraphs.</summary>
    public required IReadOnlyList<string> Reading { get; init; }

    /// <summary>The charts.</summary>
    internal IReadOnlyList<XyChart> Charts { get; init; } = [];
}

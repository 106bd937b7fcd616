using System.Collections.Generic;

namespace Bms.Simulation.Laboratory.Reporting;

/// <summary>A table for people: on the page and on the terminal.</summary>
/// <param name="Title">What it lists.</param>
/// <param name="Heads">Names of its columns.</param>
/// <param name="Rows">Its rows, one text a column.</param>
public sealed record Listing(string Title, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Whether a terminal shows it too; else only the page does.</summary>
    public bool OnTerminal { get; init; } = true;

    /// <summary>Whether the page shows it too; else only a terminal does.</summary>
    public bool OnPage { get; init; } = true;
}

using System.Collections.Generic;

namespace Bms.Simulation.Results;

/// <summary>One column of a <see cref="Trace"/>.</summary>
/// <param name="Name">Name in the header of the CSV, e.g. <c>true_soc[3]</c>. Columns that differ only in the bracketed index
/// are one family: the same quantity of several cells or clamps.</param>
/// <param name="Unit">Unit as printed on an axis; <c>1</c> for a ratio, empty for a label.</param>
/// <param name="Labels">If given, the value is an index into them, and the CSV holds the text.</param>
/// <param name="KeepExtremes">Whether the rows at which this column's family is lowest or highest survive the thinning of a
/// long run.</param>
public sealed record TraceColumn(string Name, string Unit, IReadOnlyList<string>? Labels = null, bool KeepExtremes = false)
{
    /// <summary>The name without its bracketed index.</summary>
    public string Family => Name.IndexOf('[') is int bracket and > 0 ? Name[..bracket] : Name;
}

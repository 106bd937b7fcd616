using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Mechanisms;

namespace Bms.Cli.Commands;

/// <summary><c>mechanisms</c>: the physics of the true cell, each of which can be switched off.</summary>
internal sealed class MechanismsCommand(Terminal terminal)
    : ListCommand<MechanismsCommand.Row>("mechanisms", "List the mechanisms of the true cell.", terminal)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("mechanisms", "what acts in a true cell, with its law"),
        new("run --plant-without voids,filaments", "a day in which lithium never leaves voids and never grows filaments"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes { get; } =
    [
        "The review is Pang et al., Materials Today 2021. The firmware is not told what was switched off.",
    ];

    /// <inheritdoc/>
    protected override IEnumerable<Row> Rows() => MechanismTable.All.Select(row => new Row(row.Number, row.Key, row.Title, row.Source, row.Law));

    /// <inheritdoc/>
    protected override (string Name, string Fact) Read(Row row) => (row.Key, $"{row.Title} ({row.Source})\n{row.Law}");

    /// <summary>A mechanism in short.</summary>
    internal sealed record Row(int Number, string Key, string Title, string Source, string Law);
}

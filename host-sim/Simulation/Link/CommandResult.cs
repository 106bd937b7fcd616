using System.Collections.Generic;

namespace Bms.Simulation.Link;

/// <summary>One row of the table of what can become of a command.</summary>
/// <param name="Number">Stable number.</param>
/// <param name="Name">Short name.</param>
/// <param name="Text">What it means.</param>
public sealed record CommandResult(int Number, string Name, string Text)
{
    /// <summary>All rows; the index of a row is its number.</summary>
    public static IReadOnlyList<CommandResult> All { get; } =
    [
        new(0, "done", "done; what had to be kept is in the flash"),
        new(1, "no hello", "no hello of the device's protocol version since its start"),
        new(2, "unknown message", "no message has this number"),
        new(3, "bad length", "shorter than its fields, or its readings do not fill it"),
        new(4, "unknown number", "no setting, load cell, message or channel has this number"),
        new(5, "out of range", "the value is outside the range of its row"),
        new(6, "contactors closed", "a contactor is told to be closed"),
        new(7, "wrong mode", "not in the mode the firmware runs in"),
        new(8, "failed", "flash or chip did not take it; nothing has changed"),
    ];

    /// <summary>The row of a number; one without a name for a number of a later version.</summary>
    public static CommandResult Of(int number) => number >= 0 && number < All.Count ? All[number] : new CommandResult(number, $"result {number}", "unknown to this host");
}

using System.Collections.Generic;

namespace Bms.Simulation.Costing;

/// <summary>
/// The traces of a count with the board. The first is the yardstick of what is counted per second; the longest tick and the heap are
/// the worst of all.
/// </summary>
internal static class BoardTraces
{
    /// <summary>The traces.</summary>
    public static IReadOnlyList<BoardTrace> All { get; } =
    [
        new() { Name = "board drive", Steps = ["Drive aggressive for 80 s"] },
        new() { Name = "board drive, two clamps", Clamps = 2, Steps = ["Drive aggressive for 80 s"] },
        new()
        {
            Name = "board faults",
            Clamps = 2,
            Steps = ["Drive aggressive for 80 s"],
            Faults =
            [
                "i2c-noise@15s+2s", "bq-reset@20s", "ina-reset@25s", "nau-reset:nau7802-1@30s", "i2c-nack:ads1115@35s+1s", "i2c-nack@40s+1s", "i2c-hang:bus2@50s+500ms",
                "i2c-hang:bus1@60s+500ms",
            ],
        },
    ];
}

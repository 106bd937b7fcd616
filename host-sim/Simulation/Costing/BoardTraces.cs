using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Boards;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Buses;

namespace Bms.Simulation.Costing;

/// <summary>
/// The traces of a count with the board. The first is the yardstick of what is counted per second; the longest tick and the garbage are
/// the worst of all.
/// </summary>
internal static class BoardTraces
{
    private const double NoisyShare = 0.02;
    private const int Spacing_s = 8;

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
            Troubles =
            [
                .. Enumerable.Range(0, 5).SelectMany(chip => Troubles(chip, 15 + (Spacing_s * chip))),
                new((loop, isSo) => loop.Machine.FirstBus.IsHeld = isSo, 60, 60.5),
            ],
        },
    ];

    // Noise until its answers are useless, so that it is configured anew; later silence.
    private static IEnumerable<BoardTrouble> Troubles(int chip, double from_s) =>
    [
        new((loop, isSo) => Chip(loop, chip).BitErrorRate = isSo ? NoisyShare : 0, from_s, from_s + 2),
        new((loop, isSo) => Chip(loop, chip).IsSilent = isSo, from_s + 4, from_s + 5),
    ];

    private static I2cTarget Chip(BoardLoop loop, int chip)
    {
        BatteryBoard board = loop.Board;
        I2cTarget[] chips = [board.FrontEnd, board.CurrentMonitor, board.AuxiliaryConverter, .. board.LoadCellConverters];
        return chips[chip];
    }
}

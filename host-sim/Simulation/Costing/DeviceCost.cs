using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bms.Core;
using Bms.Core.Sensing;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Frames;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Costing;

/// <summary>What the core costs on the device, counted in weighted IL instructions over a real trace.</summary>
public sealed record DeviceCost
{
    private const int TicksPerSecond = 1000 / BatteryManager.Tick_ms;
    private const int WarmUp_s = 10;

    private static readonly string[] s_slices =
    [
        "BatteryManager::ReadScan", "BatteryManager::CorrectCells", "Diagnosis::Evaluate", "BatteryManager::Prepare", "BatteryManager::UpdateClamps",
        "LimitEngine::Evaluate", "ContactorControl::Act", "HeaterControl::Act", "BatteryManager::AdvanceCells", "CellModel::Advance",
    ];

    /// <summary>Cells of the pack.</summary>
    public required int Cells { get; init; }

    /// <summary>All the core does, per battery second.</summary>
    public required double WeightedIlPerSecond { get; init; }

    /// <summary>The cell models alone, per battery second.</summary>
    public required double ModelIlPerSecond { get; init; }

    /// <summary>Calls per battery second.</summary>
    public required double CallsPerSecond { get; init; }

    /// <summary>Garbage per battery second, bytes.</summary>
    public required double GarbageBytesPerSecond { get; init; }

    /// <summary>The most one 20 ms tick costs.</summary>
    public required long LongestTickIl { get; init; }

    /// <summary>The most the fast pass of a tick costs.</summary>
    public required long FastPassIl { get; init; }

    /// <summary>What manager, frame and decision take of the heap, bytes.</summary>
    public required long HeapBytes { get; init; }

    /// <summary>Code of each assembly, bytes of IL.</summary>
    public required IReadOnlyDictionary<string, int> IlBytes { get; init; }

    /// <summary>Weighted instructions per battery second by method, the costliest first.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> ByMethod { get; init; }

    /// <summary>Weighted instructions per battery second by task, with all it calls.</summary>
    public required IReadOnlyList<KeyValuePair<string, double>> ByTask { get; init; }

    /// <summary>Counts the core of a pack.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="cells">Cells in series, in one module.</param>
    /// <param name="seconds">Length of the trace: an aggressive drive.</param>
    public static DeviceCost Count(CellParameters cell, int cells, int seconds = 120)
    {
        ArgumentNullException.ThrowIfNull(cell);
        string frames = Path.Combine(Path.GetTempPath(), $"bms-cost-{Guid.NewGuid():N}.frames");
        try
        {
            Scenario scenario = ScenarioFile.Parse($"name: cost\ntitle: cost\nprofile: {cell.Name}\nsteps:\n  - Drive aggressive for {seconds + WarmUp_s} s\n", "cost.yaml") with { Cells = cells };
            new ClosedLoop(new RunOptions { Scenario = scenario, Cell = cell, FrameFile = frames }).Run();
            return Count(frames, cells);
        }
        finally
        {
            File.Delete(frames);
        }
    }

    private static DeviceCost Count(string frames, int cells)
    {
        string assembly = typeof(BatteryManager).Assembly.Location;
        byte[] woven = CostWeaver.Weave(assembly, s_slices, out IReadOnlyList<string> methods);
        using FrameReader reader = new(frames);
        WovenCore core = new(woven, methods.Count, s_slices.Length, reader.Header);
        SensorFrame frame = new();
        for (int tick = 0; tick < WarmUp_s * TicksPerSecond && reader.Next(frame); tick++)
        {
            core.Step(frame);
        }

        long heap = HeapSize.Of(core.Roots);
        Array.Clear(core.ByMethod);
        Array.Clear(core.ByTask);
        long begin = core.Total;
        long calls = core.Calls;
        long garbage = core.Garbage;
        long longest = 0;
        long fastest = 0;
        long ticks = 0;
        int model = Array.IndexOf(s_slices, "CellModel::Advance");
        while (reader.Next(frame))
        {
            long before = core.Total;
            long slices = core.ByTask.Sum() - core.ByTask[model];
            core.Step(frame);
            long cost = core.Total - before;
            longest = Math.Max(longest, cost);
            fastest = Math.Max(fastest, cost - (core.ByTask.Sum() - core.ByTask[model] - slices));
            ticks++;
        }

        double seconds = ticks / (double)TicksPerSecond;
        return new DeviceCost
        {
            Cells = cells,
            WeightedIlPerSecond = (core.Total - begin) / seconds,
            ModelIlPerSecond = core.ByTask[model] / seconds,
            CallsPerSecond = (core.Calls - calls) / seconds,
            GarbageBytesPerSecond = (core.Garbage - garbage) / seconds,
            LongestTickIl = longest,
            FastPassIl = fastest,
            HeapBytes = heap,
            IlBytes = new Dictionary<string, int> { [Path.GetFileNameWithoutExtension(assembly)] = CostWeaver.CodeSize(assembly) },
            ByMethod = Ranked(methods, core.ByMethod, seconds),
            ByTask = Ranked(s_slices, core.ByTask, seconds),
        };
    }

    private static List<KeyValuePair<string, double>> Ranked(IReadOnlyList<string> names, long[] costs, double seconds) =>
        [.. names.Select((name, k) => (name, cost: costs[k] / seconds)).GroupBy(x => x.name).Select(g => KeyValuePair.Create(g.Key, g.Sum(x => x.cost))).Where(x => x.Value > 0).OrderByDescending(x => x.Value)];
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bms.Core;
using Bms.Core.Sensing;
using Bms.Plant.Parameters;
using Bms.Simulation.Frames;

namespace Bms.Simulation.Costing;

/// <summary>Counts what the core costs on the device.</summary>
public sealed class CostCounter
{
    private const int TicksPerSecond = 1000 / BatteryManager.Tick_ms;
    private const int WarmUpTicks = 10 * TicksPerSecond;

    private readonly CountedAssembly _assembly;
    private readonly int _models;
    private readonly bool[] _isSlice;
    private readonly long[] _longest;
    private readonly long[] _inLongest;
    private readonly long[] _before;
    private readonly long[] _tick;
    private long _longestTick;
    private long _fastPass;
    private string _place = string.Empty;

    private CostCounter(WovenImage image)
    {
        _assembly = new CountedAssembly(image);
        int tasks = image.Tasks.Count;
        _models = image.Tasks.ToList().IndexOf(CoreTasks.Models);
        _isSlice = [.. image.Tasks.Select(title => CoreTasks.Rows.Any(row => row.Title == title && row.Turn == Turn.Slice))];
        _longest = new long[tasks];
        _inLongest = new long[tasks];
        _before = new long[tasks];
        _tick = new long[tasks];
    }

    /// <summary>Counts the core of a pack.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="cells">Cells in series.</param>
    /// <exception cref="Bms.Profiles.BadInputException">The cell does not fit the firmware.</exception>
    /// <exception cref="InvalidOperationException">The woven copy decided something else than the original.</exception>
    public static DeviceCost Count(CellParameters cell, int cells)
    {
        ArgumentNullException.ThrowIfNull(cell);
        string core = typeof(BatteryManager).Assembly.Location;
        using FileStream assembly = File.OpenRead(core);
        CostCounter counter = new(CostWeaver.Weave(assembly, CoreTasks.Rows));
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("bms-cost-");
        try
        {
            DeviceCost? cost = null;
            double garbage = 0;
            foreach (CostTrace trace in CostTraces.All)
            {
                string frames = Path.Combine(scratch.FullName, "trace.frames");
                trace.Record(cell, cells, frames);
                DeviceCost counted = counter.Count(trace, frames);
                cost ??= counted;
                garbage = Math.Max(garbage, counted.GarbageBytesPerS);
            }

            assembly.Position = 0;
            return cost! with
            {
                Cells = cells,
                GarbageBytesPerS = garbage,
                LongestTickIl = counter._longestTick,
                LongestTickPlace = counter._place,
                FastPassIl = counter._fastPass,
                IlBytes = new Dictionary<string, int> { [Path.GetFileNameWithoutExtension(core)] = CostWeaver.CodeSize(assembly) },
                Tasks = [.. cost.Tasks.Select((task, k) => task with { LongestTickIl = counter._longest[k], InLongestTickIl = counter._inLongest[k] }).OrderByDescending(task => task.WeightedIlPerS)],
            };
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private DeviceCost Count(CostTrace trace, string frames)
    {
        using FrameReader reader = new(frames);
        WovenCore core = new(_assembly, reader.Header);
        BatteryManager original = Replay.Start(reader.Header, trace.Name);
        Decision decision = new();
        SensorFrame recorded = new();
        SensorFrame frame = new();
        long ticks = 0;
        while (reader.Next(recorded))
        {
            Take(recorded, frame);
            foreach (ChannelLoss loss in trace.Losses)
            {
                loss.Strike(frame);
            }

            original.Step(frame, decision);
            if (ticks++ == WarmUpTicks)
            {
                _assembly.Reset();
            }

            for (int task = 0; task < _before.Length; task++)
            {
                _before[task] = _assembly.WeightOf(task);
            }

            core.Step(frame);
            Look(trace, frame.Time_ms);
        }

        return core.Digest == original.Digest
            ? Cost(core, (ticks - WarmUpTicks) / (double)TicksPerSecond)
            : throw new InvalidOperationException($"the woven core decided otherwise than the core itself in the trace '{trace.Name}'");
    }

    private static void Take(SensorFrame from, SensorFrame to)
    {
        to.Time_ms = from.Time_ms;
        from.Value.CopyTo(to.Value, 0);
        from.IsValid.CopyTo(to.IsValid, 0);
        from.Timestamp_ms.CopyTo(to.Timestamp_ms, 0);
    }

    private void Look(CostTrace trace, long time_ms)
    {
        long whole = 0;
        long slices = 0;
        for (int task = 0; task < _tick.Length; task++)
        {
            long weight = _assembly.WeightOf(task) - _before[task];
            _tick[task] = weight;
            whole += weight;
            slices += _isSlice[task] ? weight : 0;
            _longest[task] = Math.Max(_longest[task], weight);
        }

        _fastPass = Math.Max(_fastPass, whole - slices);
        if (whole > _longestTick)
        {
            _longestTick = whole;
            _place = $"{trace.Name}, {time_ms / 1000.0:F2} s";
            _tick.CopyTo(_inLongest, 0);
        }
    }

    private DeviceCost Cost(WovenCore core, double seconds)
    {
        double whole = _assembly.Weight;
        List<CodeCost> tasks = [.. _assembly.Image.Tasks.Select((_, k) => _assembly.CostOf(k))];
        return new DeviceCost
        {
            Cells = 0,
            WeightedIlPerS = whole / seconds,
            ModelIlPerS = tasks[_models].Weight / seconds,
            CallsPerS = tasks.Sum(task => task.Calls) / seconds,
            GarbageBytesPerS = tasks.Sum(task => task.GarbageBytes) / seconds,
            LongestTickIl = 0,
            LongestTickPlace = string.Empty,
            FastPassIl = 0,
            HeapBytes = core.HeapBytes(),
            IlBytes = new Dictionary<string, int>(),
            Tasks = [.. tasks.Select((task, k) => Cost(_assembly.Image.Tasks[k], task, seconds, whole))],
            Methods = [.. _assembly.Methods().OrderByDescending(method => method.Weight).Select(method => new MethodCost(method.Name, method.Weight / seconds, method.Runs / seconds, method.Weight / whole, method.Weight / (double)method.Runs))],
        };
    }

    private static TaskCost Cost(string title, CodeCost cost, double seconds, double whole) => new()
    {
        Task = title,
        WeightedIlPerS = cost.Weight / seconds,
        Share = cost.Weight / whole,
        LongestTickIl = 0,
        InLongestTickIl = 0,
        InstructionsPerS = cost.Instructions / seconds,
        CallsPerS = cost.Calls / seconds,
        ObjectsPerS = cost.Objects / seconds,
        StructsPerS = cost.Structs / seconds,
        GarbageBytesPerS = cost.GarbageBytes / seconds,
        Classes = cost.Weights.Select((weight, k) => KeyValuePair.Create(((InstructionClass)k).ToString(), weight / seconds)).ToDictionary(),
    };
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bms.Core;
using Bms.Core.Sensing;
using Bms.Plant.Parameters;
using Bms.Simulation.Frames;

namespace Bms.Simulation.Costing;

/// <summary>Counts what the core costs on the device: a woven copy of it takes in what the core itself took in.</summary>
public sealed class CostCounter
{
    private const int TicksPerSecond = 1000 / BatteryManager.Tick_ms;

    // Until limits and contactors have been released; with the frame at 0 s, so that whole seconds follow.
    private const int StartTicks = (10 * TicksPerSecond) + 1;

    private readonly CountedProgram _assembly;
    private readonly TickWatch _watch;
    private readonly List<TraceCount> _counts = [];

    private CostCounter(CountedProgram assembly)
    {
        _assembly = assembly;
        _watch = new TickWatch(assembly, CoreTasks.Rows);
    }

    /// <summary>Counts the core of a pack over drives, charges, rests, cold, lost sensors and faults.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="cells">Cells in series, 16 a clamp.</param>
    /// <exception cref="Bms.Profiles.BadInputException">The cell does not fit the firmware.</exception>
    /// <exception cref="InvalidOperationException">The woven copy decided otherwise than the core: nothing it counted is true.</exception>
    public static DeviceCost Count(CellParameters cell, int cells)
    {
        ArgumentNullException.ThrowIfNull(cell);
        string core = typeof(BatteryManager).Assembly.Location;
        using FileStream assembly = File.OpenRead(core);
        CostCounter counter = new(new CountedProgram(CostWeaver.Weave(assembly, CoreTasks.Rows)));
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("bms-cost-");
        try
        {
            foreach (CostTrace trace in CostTraces.All())
            {
                string frames = Path.Combine(scratch.FullName, "trace.frames");
                trace.Record(cell, cells, frames);
                counter.Replay(trace, frames);
            }
        }
        finally
        {
            scratch.Delete(recursive: true);
        }

        assembly.Position = 0;
        return counter.Sum(cells, new Dictionary<string, int> { [Path.GetFileNameWithoutExtension(core)] = CostWeaver.CodeSize(assembly) });
    }

    private void Replay(CostTrace trace, string frames)
    {
        using FrameReader reader = new(frames);
        trace.Memory(reader.Header.Restored);
        WovenCore core = new(_assembly, reader.Header);
        BatteryManager original = Frames.Replay.Start(reader.Header, trace.Name);
        Decision decision = new();
        SensorFrame recorded = new();
        SensorFrame frame = new();
        while (reader.Next(recorded))
        {
            if (reader.Count == StartTicks + 1)
            {
                _assembly.Reset();
            }

            Copy(recorded, frame);
            foreach (IFrameTrouble trouble in trace.Troubles)
            {
                trouble.Strike(frame);
            }

            original.Step(frame, decision);
            _watch.Begin();
            core.Step(frame);
            _watch.End(trace.Name, frame.Time_ms);
        }

        if (core.Digest != original.Digest)
        {
            throw new InvalidOperationException($"the woven core decided otherwise than the core in the trace '{trace.Name}'");
        }

        double seconds = (reader.Count - StartTicks) / (double)TicksPerSecond;
        _counts.Add(new TraceCount(trace.Name, seconds, [.. _assembly.Image.Tasks.Select((_, task) => _assembly.CostOf(task))], _assembly.Methods(), core.HeapBytes()));
    }

    private static void Copy(SensorFrame from, SensorFrame to)
    {
        to.Time_ms = from.Time_ms;
        from.Value.CopyTo(to.Value, 0);
        from.IsValid.CopyTo(to.IsValid, 0);
        from.Timestamp_ms.CopyTo(to.Timestamp_ms, 0);
    }

    private DeviceCost Sum(int cells, IReadOnlyDictionary<string, int> code)
    {
        TraceCount yardstick = _counts[0];
        TraceCount heaviest = _counts.MaxBy(count => count.WeightedIlPerS)!;
        double whole = yardstick.Tasks.Sum(task => task.Weight);
        return new DeviceCost
        {
            Cells = cells,
            WeightedIlPerS = yardstick.WeightedIlPerS,
            ModelIlPerS = yardstick.Tasks[_assembly.Image.Tasks.ToList().IndexOf(CoreTasks.Models)].Weight / yardstick.Seconds,
            CallsPerS = yardstick.CallsPerS,
            GarbageBytesPerS = _counts.Max(count => count.GarbageBytesPerS),
            LongestTickIl = _watch.Longest,
            LongestTickPlace = _watch.Place,
            FastPassIl = _watch.FastPass,
            HeapBytes = _counts.Max(count => count.HeapBytes),
            IlBytes = code,
            Yardstick = yardstick.Trace,
            HeaviestTrace = heaviest.Trace,
            HeaviestIlPerS = heaviest.WeightedIlPerS,
            Tasks = [.. yardstick.Tasks.Select((cost, task) => Cost(task, cost, yardstick.Seconds, whole)).OrderByDescending(task => task.WeightedIlPerS)],
            Methods = [.. yardstick.Methods.OrderByDescending(method => method.Weight).Select(method => method.Per(yardstick.Seconds, whole))],
        };
    }

    private TaskCost Cost(int task, CodeCost cost, double seconds, double whole) => new()
    {
        Name = _assembly.Image.Tasks[task],
        WeightedIlPerS = cost.Weight / seconds,
        Share = cost.Weight / whole,
        LongestTickIl = _watch.Most[task],
        InLongestTickIl = _watch.InLongest[task],
        InstructionsPerS = cost.Instructions / seconds,
        CallsPerS = cost.Calls / seconds,
        ObjectsPerS = cost.Objects / seconds,
        StructsPerS = cost.Structs / seconds,
        GarbageBytesPerS = cost.GarbageBytes / seconds,
        Classes = Enum.GetValues<InstructionClass>().ToDictionary(kind => kind, kind => cost.Weights[(int)kind] / seconds),
    };
}

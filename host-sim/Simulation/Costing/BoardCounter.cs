using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Bms.Core;
using Bms.Device;
using Bms.Plant.Parameters;
using Bms.VirtualBoard;

namespace Bms.Simulation.Costing;

/// <summary>
/// Counts what the whole firmware costs on its board: woven copies of core and device run on the virtual board, in closed loop with
/// the pack. The virtual board itself is no firmware and is not counted.
/// </summary>
public sealed class BoardCounter
{
    private readonly CellParameters _cell;
    private readonly int _cells;
    private readonly CountedProgram _program;
    private readonly BoardWatch _watch;
    private readonly MethodInfo _run;
    private readonly List<BoardCount> _counts = [];

    private BoardCounter(CellParameters cell, int cells, CountedProgram program)
    {
        _cell = cell;
        _cells = cells;
        _program = program;
        _watch = new BoardWatch(program);
        _run = program.Bound(typeof(BoardTrace)).GetMethod(nameof(BoardTrace.Run), BindingFlags.Public | BindingFlags.Static)!;
    }

    /// <summary>Counts the firmware on its board over drives with one clamp and two, and with faults of every chip.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="cells">Cells in series, 3 to 16.</param>
    /// <exception cref="Bms.Profiles.BadInputException">The board has no room for the pack, or the cell does not fit the firmware.</exception>
    /// <exception cref="InvalidOperationException">The woven copy decided otherwise than the firmware: nothing it counted is true.</exception>
    public static BoardCost Count(CellParameters cell, int cells)
    {
        using FileStream device = File.OpenRead(typeof(Application).Assembly.Location);
        return Count(cell, cells, device);
    }

    /// <summary>Counts the firmware with another copy of the device's assembly, which must decide as the firmware does.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="cells">Cells in series, 3 to 16.</param>
    /// <param name="device">The assembly.</param>
    /// <exception cref="Bms.Profiles.BadInputException">The board has no room for the pack, or the cell does not fit the firmware.</exception>
    /// <exception cref="InvalidOperationException">The woven copy decided otherwise than the firmware.</exception>
    public static BoardCost Count(CellParameters cell, int cells, Stream device)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(device);
        using FileStream core = File.OpenRead(typeof(BatteryManager).Assembly.Location);
        BoardCounter counter = new(cell, cells, new CountedProgram(CostWeaver.Weave([core, device], BoardTasks.Woven)));
        foreach (BoardTrace trace in BoardTraces.All)
        {
            counter.Run(trace.Name);
        }

        device.Position = 0;
        return counter.Sum(typeof(Application).Assembly.GetName().Name!, CostWeaver.CodeSize(device));
    }

    private void Run(string trace)
    {
        string original = BoardTrace.Run(trace, _cell, _cells, _ => { }, () => { }, (_, _) => { }, _ => { });
        BoardCount? steady = null;
        (long Core, long Device) heap = (0, 0);
        _watch.PowerUp();
        object?[] arguments =
        [
            trace, _cell, _cells,
            (Action<long>)_watch.Leave,
            (Action)_watch.Enter,
            (Action<long, long>)((time_us, transactions) => steady = _watch.End(trace, time_us, transactions) ? Steady(trace) : steady),
            (Action<object[]>)(roots => heap = HeapOf(roots)),
        ];
        string? woven = (string?)_run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        if (woven != original || steady is null)
        {
            throw new InvalidOperationException($"the woven firmware decided otherwise than the firmware in the trace '{trace}'");
        }

        _counts.Add(steady with { CoreHeapBytes = heap.Core, DeviceHeapBytes = heap.Device });
    }

    private BoardCount Steady(string trace) => new()
    {
        Trace = trace,
        Seconds = _watch.Steady_us / 1e6,
        Tasks = [.. _program.Image.Tasks.Select((_, task) => _program.CostOf(task))],
        Methods = _program.Methods(),
        Waited_us = [.. _watch.Waited_us],
        LongestWait_us = [.. _watch.LongestWait_us],
        LongestWaitOfTick_us = _watch.LongestWaitOfTick_us,
        LongestTime_us = _watch.LongestTime_us,
        Transactions = _watch.Transactions,
    };

    private (long Core, long Device) HeapOf(object[] roots)
    {
        Assembly core = _program.Type(typeof(BatteryManager).FullName!).Assembly;
        Assembly board = typeof(Machine).Assembly;
        long Bytes(IEnumerable<object> held, IReadOnlyList<Type> types) =>
            HeapGraph.Bytes(held.Concat(HeapGraph.Statics(types)), type => type.Assembly == board) + (DeviceHeap.Block * (long)HeapGraph.StaticFields(types).Count());
        long ofCore = Bytes(roots[1..], [.. _program.Types.Where(type => type.Assembly == core)]);
        return (ofCore, Bytes(roots, _program.Types) - ofCore);
    }

    private BoardCost Sum(string name, int il)
    {
        BoardCount yardstick = _counts[0];
        BoardCount heaviest = _counts.MaxBy(count => count.WeightedIlPerS)!;
        double seconds = yardstick.Seconds;
        double whole = yardstick.Tasks.Sum(task => task.Weight);
        BoardTaskCost[] tasks = [.. BoardTasks.Rows.Select(row => row.Title).Distinct().Select(title => Cost(title, yardstick))];
        double core = tasks.Where(task => task.Part == BoardTasks.Core).Sum(task => task.WeightedIlPerS);
        return new BoardCost
        {
            Cells = _cells,
            Yardstick = yardstick.Trace,
            HeaviestTrace = heaviest.Trace,
            HeaviestIlPerS = heaviest.WeightedIlPerS,
            CoreIlPerS = core,
            DeviceIlPerS = tasks.Sum(task => task.WeightedIlPerS) - core,
            LongestTickIl = _watch.Longest,
            LongestTickPlace = _watch.Place,
            LongestDeviceTickIl = _watch.LongestWithoutCore,
            TickUs = tasks.Sum(task => (task.TickIl * DeviceBudget.InstructionTime_us) + task.WaitUsPerTick),
            LongestTickUs = yardstick.LongestTime_us,
            WaitUsPerTick = tasks.Sum(task => task.WaitUsPerTick),
            LongestWaitUs = yardstick.LongestWaitOfTick_us,
            TransactionsPerS = yardstick.Transactions / seconds,
            DriverGarbageBytesPerS = tasks.Where(task => task.Part == BoardTasks.Acquisition).Sum(task => task.GarbageBytesPerS),
            GarbageBytesPerS = tasks.Sum(task => task.GarbageBytesPerS),
            CoreHeapBytes = _counts.Max(count => count.CoreHeapBytes),
            DeviceHeapBytes = _counts.Max(count => count.DeviceHeapBytes),
            IlBytes = new Dictionary<string, int> { [name] = il },
            Tasks = tasks,
            GarbageMakers =
            [
                .. yardstick.Methods.Where(method => method.GarbageBytes > 0).OrderByDescending(method => method.GarbageBytes)
                    .Select(method => new GarbageMaker(method.Name, method.GarbageBytes / seconds, method.Runs / seconds)),
            ],
            Methods = [.. yardstick.Methods.OrderByDescending(method => method.Weight).Select(method => method.Per(seconds, whole))],
        };
    }

    private BoardTaskCost Cost(string title, BoardCount count)
    {
        int task = _program.Image.Tasks.ToList().IndexOf(title);
        CodeCost cost = count.Tasks[task];
        return new BoardTaskCost
        {
            Part = BoardTasks.PartOf(title),
            Name = title,
            WeightedIlPerS = cost.Weight / count.Seconds,
            TickIl = cost.Weight / (double)BoardWatch.Ticks,
            LongestTickIl = _watch.Most[task],
            InLongestTickIl = _watch.InLongest[task],
            WaitUsPerTick = count.Waited_us[task] / (double)BoardWatch.Ticks,
            LongestWaitUs = count.LongestWait_us[task],
            GarbageBytesPerS = cost.GarbageBytes / count.Seconds,
        };
    }
}

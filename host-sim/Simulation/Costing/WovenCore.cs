using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Bms.Core;
using Bms.Core.Sensing;
using Bms.Simulation.Frames;

namespace Bms.Simulation.Costing;

/// <summary>A battery manager of the woven copy of Core, fed with frames; its counters are read between steps.</summary>
internal sealed class WovenCore
{
    private readonly Assembly _assembly;
    private readonly Action _step;
    private readonly SensorFrameView _frame;
    private readonly Type _counters;
    private readonly FieldInfo _total;
    private readonly FieldInfo _calls;
    private readonly FieldInfo _garbage;

    public WovenCore(byte[] woven, int methods, int tasks, FrameHeader header)
    {
        AssemblyLoadContext context = new("device cost", isCollectible: true);
        using MemoryStream stream = new(woven);
        _assembly = context.LoadFromStream(stream);
        _counters = Type(CostWeaver.CountersType);
        ByMethod = new long[methods];
        ByTask = new long[tasks];
        _counters.GetField("ByMethod")!.SetValue(null, ByMethod);
        _counters.GetField("ByTask")!.SetValue(null, ByTask);
        _counters.GetField("TaskStart")!.SetValue(null, new long[tasks]);
        _total = _counters.GetField("Total")!;
        _calls = _counters.GetField("Calls")!;
        _garbage = _counters.GetField("Garbage")!;

        object image = Type("Bms.Core.Cells.ProfileImage").GetMethod("Read")!.Invoke(null, [header.Profile])!;
        object profile = Make("Bms.Core.Cells.CellProfile", image);
        object pack = Make("Bms.Core.Cells.PackProfile", header.ClampOfCell, header.SensorOfCell);
        object settings = Make("Bms.Core.Storage.Settings");
        for (int number = 0; number < header.Settings.Length; number++)
        {
            settings.GetType().GetMethod("Change")!.Invoke(settings, [number, header.Settings[number]]);
        }

        object state = Make("Bms.Core.Storage.RestoredState", header.StateOfCharge_Q30.Length);
        Copy(header.StateOfCharge_Q30, state, "StateOfCharge_Q30");
        Copy(header.Contact_Q30, state, "Contact_Q30");
        Copy(header.Filament_Q30, state, "Filament_Q30");
        Copy(header.InterphaseSquare_Q20, state, "InterphaseSquare_Q20");
        Copy(header.CalendarSquare_Q60, state, "CalendarSquare_Q60");
        Copy(header.CycleFade_Q60, state, "CycleFade_Q60");
        Manager = Make("Bms.Core.BatteryManager", profile, pack, settings);
        Manager.GetType().GetMethod("Restore")!.Invoke(Manager, [state, header.Start_ms]);
        object frame = Make("Bms.Core.Sensing.SensorFrame");
        object decision = Make("Bms.Core.Decision");
        _frame = new SensorFrameView(frame);
        MethodInfo step = Manager.GetType().GetMethod("Step")!;
        Delegate bound = step.CreateDelegate(System.Linq.Expressions.Expression.GetActionType(frame.GetType(), decision.GetType()), Manager);
        System.Linq.Expressions.Expression call = System.Linq.Expressions.Expression.Invoke(
            System.Linq.Expressions.Expression.Constant(bound), System.Linq.Expressions.Expression.Constant(frame), System.Linq.Expressions.Expression.Constant(decision));
        _step = System.Linq.Expressions.Expression.Lambda<Action>(call).Compile();
        Roots = [Manager, frame, decision];
    }

    public object Manager { get; }

    /// <summary>What lives on the device's heap.</summary>
    public IReadOnlyList<object> Roots { get; }

    public long[] ByMethod { get; }

    public long[] ByTask { get; }

    public long Total => (long)_total.GetValue(null)!;

    public long Calls => (long)_calls.GetValue(null)!;

    public long Garbage => (long)_garbage.GetValue(null)!;

    public long Digest => (long)Manager.GetType().GetProperty("Digest")!.GetValue(Manager)!;

    public void Step(SensorFrame frame)
    {
        _frame.Take(frame);
        _step();
    }

    private static void Copy(Array values, object state, string field) => values.CopyTo((Array)state.GetType().GetField(field)!.GetValue(state)!, 0);

    private Type Type(string name) => _assembly.GetType(name, throwOnError: true)!;

    private object Make(string type, params object[] arguments) => Activator.CreateInstance(Type(type), arguments)!;

    /// <summary>The arrays of the woven copy's frame.</summary>
    private sealed class SensorFrameView(object frame)
    {
        private readonly FieldInfo _time = frame.GetType().GetField("Time_ms")!;
        private readonly int[] _value = (int[])frame.GetType().GetField("Value")!.GetValue(frame)!;
        private readonly bool[] _valid = (bool[])frame.GetType().GetField("IsValid")!.GetValue(frame)!;
        private readonly long[] _stamp = (long[])frame.GetType().GetField("Timestamp_ms")!.GetValue(frame)!;

        public void Take(SensorFrame from)
        {
            _time.SetValue(frame, from.Time_ms);
            from.Value.CopyTo(_value, 0);
            from.IsValid.CopyTo(_valid, 0);
            from.Timestamp_ms.CopyTo(_stamp, 0);
        }
    }
}

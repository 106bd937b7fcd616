using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Simulation.Frames;

namespace Bms.Simulation.Costing;

/// <summary>A battery manager of a woven copy of the core: made as a header says, fed with frames.</summary>
public sealed class WovenCore
{
    private readonly CountedProgram _assembly;
    private readonly object _manager;
    private readonly object[] _roots;
    private readonly MethodInvoker _step;
    private readonly PropertyInfo _digest;
    private readonly object _frame;
    private readonly object _decision;
    private readonly FieldInfo _time;
    private readonly int[] _value;
    private readonly bool[] _isValid;
    private readonly long[] _timestamp;

    /// <summary>Makes the manager, its state restored; what that costs is not counted.</summary>
    /// <param name="assembly">The woven core.</param>
    /// <param name="header">What the core took in before the first frame; one that <see cref="Replay.Start"/> accepts.</param>
    public WovenCore(CountedProgram assembly, FrameHeader header)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(header);
        _assembly = assembly;
        object image = Type<ProfileImage>().GetMethod(nameof(ProfileImage.Read))!.Invoke(null, [header.Profile])!;
        object profile = Make<CellProfile>(image);
        object pack = Make<PackProfile>(header.ClampOfCell, header.SensorOfCell);
        object settings = Make<Settings>();
        for (int number = 0; number < header.Settings.Length; number++)
        {
            settings.GetType().GetMethod(nameof(Settings.Change))!.Invoke(settings, [number, header.Settings[number]]);
        }

        object state = Make<RestoredState>(header.Restored.StateOfCharge_Q30.Length);
        foreach (RestoredField field in RestoredField.Rows)
        {
            field.Array(header.Restored).CopyTo(Field<Array>(state, field.Name), 0);
        }

        state.GetType().GetField(nameof(RestoredState.Age_s))!.SetValue(state, header.Restored.Age_s);
        _manager = Make<BatteryManager>(profile, pack, settings);
        _manager.GetType().GetMethod(nameof(BatteryManager.Restore))!.Invoke(_manager, [state, header.Start_ms]);
        _digest = _manager.GetType().GetProperty(nameof(BatteryManager.Digest))!;
        _step = MethodInvoker.Create(_manager.GetType().GetMethod(nameof(BatteryManager.Step))!);
        _frame = Make<SensorFrame>();
        _decision = Make<Decision>();
        _time = _frame.GetType().GetField(nameof(SensorFrame.Time_ms))!;
        _value = Field<int[]>(_frame, nameof(SensorFrame.Value));
        _isValid = Field<bool[]>(_frame, nameof(SensorFrame.IsValid));
        _timestamp = Field<long[]>(_frame, nameof(SensorFrame.Timestamp_ms));
        _roots = [_manager, _frame, _decision, profile, pack, settings];
        assembly.Reset();
    }

    /// <summary>Digest of all inputs and decisions: that of the original core, fed with the same.</summary>
    public long Digest => (long)_digest.GetValue(_manager)!;

    /// <summary>What lives on the device's heap, bytes: all that the manager, its profiles and settings, the frame and the decision
    /// reach, and the static fields of the core with all they reach.</summary>
    public long HeapBytes() =>
        HeapGraph.Bytes(_roots.Concat(HeapGraph.Statics(_assembly.Types))) + (DeviceHeap.Block * (long)HeapGraph.StaticFields(_assembly.Types).Count());

    /// <summary>One step.</summary>
    /// <param name="frame">The newest readings; not changed.</param>
    public void Step(SensorFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        _time.SetValue(_frame, frame.Time_ms);
        frame.Value.CopyTo(_value, 0);
        frame.IsValid.CopyTo(_isValid, 0);
        frame.Timestamp_ms.CopyTo(_timestamp, 0);
        _assembly.Begin();
        _step.Invoke(_manager, _frame, _decision);
    }

    private static T Field<T>(object owner, string name) => (T)owner.GetType().GetField(name)!.GetValue(owner)!;

    private Type Type<T>() => _assembly.Type(typeof(T).FullName!);

    private object Make<T>(params object[] arguments) => Activator.CreateInstance(Type<T>(), arguments)!;
}

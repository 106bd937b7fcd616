using System;
using System.Diagnostics;
using System.Linq;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Simulation.Frames;
using Bms.Simulation.Judging;
using Bms.Simulation.Results;
using Bms.Simulation.Scenarios;
using Bms.Simulation.Sensors;

namespace Bms.Simulation.Running;

/// <summary>
/// The closed loop: the load asks, the limits decide, the plant follows, the sensors look, the firmware thinks, every 20 ms.
/// The hidden truth never reaches the firmware except through the sensors, and nothing the firmware believes reaches the judge.
/// </summary>
public sealed class ClosedLoop
{
    private const int Tick_ms = BatteryManager.Tick_ms;

    private readonly RunOptions _options;
    private readonly PackUnderLoad _load;
    private readonly SensorArray _sensors;
    private readonly FrameHeader _header;
    private readonly BatteryManager _manager;
    private readonly SensorFrame _frame = new();
    private readonly Decision _decision = new();

    /// <summary>Gets a run ready.</summary>
    /// <exception cref="Bms.Profiles.BadInputException">The cell does not fit the firmware, or the scenario does not fit the pack.</exception>
    public ClosedLoop(RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _header = FirmwareUnderTest.Header(options.Scenario, options.Cell, options.LimitersOff, options.CorrectsVoltage);
        _manager = Replay.Start(_header, options.Cell.Name);
        _load = new PackUnderLoad(options, _manager);
        PackProfile map = new(_header.ClampOfCell, _header.SensorOfCell);
        _sensors = new SensorArray(_load.Pack, map, options.TrueCell ?? options.Cell, options.Sensors, options.Scenario.Seed);
    }

    /// <summary>Called after every step of the firmware with the time of its frame, ms; null for nobody.</summary>
    internal Action<long>? Observer { get; set; }

    /// <summary>The firmware.</summary>
    internal BatteryManager Manager => _manager;

    /// <summary>What it decided last.</summary>
    internal Decision Decision => _decision;

    /// <summary>What it looks through.</summary>
    internal SensorArray Sensors => _sensors;

    /// <summary>The true pack.</summary>
    internal Pack Pack => _load.Pack;

    /// <summary>Runs to the end.</summary>
    /// <param name="progress">Told about once for every minute of simulated time; may be null.</param>
    /// <exception cref="Bms.Profiles.BadInputException">The frame file can't be written.</exception>
    public RunResult Run(Action<RunProgress>? progress = null)
    {
        long began = Stopwatch.GetTimestamp();
        using FrameRecorder? recorder = _options.FrameFile is string path ? new FrameRecorder(path, _header) : null;
        PackUnderLoad load = _load;
        bool connected;
        long time_ms = -Tick_ms;
        do
        {
            time_ms += Tick_ms;
            double since = (time_ms - load.PlantTime_ms) / 1000.0;

            // what flowed until now, seen by the sensors
            load.Truth.Report(_frame, time_ms, load.Requested, _decision.ClosePositive, _decision.CloseNegative, _decision.ClosePrecharge);
            _sensors.Convert(_frame, time_ms, time_ms == 0 ? 0 : Tick_ms, load.Current, since);
            recorder?.Record(_frame);

            // what the firmware makes of it
            _manager.Step(_frame, _decision);
            load.Look(time_ms);
            Observer?.Invoke(time_ms);
            connected = _decision.ClosePositive && _decision.CloseNegative;
        }
        while (load.Go(time_ms, _decision, connected, _sensors.TruePackVoltage, _frame.Value[Channel.PackVoltageA] * 1e-3, progress));

        recorder?.Complete();
        return load.End(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }
}

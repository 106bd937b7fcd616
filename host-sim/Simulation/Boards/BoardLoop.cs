using System;
using System.Diagnostics;
using System.Linq;
using Bms.Core;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Device;
using Bms.Profiles;
using Bms.Simulation.Frames;
using Bms.Simulation.Link;
using Bms.Simulation.Running;
using Bms.Simulation.Sensors;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Faults;

namespace Bms.Simulation.Boards;

/// <summary>
/// The closed loop with the firmware's own application on the virtual board: its loop, its drivers, the chips on their buses. The
/// machine's time leads; pack and load follow it every 20 ms, whether the firmware keeps its ticks or not.
/// </summary>
public sealed class BoardLoop : IDisposable
{
    private const int Tick_ms = BatteryManager.Tick_ms;
    private const int RequestPeriod_ms = 100;
    private const int RestartDelay_us = 1_000_000;
    private const double LinkTime_s = 0.05;

    private readonly BoardOptions _options;
    private readonly Machine _machine;
    private readonly BatteryBoard _board;
    private readonly SensorArray? _injected;
    private readonly FaultSchedule _faults;
    private readonly PackUnderLoad _load;
    private readonly PlantWorld _world;
    private readonly FrameHeader _memory;
    private readonly LinkSession _link;
    private readonly SensorFrame _requests = new();
    private readonly byte[] _received = new byte[4096];
    private Clock _clock = new();
    private Application _application;
    private FrameRecorder? _recorder;
    private Action<RunProgress>? _progress;
    private long _next_ms;
    private int _steps;
    private bool _isOver;

    /// <summary>Gets a run ready.</summary>
    /// <exception cref="BadInputException">The pack does not fit the board, the cell not the firmware, or the scenario not the pack.</exception>
    public BoardLoop(BoardOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        RunOptions run = options.Run;
        _memory = FirmwareUnderTest.Header(run.Scenario, run.Cell);
        BatteryManager sleeping = Replay.Start(_memory, run.Cell.Name);
        Core.Cells.PackProfile map = new(_memory.ClampOfCell, _memory.SensorOfCell);
        if (map.CellCount is < 3 or > 16 || map.ClampCount > 2)
        {
            throw new BadInputException("--cells", $"{map.CellCount} cells in {map.ClampCount} clamps", "a board carries 3 to 16 cells in at most 2 clamps");
        }

        _load = new PackUnderLoad(run, sleeping);
        _world = new PlantWorld(_load, map);
        BoardFit fit = new() { Cells = map.CellCount, Sensors = Math.Min(map.SensorCount, 8), Clamps = map.ClampCount, HasFram = options.HasFram, Seed = run.Scenario.Seed };
        _board = new BatteryBoard(options.Wiring, fit, _world);
        _board.FrontEnd.TopAtLastInput = true;
        _machine = _board.Machine;
        _faults = Schedule(options);
        _machine.Add(_faults);
        bool isInjected = options.Mode == BoardMode.Hil;
        _injected = isInjected ? new SensorArray(_load.Pack, map, run.TrueCell ?? run.Cell, run.Sensors, run.Scenario.Seed) : null;
        BoardMemory.Write(_board, run.Scenario, run.Cell, _memory, isInjected ? 3 : 2);
        _machine.TimeMoved = Follow;
        _link = new LinkSession(bytes => _machine.Link.Send(bytes, _machine.Time_us));
        _application = new Application(_clock);
    }

    /// <summary>Told each line that the firmware writes; may be null.</summary>
    public Action<string>? LineWritten
    {
        get => _machine.Console.LineWritten;
        set => _machine.Console.LineWritten = value;
    }

    /// <summary>Told after each step of the firmware, with its application; may be null.</summary>
    public Action<Application>? Stepped { get; set; }

    /// <summary>Told the time, s, every 20 ms, whatever the firmware does; may be null.</summary>
    public Action<double>? Moved { get; set; }

    /// <summary>Told when a fault begins (true) or ends, and when, s; may be null.</summary>
    public Action<FaultEvent, bool, double>? FaultChanged { get; set; }

    /// <summary>The board; pack and load follow its machine's <see cref="Machine.TimeMoved"/>.</summary>
    public BatteryBoard Board => _board;

    /// <summary>Times the firmware was started.</summary>
    public int Starts { get; private set; }

    /// <summary>Runs to the end of the scenario.</summary>
    /// <param name="progress">Told about once for every minute of simulated time; may be null.</param>
    /// <exception cref="BadInputException">The frame file can't be written.</exception>
    public RunResult Run(Action<RunProgress>? progress = null)
    {
        long began = Stopwatch.GetTimestamp();
        _progress = progress;
        while (!_isOver)
        {
            Starts++;
            _clock = new Clock();
            _application = new Application(_clock);
            _steps = 0;
            if (_machine.Run(_application.Run) == RunEnd.PowerLost)
            {
                long back_us = _machine.PowerBackAt_us;
                _machine.Wait(back_us == long.MaxValue ? RestartDelay_us : Math.Max(0, back_us - _machine.Time_us));
                _machine.PowerBackAt_us = long.MaxValue;
                _machine.PowerUp();
            }
        }

        _recorder?.Complete();
        return _load.End(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    /// <summary>Removes a recording that is not complete.</summary>
    public void Dispose() => _recorder?.Dispose();

    private void Follow(long time_us)
    {
        Watch();
        while (!_isOver && _next_ms * 1000 <= time_us)
        {
            Go(_next_ms);
            Moved?.Invoke(_next_ms / 1000.0);
            _next_ms += Tick_ms;
        }
    }

    // The firmware has done a step since time moved last: its frame is still as the core took it in.
    private void Watch()
    {
        Application application = _application;
        if (application.Steps == _steps)
        {
            return;
        }

        if (_steps == 0)
        {
            _load.Manager = application.Manager;
            Record();
        }

        _steps = application.Steps;
        _recorder?.Record(application.Frame);
        Stepped?.Invoke(application);
    }

    // A recording holds what came after the last start.
    private void Record()
    {
        if (_options.Run.FrameFile is not string path)
        {
            return;
        }

        _recorder?.Dispose();
        Core.Cells.PackProfile pack = _application.Mode.Pack;
        Settings settings = _application.Mode.Settings;
        _recorder = new FrameRecorder(path, _memory with
        {
            ClampOfCell = pack.ClampOfCell,
            SensorOfCell = pack.SensorOfCell,
            Settings = [.. Enumerable.Range(0, settings.Count).Select(settings.Value)],
            Restored = _application.Restored,
            Start_ms = _application.Start_ms,
        });
    }

    private void Go(long time_ms)
    {
        double voltage = _world.PackVoltage(time_ms * 1000);
        Decision decision = _application.Decision;
        bool isConnected = _injected is null ? _board.Negative.IsClosed && _board.Positive.IsClosed : decision.CloseNegative && decision.ClosePositive;
        bool isPrecharged = isConnected || (_board.Negative.IsClosed && _board.Precharge.IsClosed);
        _world.Link += ((isPrecharged ? voltage : 0) - _world.Link) * (isConnected ? 1 : Tick_ms / 1000.0 / LinkTime_s);
        if (_injected is not null)
        {
            Inject(_injected, decision, time_ms);
        }
        else if (time_ms % RequestPeriod_ms == 0)
        {
            Ask(time_ms);
        }

        _load.Look(time_ms);
        if (!_load.Go(time_ms, decision, isConnected, voltage, voltage, _progress))
        {
            _isOver = true;
            _clock.Stop();
            return;
        }

        _world.Current.Add(time_ms * 1000, _load.Current);
    }

    // Hardware in the loop: what sensors would show goes over the link, every tick.
    private void Inject(SensorArray sensors, Decision decision, long time_ms)
    {
        double since = (time_ms - _load.PlantTime_ms) / 1000.0;
        _load.Truth.Report(_requests, time_ms, _load.Requested, decision.ClosePositive, decision.CloseNegative, decision.ClosePrecharge);
        sensors.Convert(_requests, time_ms, time_ms == 0 ? 0 : Tick_ms, _load.Current, since);
        Talk();
    }

    // What a vehicle controller does: it asks for current, connection and heat.
    private void Ask(long time_ms)
    {
        _requests.Time_ms = time_ms;
        _requests.Set(Channel.LoadRequest, SensorArray.Micro(_load.Requested), time_ms);
        _requests.Set(Channel.ConnectRequest, 1, time_ms);
        _requests.Set(Channel.HeatRequest, _load.Truth.HeatWanted ? 1 : 0, time_ms);
        Talk();
    }

    private void Talk()
    {
        int count;
        while ((count = _machine.Link.Receive(_received)) > 0)
        {
            _link.Receive(_received.AsSpan(0, count));
        }

        _link.Send(_requests);
    }

    private FaultSchedule Schedule(BoardOptions options)
    {
        try
        {
            return new FaultSchedule(_board, options.Faults) { Changed = (fault, begins) => FaultChanged?.Invoke(fault, begins, _machine.Time_us / 1e6) };
        }
        catch (FaultSpecException refused)
        {
            throw new BadInputException(refused.Message, refused);
        }
    }
}

using System;
using System.Collections.Generic;
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
using Bms.VirtualBoard;

namespace Bms.Simulation.Boards;

/// <summary>
/// The closed loop with the firmware's own application on the virtual board: its loop, its drivers, the chips on their buses. The
/// machine's time leads; pack and load follow it every 20 ms, whether the firmware keeps its ticks or not.
/// </summary>
public sealed class BoardLoop : IDisposable
{
    private const int Tick_ms = BatteryManager.Tick_ms;
    private const long Tick_us = Tick_ms * 1000;
    private const int RequestPeriod_ms = 100;
    private const int RestartDelay_us = 1_000_000;
    private const double LinkTime_s = 0.05;

    private readonly BoardOptions _options;
    private readonly Machine _machine;
    private readonly FittedBoard? _fitted;
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
        _machine = new Machine(options.Wiring);
        _fitted = options.Mode == BoardMode.Board ? new FittedBoard(_machine, _world, map.CellCount, map.SensorCount, map.ClampCount, run.Scenario.Seed) : null;
        BoardMemory.Write(_machine, _fitted, run.Scenario, run.Cell, _memory, _fitted is null ? 3 : 2);
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

    /// <summary>Times the firmware was started.</summary>
    public int Starts { get; private set; }

    /// <summary>The machine; pack and load follow its <see cref="Machine.TimeMoved"/>.</summary>
    internal Machine Machine => _machine;

    /// <summary>What is soldered to it; null for a bare board.</summary>
    internal FittedBoard? Fitted => _fitted;

    /// <summary>The firmware's application, of the last start.</summary>
    internal Application Application => _application;

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
                _machine.Wait(RestartDelay_us);
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
    }

    // A recording holds what came after the last start.
    private void Record()
    {
        if (_options.Run.FrameFile is not string path)
        {
            return;
        }

        _recorder?.Dispose();
        RestoredState state = _application.Restored;
        Core.Cells.PackProfile pack = _application.Mode.Pack;
        Settings settings = _application.Mode.Settings;
        _recorder = new FrameRecorder(path, _memory with
        {
            ClampOfCell = pack.ClampOfCell,
            SensorOfCell = pack.SensorOfCell,
            Settings = [.. Enumerable.Range(0, settings.Count).Select(settings.Value)],
            StateOfCharge_Q30 = [.. state.StateOfCharge_Q30],
            Contact_Q30 = [.. state.Contact_Q30],
            Filament_Q30 = [.. state.Filament_Q30],
            InterphaseSquare_Q20 = [.. state.InterphaseSquare_Q20],
            CalendarSquare_Q60 = [.. state.CalendarSquare_Q60],
            CycleFade_Q60 = [.. state.CycleFade_Q60],
            Start_ms = _application.Start_ms,
        });
    }

    private void Go(long time_ms)
    {
        double voltage = _world.PackVoltage(time_ms * 1000);
        bool isConnected = _fitted!.IsConnected;
        bool isPrecharged = isConnected || (_fitted.Negative.IsClosed && _fitted.Precharge.IsClosed);
        _world.Link += ((isPrecharged ? voltage : 0) - _world.Link) * (isConnected ? 1 : Tick_ms / 1000.0 / LinkTime_s);
        _load.Look(time_ms);
        if (!_load.Go(time_ms, _application.Decision, isConnected, voltage, voltage, _progress))
        {
            _isOver = true;
            _clock.Stop();
            return;
        }

        _world.Current.Add(time_ms * 1000, _load.Current);
        if (time_ms % RequestPeriod_ms == 0)
        {
            Talk(time_ms);
        }
    }

    // What a vehicle controller does: it hears the board, and asks for current, connection and heat.
    private void Talk(long time_ms)
    {
        int count;
        while ((count = _machine.Link.Receive(_received)) > 0)
        {
            _link.Receive(_received.AsSpan(0, count));
        }

        _requests.Time_ms = time_ms;
        _requests.Set(Channel.LoadRequest, Sensors.SensorArray.Micro(_load.Requested), time_ms);
        _requests.Set(Channel.ConnectRequest, 1, time_ms);
        _requests.Set(Channel.HeatRequest, _load.Truth.HeatWanted ? 1 : 0, time_ms);
        _link.Send(_requests);
    }
}

using System;
using System.Device.Gpio;
using Bms.Core;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Device.Boards;
using Bms.Device.Drivers;
using Bms.Device.Modes;
using Bms.Device.Reports;
using Bms.Device.Storage;
using nanoFramework.Runtime.Native;

namespace Bms.Device;

/// <summary>
/// The firmware: makes everything safe, finds out what it is connected to, then one cooperative loop of 20 ms ticks. Nothing
/// else runs: no timer, no second thread, no event.
/// </summary>
public sealed class Application
{
    /// <summary>Name of the firmware.</summary>
    public const string Product = "BmsFirmware";

    /// <summary>Its version.</summary>
    public const string Version = "0.1.0";

    private const int Phases = 5;
    private const int FirstHalf = 2;
    private const int RestartDelay_ms = 10000;

    private readonly Clock _clock;
    private ContactorOutputs _outputs;
    private ContactorSupply _supply;
    private FileStore _store;
    private EventLog _log;
    private LineReport _report;

    /// <summary>Makes the application; nothing happens until <see cref="Run"/>.</summary>
    public Application(Clock clock)
    {
        _clock = clock;
    }

    /// <summary>The frame of the present tick.</summary>
    public readonly SensorFrame Frame = new SensorFrame();

    /// <summary>The decision of the present tick.</summary>
    public readonly Decision Decision = new Decision();

    /// <summary>What the core is connected to; null before start.</summary>
    public Mode Mode;

    /// <summary>The battery manager; null before start.</summary>
    public BatteryManager Manager;

    /// <summary>What was restored at the start; later room for what is remembered.</summary>
    public RestoredState Restored;

    /// <summary>Time at which the remembered state was restored, ms.</summary>
    public long Start_ms;

    /// <summary>Ticks that were not over when the next was due.</summary>
    public int Missed
    {
        get { return _clock.Missed; }
    }

    /// <summary>Steps done since start.</summary>
    public int Steps;

    /// <summary>Starts and loops until the clock is stopped or the mode is over; whatever goes wrong ends in the safe state and
    /// a restart.</summary>
    public void Run()
    {
        try
        {
            if (Start())
            {
                Loop();
            }
        }
        catch (Exception failure)
        {
            MakeSafe(failure);
        }
    }

    /// <summary>Makes everything ready.</summary>
    /// <returns>False if the clock was stopped meanwhile.</returns>
    private bool Start()
    {
        // before anything else: no contactor may close
        BoardPins pins = BoardTable.Row(SystemInfo.TargetName);
        GpioController gpio = new GpioController();
        _outputs = new ContactorOutputs(gpio, pins.NegativeCommand, pins.PrechargeCommand, pins.PositiveCommand);
        _supply = new ContactorSupply(new WatchdogPulse(gpio, pins.Watchdog), _outputs);
        Console.WriteLine(Product + " " + Version + " on " + pins.Name);

        _store = new FileStore();
        _log = new EventLog(_store);
        Mode = new ModeChoice(pins, gpio, _store, _clock, _outputs).Choose(Frame);
        Console.WriteLine("mode " + Mode.Name + ", " + Mode.Pack.CellCount + " cells");

        Restored = Mode.Restore(Frame);
        if (Restored == null)
        {
            return false;
        }

        Manager = new BatteryManager(Mode.Profile, Mode.Pack, Mode.Settings);
        Start_ms = Mode.KeepsOwnTime ? 0 : _clock.Now_ms();
        Manager.Restore(Restored, Start_ms);
        Mode.Begin(Manager, Restored);
        _report = new LineReport(Manager, Decision, _clock, Mode.ReportPeriod);
        _log.NoteStart(_clock.Now_ms(), Mode.Name);

        // what is free becomes one piece: a start leaves holes behind, and a call whose frame fits none of them throws
        Heap.Compact();
        return true;
    }

    private void Loop()
    {
        Mode mode = Mode;
        SensorFrame frame = Frame;
        Clock clock = _clock;
        Readings readings = Manager.Readings;
        ContactorSupply supply = _supply;
        bool keepsOwnTime = mode.KeepsOwnTime;
        int phase = 0;
        clock.Begin();
        while (clock.WaitForTick())
        {
            if (!keepsOwnTime)
            {
                frame.Time_ms = clock.Time_ms;
            }

            ISensor[] sensors = mode.Schedule[phase];
            for (int k = 0; k < sensors.Length; k++)
            {
                sensors[k].Renew(frame, phase);
            }

            if (mode.IsOver)
            {
                break;
            }

            if (!keepsOwnTime && clock.TickIsOver())
            {
                // a bus has held up the tick: the core must see how old everything is by now
                frame.Time_ms = clock.Now_ms();
            }

            if (!supply.MustPause(frame.Time_ms, readings.Time_ms))
            {
                Step(mode);
            }

            phase++;
            if (phase == Phases)
            {
                phase = 0;
                EndRound(mode);
                FeedWatchdog();
            }
            else if (phase == FirstHalf)
            {
                FeedWatchdog();
            }
        }

        _report.End(Steps);
    }

    private void Step(Mode mode)
    {
        Decision decision = Decision;
        BatteryManager manager = Manager;
        IActuator[] actuators = mode.Actuators;
        if (manager.Contactors == ContactorState.Open)
        {
            mode.Admit(Frame, _clock.IsSteady());
        }

        manager.Step(Frame, decision);
        for (int k = 0; k < actuators.Length; k++)
        {
            actuators[k].Apply(decision);
        }

        Steps++;
    }

    /// <summary>What need not be done in every tick.</summary>
    private void EndRound(Mode mode)
    {
        long time_ms = _clock.Time_ms;
        mode.EndRound(Decision, time_ms);
        if (!mode.KeepsOwnTime)
        {
            Note(time_ms);          // a recorded pack leaves no trace in the flash
        }

        _report.Advance(Phases);
    }

    private void FeedWatchdog()
    {
        if (_clock.WasOnTime())
        {
            _supply.Feed(_clock.Now_ms());
        }
    }

    // Writing holds up the loop: only while no contactor is closed, or about to.
    private void Note(long time_ms)
    {
        BatteryManager manager = Manager;
        _log.Watch(manager, time_ms);
        if (_log.IsDue(time_ms) && manager.Contactors == ContactorState.Open && (!manager.Readings.ConnectIsRequested || manager.Diagnosis.HasFault))
        {
            _log.Flush(manager.Diagnosis, time_ms);
        }
    }

    // The watchdog is not fed from here on: it opens the contactors even if the outputs can't be written any more.
    private void MakeSafe(Exception failure)
    {
        try
        {
            if (_outputs != null)
            {
                _outputs.OpenAll();
            }

            if (Mode != null)
            {
                Mode.MakeSafe();
            }

            Console.WriteLine("stopped: " + failure.Message);
            if (Manager != null && !Mode.KeepsOwnTime)
            {
                _log.NoteFailure(_clock.Now_ms(), failure.Message);
                _log.Flush(Manager.Diagnosis, _clock.Now_ms());
            }
        }
        finally
        {
            _clock.Wait_ms(RestartDelay_ms);
            Power.RebootDevice();
        }
    }
}

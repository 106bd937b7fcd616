using System;
using System.Device.Gpio;
using Bms.Core;
using Bms.Core.Cells;
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
    private const int RestartDelay_ms = 10000;
    private const string ProfileName = "profile.img";

    private readonly Clock _clock;
    private ContactorOutputs _outputs;
    private WatchdogPulse _watchdog;
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
            Start();
            Loop();
        }
        catch (Exception failure)
        {
            MakeSafe(failure);
        }
    }

    private void Start()
    {
        // before anything else: no contactor may close
        BoardPins pins = BoardTable.Row(SystemInfo.TargetName);
        GpioController gpio = new GpioController();
        _outputs = new ContactorOutputs(gpio, pins.NegativeCommand, pins.PrechargeCommand, pins.PositiveCommand);
        _watchdog = new WatchdogPulse(gpio, pins.Watchdog);
        Console.WriteLine(Product + " " + Version + " on " + pins.Name);

        _store = new FileStore();
        _log = new EventLog(_store);
        CellProfile profile = Profile();
        Mode = new ModeChoice(pins, gpio, _store, _clock, _outputs).Choose(profile, Frame);
        Console.WriteLine("mode " + Mode.Name + ", " + Mode.Pack.CellCount + " cells");

        profile = profile == null ? Embedded() : profile;
        Restored = Mode.Restore(Frame, profile);
        Manager = new BatteryManager(profile, Mode.Pack, Mode.Settings);
        Start_ms = Mode.KeepsOwnTime ? 0 : _clock.Now_ms();
        Manager.Restore(Restored, Start_ms);
        Mode.Begin(Manager, Restored);
        _report = new LineReport(Manager, Decision, _clock, Mode.ReportPeriod);
        _log.NoteStart(_clock.Now_ms(), Mode.Name);
    }

    private void Loop()
    {
        Mode mode = Mode;
        SensorFrame frame = Frame;
        Decision decision = Decision;
        BatteryManager manager = Manager;
        Clock clock = _clock;
        ISensor[] sensors = mode.Sensors;
        IActuator[] actuators = mode.Actuators;
        int phase = 0;
        while (clock.WaitForTick())
        {
            if (!mode.KeepsOwnTime)
            {
                frame.Time_ms = clock.Time_ms;
            }

            for (int k = 0; k < sensors.Length; k++)
            {
                sensors[k].Renew(frame, phase);
            }

            if (mode.IsOver)
            {
                break;
            }

            if (!mode.KeepsOwnTime && clock.TickIsOver())
            {
                // a bus has held up the tick: the core must see how old everything is by now
                frame.Time_ms = clock.Now_ms();
            }

            manager.Step(frame, decision);
            for (int k = 0; k < actuators.Length; k++)
            {
                actuators[k].Apply(decision);
            }

            mode.Remember(clock.Time_ms);
            Note(clock.Time_ms);
            _report.Advance();
            Steps++;
            phase++;
            if (phase == Phases)
            {
                phase = 0;
                if (clock.RoundWasOnTime())
                {
                    _watchdog.Give();
                }
            }
        }

        _report.End(Steps);
    }

    // Writing holds up the loop: only while no contactor is closed.
    private void Note(long time_ms)
    {
        _log.Watch(Manager, time_ms);
        if (_log.IsWaiting && Manager.Contactors == ContactorState.Open)
        {
            _log.Flush(Manager.Diagnosis);
        }
    }

    /// <summary>The profile in the flash, or the embedded one where there is none; null for a profile that is not sound: the pack
    /// is another than the embedded one then.</summary>
    private CellProfile Profile()
    {
        byte[] bytes = _store.ReadAll(ProfileName);
        if (bytes == null)
        {
            return Embedded();
        }

        ProfileImage stored = ProfileImage.Read(bytes);
        if (stored.Error == ProfileError.None)
        {
            Console.WriteLine("profile " + ProfileName);
            return new CellProfile(stored);
        }

        Console.WriteLine(ProfileName + " refused, error " + (int)stored.Error + ", field " + stored.ErrorField + ": the pack stays disconnected");
        return null;
    }

    private static CellProfile Embedded()
    {
        return new CellProfile(ProfileImage.Read(EmbeddedProfile.Image()));
    }

    // The watchdog is not fed from here on: it opens the contactors even if the outputs can't be written any more.
    private void MakeSafe(Exception failure)
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
        _clock.Wait_ms(RestartDelay_ms);
        Power.RebootDevice();
    }
}

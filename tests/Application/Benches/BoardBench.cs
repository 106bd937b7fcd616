using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Text;
using Bms.Core;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Device;
using Bms.Device.Storage;
using Bms.Simulation.Link;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Analog;
using Bms.VirtualBoard.Buses;
using Bms.VirtualBoard.Circuits;
using Bms.VirtualBoard.Files;
using Xunit;
using Firmware = Bms.Device.Application;

namespace Bms.Application.Tests.Benches;

/// <summary>
/// The firmware's application on a board in a steady world, with a host on its link. What is to happen is planned beforehand, in
/// seconds since the board was made; then the firmware runs.
/// </summary>
internal sealed class BoardBench
{
    private const int Tick_ms = BatteryManager.Tick_ms;
    private const int HostPeriod_ms = 100;

    private readonly BoardSetup _setup;
    private readonly List<(long Time_ms, Action Action)> _plan = [];
    private readonly byte[] _received = new byte[4096];
    private readonly List<LinkMessage> _answers = [];
    private long _next_ms;
    private long _until_ms;
    private int _steps;
    private ExceptionDispatchInfo? _failure;

    public BoardBench(BoardSetup? setup = null)
    {
        _setup = setup ?? new BoardSetup();
        PackSize pack = new(_setup.Cells, _setup.CellsPerClamp);
        World = new SteadyWorld { Cells = _setup.Cells };
        BoardFit fit = new() { Cells = _setup.Cells, Sensors = pack.Sensors, Clamps = Math.Min(2, pack.Clamps), HasFram = _setup.HasFram };
        Board = new BatteryBoard(_setup.Wiring, fit, World);
        Board.FrontEnd.TopAtLastInput = true;
        foreach (I2cTarget chip in Board.Chips)
        {
            chip.IsSilent = !_setup.IsFitted;
        }

        foreach (Contactor contactor in Board.Contactors)
        {
            _ = new LevelWatch(contactor.Command, isHigh => Commands.Add(($"{(isHigh ? '+' : '-')}{contactor.Name}", Machine.Time_us)));
        }

        Host = new LinkSession(bytes => Machine.Link.Send(bytes, Machine.Time_us));
        Change(BoardSetting.Cells, _setup.Cells).Change(BoardSetting.CellsPerClamp, _setup.CellsPerClamp);
        foreach ((int number, int value) in _setup.Settings)
        {
            Change(number, value);
        }

        Machine.TimeMoved = Follow;
    }

    public SteadyWorld World { get; }

    public BatteryBoard Board { get; }

    public Machine Machine => Board.Machine;

    public LinkSession Host { get; }

    /// <summary>What runs, or ran last.</summary>
    public Firmware Application { get; private set; } = new(new Clock());

    public Clock Clock { get; private set; } = new();

    /// <summary>Whether the host asks to be connected.</summary>
    public bool Connects { get; set; }

    /// <summary>What the host sends.</summary>
    public SensorFrame Requests { get; } = new();

    /// <summary>Every change of a contactor's command, however short, and when.</summary>
    public List<(string Change, long Time_us)> Commands { get; } = [];

    /// <summary>What the device answered to commands.</summary>
    public IReadOnlyList<LinkMessage> Answers => _answers;

    /// <summary>Called after every step of the firmware.</summary>
    public Action? Stepped { get; set; }

    /// <summary>Fills in what the host sends, before it does; makes it speak every 20 ms.</summary>
    public Action<long>? Talking { get; set; }

    public IReadOnlyList<string> Lines => Machine.Console.Lines;

    public bool IsConnected => Board.Negative.IsClosed && Board.Positive.IsClosed;

    public bool IsBlocked => Application.Decision.LimitCharge_uA == 0 && Application.Decision.LimitDischarge_uA == 0;

    public double Time_s => Machine.Time_us / 1e6;

    /// <summary>When the firmware opened its link first, s.</summary>
    public double LinkOpened_s { get; private set; } = double.NaN;

    /// <summary>Puts a setting of the board into the flash.</summary>
    public BoardBench Change(int number, int value)
    {
        Machine.Run(() =>
        {
            SettingsStore store = new(new FileStore());
            Assert.True(store.Board.Change(number, value));
            Assert.True(SettingsRecord.Save(store.BoardRecord, store.Board));
        });
        return this;
    }

    /// <summary>Plans something.</summary>
    public BoardBench At(double s, Action action)
    {
        _plan.Add(((long)(s * 1000), action));
        return this;
    }

    /// <summary>Plans that the host commands something.</summary>
    public BoardBench Command(double s, string name, params object[] values) => At(s, () => Host.Command(name, values));

    /// <summary>Starts the firmware and lets it run until a time, or until it stops of itself.</summary>
    public RunEnd Run(double until_s)
    {
        _until_ms = (long)(until_s * 1000);
        _steps = 0;
        Machine.PowerUp();
        Clock = new Clock();
        Application = new Firmware(Clock);
        RunEnd end = Machine.Run(Application.Run);
        _failure?.Throw();
        return end;
    }

    /// <summary>The result of the newest command, in words.</summary>
    public string Result() => CommandResult.Of((int)_answers[^1].Number("result")).Name;

    /// <summary>A file of the flash; none if there is none.</summary>
    public byte[]? File(string name) => Machine.Flash.Peek(FlashDisk.Root + name);

    public string Log() => Encoding.ASCII.GetString(File("log.txt") ?? []);

    /// <summary>State of charge of each cell as the firmware has it, 0..1.</summary>
    public double[] Charges() => [.. Application.Manager.Cells.States.StateOfCharge_Q30.Select(charge => charge / (double)(1 << 30))];

    // The firmware catches whatever goes through it: what a test finds must not.
    private void Follow(long time_us)
    {
        try
        {
            Advance(time_us);
        }
        catch (Exception failure) when (failure is not PowerLostException)
        {
            _failure ??= ExceptionDispatchInfo.Capture(failure);
            Clock.Stop();
        }
    }

    private void Advance(long time_us)
    {
        if (Application.Steps != _steps)
        {
            _steps = Application.Steps;
            Stepped?.Invoke();
        }

        while (_next_ms * 1000 <= time_us)
        {
            _next_ms += Tick_ms;
            Go(_next_ms - Tick_ms);
        }
    }

    private void Go(long time_ms)
    {
        if (double.IsNaN(LinkOpened_s) && Machine.Link.IsOpen)
        {
            LinkOpened_s = time_ms / 1000.0;
        }

        World.Link_V = IsConnected || (Board.Negative.IsClosed && Board.Precharge.IsClosed) ? World.PackVoltage(0) : 0;
        while (_plan.FindIndex(item => item.Time_ms <= time_ms) is int index and >= 0)
        {
            Action action = _plan[index].Action;
            _plan.RemoveAt(index);
            action();
        }

        if (time_ms >= _setup.HostFrom_s * 1000 && (Talking is not null || time_ms % HostPeriod_ms == 0))
        {
            Talk(time_ms);
        }

        if (time_ms >= _until_ms)
        {
            Clock.Stop();
        }
    }

    private void Talk(long time_ms)
    {
        int count;
        while ((count = Machine.Link.Receive(_received)) > 0)
        {
            Host.Receive(_received.AsSpan(0, count));
        }

        while (Host.NextAnswer() is LinkMessage answer)
        {
            if (answer.Row.Name == "reply" && answer.Number("message") != LinkMessageTable.Named("update").Number)
            {
                _answers.Add(answer);
            }
        }

        Requests.Time_ms = time_ms;
        Talking?.Invoke(time_ms);
        Requests.Set(Channel.LoadRequest, 0, time_ms);
        Requests.Set(Channel.ConnectRequest, Connects ? 1 : 0, time_ms);
        Requests.Set(Channel.HeatRequest, 0, time_ms);
        Host.Send(Requests);
    }
}

using System.Collections.Generic;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Device.Link;
using Bms.Simulation.Link;
using Xunit;
using CommandResult = Bms.Device.Link.CommandResult;
using HostMessage = Bms.Simulation.Link.LinkMessage;

namespace Bms.Link.Tests;

/// <summary>The firmware's end of the link on a bench: a line in memory, a clock that the test moves, a target that notes what it is told.</summary>
internal sealed class LinkBench : ICommandTarget, IStatusSource
{
    private readonly HostLink _link;
    private readonly Settings _core = new();
    private readonly Device.Storage.BoardSettings _board = new();
    private int _phase;

    public LinkBench(bool takesReadings = true, MemoryLine? line = null)
    {
        Line = line ?? new MemoryLine();
        CellProfile profile = new(ProfileImage.Read(EmbeddedProfile.Image()));
        PackProfile pack = PackProfile.Uniform(8, 8, 2);
        Manager = new BatteryManager(profile, pack, new Settings());
        DeviceIdentity identity = new("BmsFirmware", "0.1.0", "ESP32-DevKitC", profile.Checksum, takesReadings ? 3 : 2, pack);
        _link = new HostLink(Line, this, this, identity, takesReadings);
        _link.Attach(Manager);
        Starts = _link.Start();
    }

    public MemoryLine Line { get; }

    public BatteryManager Manager { get; }

    public SensorFrame Frame { get; } = new();

    public Decision Decision { get; } = new();

    public bool Starts { get; }

    /// <summary>What the target was told, in order.</summary>
    public List<string> Told { get; } = [];

    /// <summary>What the target answers.</summary>
    public CommandResult Result { get; set; } = CommandResult.Done;

    public static LinkBench Greeted(bool takesReadings = true, MemoryLine? line = null)
    {
        LinkBench bench = new(takesReadings, line);
        bench.Send("hello", 1).Tick();
        bench.Line.Take();
        return bench;
    }

    public LinkBench Send(string name, params object[] values)
    {
        Line.Send(LinkEncoder.Encode(HostMessage.Of(name, values)));
        return this;
    }

    /// <summary>Sends readings of one run.</summary>
    public LinkBench Update(long hostTime_ms, int channel, int age_ms, params int[] values) =>
        Send("update", (uint)hostTime_ms, new List<ReadingRun> { new(channel, true, age_ms, values) });

    /// <summary>Ticks of 20 ms: the link before and after where the step would be.</summary>
    public LinkBench Tick(int ticks = 1)
    {
        for (int k = 0; k < ticks; k++)
        {
            Frame.Time_ms += BatteryManager.Tick_ms;
            _link.Renew(Frame, _phase);
            _link.Apply(Decision);
            _phase = (_phase + 1) % 5;
        }

        return this;
    }

    /// <summary>A tick, and what the device has sent since the last look.</summary>
    public List<HostMessage> Answers(int ticks = 1)
    {
        Tick(ticks);
        return Line.TakeMessages();
    }

    /// <summary>The reply to a command, after a tick.</summary>
    public HostMessage Reply() => Assert.Single(Answers(), message => message.Row.Name == "reply");

    public bool HasSetting(bool isBoard, int number) => number < (isBoard ? _board.Count : _core.Count);

    public int Setting(bool isBoard, int number) => isBoard ? _board.Value(number) : _core.Value(number);

    public CommandResult ChangeSetting(bool isBoard, int number, int value)
    {
        Told.Add($"{(isBoard ? "board" : "core")} {number} = {value}");
        bool isTaken = isBoard ? _board.Change(number, value) : _core.Change(number, value);
        return isTaken ? Result : CommandResult.OutOfRange;
    }

    public CommandResult Tare(int loadCell)
    {
        Told.Add($"tare {loadCell}");
        return Result;
    }

    public CommandResult Span(int loadCell, int pressure_Pa)
    {
        Told.Add($"span {loadCell} {pressure_Pa}");
        return Result;
    }

    public void Reboot()
    {
        List<HostMessage> before = Line.TakeMessages();
        Told.Add($"reboot after {string.Join(", ", before.ConvertAll(message => message.Row.Name))}");
    }

    public void Report(DeviceStatus status)
    {
        status.Busy_us = 5100;
        status.Longest_us = 9200;
        status.MissedTicks = 3;
        status.BusFailures = 4;
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bms.Core.Sensing;
using Bms.Device;
using Bms.Profiles;
using Bms.Simulation.Boards;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;
using Bms.VirtualBoard.Faults;
using Xunit;

namespace Bms.Simulation.Tests.Boards;

/// <summary>Every fault of the virtual board, one at a time, under a steady charge.</summary>
public sealed class BoardFaultTests
{
    private const double Begins_s = 30;
    private const double Lasts_s = 10;
    private const int Grace_ms = 250;

    // A sensor's last valid value counts: what a chip called bad since is as old as that.
    private static readonly ChannelRow[] s_rows = ChannelTable.Rows();

    // What only a restart ends, since somebody must look first: contacts and trips that latch.
    private static readonly string[] s_latching = ["bq-open-wire", "short-circuit", "alert-broken", "contactor-stuck-open", "feedback-broken"];

    public static TheoryData<string> Kinds => [.. FaultKind.Table.Select(kind => kind.Name)];

    [Fact]
    public void There_are_at_least_twenty_kinds() => Assert.True(FaultKind.Table.Count >= 20);

    [Theory, MemberData(nameof(Kinds))]
    public void Stale_readings_stop_the_current_within_a_quarter_of_a_second(string kind)
    {
        Watch watch = Run($"{kind}@{Begins_s}s+{Lasts_s}s", out RunResult result);
        Assert.True(watch.Worst_ms <= Grace_ms, $"{kind}: current was allowed for {watch.Worst_ms} ms on stale readings");
        Assert.Equal(0, result.Summary.ViolationTotal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Current_is_allowed_again_when_the_fault_is_over(string kind)
    {
        Watch watch = Run($"{kind}@{Begins_s}s+{Lasts_s}s", out _);
        Assert.True(watch.WasAllowedBefore, $"{kind}: no current was allowed before the fault");
        Assert.Equal(!s_latching.Contains(kind), watch.IsAllowed);
    }

    [Theory]
    [InlineData("i2c-hang")]
    [InlineData("i2c-stretch")]
    public void A_bus_that_hangs_is_caught_by_the_watchdog_and_by_the_first_step_after_it(string kind)
    {
        double opened = double.NaN;
        bool stepAfterHang = false;
        bool isZero = false;
        using BoardLoop loop = Loop($"{kind}@{Begins_s}s+{Lasts_s}s");
        double last = 0;
        loop.Stepped = application =>
        {
            double now = loop.Board.Machine.Time_us / 1e6;
            if (!stepAfterHang && now - last > 0.5 && now > Begins_s)
            {
                stepAfterHang = true;
                isZero = application.Decision.LimitCharge_uA == 0 && application.Decision.LimitDischarge_uA == 0;
            }

            last = now;
        };
        loop.Moved = time =>
        {
            if (double.IsNaN(opened) && time > Begins_s && !loop.Board.Positive.IsClosed)
            {
                opened = time;
            }
        };
        loop.Run();
        Assert.True(stepAfterHang);
        Assert.True(isZero);

        // the last pulse is at most 100 ms before the hang, the contactor takes 12 ms to open
        Assert.InRange(opened - Begins_s, 0.1, 0.4);
    }

    private static Watch Run(string fault, out RunResult result)
    {
        using BoardLoop loop = Loop(fault);
        Watch watch = new();
        loop.Stepped = watch.Look;
        result = loop.Run();
        return watch;
    }

    private static BoardLoop Loop(string fault)
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        File.WriteAllText(file, "title: steady charge\nprofile: pouch-lpscl-nmc\ncells: 8\nsoc: 50\ntemperature: 45\npressure: 5\nsteps:\n  - Charge at C/8 for 90 s\n");
        try
        {
            Scenario scenario = ScenarioLibrary.Load(file);
            return new BoardLoop(new BoardOptions
            {
                Run = new RunOptions { Scenario = scenario, Cell = ProfileLibrary.Load(scenario.Profile) },
                Faults = FaultSchedule.Parse([fault]),
            });
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Watches for how long current was allowed on readings that are stale.</summary>
    private sealed class Watch
    {
        private readonly long[] _valid_ms = new long[Channel.Count];
        private Application? _watched;

        public long Worst_ms { get; private set; }

        public bool IsAllowed { get; private set; }

        public bool WasAllowedBefore { get; private set; }

        public void Look(Application application)
        {
            if (application != _watched)
            {
                _watched = application;     // it has restarted, and with it its clock
                Array.Clear(_valid_ms);
            }

            SensorFrame frame = application.Frame;
            for (int channel = 0; channel < Channel.Count; channel++)
            {
                _valid_ms[channel] = frame.IsValid[channel] ? frame.Timestamp_ms[channel] : _valid_ms[channel];
            }

            IsAllowed = application.Decision.LimitCharge_uA > 0 || application.Decision.LimitDischarge_uA > 0;
            WasAllowedBefore |= IsAllowed;
            Worst_ms = IsAllowed ? Math.Max(Worst_ms, StaleFor(frame)) : Worst_ms;
        }

        private long StaleFor(SensorFrame frame)
        {
            IEnumerable<long> each = Enumerable.Range(0, 8).Select(cell => Over(frame, Channel.CellVoltage + cell))
                .Concat(Enumerable.Range(0, 4).Select(sensor => Over(frame, Channel.Temperature + sensor)))
                .Append(Math.Min(Over(frame, Channel.PackCurrentA), Over(frame, Channel.PackCurrentB)))
                .Append(Math.Min(Over(frame, Channel.ClampPressure), Over(frame, Channel.ClampPressure + 1)))
                .Append(Over(frame, Channel.FrontEndAlert));
            return each.Max();
        }

        private long Over(SensorFrame frame, int channel) => frame.Time_ms - _valid_ms[channel] - ChannelTable.Row(s_rows, channel).MaximumAge_ms;
    }
}

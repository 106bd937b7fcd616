using System.Collections.Generic;
using System.Linq;
using Bms.Application.Tests.Benches;
using Bms.Core;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Device.Storage;
using Xunit;

namespace Bms.Application.Tests.Operation;

/// <summary>A host in the loop sends readings and gets decisions; no pin of a pack moves.</summary>
public class InTheLoopTests
{
    private const int Cells = 8;

    // what a pack of eight cells with four sensors and a clamp has
    private static readonly int[] _fast = [Channel.ClampPressure, Channel.ClampPressure + 1, Channel.PackCurrentA, Channel.FrontEndAlert];

    private static readonly int[] _slow =
    [
        .. Enumerable.Range(Channel.CellVoltage, Cells), .. Enumerable.Range(Channel.Temperature, Cells / 2), Channel.PackCurrentB, Channel.AmbientTemperature,
    ];

    [Fact]
    public void The_hosts_readings_are_decided_on_and_no_contactor_moves()
    {
        BoardBench bench = InTheLoop();
        bench.At(12, () => Assert.Equal("hil", bench.Application.Mode.Name));
        bench.At(25, () => Assert.Equal(ContactorState.Closed, bench.Application.Manager.Contactors));
        bench.At(25, () => Assert.False(bench.IsBlocked));
        bench.Run(30);
        Assert.Equal(3, bench.Host.Identity?.Number("mode"));
        Assert.Equal(bench.Application.Decision.LimitCharge_uA, bench.Host.Decision?.LimitCharge_uA);
        Assert.Empty(bench.Commands);
    }

    [Fact]
    public void A_host_that_falls_silent_gets_limits_of_0()
    {
        BoardBench bench = InTheLoop();
        bench.At(25, () => Assert.False(bench.IsBlocked));
        bench.At(25.1, () => bench.Machine.Link.IsCut = true);
        bench.At(25.6, () => Assert.True(bench.IsBlocked));
        bench.Run(26);
    }

    // a pack's readings every 20 or 100 ms, feedback as told
    private static BoardBench InTheLoop()
    {
        BoardBench bench = new(new BoardSetup { IsFitted = false, Settings = new Dictionary<int, int> { [BoardSetting.Mode] = 3 } }) { Connects = true };
        SteadyPack pack = new();
        bench.Talking = time_ms =>
        {
            Decision decision = bench.Application.Decision;
            foreach (int channel in time_ms % 100 == 0 ? [.. _fast, .. _slow] : _fast)
            {
                bench.Requests.Set(channel, pack.Frame.Value[channel], time_ms);
            }

            bench.Requests.Set(Channel.ContactorPositive, decision.ClosePositive ? 1 : 0, time_ms);
            bench.Requests.Set(Channel.ContactorNegative, decision.CloseNegative ? 1 : 0, time_ms);
        };
        return bench;
    }
}

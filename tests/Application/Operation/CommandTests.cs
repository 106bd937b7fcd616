using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Application.Tests.Benches;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Device.Storage;
using Bms.Simulation.Link;
using Bms.VirtualBoard;
using Xunit;

namespace Bms.Application.Tests.Operation;

/// <summary>What a host commands over the link acts, survives a restart, and is refused while the pack is in use.</summary>
public class CommandTests
{
    private const int Core = 0;
    private const int Board = 1;

    [Fact]
    public void A_setting_is_in_effect_from_the_next_start_on()
    {
        BoardBench bench = new();
        bench.Command(5, "write setting", Core, Setting.ReclosingDelay, 20_000).Command(6, "read setting", Core, Setting.ReclosingDelay).Command(7, "reboot");
        Assert.Equal(RunEnd.Rebooted, bench.Run(30));
        Assert.Equal([20_000L, 20_000L], bench.Answers.Select(answer => answer.Number("value")));
        Assert.Equal(10_000, bench.Application.Mode.Settings.Value(Setting.ReclosingDelay));
        bench.Run(30);
        Assert.Equal(20_000, bench.Application.Mode.Settings.Value(Setting.ReclosingDelay));
    }

    [Fact]
    public void A_tare_and_a_span_act_at_once_and_survive_a_restart()
    {
        BoardBench bench = new();
        double[] before = [];
        bench.At(5, () => Array.Fill(bench.World.ClampPressures_MPa, 0.4));
        bench.Command(8, "tare", 1);
        bench.At(10, () =>
        {
            before = Pressures(bench);
            Array.Fill(bench.World.ClampPressures_MPa, 5.4);
        });
        bench.Command(12, "span", 1, 6_000_000);
        bench.At(14, () => Assert.Equal(6.0, Pressures(bench)[1], 0.02));
        bench.At(15, bench.Machine.SwitchOff);
        Assert.Equal(RunEnd.PowerLost, bench.Run(30));
        Assert.Equal(0.4, before[0], 0.02);
        Assert.Equal(0, before[1], 0.01);
        bench.Run(25);
        Assert.Equal(5.4, Pressures(bench)[0], 0.02);
        Assert.Equal(6.0, Pressures(bench)[1], 0.02);
    }

    [Fact]
    public void What_can_not_be_a_tare_or_a_span_is_refused()
    {
        BoardBench bench = new();
        List<string> results = Results(bench);
        bench.Command(5, "tare", 0);                                        // 5 MPa is no zero
        bench.Command(6, "tare", 2).Command(7, "span", 255, 1_000_000);     // not fitted
        bench.Command(8, "span", 0, 0).Command(9, "span", 0, -5_000_000);
        bench.At(10, () => Array.Fill(bench.World.ClampPressures_MPa, 0.05));
        bench.Command(12, "span", 0, 5_000_000);                            // too little on it
        bench.At(14, () => bench.Board.LoadCellConverters[0].Reset());
        bench.At(14, () => bench.Board.LoadCellConverters[0].IsSilent = true);
        bench.Command(16, "tare", 0);
        bench.Run(20);
        Assert.Equal(["out of range", "unknown number", "unknown number", "out of range", "out of range", "out of range"], results.Take(6));
        Assert.Single(results[6..]);
    }

    [Fact]
    public void While_contactors_are_closed_nothing_that_changes_is_taken()
    {
        BoardBench bench = new() { Connects = true };
        List<string> results = Results(bench);
        bench.Command(20, "write setting", Board, BoardSetting.Cells, 4).Command(21, "tare", 0).Command(22, "span", 0, 5_000_000);
        bench.Command(23, "set mode", 1).Command(24, "reboot").Command(25, "read setting", Board, BoardSetting.Cells);
        bench.At(26, () => bench.Connects = false);
        bench.Command(32, "write setting", Board, BoardSetting.HeaterDuty, 50);
        Assert.Equal(RunEnd.Returned, bench.Run(35));
        Assert.Equal([.. Enumerable.Repeat("contactors closed", 5), "done", "done"], results);
        Assert.Equal(8, bench.Answers[5].Number("value"));
    }

    [Fact]
    public void Writing_settings_at_rest_does_not_keep_the_pack_from_closing()
    {
        BoardBench bench = new();
        for (int k = 0; k < 20; k++)
        {
            bench.Command(5 + (k * 0.1), "write setting", Core, Setting.OpeningDelay, 1_000 + k);
        }

        bench.At(7, () => bench.Connects = true);
        bench.Run(15);
        Assert.True(bench.IsConnected);
        Assert.Equal(ContactorState.Closed, bench.Application.Manager.Contactors);
    }

    private static double[] Pressures(BoardBench bench) =>
        [.. new[] { 0, 1 }.Select(cell => bench.Application.Frame.Value[Channel.ClampPressure + cell] / 1e6)];

    private static List<string> Results(BoardBench bench)
    {
        List<string> results = [];
        bench.Stepped = () =>
        {
            while (results.Count < bench.Answers.Count)
            {
                results.Add(CommandResult.Of((int)bench.Answers[results.Count].Number("result")).Name);
            }
        };
        return results;
    }
}

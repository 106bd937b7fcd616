using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Application.Tests.Benches;
using Bms.Core.Sensing;
using Bms.Device.Storage;
using Bms.VirtualBoard;
using CsCheck;
using Xunit;

namespace Bms.Application.Tests.Starting;

/// <summary>Packs of every size that a board carries, and settings that describe one it does not.</summary>
public class PackTests
{
    public static TheoryData<string, int, int, bool> Packs
    {
        get
        {
            TheoryData<string, int, int, bool> packs = [];
            foreach (BoardWiring wiring in (BoardWiring[])[BoardWiring.Esp32DevKitC, BoardWiring.Esp32S3DevKitC1])
            {
                foreach ((int cells, int perClamp) in ((int, int)[])[(3, 3), (3, 2), (8, 8), (8, 4), (16, 16), (16, 8)])
                {
                    packs.Add(wiring.TargetName, cells, perClamp, true);
                    packs.Add(wiring.TargetName, cells, perClamp, false);
                }
            }

            return packs;
        }
    }

    [Theory, MemberData(nameof(Packs))]
    public void A_pack_starts_connects_and_ends(string target, int cells, int cellsPerClamp, bool hasFram)
    {
        BoardWiring wiring = target == BoardWiring.Esp32DevKitC.TargetName ? BoardWiring.Esp32DevKitC : BoardWiring.Esp32S3DevKitC1;
        BoardBench bench = new(new BoardSetup { Wiring = wiring, Cells = cells, CellsPerClamp = cellsPerClamp, HasFram = hasFram }) { Connects = true };
        bench.At(12, () =>
        {
            Assert.True(bench.IsConnected);
            Assert.True(bench.IsBlocked);       // nobody remembers the charge, and one look at the voltages is not enough
            Assert.All(Enumerable.Range(0, cells), cell => Assert.InRange(bench.Application.Frame.Value[Channel.CellVoltage + cell], 3_697_000, 3_703_000));
        });
        bench.At(30, () =>
        {
            Assert.False(bench.IsBlocked);
            bench.Connects = false;
        });
        bench.Run(38);
        Assert.Equal(new PackSize(cells, cellsPerClamp).Clamps, bench.Application.Mode.Pack.ClampCount);
        Assert.Equal(["+precharge", "+negative", "-precharge", "+positive", "-positive", "-negative"], bench.Commands.Select(command => command.Change));
        Assert.All(bench.Board.Contactors, contactor => Assert.False(contactor.IsClosed));
        Assert.Equal(0, bench.Board.Watchdog.Drops);
        Assert.Equal(0, bench.Application.Manager.Diagnosis.ActiveBits);
    }

    [Fact]
    public void Any_settings_of_the_pack_can_be_changed_back_over_the_link() =>
        Gen.Select(Gen.Int[3, 16], Gen.Int[2, 16], Gen.Int[1, 16], Gen.Int[3, 16], Gen.Bool).Sample((cells, perClamp, perSensor, fitted, hasFram) =>
        {
            BoardBench bench = new(new BoardSetup
            {
                Cells = fitted,
                HasFram = hasFram,
                Settings = new Dictionary<int, int> { [BoardSetting.Cells] = cells, [BoardSetting.CellsPerClamp] = perClamp, [BoardSetting.CellsPerSensor] = perSensor },
            })
            { Connects = true };
            bench.Command(8, "read setting", 1, BoardSetting.Cells);
            bench.Run(10);
            Assert.DoesNotContain(bench.Lines, line => line.StartsWith("stopped", StringComparison.Ordinal));
            Assert.Equal(("done", cells), (bench.Result(), (int)bench.Answers[^1].Number("value")));
        }, iter: 60, threads: 1);

    [Fact]
    public void Any_other_settings_of_the_board_start() =>
        Gen.Double[0, 1].Array[BoardSetting.Count].Sample(places =>
        {
            Dictionary<int, int> settings = [];
            foreach (var row in BoardSettingTable.Rows().Where(row => row.Number > BoardSetting.CellsPerSensor))
            {
                settings[row.Number] = (int)(row.Lowest + (places[row.Number] * ((long)row.Highest - row.Lowest)));
            }

            BoardBench bench = new(new BoardSetup { Settings = settings });
            bench.Run(4);
            Assert.DoesNotContain(bench.Lines, line => line.StartsWith("stopped", StringComparison.Ordinal));
            Assert.True(bench.Host.IsOpen);
        }, iter: 60, threads: 1);
}

using System;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class FrontEndBalancingTests
{
    [Fact]
    public void A_command_takes_up_to_a_second_and_ends_by_itself()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare();
            host.Set(0x0083, 0x05, 0x00);
            bench.Sleep(1100);
            Assert.Equal(0x05, bench.Board.FrontEnd.BalancingCells);
            Assert.Equal(0x0005, BitConverter.ToUInt16(host.Ask(0x0083)));
            Assert.Equal(0x0004, host.U2(0x64) & 0x0004);
            bench.Sleep(22_000);
            Assert.Equal(0, bench.Board.FrontEnd.BalancingCells);
        });
    }

    [Fact]
    public void Repeating_the_command_keeps_it_going_and_zero_ends_it()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare();
            for (int i = 0; i < 6; i++)
            {
                host.Set(0x0083, 0x02, 0x00);
                bench.Sleep(10_000);
            }

            Assert.Equal(0x02, bench.Board.FrontEnd.BalancingCells);
            Assert.InRange(BitConverter.ToUInt32(host.Ask(0x0086), 4), 57u, 61u);
            host.Set(0x0083, 0x00, 0x00);
            Assert.Equal(0, bench.Board.FrontEnd.BalancingCells);
        });
    }

    [Fact]
    public void Cells_that_are_not_there_are_not_bled()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare();
            host.Set(0x0083, 0x01, 0xFF);
            bench.Sleep(1100);
            Assert.Equal(0x01, bench.Board.FrontEnd.BalancingCells);
        });
    }

    [Fact]
    public void Configuring_and_undervoltage_end_it_but_overvoltage_after_its_alert_does_not_forbid_it()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare();
            host.Set(0x0083, 0x01, 0x00);
            bench.Sleep(1100);
            host.Command(0x0090);
            Assert.Equal(0, bench.Board.FrontEnd.BalancingCells);
            host.Command(0x0092);
            bench.Sleep(200);
            host.Set(0x0083, 0x01, 0x00);
            bench.Sleep(1100);
            Assert.Equal(0x01, bench.Board.FrontEnd.BalancingCells);
            bench.World.CellVoltages_V[1] = 2.4;
            bench.Sleep(1500);
            Assert.Equal(0, bench.Board.FrontEnd.BalancingCells);
        });
    }

    [Fact]
    public void Too_warm_a_cell_forbids_it()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare();
            bench.World.SensorTemperatures_K[0] = 273.15 + 65;
            bench.Sleep(300);
            host.Set(0x0083, 0x01, 0x00);
            bench.Sleep(1500);
            Assert.Equal(0, bench.Board.FrontEnd.BalancingCells);
        });
    }

    [Fact]
    public void Host_commands_can_be_switched_off()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(more: () => host.Set(0x9335, 0x10));
            host.Set(0x0083, 0x01, 0x00);
            bench.Sleep(1500);
            Assert.Equal(0, bench.Board.FrontEnd.BalancingCells);
        });
    }
}

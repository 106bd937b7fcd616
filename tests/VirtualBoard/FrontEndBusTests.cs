using System;
using System.Device.I2c;
using Bms.VirtualBoard.Chips.FrontEnd;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class FrontEndBusTests
{
    [Theory]
    [InlineData(new byte[] { 0x10, 0x3E, 0x22 }, 0x63)]
    [InlineData(new byte[] { 0x00 }, 0x00)]
    [InlineData(new byte[] { 0x10, 0x14, 0x11, 0xC5 }, 0x79)]
    [InlineData(new byte[] { 0x0B }, 0x31)]
    public void Check_of_the_published_vectors(byte[] bytes, byte check) => Assert.Equal(check, Crc8.Of(bytes));

    [Fact]
    public void It_answers_only_after_its_start()
    {
        new Bench().Run(bench =>
        {
            I2cDevice chip = Bench.Open(0x08);
            Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, chip.Put(0x12));
            bench.Sleep(5);
            Assert.Equal(I2cTransferStatus.FullTransfer, chip.Put(0x12));
        });
    }

    [Fact]
    public void A_faster_clock_than_400_kHz_is_not_understood()
    {
        new Bench().Run(bench =>
        {
            bench.Sleep(5);
            I2cDevice chip = Bench.Open(0x08);
            Assert.Equal(I2cTransferStatus.FullTransfer, chip.Put(0x12));
            Bench.Open(0x50, speed: I2cBusSpeed.FastModePlus);
            Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, chip.Put(0x12));
        });
    }

    [Fact]
    public void Swapping_the_mode_adds_checks_to_every_byte()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(more: () => host.Set(0x9239, 0x12));
            Assert.False(bench.Board.FrontEnd.UsesCrc);
            host.Command(0x29BC);
            Assert.True(bench.Board.FrontEnd.UsesCrc);
            host.UsesCrc = true;
            Assert.Equal(3700, host.Millivolts(0));
            Assert.Equal([0x95, 0x76], host.Ask(0x0001));
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Leaving_the_configuration_swaps_the_mode_only_if_the_chip_is_of_that_kind(bool swapsAtExit)
    {
        new Bench().Run(bench =>
        {
            bench.Board.FrontEnd.SwapsAtExit = swapsAtExit;
            bench.Sleep(10);
            var host = new FrontEndHost(bench);
            host.Command(0x0090);
            host.Set(0x9239, 0x12);
            host.Command(0x0092);
            Assert.Equal(swapsAtExit, bench.Board.FrontEnd.UsesCrc);
        });
    }

    [Fact]
    public void A_wrong_check_is_not_acknowledged_and_changes_nothing()
    {
        new Bench(new BoardFit { HasErrors = false, FrontEndCommType = 0x12 }).Run(bench =>
        {
            bench.Sleep(10);
            var host = new FrontEndHost(bench, usesCrc: true);
            Assert.Equal(I2cTransferStatus.FullTransfer, host.Write(0x66, 0x12, 0x34));
            Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, host.Chip.Put(0x66, 0x55, 0x00, 0x55, 0x00));
            Assert.Equal(0x3412, host.U2(0x66));
        });
    }

    [Fact]
    public void A_right_byte_before_a_wrong_one_counts()
    {
        new Bench(new BoardFit { HasErrors = false, FrontEndCommType = 0x11 }).Run(bench =>
        {
            bench.Sleep(10);
            var host = new FrontEndHost(bench, usesCrc: true);
            host.Write(0x66, 0x00, 0x00);
            host.Chip.Put(0x66, 0x55, Crc8.Of([0x10, 0x66, 0x55]), 0xAA, 0x00);
            Assert.Equal(0x0055, host.U2(0x66));
        });
    }

    [Fact]
    public void A_read_without_repeated_start_has_a_check_over_address_and_byte()
    {
        new Bench(new BoardFit { HasErrors = false, FrontEndCommType = 0x12 }).Run(bench =>
        {
            bench.Sleep(200);
            I2cDevice chip = Bench.Open(0x08);
            chip.Put(0x14);
            byte[] read = new byte[2];
            chip.Read(read);
            Assert.Equal(Crc8.Of([0x11, read[0]]), read[1]);
        });
    }

    [Fact]
    public void It_moves_to_another_address()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(more: () => host.Set(0x923A, 0x20));
            host.Command(0x29BC);
            Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, host.Chip.Put(0x12));
            Assert.Equal(3700, BitConverter.ToInt16(Bench.Open(0x10).Get(0x14, 2)));
        });
    }

    [Fact]
    public void A_brown_out_of_the_controller_leaves_it_configured()
    {
        var board = new Bench();
        board.Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(more: () => host.Set(0x9239, 0x12));
            host.Command(0x29BC);
        });
        board.Machine.SwitchOff();
        board.Machine.Wait(1_000_000);
        board.Machine.PowerUp();
        board.Run(bench =>
        {
            var host = new FrontEndHost(bench, usesCrc: true);
            Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, host.Chip.Put(0x12));
            Assert.Equal(0, host.U2(0x12) & 0x08);
            Assert.Equal(3700, host.Millivolts(0));
        });
    }
}

using System;
using System.Device.I2c;
using Bms.VirtualBoard.Analog;
using Bms.VirtualBoard.Chips;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class MemoryChipTests
{
    [Fact]
    public void Fram_keeps_what_is_written_over_the_end_and_without_supply()
    {
        var board = new Bench();
        board.Run(_ => Bench.Open(0x50).Put(0x7F, 0xFE, 1, 2, 3));
        board.Machine.SwitchOff();
        board.Machine.Wait(5_000_000);
        board.Machine.PowerUp();
        board.Run(_ =>
        {
            byte[] read = new byte[3];
            Bench.Open(0x50).WriteRead(new byte[] { 0x7F, 0xFE }, read);
            Assert.Equal([1, 2, 3], read);
        });
    }

    [Fact]
    public void A_read_without_address_goes_on()
    {
        new Bench().Run(_ =>
        {
            I2cDevice chip = Bench.Open(0x50);
            chip.Put(0x00, 0x10, 7, 8, 9);
            byte[] read = new byte[1];
            chip.WriteRead(new byte[] { 0x00, 0x10 }, read);
            chip.Read(read);
            Assert.Equal(8, read[0]);
        });
    }

    [Fact]
    public void Fram_says_who_it_is()
    {
        new Bench().Run(_ =>
        {
            byte[] read = new byte[3];
            Assert.Equal(I2cTransferStatus.FullTransfer, Bench.Open(0x7C).WriteRead(new byte[] { 0xA0 }, read).Status);
            Assert.Equal([0x00, 0xA5, 0x10], read);
        });
    }

    [Fact]
    public void A_power_cut_in_a_write_loses_only_the_bytes_not_acknowledged()
    {
        var board = new Bench();
        RunEnd end = board.Run(bench =>
        {
            I2cDevice chip = Bench.Open(0x50);
            byte[] write = new byte[102];
            Array.Fill(write, (byte)0xAA);
            write[0] = 0;
            write[1] = 0;
            bench.Machine.SwitchOffAt(bench.Machine.Time_us + 1200);
            chip.Write(write);
        });
        Assert.Equal(RunEnd.PowerLost, end);
        int written = board.Board.Fram!.Content[..100].IndexOf((byte)0);
        Assert.InRange(written, 48, 52);
        Assert.Equal(written, board.Board.Fram.Content[..100].Count((byte)0xAA));
    }

    [Fact]
    public void Eeprom_wraps_inside_its_page_and_is_deaf_while_it_writes()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.FirstBus.Add(new At24c256(new NoiseSource(1, 1), 0x51));
        machine.Run(() =>
        {
            nanoFramework.Hardware.Esp32.Configuration.SetPinFunction(21, nanoFramework.Hardware.Esp32.DeviceFunction.I2C1_DATA);
            nanoFramework.Hardware.Esp32.Configuration.SetPinFunction(22, nanoFramework.Hardware.Esp32.DeviceFunction.I2C1_CLOCK);
            I2cDevice chip = Bench.Open(0x51);
            Assert.Equal(I2cTransferStatus.FullTransfer, chip.Put(0x00, 0x3E, 1, 2, 3));
            Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, chip.Put(0x00, 0x00));
            machine.Advance(5000);
            byte[] read = new byte[64];
            chip.WriteRead(new byte[] { 0, 0 }, read);
            Assert.Equal(3, read[0]);
            Assert.Equal([1, 2], read[62..]);
        });
    }

    [Fact]
    public void A_power_cut_while_an_eeprom_writes_spoils_the_page()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        var memory = new At24c256(new NoiseSource(1, 1), 0x51);
        machine.FirstBus.Add(memory);
        machine.Run(() =>
        {
            nanoFramework.Hardware.Esp32.Configuration.SetPinFunction(21, nanoFramework.Hardware.Esp32.DeviceFunction.I2C1_DATA);
            nanoFramework.Hardware.Esp32.Configuration.SetPinFunction(22, nanoFramework.Hardware.Esp32.DeviceFunction.I2C1_CLOCK);
            Bench.Open(0x51).Put(0x00, 0x40, 5);
            machine.SwitchOffAt(machine.Time_us + 1000);
            machine.Advance(10_000);
        });
        Assert.True(memory.Content.Slice(64, 64).ContainsAnyExcept((byte)0xFF, (byte)5));
        Assert.Equal(-1, memory.Content[..64].IndexOfAnyExcept((byte)0xFF));
    }
}

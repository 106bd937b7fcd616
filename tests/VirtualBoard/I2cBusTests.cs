using System;
using System.Device.I2c;
using nanoFramework.Hardware.Esp32;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class I2cBusTests
{
    [Fact]
    public void An_address_nobody_has_is_a_status_and_leaves_the_buffer_alone()
    {
        new Bench().Run(_ =>
        {
            byte[] read = [1, 2, 3];
            I2cTransferResult result = Bench.Open(0x33).WriteRead(new byte[] { 0 }, read);
            Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, result.Status);
            Assert.Equal(0u, result.BytesTransferred);
            Assert.Equal([1, 2, 3], read);
        });
    }

    [Fact]
    public void A_full_transfer_counts_both_ways_and_nothing_to_do_is_one_too()
    {
        new Bench().Run(bench =>
        {
            Assert.Equal(4u, Bench.Open(0x40).WriteRead(new byte[] { 7 }, new byte[3]).BytesTransferred);
            long before = bench.Machine.Time_us;
            I2cTransferResult nothing = Bench.Open(0x33).Write(SpanByte.Empty);
            Assert.Equal(I2cTransferStatus.FullTransfer, nothing.Status);
            Assert.Equal(before, bench.Machine.Time_us);
        });
    }

    [Theory]
    [InlineData(I2cBusSpeed.StandardMode, 580)]
    [InlineData(I2cBusSpeed.FastMode, 145)]
    [InlineData(I2cBusSpeed.FastModePlus, 58)]
    public void A_transaction_takes_the_time_of_its_bits(I2cBusSpeed speed, long time_us)
    {
        // 1 byte out, 3 in: twice start or stop and address, 6 bytes of 9 bits
        new Bench().Run(bench =>
        {
            I2cDevice chip = Bench.Open(0x40, speed: speed);
            long before = bench.Machine.Time_us;
            chip.WriteRead(new byte[] { 7 }, new byte[3]);
            Assert.InRange(bench.Machine.Time_us - before, time_us, time_us + 1);
        });
    }

    [Fact]
    public void A_held_bus_takes_a_second_and_fails_without_touching_the_buffer()
    {
        new Bench().Run(bench =>
        {
            bench.Machine.FirstBus.IsHeld = true;
            byte[] read = [1, 2];
            long before = bench.Machine.Time_us;
            Assert.Equal(I2cTransferStatus.ClockStretchTimeout, Bench.Open(0x40).WriteRead(new byte[] { 0 }, read).Status);
            Assert.Equal(1_000_000, bench.Machine.Time_us - before);
            Assert.Equal([1, 2], read);
            bench.Machine.FirstBus.IsHeld = false;
            Assert.Equal(0x5449, Bench.Open(0x40).Word(0x3E));
        });
    }

    [Fact]
    public void A_chip_on_other_pins_is_not_found()
    {
        var bench = new Bench();
        bench.Machine.Run(() => Assert.Equal(I2cTransferStatus.SlaveAddressNotAcknowledged, Bench.Open(0x40).Put(0)));
        bench.Machine.Run(() =>
        {
            Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
            Assert.Equal(I2cTransferStatus.FullTransfer, Bench.Open(0x40).Put(0));
        });
    }

    [Fact]
    public void Both_boards_have_their_buses_on_their_pins()
    {
        foreach (BoardWiring wiring in (BoardWiring[])[BoardWiring.Esp32DevKitC, BoardWiring.Esp32S3DevKitC1])
        {
            new Bench(new BoardFit { HasErrors = false, Clamps = 2 }, wiring).Run(bench =>
            {
                bench.Sleep(5);
                foreach (int address in (int[])[0x08, 0x40, 0x2A, 0x48, 0x50])
                {
                    Assert.Equal(I2cTransferStatus.FullTransfer, Bench.Open(address).Put(0));
                }

                Assert.Equal(I2cTransferStatus.FullTransfer, Bench.Open(0x2A, bus: 2).Put(0));
            });
        }
    }

    [Fact]
    public void A_slice_of_a_buffer_transfers_its_part()
    {
        new Bench().Run(_ =>
        {
            byte[] buffer = [0xEE, 0x3E, 0, 0, 0xEE];
            var span = new SpanByte(buffer);
            Bench.Open(0x40).WriteRead(span.Slice(1, 1), span.Slice(2, 2));
            Assert.Equal([0xEE, 0x3E, 0x54, 0x49, 0xEE], buffer);
        });
    }

    [Fact]
    public void Transactions_and_conversions_allocate_nothing()
    {
        new Bench(new BoardFit { Seed = 2 }).Run(bench =>
        {
            bench.Sleep(10);
            I2cDevice[] chips = [Bench.Open(0x08), Bench.Open(0x40), Bench.Open(0x2A), Bench.Open(0x48), Bench.Open(0x50)];
            byte[] write = [0];
            byte[] read = new byte[16];
            Assert.Equal(0, Garbage.Of(() =>
            {
                for (int tick = 0; tick < 200; tick++)
                {
                    bench.Machine.Advance(20_000);
                    foreach (I2cDevice chip in chips)
                    {
                        chip.WriteRead(write, read);
                    }
                }
            }));
        });
    }

    [Fact]
    public void Wrong_use_is_refused()
    {
        new Bench().Run(_ =>
        {
            Assert.Throws<ArgumentException>(() => Bench.Open(0x40, bus: 3));
            I2cDevice chip = Bench.Open(0x40);
            chip.Dispose();
            Assert.Throws<ObjectDisposedException>(() => chip.Put(0));
        });
    }
}

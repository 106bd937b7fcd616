using System;
using System.Device.Gpio;
using System.Device.I2c;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class ChipFaultTests
{
    [Theory]
    [InlineData("i2c-nack:bq76952")]
    [InlineData("i2c-nack:ina228")]
    [InlineData("i2c-nack:nau7802-1")]
    [InlineData("i2c-nack:ads1115")]
    [InlineData("i2c-nack:fram")]
    [InlineData("i2c-nack")]
    [InlineData("ads-silent")]
    [InlineData("fram-silent")]
    public void Silent_chips_do_not_acknowledge_and_the_others_do(string fault)
    {
        string aim = fault switch { "ads-silent" => "ads1115", "fram-silent" => "fram", _ => fault.Contains(':', StringComparison.Ordinal) ? fault[9..] : string.Empty };
        Faulty.During(fault, bench =>
        {
            foreach ((string chip, int address) in Faulty.Addresses)
            {
                bool isSilent = aim.Length == 0 || aim == chip;
                Assert.Equal(isSilent ? I2cTransferStatus.SlaveAddressNotAcknowledged : I2cTransferStatus.FullTransfer, Bench.Open(address).Put(0));
            }
        }, _ =>
        {
            foreach (int address in Faulty.Addresses.Values)
            {
                Assert.Equal(I2cTransferStatus.FullTransfer, Bench.Open(address).Put(0));
            }
        });
    }

    [Fact]
    public void A_chip_misses_its_address_now_and_then()
    {
        Faulty.During("i2c-miss:nau7802-1", _ => Assert.InRange(Faulty.Missed(0x2A), 25, 80), _ => Assert.Equal(0, Faulty.Missed(0x2A)));
        Faulty.During("i2c-miss:nau7802-1", _ => Assert.Equal(0, Faulty.Missed(0x40)), _ => { });
    }

    [Fact]
    public void Noise_on_the_bus_inverts_bits_that_a_check_finds()
    {
        Faulty.During("i2c-noise:ina228", _ => Assert.InRange(Faulty.WrongReadings(), 20, 400), _ => Assert.Equal(0, Faulty.WrongReadings()));
    }

    [Theory]
    [InlineData("i2c-hang", 0x40)]
    [InlineData("i2c-stretch:ina228", 0x40)]
    [InlineData("i2c-stretch", 0x08)]
    public void A_hung_bus_costs_a_second_for_each_transaction(string fault, int address)
    {
        Faulty.During(fault, bench =>
        {
            long before = bench.Machine.Time_us;
            Assert.Equal(I2cTransferStatus.ClockStretchTimeout, Bench.Open(address).Put(0));
            Assert.Equal(1_000_000, bench.Machine.Time_us - before);
            Assert.Equal(fault == "i2c-hang" ? I2cTransferStatus.ClockStretchTimeout : I2cTransferStatus.FullTransfer, Bench.Open(0x48).Put(0));
        }, _ => Assert.Equal(I2cTransferStatus.FullTransfer, Bench.Open(address).Put(0)));
    }

    [Theory]
    [InlineData("ina228", 0x07, 3, 0x10)]
    [InlineData("ads1115", 0x00, 2, 0x10)]
    [InlineData("bq76952", 0x14, 2, 0x10)]
    public void A_stuck_bit_reads_one(string chip, int register, int count, byte bit)
    {
        Faulty.During("stuck-bit:" + chip, bench =>
        {
            bench.World.CellVoltages_V[0] = 3.712 - 0.016;
            bench.Sleep(6000);
            Assert.Equal(bit, Bench.Open(Faulty.Addresses[chip]).Get(register, count)[0] & bit);
        }, bench =>
        {
            bench.World.CellVoltages_V[0] = 3.712 - 0.128;
            bench.Sleep(6000);
            Assert.Equal(0, Bench.Open(Faulty.Addresses[chip]).Get(register, count)[0] & bit);
        });
    }

    [Theory]
    [InlineData("bq-reset", 0x08)]
    [InlineData("bq-watchdog", 0x18)]
    public void The_front_end_loses_its_settings(string fault, int bits)
    {
        Faulty.During(fault, bench =>
        {
            bench.Sleep(50);
            var host = new FrontEndHost(bench);
            Assert.Equal(bits, host.U2(0x12) & 0x18);
            Assert.Equal(0x88, host.Ask(0x9261)[0]);
        }, _ => { }, bench => new FrontEndHost(bench).Prepare());
    }

    [Fact]
    public void A_broken_sense_wire_drifts()
    {
        Faulty.During("bq-open-wire:4", bench =>
        {
            bench.Sleep(4000);
            var host = new FrontEndHost(bench);
            Assert.True(host.Millivolts(3) < 3500 && host.Millivolts(4) > 3900);
        }, bench => Assert.Equal(3700, new FrontEndHost(bench).Millivolts(3)), bench => new FrontEndHost(bench).Prepare());
    }

    [Theory]
    [InlineData("thermistor-open:1", 0, 2000)]
    [InlineData("thermistor-short:1", 4500, 32767)]
    public void A_thermistor_on_the_front_end_fails(string fault, int lowest, int highest)
    {
        Faulty.During(fault, bench =>
        {
            bench.Sleep(300);
            Assert.InRange(new FrontEndHost(bench).I2(0x72), lowest, highest);
            Assert.InRange(new FrontEndHost(bench).I2(0x70), 2980, 2983);
        }, bench =>
        {
            bench.Sleep(300);
            Assert.InRange(new FrontEndHost(bench).I2(0x72), 2980, 2983);
        }, bench => new FrontEndHost(bench).Prepare());
    }

    [Theory]
    [InlineData("thermistor-open:ambient", 3.299, 3.301)]
    [InlineData("thermistor-short:ambient", -0.001, 0.001)]
    public void The_thermistor_of_the_surroundings_fails(string fault, double lowest_V, double highest_V)
    {
        Faulty.During(fault, bench => Assert.InRange(Faulty.Auxiliary(bench, 5), lowest_V, highest_V), bench => Assert.InRange(Faulty.Auxiliary(bench, 5), 1.64, 1.66));
    }

    [Fact]
    public void A_short_circuit_raises_the_alert_line_until_it_recovers()
    {
        Faulty.During("short-circuit", bench =>
        {
            Assert.Equal(PinValue.High, Faulty.Alert(bench));
            Assert.Equal(0x80, new FrontEndHost(bench).U1(0x03) & 0x80);
        }, bench =>
        {
            bench.Sleep(3500);
            new FrontEndHost(bench).Write(0x62, 0xFF, 0xFF);
            bench.Sleep(100);
            Assert.Equal(0, new FrontEndHost(bench).U1(0x03) & 0x80);
            Assert.Equal(PinValue.Low, Faulty.Alert(bench));
        }, bench => new FrontEndHost(bench).Prepare());
    }

    [Fact]
    public void A_broken_alert_wire_reads_alert()
    {
        Faulty.During("alert-broken", bench => Assert.Equal(PinValue.High, Faulty.Alert(bench)), bench => Assert.Equal(PinValue.Low, Faulty.Alert(bench)), bench => new FrontEndHost(bench).Prepare());
    }

    [Fact]
    public void The_current_monitor_loses_its_calibration()
    {
        Faulty.During("ina-reset", _ => Assert.Equal(0x1000, Bench.Open(0x40).Word(2)), _ => { }, _ => Bench.Open(0x40).Put(0x02, 0x13, 0x88));
    }

    [Theory]
    [InlineData("shunt-saturated")]
    [InlineData("shunt-open")]
    public void The_shunt_reads_full_scale(string fault)
    {
        Faulty.During(fault, bench =>
        {
            bench.Sleep(10);
            Assert.Equal(0x7FFFF, Bench.Open(0x40).Signed20(0x04));
        }, bench =>
        {
            bench.Sleep(10);
            Assert.Equal(0, Bench.Open(0x40).Signed20(0x04));
        });
    }

    [Fact]
    public void A_load_cell_converter_resets()
    {
        Faulty.During("nau-reset", _ => Assert.Equal(0, Bench.Open(0x2A).Get(0, 1)[0]), _ => { }, Faulty.StartConverter);
    }

    [Fact]
    public void A_load_cell_converter_is_never_ready()
    {
        Faulty.During("nau-not-ready", bench =>
        {
            Bench.Open(0x2A).Get(0x12, 3);
            bench.Sleep(100);
            Assert.Equal(0, Bench.Open(0x2A).Get(0, 1)[0] & 0x20);
        }, bench =>
        {
            bench.Sleep(50);
            Assert.Equal(0x20, Bench.Open(0x2A).Get(0, 1)[0] & 0x20);
        }, Faulty.StartConverter);
    }

    [Theory]
    [InlineData("load-cell-open:0", 0x7FFFFF)]
    [InlineData("excitation-lost:0", 0)]
    public void A_load_cell_breaks(string fault, int counts)
    {
        Faulty.During(fault, bench =>
        {
            bench.Sleep(50);
            Assert.Equal(counts, Bench.Open(0x2A).Unsigned24(0x12));
        }, bench =>
        {
            bench.Sleep(50);
            Assert.InRange(Bench.Open(0x2A).Unsigned24(0x12), 1_789_000, 1_790_000);
        }, Faulty.StartConverter);
    }

    [Fact]
    public void The_auxiliary_converter_sticks()
    {
        Faulty.During("ads-stuck", bench =>
        {
            bench.World.Supply_V = 9;
            Assert.InRange(Faulty.Auxiliary(bench, 7), 1.19, 1.21);
        }, bench => Assert.InRange(Faulty.Auxiliary(bench, 7), 0.89, 0.91), bench => Faulty.Auxiliary(bench, 7));
    }

    [Fact]
    public void The_gas_cell_opens()
    {
        Faulty.During("gas-open", bench => Assert.InRange(Faulty.Auxiliary(bench, 4), 0.1999, 0.2001), bench => Assert.True(Faulty.Auxiliary(bench, 4) > 1), bench =>
        {
            bench.World.HydrogenSulfide_ppm = 50;
            Faulty.Auxiliary(bench, 4);
        });
    }
}

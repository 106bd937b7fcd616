using System.Device.I2c;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class Ina228Tests
{
    private const int Address = 0x40;

    [Theory]
    [InlineData(0x00, 0x0000)]
    [InlineData(0x01, 0xFB68)]
    [InlineData(0x02, 0x1000)]
    [InlineData(0x03, 0x0000)]
    [InlineData(0x0B, 0x0001)]
    [InlineData(0x0C, 0x7FFF)]
    [InlineData(0x0D, 0x8000)]
    [InlineData(0x0E, 0x7FFF)]
    [InlineData(0x0F, 0x0000)]
    [InlineData(0x10, 0x7FFF)]
    [InlineData(0x11, 0xFFFF)]
    [InlineData(0x3E, 0x5449)]
    [InlineData(0x3F, 0x2281)]
    public void Reset_values(int register, int value) => new Bench().Run(_ => Assert.Equal(value, Bench.Open(Address).Word(register)));

    [Theory]
    [InlineData(0.0005, 5000, 80.0, 100.0)]
    [InlineData(0.001, 4000, 40.0, 40.0)]
    public void Current_with_the_published_calibrations(double shunt_ohm, int calibration, double current_A, double range_A)
    {
        new Bench(new BoardFit { HasErrors = false, Shunt_ohm = shunt_ohm }).Run(bench =>
        {
            bench.World.Current_A = current_A;
            I2cDevice chip = Bench.Open(Address);
            chip.Put(0x00, 0x00, 0x10);
            chip.Put(0x02, (byte)(calibration >> 8), (byte)calibration);
            bench.Sleep(10);
            double lsb_A = range_A / 524288;
            Assert.InRange(chip.Signed20(0x07) * lsb_A, current_A * 0.9999, current_A * 1.0001);
            Assert.InRange(chip.Signed20(0x04) * 78.125e-9, current_A * shunt_ohm * 0.9999, current_A * shunt_ohm * 1.0001);
        });
    }

    [Fact]
    public void The_wide_range_has_four_times_the_step()
    {
        new Bench(new BoardFit { HasErrors = false, Shunt_ohm = 0.015 }).Run(bench =>
        {
            bench.World.Current_A = -5;
            I2cDevice chip = Bench.Open(Address);
            chip.Put(0x02, 3750 >> 8, 3750 & 0xFF);
            bench.Sleep(10);
            Assert.Equal(-240_000, chip.Signed20(0x04));
            Assert.InRange(chip.Signed20(0x07) * 10.0 / 524288, -5.0005, -4.9995);
        });
    }

    [Theory]
    [InlineData(500.0, 0x7FFFF)]
    [InlineData(-500.0, -0x80000)]
    public void Beyond_its_range_the_shunt_reads_full_scale(double current_A, int counts)
    {
        new Bench().Run(bench =>
        {
            bench.World.Current_A = current_A;
            I2cDevice chip = Bench.Open(Address);
            bench.Sleep(10);
            Assert.Equal(counts, chip.Signed20(0x04));
            Assert.Equal(counts, chip.Signed20(0x07));
        });
    }

    [Fact]
    public void Voltage_and_temperature_in_their_steps()
    {
        new Bench().Run(bench =>
        {
            bench.World.Ambient_K = 273.15 - 12;
            I2cDevice chip = Bench.Open(Address);
            bench.Sleep(10);
            Assert.InRange(chip.Signed20(0x05) * 195.3125e-6, 29.599, 29.601);
            Assert.InRange((short)chip.Word(0x06) * 0.0078125, -10.02, -9.98);
        });
    }

    [Fact]
    public void A_result_every_3156_microseconds_after_reset()
    {
        new Bench().Run(bench =>
        {
            bench.World.Current_A = 10;
            I2cDevice chip = Bench.Open(Address);
            chip.Put(0x00, 0x80, 0x00);
            bench.Sleep(2.9);
            Assert.Equal(0, chip.Signed20(0x04));
            bench.Sleep(0.3);
            Assert.NotEqual(0, chip.Signed20(0x04));
        });
    }

    [Fact]
    public void Averaging_takes_its_time()
    {
        new Bench().Run(bench =>
        {
            bench.World.Current_A = 10;
            I2cDevice chip = Bench.Open(Address);
            chip.Put(0x01, 0xA0 | (5 >> 2), ((5 << 6) & 0xFF) | 2);
            bench.Sleep(15);
            Assert.Equal(0, chip.Signed20(0x04));
            bench.World.Current_A = 20;
            bench.Sleep(4);
            Assert.InRange(chip.Signed20(0x04), 16_000, 20_000);
        });
    }

    [Fact]
    public void One_shot_converts_once_and_says_when()
    {
        new Bench().Run(bench =>
        {
            bench.World.Current_A = 10;
            I2cDevice chip = Bench.Open(Address);
            chip.Put(0x01, 0x2B, 0x68);
            Assert.Equal(0, chip.Word(0x0B) & 2);
            bench.Sleep(2);
            Assert.Equal(2, chip.Word(0x0B) & 2);
            Assert.Equal(0, chip.Word(0x0B) & 2);
            int first = chip.Signed20(0x04);
            bench.World.Current_A = 20;
            bench.Sleep(20);
            Assert.Equal(first, chip.Signed20(0x04));
            Assert.Equal(16_000, first);
        });
    }

    [Fact]
    public void A_latched_ready_flag_waits_for_its_reader()
    {
        new Bench().Run(bench =>
        {
            I2cDevice chip = Bench.Open(Address);
            chip.Put(0x0B, 0x80, 0x00);
            bench.Sleep(10);
            chip.Signed20(0x07);
            Assert.Equal(2, chip.Word(0x0B) & 2);
            Assert.Equal(0, chip.Word(0x0B) & 2);
        });
    }

    [Fact]
    public void Charge_and_energy_are_the_integrals_of_current_and_power()
    {
        new Bench().Run(bench =>
        {
            bench.World.Current_A = 50;
            I2cDevice chip = Bench.Open(Address);
            chip.Put(0x02, 1250 >> 8, 1250 & 0xFF);
            chip.Put(0x00, 0x40, 0x00);
            bench.Sleep(3_600_000);
            double lsb_A = 100.0 / 524288;
            Assert.InRange(chip.Signed40(0x0A) * lsb_A / 3600, 49.99, 50.01);
            Assert.InRange(chip.Signed40(0x09) * 16 * 3.2 * lsb_A / 3600, 1479, 1481);
            Assert.InRange(chip.Unsigned24(0x08) * 3.2 * lsb_A, 1479, 1481);
            chip.Put(0x00, 0x40, 0x00);
            Assert.Equal(0, chip.Signed40(0x0A));
        });
    }

    [Fact]
    public void Charge_counts_both_ways()
    {
        new Bench().Run(bench =>
        {
            I2cDevice chip = Bench.Open(Address);
            bench.World.Current_A = -10;
            bench.Sleep(10_000);
            Assert.True(chip.Signed40(0x0A) < 0);
            bench.World.Current_A = 10;
            bench.Sleep(10_000);
            Assert.InRange(chip.Signed40(0x0A), -500, 500);
        });
    }

    [Fact]
    public void Temperature_compensation_scales_by_the_shunts_coefficient()
    {
        new Bench().Run(bench =>
        {
            bench.World.Current_A = 50;
            bench.World.Ambient_K = 273.15 + 73;
            I2cDevice chip = Bench.Open(Address);
            bench.Sleep(10);
            double plain = chip.Signed20(0x07);
            chip.Put(0x03, 2000 >> 8, 2000 & 0xFF);
            chip.Put(0x00, 0x00, 0x20);
            bench.Sleep(10);
            Assert.InRange(plain / chip.Signed20(0x07), 1.0998, 1.1002);
        });
    }

    [Theory]
    [InlineData(0x0C, 0x01, 0x00, 0x0040)]
    [InlineData(0x0F, 0x7F, 0xFF, 0x0008)]
    [InlineData(0x10, 0x00, 0x01, 0x0080)]
    public void Limits_raise_their_flags(int register, byte high, byte low, int flag)
    {
        new Bench().Run(bench =>
        {
            bench.World.Current_A = 50;
            I2cDevice chip = Bench.Open(Address);
            bench.Sleep(10);
            Assert.Equal(0, chip.Word(0x0B) & flag);
            chip.Put((byte)register, high, low);
            bench.Sleep(10);
            Assert.Equal(flag, chip.Word(0x0B) & flag);
        });
    }

    [Fact]
    public void Calibration_zero_gives_no_current()
    {
        new Bench().Run(bench =>
        {
            bench.World.Current_A = 50;
            I2cDevice chip = Bench.Open(Address);
            chip.Put(0x02, 0, 0);
            bench.Sleep(10);
            Assert.Equal(0, chip.Signed20(0x07));
        });
    }

    [Fact]
    public void Its_supply_is_the_controllers()
    {
        var board = new Bench();
        board.Run(_ => Bench.Open(Address).Put(0x02, 0x12, 0x34));
        board.Machine.SwitchOff();
        board.Machine.PowerUp();
        board.Run(_ => Assert.Equal(0x1000, Bench.Open(Address).Word(0x02)));
    }

    [Fact]
    public void Errors_stay_within_the_data_sheet()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            new Bench(new BoardFit { Seed = seed }).Run(bench =>
            {
                I2cDevice chip = Bench.Open(Address);
                bench.Sleep(10);
                Assert.InRange(chip.Signed20(0x04) * 312.5e-9, -13e-6, 13e-6);
                bench.World.Current_A = 100;
                bench.Sleep(10);
                Assert.InRange(chip.Signed20(0x04) * 312.5e-9, 0.04995, 0.05005);
                Assert.InRange(chip.Signed20(0x05) * 195.3125e-6, 29.56, 29.64);
            });
        }
    }
}

using System;
using System.Device.I2c;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class Ads1115Tests
{
    private const int Address = 0x48;

    [Theory]
    [InlineData(1, 0x8583)]
    [InlineData(2, 0x8000)]
    [InlineData(3, 0x7FFF)]
    public void Reset_values(int register, int value) => new Bench().Run(_ => Assert.Equal(value, Bench.Open(Address).Word(register)));

    [Theory]
    [InlineData(0, 187.5e-6)]
    [InlineData(1, 125e-6)]
    [InlineData(2, 62.5e-6)]
    [InlineData(3, 31.25e-6)]
    [InlineData(4, 15.625e-6)]
    [InlineData(5, 7.8125e-6)]
    public void Each_range_has_its_step(int range, double step_V)
    {
        new Bench().Run(bench =>
        {
            I2cDevice chip = Bench.Open(Address);
            int counts = Convert(bench, chip, mux: 4, range);
            Assert.InRange(counts * step_V, 0.2 - step_V, 0.2 + step_V);
        });
    }

    [Fact]
    public void Inputs_carry_gas_temperature_and_supply()
    {
        new Bench().Run(bench =>
        {
            bench.World.Supply_V = 11.5;
            bench.World.Ambient_K = 298.15;
            I2cDevice chip = Bench.Open(Address);
            Assert.InRange(Convert(bench, chip, 4, 2) * 62.5e-6, 0.1999, 0.2001);
            Assert.InRange(Convert(bench, chip, 5, 1) * 125e-6, 1.6498, 1.6502);
            Assert.Equal(0, Convert(bench, chip, 6, 1));
            Assert.InRange(Convert(bench, chip, 7, 2) * 62.5e-6, 1.1499, 1.1501);
            Assert.InRange(Convert(bench, chip, 0, 1) * 125e-6, -1.4502, -1.4498);
        });
    }

    [Fact]
    public void A_humidity_sensor_can_be_fitted()
    {
        new Bench(new BoardFit { HasErrors = false, HasHumiditySensor = true }).Run(bench =>
        {
            bench.World.Humidity_1 = 0.5;
            Assert.InRange(Convert(bench, Bench.Open(Address), 6, 1) * 125e-6, 1.550, 1.552);
        });
    }

    [Fact]
    public void An_input_above_the_supply_clips_there_whatever_the_range()
    {
        new Bench().Run(bench =>
        {
            bench.World.Supply_V = 60;
            Assert.InRange(Convert(bench, Bench.Open(Address), 7, 0) * 187.5e-6, 3.2995, 3.3005);
        });
    }

    [Fact]
    public void An_input_above_the_range_reads_full_scale()
    {
        new Bench().Run(bench => Assert.Equal(0x7FFF, Convert(bench, Bench.Open(Address), 5, 3)));
    }

    [Fact]
    public void Single_shot_is_busy_for_one_period_then_idle()
    {
        new Bench().Run(bench =>
        {
            I2cDevice chip = Bench.Open(Address);
            chip.Put(0x01, 0xC3, 0x83);
            Assert.Equal(0, chip.Word(1) & 0x8000);
            bench.Sleep(7);
            Assert.Equal(0, chip.Word(1) & 0x8000);
            bench.Sleep(1);
            Assert.Equal(0x8000, chip.Word(1) & 0x8000);
            Assert.NotEqual(0, chip.Word(0));
        });
    }

    [Fact]
    public void A_write_while_busy_leaves_the_running_conversion_alone()
    {
        new Bench().Run(bench =>
        {
            I2cDevice chip = Bench.Open(Address);
            chip.Put(0x01, 0xC5, 0x83);
            bench.Sleep(3);
            chip.Put(0x01, 0xF5, 0x83);
            bench.Sleep(6);
            Assert.InRange((short)chip.Word(0) * 62.5e-6, 0.199, 0.201);
        });
    }

    [Fact]
    public void Continuous_conversion_follows_and_a_changed_input_shows_after_the_running_one()
    {
        new Bench().Run(bench =>
        {
            I2cDevice chip = Bench.Open(Address);
            chip.Put(0x01, 0x44, 0x83);
            bench.Sleep(50);
            Assert.InRange((short)chip.Word(0) * 62.5e-6, 0.199, 0.201);
            bench.World.HydrogenSulfide_ppm = 10;
            bench.Sleep(120_000);
            Assert.InRange((short)chip.Word(0) * 62.5e-6, 0.55, 0.58);
            chip.Put(0x01, 0x74, 0x83);
            bench.Sleep(20);
            Assert.InRange((short)chip.Word(0) * 62.5e-6, 1.19, 1.21);
        });
    }

    [Fact]
    public void Gas_shows_with_the_delay_of_the_cell()
    {
        new Bench().Run(bench =>
        {
            bench.World.Ambient_K = 293.15;
            I2cDevice chip = Bench.Open(Address);
            bench.World.HydrogenSulfide_ppm = 10;
            double share = 0;
            for (int i = 0; i < 30; i++)
            {
                bench.Sleep(1000);
                share = ((Convert(bench, chip, 4, 2) * 62.5e-6) - 0.2) / 0.36;
            }

            Assert.InRange(share, 0.85, 0.95);
            bench.Board.Gas.IsOpen = true;
            Assert.InRange(Convert(bench, chip, 4, 2) * 62.5e-6, 0.1999, 0.2001);
        });
    }

    [Fact]
    public void Periods_are_within_ten_percent()
    {
        for (ulong seed = 1; seed <= 10; seed++)
        {
            new Bench(new BoardFit { Seed = seed }).Run(bench =>
            {
                I2cDevice chip = Bench.Open(Address);
                chip.Put(0x01, 0xC3, 0x83);
                long start = bench.Machine.Time_us;
                while ((chip.Word(1) & 0x8000) == 0)
                {
                    bench.Sleep(0.02);
                }

                Assert.InRange(bench.Machine.Time_us - start, 7000, 8900);
            });
        }
    }

    private static int Convert(Bench bench, I2cDevice chip, int mux, int range)
    {
        chip.Put(0x01, (byte)(0x81 | (mux << 4) | (range << 1)), 0x83);
        bench.Sleep(10);
        return (short)chip.Word(0);
    }
}

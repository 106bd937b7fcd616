using System;
using System.Device.I2c;
using Bms.VirtualBoard.Analog;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class Nau7802Tests
{
    private const int Address = 0x2A;
    private const double Span = 4294967;

    [Fact]
    public void Registers_after_reset()
    {
        new Bench().Run(bench =>
        {
            byte[] registers = Bench.Open(Address).Get(0x00, 0x20);
            Assert.Equal(0x00, registers[0x00]);
            Assert.Equal([0x00, 0x80, 0x00, 0x00], registers[0x06..0x0A]);
            Assert.Equal([0x00, 0x80, 0x00, 0x00], registers[0x0D..0x11]);
            Assert.Equal(0x0F, registers[0x1F]);
        });
    }

    [Fact]
    public void Powered_up_after_200_microseconds()
    {
        new Bench().Run(bench =>
        {
            I2cDevice chip = Bench.Open(Address);
            chip.Put(0x00, 0x01);
            chip.Put(0x00, 0x00);
            chip.Put(0x00, 0x06);
            Assert.Equal(0, chip.Get(0x00, 1)[0] & 0x08);
            bench.Sleep(0.3);
            Assert.Equal(0x08, chip.Get(0x00, 1)[0] & 0x08);
        });
    }

    [Theory]
    [InlineData(0x16)]
    [InlineData(0x82)]
    [InlineData(0x86)]
    [InlineData(0x94)]
    public void Without_analogue_part_start_or_supply_nothing_gets_ready(byte control)
    {
        new Bench().Run(bench =>
        {
            I2cDevice chip = Bench.Open(Address);
            chip.Put(0x00, control);
            bench.Sleep(1000);
            Assert.Equal(0, chip.Get(0x00, 1)[0] & 0x20);
        });
    }

    [Fact]
    public void The_first_result_comes_after_the_supply_has_settled()
    {
        new Bench().Run(bench =>
        {
            I2cDevice chip = Start(bench, wait_ms: 0);
            bench.Sleep(199);
            Assert.Equal(0, chip.Get(0x00, 1)[0] & 0x20);
            bench.Sleep(8);
            Assert.Equal(0x20, chip.Get(0x00, 1)[0] & 0x20);
        });
    }

    [Theory]
    [InlineData(0x00, 100.0)]
    [InlineData(0x10, 50.0)]
    [InlineData(0x20, 25.0)]
    [InlineData(0x30, 12.5)]
    [InlineData(0x70, 3.125)]
    public void A_result_in_each_period(byte rate, double period_ms)
    {
        new Bench().Run(bench =>
        {
            I2cDevice chip = Start(bench);
            chip.Put(0x02, rate);
            long last = 0;
            long first = 0;
            for (int i = 0; i <= 8; i++)
            {
                while ((chip.Get(0x00, 1)[0] & 0x20) == 0)
                {
                    bench.Sleep(0.05);
                }

                last = bench.Machine.Time_us;
                first = i == 0 ? last : first;
                chip.Get(0x12, 3);
            }

            Assert.InRange((last - first) / 8000.0, period_ms * 0.95, period_ms * 1.05);
        });
    }

    [Fact]
    public void Rated_load_is_half_of_full_scale()
    {
        new Bench().Run(bench =>
        {
            bench.World.ClampPressures_MPa[0] = 12;
            I2cDevice chip = Start(bench);
            Assert.InRange(Counts(chip), Span - 2, Span + 2);
        });
    }

    [Fact]
    public void Each_channel_has_its_load_cell_and_settles_within_four_conversions()
    {
        new Bench().Run(bench =>
        {
            bench.World.ClampPressures_MPa[0] = 6;
            bench.World.ClampPressures_MPa[1] = 3;
            I2cDevice chip = Start(bench);
            chip.Put(0x02, 0xF0);
            bench.Sleep(4);
            Assert.NotInRange(Counts(chip), Span / 4 * 0.99, Span / 4 * 1.01);
            bench.Sleep(16);
            Assert.InRange(Counts(chip), (Span / 4) - 2, (Span / 4) + 2);
        });
    }

    [Fact]
    public void A_burst_brings_control_and_result_in_one_transaction()
    {
        new Bench().Run(bench =>
        {
            bench.World.ClampPressures_MPa[0] = 6;
            I2cDevice chip = Start(bench);
            byte[] burst = chip.Get(0x00, 0x15);
            Assert.Equal(0x96, burst[0] & 0x96);
            Assert.Equal(0x20, burst[0] & 0x20);
            Assert.Equal(0x2F, burst[1]);
            Assert.Equal(0x70, burst[2]);
            Assert.InRange((burst[0x12] << 16) | (burst[0x13] << 8) | burst[0x14], (Span / 2) - 2, (Span / 2) + 2);
            Assert.Equal(0, chip.Get(0x00, 1)[0] & 0x20);
        });
    }

    [Fact]
    public void Offset_calibration_is_per_channel_and_takes_344_ms_at_80_per_second()
    {
        new Bench(new BoardFit { Seed = 3 }).Run(bench =>
        {
            bench.World.ClampPressures_MPa[0] = 0;
            bench.World.ClampPressures_MPa[1] = 0;
            I2cDevice chip = Start(bench);
            chip.Put(0x02, 0x30);
            chip.Put(0x02, 0x34);
            bench.Sleep(340);
            Assert.Equal(0x04, chip.Get(0x02, 1)[0] & 0x04);
            bench.Sleep(6);
            Assert.Equal(0x00, chip.Get(0x02, 1)[0] & 0x0C);
            Assert.NotEqual([0, 0, 0], chip.Get(0x03, 3));
            Assert.Equal([0, 0, 0], chip.Get(0x0A, 3));
        });
    }

    [Fact]
    public void Offset_calibration_takes_the_converters_own_offset_away()
    {
        double worst = 0;
        for (ulong seed = 1; seed <= 10; seed++)
        {
            new Bench(new BoardFit { Seed = seed }).Run(bench =>
            {
                bench.World.ClampPressures_MPa[0] = 0;
                I2cDevice chip = Start(bench);
                worst = Math.Max(worst, Math.Abs(Average(bench, chip)));
                chip.Put(0x02, 0x74);
                bench.Sleep(150);
                Assert.InRange(Average(bench, chip), -Span * 0.0003, Span * 0.0003);
            });
        }

        Assert.InRange(worst, Span * 0.0004, Span * 0.002);
    }

    [Fact]
    public void System_offset_makes_the_present_load_zero_and_system_gain_full_scale()
    {
        new Bench().Run(bench =>
        {
            bench.World.ClampPressures_MPa[0] = 1;
            I2cDevice chip = Start(bench);
            chip.Put(0x02, 0x76);
            bench.Sleep(150);
            Assert.InRange(Counts(chip), -2, 2);
            bench.World.ClampPressures_MPa[0] = 7;
            chip.Put(0x02, 0x77);
            bench.Sleep(150);
            Assert.Equal(0, chip.Get(0x02, 1)[0] & 0x08);
            Assert.InRange(Counts(chip), 8388000, 8388607);
        });
    }

    [Fact]
    public void A_gain_that_is_needed_but_out_of_range_is_an_error()
    {
        new Bench().Run(bench =>
        {
            bench.World.ClampPressures_MPa[0] = -1;
            I2cDevice chip = Start(bench);
            chip.Put(0x02, 0x77);
            bench.Sleep(150);
            Assert.Equal(0x08, chip.Get(0x02, 1)[0] & 0x08);
            bench.World.ClampPressures_MPa[0] = 6;
            chip.Put(0x02, 0x74);
            bench.Sleep(150);
            Assert.Equal(0, chip.Get(0x02, 1)[0] & 0x08);
        });
    }

    [Theory]
    [InlineData(LoadCellFault.Open, 0x7FFFFF, 0x7FFFFF)]
    [InlineData(LoadCellFault.NoExcitation, -2, 2)]
    public void A_broken_load_cell_shows_a_rail_or_nothing(LoadCellFault fault, int lowest, int highest)
    {
        new Bench().Run(bench =>
        {
            I2cDevice chip = Start(bench);
            bench.Board.LoadCells[0].Fault = fault;
            bench.Sleep(30);
            Assert.InRange(Counts(chip), lowest, highest);
        });
    }

    [Fact]
    public void The_second_clamp_is_on_the_second_bus()
    {
        new Bench(new BoardFit { HasErrors = false, Clamps = 2 }).Run(bench =>
        {
            bench.World.ClampPressures_MPa[2] = 3;
            I2cDevice chip = Start(bench, bus: 2);
            Assert.InRange(Counts(chip), (Span / 4) - 2, (Span / 4) + 2);
        });
    }

    [Fact]
    public void Now_and_then_it_misses_its_address()
    {
        new Bench(new BoardFit { Seed = 5 }).Run(_ =>
        {
            I2cDevice chip = Bench.Open(Address);
            int missed = 0;
            for (int i = 0; i < 50_000; i++)
            {
                missed += chip.Put(0) == I2cTransferStatus.FullTransfer ? 0 : 1;
            }

            Assert.InRange(missed, 1, 15);
        });
    }

    [Fact]
    public void Noise_rises_with_the_rate()
    {
        new Bench(new BoardFit { Seed = 5 }).Run(bench =>
        {
            I2cDevice chip = Start(bench);
            double fast = Spread(bench, chip, 4);
            chip.Put(0x02, 0x00);
            bench.Sleep(1000);
            double slow = Spread(bench, chip, 101);
            Assert.InRange(fast / slow, 3.5, 8);
            Assert.InRange(fast, 150, 600);
        });
    }

    private static I2cDevice Start(Bench bench, double wait_ms = 300, int bus = 1)
    {
        I2cDevice chip = Bench.Open(Address, bus);
        chip.Put(0x00, 0x01);
        bench.Sleep(2);
        chip.Put(0x00, 0x00);
        chip.Put(0x00, 0x06);
        bench.Sleep(1);
        chip.Put(0x01, 0x2F);
        chip.Put(0x02, 0x70);
        chip.Put(0x00, 0x96);
        bench.Sleep(wait_ms);
        return chip;
    }

    private static int Counts(I2cDevice chip)
    {
        byte[] read = chip.Get(0x12, 3);
        return ((read[0] << 24) | (read[1] << 16) | (read[2] << 8)) >> 8;
    }

    private static double Average(Bench bench, I2cDevice chip)
    {
        double sum = 0;
        bench.Sleep(20);
        for (int i = 0; i < 100; i++)
        {
            bench.Sleep(4);
            sum += Counts(chip);
        }

        return sum / 100;
    }

    private static double Spread(Bench bench, I2cDevice chip, double wait_ms)
    {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 200; i++)
        {
            bench.Sleep(wait_ms);
            double value = Counts(chip) - (Span * 5 / 12);
            sum += value;
            squares += value * value;
        }

        return Math.Sqrt((squares / 200) - (sum / 200 * (sum / 200)));
    }
}

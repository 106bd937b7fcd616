using System;
using Bms.VirtualBoard.Analog;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class FrontEndMeasurementTests
{
    [Fact]
    public void Every_cell_is_renewed_once_in_a_loop()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare();
            for (int cell = 0; cell < 8; cell++)
            {
                bench.World.CellVoltages_V[cell] = 3.0 + (0.1 * cell);
            }

            bench.Sleep(130);
            for (int cell = 0; cell < 8; cell++)
            {
                Assert.Equal(3000 + (100 * cell), host.Millivolts(cell));
            }

            Assert.Equal(0, host.Millivolts(8));
        });
    }

    [Fact]
    public void The_top_cell_can_be_at_the_last_input_and_is_bled_there()
    {
        var world = new SteadyWorld { Cells = 5 };
        var board = new BatteryBoard(BoardWiring.Esp32DevKitC, new BoardFit { HasErrors = false, Cells = 5 }, world);
        var bench = new Bench(board, world);
        bench.Run(_ =>
        {
            world.CellVoltages_V[4] = 3.9;
            var host = new FrontEndHost(bench);
            host.Prepare(more: () => host.Set(0x9304, 0x0F, 0x80));
            Assert.Equal([3700, 3700, 3700, 3700, 0, 0], new int[] { host.Millivolts(0), host.Millivolts(1), host.Millivolts(2), host.Millivolts(3), host.Millivolts(4), host.Millivolts(14) });
            Assert.Equal(3900, host.Millivolts(15));
            host.Set(0x0083, 0x00, 0x80);
            bench.Sleep(1100);
            Assert.True(board.FrontEnd.Bleeds(4));
            Assert.False(board.FrontEnd.Bleeds(3));
        });
    }

    [Fact]
    public void A_loop_takes_63_ms_with_three_thermistors()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(more: () => host.Set(0x926D, 0x80, 0x00));
            host.Write(0x62, 0xFF, 0xFF);
            long first = 0;
            long last = 0;
            for (int loop = 0; loop <= 10; loop++)
            {
                while ((host.U2(0x62) & 0x80) == 0)
                {
                    bench.Sleep(0.2);
                }

                last = bench.Machine.Time_us;
                first = loop == 0 ? last : first;
                host.Write(0x62, 0xFF, 0xFF);
            }

            Assert.InRange((last - first) / 10, 62_000, 64_000);
        });
    }

    [Fact]
    public void Asleep_it_renews_only_every_five_seconds_and_says_so()
    {
        new Bench().Run(bench =>
        {
            bench.Sleep(1000);
            var host = new FrontEndHost(bench);
            Assert.Equal(0x8000, host.U2(0x12) & 0x8000);
            bench.World.CellVoltages_V[0] = 3.0;
            bench.Sleep(1000);
            Assert.Equal(3700, host.Millivolts(0));
            bench.Sleep(5000);
            Assert.Equal(3000, host.Millivolts(0));
            bench.World.Current_A = -5;
            bench.Sleep(200);
            Assert.Equal(0, host.U2(0x12) & 0x8000);
        });
    }

    [Fact]
    public void In_deep_sleep_nothing_is_measured_until_it_is_left()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare();
            host.Command(0x000F);
            Assert.Equal(0, host.U2(0x00) & 4);
            host.Command(0x000F);
            Assert.Equal(4, host.U2(0x00) & 4);
            bench.World.CellVoltages_V[0] = 3.0;
            bench.Sleep(60_000);
            Assert.Equal(3700, host.Millivolts(0));
            host.Command(0x000E);
            bench.Sleep(100);
            Assert.Equal(3000, host.Millivolts(0));
        });
    }

    [Theory]
    [InlineData(-12.0, 0x05, -2400)]
    [InlineData(5.0, 0x05, 1000)]
    [InlineData(-100.0, 0x06, -2000)]
    [InlineData(-200.0, 0x05, -32768)]
    public void Current_reads_in_user_amperes_with_the_gain_of_its_resistor(double current_A, byte units, int reading)
    {
        // default gain is for 1 mohm, the resistor has 0.5: half the current is shown; the last does not fit 16 bits
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(protections: 0, more: () => host.Set(0x9303, units));
            bench.World.Current_A = current_A / 2.5 * (reading == -32768 ? 2.5 : 1);
            bench.Sleep(10);
            Assert.InRange(host.I2(0x3A), reading - 1, reading + 1);
        });
    }

    [Fact]
    public void Gain_for_half_a_milliohm_shows_the_true_current()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(protections: 0, more: () => host.Set(0x91A8, BitConverter.GetBytes(7.5684f / 0.5f)));
            bench.World.Current_A = -20;
            bench.Sleep(10);
            Assert.InRange(host.I2(0x3A), -20_001, -19_999);
        });
    }

    [Fact]
    public void Charge_that_passed_is_the_integral_of_the_current()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(protections: 0, more: () => host.Set(0x91A8, BitConverter.GetBytes(7.5684f / 0.5f)));
            host.Command(0x0082);
            bench.World.Current_A = 10;
            bench.Sleep(360_000);
            byte[] charge = host.Ask(0x0076);
            Assert.InRange(BitConverter.ToInt32(charge), 999, 1001);
            Assert.InRange(BitConverter.ToInt32(charge, 8), 359, 361);
        });
    }

    [Theory]
    [InlineData(0x05, 2960, 1)]
    [InlineData(0x01, 29600, 1)]
    public void Stack_reads_in_user_volts(byte units, int reading, int tolerance)
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(more: () => host.Set(0x9303, units));
            Assert.InRange(host.I2(0x34), reading - tolerance, reading + tolerance);
        });
    }

    [Fact]
    public void Voltage_behind_the_contactors_is_on_LD_and_PACK()
    {
        new Bench().Run(bench =>
        {
            bench.World.Link_V = 24.5;
            var host = new FrontEndHost(bench);
            host.Prepare();
            Assert.Equal(2450, host.I2(0x38));
            Assert.Equal(2450, host.I2(0x36));
        });
    }

    [Theory]
    [InlineData(253.15)]
    [InlineData(298.15)]
    [InlineData(333.15)]
    public void Thermistors_read_in_tenths_of_a_kelvin(double kelvin)
    {
        new Bench().Run(bench =>
        {
            bench.World.SensorTemperatures_K[1] = kelvin;
            var host = new FrontEndHost(bench);
            host.Prepare();
            Assert.InRange(host.I2(0x72), (int)(kelvin * 10) - 1, (int)(kelvin * 10) + 2);
        });
    }

    [Fact]
    public void Thermistors_are_on_the_pins_in_their_order()
    {
        int[] registers = [0x70, 0x72, 0x74, 0x76, 0x78, 0x7A, 0x6A, 0x6C];
        new Bench(new BoardFit { HasErrors = false, Sensors = 8 }).Run(bench =>
        {
            for (int sensor = 0; sensor < 8; sensor++)
            {
                bench.World.SensorTemperatures_K[sensor] = 290 + sensor;
            }

            var host = new FrontEndHost(bench);
            host.Prepare(more: () =>
            {
                host.Set(0x92FA, 0x07, 0x07);
                host.Set(0x92FD, 0x07, 0x07, 0x07, 0x07, 0x07, 0x07);
            });
            for (int sensor = 0; sensor < 8; sensor++)
            {
                Assert.InRange(host.I2(registers[sensor]), 2899 + (10 * sensor), 2901 + (10 * sensor));
            }
        });
    }

    [Fact]
    public void A_wrong_pull_up_shows_a_wrong_temperature()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(more: () => host.Set(0x92FD, 0x87));
            Assert.NotInRange(host.I2(0x70), 2780, 3180);
        });
    }

    [Fact]
    public void A_pin_as_plain_input_reads_millivolts()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(more: () => host.Set(0x92FD, 0x33));
            Assert.InRange(host.I2(0x70), 642, 644);
        });
    }

    [Theory]
    [InlineData(WireFault.Open, 0, 2000)]
    [InlineData(WireFault.Short, 4500, 32767)]
    public void A_broken_thermistor_reads_very_cold_and_a_short_one_very_hot(WireFault fault, int lowest, int highest)
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare();
            bench.Board.FrontEnd.SetThermistorFault(0, fault);
            bench.Sleep(400);
            Assert.InRange(host.I2(0x70), lowest, highest);
            bench.Board.FrontEnd.SetThermistorFault(0, WireFault.None);
            bench.Sleep(400);
            Assert.InRange(host.I2(0x70), 2980, 2983);
        });
    }

    [Fact]
    public void A_broken_sense_wire_lets_its_two_cells_drift_apart_at_the_same_sum()
    {
        new Bench().Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare();
            bench.Board.FrontEnd.OpenWire = 3;
            bench.Sleep(4000);
            int below = host.Millivolts(2);
            int above = host.Millivolts(3);
            Assert.InRange(below, 3000, 3200);
            Assert.InRange(above, 4200, 4400);
            Assert.InRange(below + above, 7398, 7402);
            Assert.Equal(3700, host.Millivolts(1));
            bench.Board.FrontEnd.OpenWire = -1;
            bench.Sleep(200);
            Assert.Equal(3700, host.Millivolts(2));
        });
    }

    [Fact]
    public void Raw_counts_have_their_documented_scale()
    {
        new Bench().Run(bench =>
        {
            bench.World.Current_A = 100;
            var host = new FrontEndHost(bench);
            host.Prepare(protections: 0);
            byte[] raw = host.Ask(0x0071);
            Assert.InRange(BitConverter.ToInt32(raw) * 0.722e-6, 3.6999, 3.7001);
            Assert.InRange(BitConverter.ToInt32(raw, 4) * 29.56e-9, 0.0499, 0.0501);
        });
    }

    [Fact]
    public void Errors_stay_within_the_data_sheet()
    {
        new Bench(new BoardFit { Seed = 7 }).Run(bench =>
        {
            var host = new FrontEndHost(bench);
            host.Prepare(protections: 0, more: () => host.Set(0x91A8, BitConverter.GetBytes(7.5684f / 0.5f)));
            bench.World.Current_A = -20;
            bench.Sleep(500);
            for (int cell = 0; cell < 8; cell++)
            {
                Assert.InRange(host.Millivolts(cell), 3697, 3703);
            }

            Assert.InRange(host.I2(0x3A), -20_300, -19_700);
            Assert.InRange(host.I2(0x70), 2976, 2987);
        });
    }
}

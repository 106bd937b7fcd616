using System;
using System.Collections.Generic;
using System.Device.Gpio;
using System.Device.I2c;
using System.IO.Ports;
using Bms.VirtualBoard.Circuits;
using Bms.VirtualBoard.Faults;
using Xunit;
using File = Bms.VirtualBoard.Desktop.File;

namespace Bms.VirtualBoard.Tests;

public sealed class FaultTests
{
    private static readonly Dictionary<string, int> s_addresses = new()
    {
        ["bq76952"] = 0x08,
        ["ina228"] = 0x40,
        ["nau7802-1"] = 0x2A,
        ["ads1115"] = 0x48,
        ["fram"] = 0x50,
    };

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
        During(fault, bench =>
        {
            foreach ((string chip, int address) in s_addresses)
            {
                bool isSilent = aim.Length == 0 || aim == chip;
                Assert.Equal(isSilent ? I2cTransferStatus.SlaveAddressNotAcknowledged : I2cTransferStatus.FullTransfer, Bench.Open(address).Put(0));
            }
        }, _ =>
        {
            foreach (int address in s_addresses.Values)
            {
                Assert.Equal(I2cTransferStatus.FullTransfer, Bench.Open(address).Put(0));
            }
        });
    }

    [Fact]
    public void Noise_on_the_bus_inverts_bits_that_a_check_finds()
    {
        During("i2c-noise:ina228", _ => Assert.InRange(WrongReadings(), 20, 400), _ => Assert.Equal(0, WrongReadings()));
    }

    [Theory]
    [InlineData("i2c-hang", 0x40)]
    [InlineData("i2c-stretch:ina228", 0x40)]
    [InlineData("i2c-stretch", 0x08)]
    public void A_hung_bus_costs_a_second_for_each_transaction(string fault, int address)
    {
        During(fault, bench =>
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
        During("stuck-bit:" + chip, bench =>
        {
            bench.World.CellVoltages_V[0] = 3.712 - 0.016;
            bench.Sleep(6000);
            Assert.Equal(bit, Bench.Open(s_addresses[chip]).Get(register, count)[0] & bit);
        }, bench =>
        {
            bench.World.CellVoltages_V[0] = 3.712 - 0.128;
            bench.Sleep(6000);
            Assert.Equal(0, Bench.Open(s_addresses[chip]).Get(register, count)[0] & bit);
        });
    }

    [Theory]
    [InlineData("bq-reset", 0x08)]
    [InlineData("bq-watchdog", 0x18)]
    public void The_front_end_loses_its_settings(string fault, int bits)
    {
        During(fault, bench =>
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
        During("bq-open-wire:4", bench =>
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
        During(fault, bench =>
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
        During(fault, bench => Assert.InRange(Auxiliary(bench, 5), lowest_V, highest_V), bench => Assert.InRange(Auxiliary(bench, 5), 1.64, 1.66));
    }

    [Fact]
    public void A_short_circuit_raises_the_alert_line_until_it_recovers()
    {
        During("short-circuit", bench =>
        {
            Assert.Equal(PinValue.High, Alert(bench));
            Assert.Equal(0x80, new FrontEndHost(bench).U1(0x03) & 0x80);
        }, bench =>
        {
            bench.Sleep(3500);
            new FrontEndHost(bench).Write(0x62, 0xFF, 0xFF);
            bench.Sleep(100);
            Assert.Equal(0, new FrontEndHost(bench).U1(0x03) & 0x80);
            Assert.Equal(PinValue.Low, Alert(bench));
        }, bench => new FrontEndHost(bench).Prepare());
    }

    [Fact]
    public void A_broken_alert_wire_reads_alert()
    {
        During("alert-broken", bench => Assert.Equal(PinValue.High, Alert(bench)), bench => Assert.Equal(PinValue.Low, Alert(bench)), bench => new FrontEndHost(bench).Prepare());
    }

    [Fact]
    public void The_current_monitor_loses_its_calibration()
    {
        During("ina-reset", _ => Assert.Equal(0x1000, Bench.Open(0x40).Word(2)), _ => { }, _ => Bench.Open(0x40).Put(0x02, 0x13, 0x88));
    }

    [Theory]
    [InlineData("shunt-saturated")]
    [InlineData("shunt-open")]
    public void The_shunt_reads_full_scale(string fault)
    {
        During(fault, bench =>
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
        During("nau-reset", _ => Assert.Equal(0, Bench.Open(0x2A).Get(0, 1)[0]), _ => { }, StartConverter);
    }

    [Fact]
    public void A_load_cell_converter_is_never_ready()
    {
        During("nau-not-ready", bench =>
        {
            Bench.Open(0x2A).Get(0x12, 3);
            bench.Sleep(100);
            Assert.Equal(0, Bench.Open(0x2A).Get(0, 1)[0] & 0x20);
        }, bench =>
        {
            bench.Sleep(50);
            Assert.Equal(0x20, Bench.Open(0x2A).Get(0, 1)[0] & 0x20);
        }, StartConverter);
    }

    [Theory]
    [InlineData("load-cell-open:0", 0x7FFFFF)]
    [InlineData("excitation-lost:0", 0)]
    public void A_load_cell_breaks(string fault, int counts)
    {
        During(fault, bench =>
        {
            bench.Sleep(50);
            Assert.Equal(counts, Bench.Open(0x2A).Unsigned24(0x12));
        }, bench =>
        {
            bench.Sleep(50);
            Assert.InRange(Bench.Open(0x2A).Unsigned24(0x12), 1_789_000, 1_790_000);
        }, StartConverter);
    }

    [Fact]
    public void The_auxiliary_converter_sticks()
    {
        During("ads-stuck", bench =>
        {
            bench.World.Supply_V = 9;
            Assert.InRange(Auxiliary(bench, 7), 1.19, 1.21);
        }, bench => Assert.InRange(Auxiliary(bench, 7), 0.89, 0.91), bench => Auxiliary(bench, 7));
    }

    [Fact]
    public void The_gas_cell_opens()
    {
        During("gas-open", bench => Assert.InRange(Auxiliary(bench, 4), 0.1999, 0.2001), bench => Assert.True(Auxiliary(bench, 4) > 1), bench =>
        {
            bench.World.HydrogenSulfide_ppm = 50;
            Auxiliary(bench, 4);
        });
    }

    [Fact]
    public void A_contactor_welds()
    {
        During("contactor-welded:negative", bench =>
        {
            var hand = new Hand(bench);
            hand.Arm();
            hand.Negative.Write(PinValue.High);
            hand.Pulse(100);
            hand.Negative.Write(PinValue.Low);
            hand.Pulse(100);
            Assert.True(bench.Board.Negative.IsClosed);
            Assert.Equal(PinValue.Low, hand.Controller.OpenPin(bench.Machine.Wiring.FeedbackNegative, PinMode.Input).Read());
        }, bench => Assert.False(bench.Board.Negative.IsClosed));
    }

    [Fact]
    public void A_contactor_does_not_close()
    {
        During("contactor-stuck-open:precharge", bench =>
        {
            var hand = new Hand(bench);
            hand.Arm();
            hand.Precharge.Write(PinValue.High);
            hand.Pulse(100);
            Assert.False(bench.Board.Precharge.IsClosed);
        }, _ => { });
    }

    [Fact]
    public void A_feedback_wire_breaks()
    {
        During("feedback-broken:positive", bench =>
        {
            var hand = new Hand(bench);
            hand.Arm();
            hand.Positive.Write(PinValue.High);
            hand.Pulse(100);
            Assert.True(bench.Board.Positive.IsClosed);
            Assert.Equal(PinValue.High, hand.Controller.OpenPin(bench.Machine.Wiring.FeedbackPositive, PinMode.Input).Read());
        }, bench => Assert.False(bench.Machine.Pins[bench.Machine.Wiring.FeedbackPositive].IsCut));
    }

    [Fact]
    public void The_supply_goes_away_and_comes_back()
    {
        var bench = new Bench();
        bench.Machine.Add(new FaultSchedule(bench.Board, FaultSchedule.Parse(["brown-out@1s+2s"])));
        var starts = new List<long>();
        Assert.Equal(RunEnd.Returned, bench.Machine.RunThrough(() =>
        {
            starts.Add(bench.Machine.Time_us);
            bench.Machine.Advance(2_000_000);
        }));
        Assert.Equal([0, 3_000_000], starts);
    }

    [Fact]
    public void The_supply_goes_away_in_a_write()
    {
        var bench = new Bench();
        bench.Machine.Add(new FaultSchedule(bench.Board, FaultSchedule.Parse(["brown-out-in-write@1s+2s"])));
        bench.Machine.Flash.Put(@"I:\a", [1]);
        int starts = 0;
        Assert.Equal(RunEnd.Returned, bench.Machine.RunThrough(() =>
        {
            starts++;
            bench.Machine.Advance(1_500_000);
            if (starts == 1)
            {
                File.WriteAllBytes(@"I:\a", new byte[500]);
                Assert.Fail("the write came to its end");
            }

            Assert.Equal([1], File.ReadAllBytes(@"I:\a"));
        }));
        Assert.Equal(2, starts);
    }

    [Fact]
    public void A_write_after_the_fault_is_over_is_safe()
    {
        var bench = new Bench();
        bench.Machine.Add(new FaultSchedule(bench.Board, FaultSchedule.Parse(["brown-out-in-write@1s+2s"])));
        Assert.Equal(RunEnd.Returned, bench.Machine.Run(() =>
        {
            bench.Machine.Advance(4_000_000);
            File.WriteAllBytes(@"I:\a", new byte[500]);
        }));
    }

    [Fact]
    public void A_file_is_corrupted_and_the_others_are_not()
    {
        var bench = new Bench();
        bench.Machine.Flash.Put(@"I:\a", new byte[600]);
        bench.Machine.Flash.Put(@"I:\b", new byte[600]);
        bench.Machine.Add(new FaultSchedule(bench.Board, FaultSchedule.Parse([@"flash-corrupt:I:\a@1s"])));
        bench.Machine.Wait(2_000_000);
        Assert.Equal(600 - 3, new ReadOnlySpan<byte>(bench.Machine.Flash.Peek(@"I:\a")).Count((byte)0));
        Assert.Equal(600, new ReadOnlySpan<byte>(bench.Machine.Flash.Peek(@"I:\b")).Count((byte)0));
    }

    [Fact]
    public void The_clock_jumps_ahead()
    {
        During("clock-jump:750ms", bench => Assert.Equal(750_000, bench.Machine.UpTime_us - bench.Machine.Time_us), _ => { });
    }

    [Fact]
    public void Noise_on_the_serial_line_inverts_bits_both_ways()
    {
        During("link-noise", bench =>
        {
            SerialPort port = OpenLink();
            Assert.InRange(WrongOut(bench, port), 1, 60);
            Assert.InRange(WrongIn(bench, port), 1, 60);
            port.Close();
        }, bench =>
        {
            SerialPort port = OpenLink();
            Assert.Equal(0, WrongOut(bench, port));
            Assert.Equal(0, WrongIn(bench, port));
        });
    }

    [Fact]
    public void A_cut_serial_line_carries_nothing()
    {
        During("link-cut", bench =>
        {
            SerialPort port = OpenLink();
            port.Write("x");
            bench.Machine.Link.Send([1], bench.Machine.Time_us);
            bench.Sleep(1);
            Assert.Equal(0, bench.Machine.Link.Available);
            Assert.Equal(0, port.BytesToRead);
            port.Close();
        }, bench =>
        {
            OpenLink().Write("x");
            bench.Sleep(1);
            Assert.Equal(1, bench.Machine.Link.Available);
        });
    }

    [Fact]
    public void Faults_that_overlap_end_with_the_last()
    {
        var bench = new Bench();
        bench.Machine.Add(new FaultSchedule(bench.Board, FaultSchedule.Parse(["i2c-nack:ina228@1s+2s", "i2c-nack:ina228@2s+3s"])));
        bench.Run(_ =>
        {
            foreach (int second in (int[])[0, 1, 2, 3, 4, 5])
            {
                bool isSilent = Bench.Open(0x40).Put(0) != I2cTransferStatus.FullTransfer;
                Assert.Equal(second is >= 1 and < 5, isSilent);
                bench.Machine.Advance(((second + 1) * 1_000_000L) + 1000 - bench.Machine.Time_us);
            }
        });
    }

    [Fact]
    public void Beginnings_and_ends_are_told_at_their_times()
    {
        var bench = new Bench();
        var told = new List<string>();
        var schedule = new FaultSchedule(bench.Board, FaultSchedule.Parse(["gas-open@1.5s+1s", "ads-stuck@2s+1s"]));
        schedule.Changed = (fault, isOn) => told.Add($"{fault.Kind.Name} {isOn} {bench.Machine.Time_us}");
        bench.Machine.Add(schedule);
        bench.Machine.Wait(10_000_000);
        Assert.Equal(["gas-open True 1500000", "ads-stuck True 2000000", "gas-open False 2500000", "ads-stuck False 3000000"], told);
    }

    [Fact]
    public void Every_kind_begins_and_ends_without_harm_to_the_machine()
    {
        foreach (FaultKind kind in FaultKind.Table)
        {
            var bench = new Bench(new BoardFit { Seed = 9 });
            bench.Machine.Add(new FaultSchedule(bench.Board, [new FaultEvent(kind, kind.Target.Standard, 500_000, 500_000)]));
            RunEnd end = bench.Machine.RunThrough(() =>
            {
                bench.Route();
                while (bench.Machine.Time_us < 4_000_000)
                {
                    bench.Sleep(20);
                    foreach (int address in s_addresses.Values)
                    {
                        Bench.Open(address).WriteRead(new byte[] { 0 }, new byte[8]);
                    }
                }
            });
            Assert.Equal(RunEnd.Returned, end);
            Assert.All(bench.Board.Chips, chip => Assert.False(chip.IsSilent || chip.HoldsClock || chip.BitErrorRate > 0 || chip.StuckBits != 0));
            Assert.All(bench.Board.Contactors, contactor => Assert.Equal(ContactorFault.None, contactor.Fault));
        }
    }

    private static void During(string fault, Action<Bench> meanwhile, Action<Bench> afterwards, Action<Bench>? before = null)
    {
        var bench = new Bench();
        bench.Machine.Add(new FaultSchedule(bench.Board, FaultSchedule.Parse([fault + "@2s+30s"])));
        bench.Run(_ =>
        {
            bench.Sleep(10);
            before?.Invoke(bench);
            bench.Machine.Advance(2_001_000 - bench.Machine.Time_us);
            meanwhile(bench);
            bench.Machine.Advance(32_100_000 - bench.Machine.Time_us);
            afterwards(bench);
        });
    }

    private static int WrongReadings()
    {
        I2cDevice chip = Bench.Open(0x40);
        int wrong = 0;
        for (int i = 0; i < 2000; i++)
        {
            wrong += chip.Word(0x3E) == 0x5449 ? 0 : 1;
        }

        return wrong;
    }

    private static double Auxiliary(Bench bench, int mux)
    {
        I2cDevice chip = Bench.Open(0x48);
        chip.Put(0x01, (byte)(0x83 | (mux << 4)), 0x83);
        bench.Sleep(10);
        return (short)chip.Word(0) * 125e-6;
    }

    private static PinValue Alert(Bench bench)
    {
        var controller = new GpioController();
        int number = bench.Machine.Wiring.Alert;
        if (!controller.IsPinOpen(number))
        {
            controller.OpenPin(number, PinMode.Input);
        }

        return controller.Read(number);
    }

    private static void StartConverter(Bench bench)
    {
        I2cDevice chip = Bench.Open(0x2A);
        chip.Put(0x00, 0x06);
        bench.Sleep(1);
        chip.Put(0x01, 0x2F);
        chip.Put(0x02, 0x70);
        chip.Put(0x00, 0x96);
        bench.Sleep(300);
    }

    private static SerialPort OpenLink()
    {
        var port = new SerialPort("COM3", 115200) { ReadBufferSize = 4096, ReadTimeout = 1000 };
        port.Open();
        return port;
    }

    private static int WrongOut(Bench bench, SerialPort port)
    {
        byte[] bytes = new byte[2000];
        port.Write(bytes, 0, bytes.Length);
        bench.Sleep(50);
        bench.Machine.Link.Receive(bytes);
        return bytes.Length - new ReadOnlySpan<byte>(bytes).Count((byte)0);
    }

    private static int WrongIn(Bench bench, SerialPort port)
    {
        byte[] bytes = new byte[2000];
        bench.Machine.Link.Send(bytes, bench.Machine.Time_us);
        Assert.Equal(bytes.Length, port.Read(bytes, 0, bytes.Length));
        return bytes.Length - new ReadOnlySpan<byte>(bytes).Count((byte)0);
    }
}

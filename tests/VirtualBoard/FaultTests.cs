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
    [Fact]
    public void A_contactor_welds()
    {
        Faulty.During("contactor-welded:negative", bench =>
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
        Faulty.During("contactor-stuck-open:precharge", bench =>
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
        Faulty.During("feedback-broken:positive", bench =>
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
        Faulty.During("clock-jump:750ms", bench => Assert.Equal(750_000, bench.Machine.UpTime_us - bench.Machine.Time_us), _ => { });
    }

    [Fact]
    public void Noise_on_the_serial_line_inverts_bits_both_ways()
    {
        Faulty.During("link-noise", bench =>
        {
            SerialPort port = Faulty.OpenLink();
            Assert.InRange(Faulty.WrongOut(bench, port), 1, 60);
            Assert.InRange(Faulty.WrongIn(bench, port), 1, 60);
            port.Close();
        }, bench =>
        {
            SerialPort port = Faulty.OpenLink();
            Assert.Equal(0, Faulty.WrongOut(bench, port));
            Assert.Equal(0, Faulty.WrongIn(bench, port));
        });
    }

    [Fact]
    public void A_cut_serial_line_carries_nothing()
    {
        Faulty.During("link-cut", bench =>
        {
            SerialPort port = Faulty.OpenLink();
            port.Write("x");
            bench.Machine.Link.Send([1], bench.Machine.Time_us);
            bench.Sleep(1);
            Assert.Equal(0, bench.Machine.Link.Available);
            Assert.Equal(0, port.BytesToRead);
            port.Close();
        }, bench =>
        {
            Faulty.OpenLink().Write("x");
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
                    foreach (int address in Faulty.Addresses.Values)
                    {
                        Bench.Open(address).WriteRead(new byte[] { 0 }, new byte[8]);
                    }
                }
            });
            Assert.Equal(RunEnd.Returned, end);
            Assert.All(bench.Board.Chips, chip => Assert.False(chip.IsSilent || chip.HoldsClock || chip.BitErrorRate > 0 || chip.MissRate > 0 || chip.StuckBits != 0));
            Assert.All(bench.Board.Contactors, contactor => Assert.Equal(ContactorFault.None, contactor.Fault));
        }
    }
}

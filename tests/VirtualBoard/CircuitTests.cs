using System.Device.Gpio;
using Bms.VirtualBoard.Circuits;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class CircuitTests
{
    [Fact]
    public void A_contactor_closes_25_ms_and_opens_12_ms_after_its_command_and_says_so()
    {
        new Bench().Run(bench =>
        {
            var hand = new Hand(bench);
            GpioPin feedback = hand.Controller.OpenPin(bench.Machine.Wiring.FeedbackPositive, PinMode.Input);
            hand.Arm();
            hand.Positive.Write(PinValue.High);
            hand.Pulse(24);
            Assert.False(bench.Board.Positive.IsClosed);
            Assert.Equal(PinValue.High, feedback.Read());
            bench.Sleep(1.1);
            Assert.True(bench.Board.Positive.IsClosed);
            Assert.Equal(PinValue.Low, feedback.Read());
            bench.Sleep(1);
            Assert.Equal(PinValue.High, feedback.Read());
            bench.Sleep(4);
            Assert.Equal(PinValue.Low, feedback.Read());
            hand.Positive.Write(PinValue.Low);
            hand.Pulse(11);
            Assert.True(bench.Board.Positive.IsClosed);
            hand.Pulse(2);
            Assert.False(bench.Board.Positive.IsClosed);
        });
    }

    [Fact]
    public void A_glitch_closes_nothing()
    {
        new Bench().Run(bench =>
        {
            var hand = new Hand(bench);
            hand.Arm();
            hand.Positive.Write(PinValue.High);
            hand.Pulse(20);
            hand.Positive.Write(PinValue.Low);
            hand.Pulse(100);
            Assert.Equal(0, bench.Board.Positive.Closings);
        });
    }

    [Fact]
    public void Without_pulses_no_command_closes()
    {
        new Bench().Run(bench =>
        {
            var hand = new Hand(bench);
            hand.Positive.Write(PinValue.High);
            bench.Sleep(1000);
            Assert.False(bench.Board.Positive.IsClosed);
            hand.Pulse(1000);
            Assert.False(bench.Board.Watchdog.IsArmed);
            Assert.False(bench.Board.Positive.IsClosed);
        });
    }

    [Fact]
    public void When_pulses_stop_the_latch_drops_after_250_ms_and_opens_everything()
    {
        new Bench().Run(bench =>
        {
            var hand = new Hand(bench);
            hand.Arm();
            hand.Positive.Write(PinValue.High);
            hand.Negative.Write(PinValue.High);
            hand.Pulse(100);
            bench.Sleep(245 - 20);
            Assert.True(bench.Board.Positive.IsClosed);
            bench.Sleep(40);
            Assert.False(bench.Board.Positive.IsClosed);
            Assert.False(bench.Board.Negative.IsClosed);
            Assert.Equal(1, bench.Board.Watchdog.Drops);
        });
    }

    [Fact]
    public void A_dropped_latch_stays_so_until_pulses_come_with_nothing_commanded()
    {
        new Bench().Run(bench =>
        {
            var hand = new Hand(bench);
            hand.Arm();
            hand.Positive.Write(PinValue.High);
            hand.Pulse(100);
            bench.Sleep(500);
            hand.Pulse(500);
            Assert.False(bench.Board.Positive.IsClosed);
            hand.Positive.Write(PinValue.Low);
            hand.Pulse(100);
            Assert.True(bench.Board.Watchdog.IsArmed);
            hand.Positive.Write(PinValue.High);
            hand.Pulse(100);
            Assert.True(bench.Board.Positive.IsClosed);
        });
    }

    [Fact]
    public void A_level_that_stands_is_no_pulse()
    {
        new Bench().Run(bench =>
        {
            var hand = new Hand(bench);
            hand.Watchdog.Write(PinValue.High);
            bench.Sleep(100);
            Assert.True(bench.Board.Watchdog.IsArmed);
            bench.Sleep(200);
            Assert.False(bench.Board.Watchdog.IsArmed);
        });
    }

    [Fact]
    public void A_hung_bus_opens_the_contactors_within_the_call()
    {
        new Bench().Run(bench =>
        {
            var hand = new Hand(bench);
            hand.Arm();
            hand.Positive.Write(PinValue.High);
            hand.Pulse(100);
            bench.Machine.FirstBus.IsHeld = true;
            long opened_us = -1;
            long began_us = bench.Machine.Time_us;
            bench.Machine.TimeMoved = now_us => opened_us = opened_us < 0 && !bench.Board.Positive.IsClosed ? now_us : opened_us;
            Bench.Open(0x40).Put(0);
            Assert.InRange(opened_us - began_us, 240_000, 285_000);
        });
    }

    [Fact]
    public void A_brown_out_opens_the_contactors_and_needs_a_new_arming()
    {
        var bench = new Bench();
        bench.Run(_ =>
        {
            var hand = new Hand(bench);
            hand.Arm();
            hand.Positive.Write(PinValue.High);
            hand.Pulse(100);
            bench.Machine.SwitchOff();
        });
        Assert.True(bench.Board.Positive.IsClosed);
        bench.Machine.Wait(13_000);
        Assert.False(bench.Board.Positive.IsClosed);
        Assert.False(bench.Board.Watchdog.IsArmed);
    }

    [Fact]
    public void Opening_the_output_pins_at_start_moves_no_contactor()
    {
        new Bench().Run(bench =>
        {
            _ = new Hand(bench);
            bench.Sleep(200);
            foreach (Contactor contactor in bench.Board.Contactors)
            {
                Assert.Equal(-1, contactor.EnergisedAt_us);
            }

            Assert.False(bench.Board.Watchdog.IsArmed);
        });
    }
}

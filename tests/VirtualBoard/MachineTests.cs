using System;
using System.Collections.Generic;
using Bms.VirtualBoard.Desktop;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;
using Xunit;
using Console = Bms.VirtualBoard.Desktop.Console;

namespace Bms.VirtualBoard.Tests;

public sealed class MachineTests
{
    [Fact]
    public void Sleeping_moves_the_time_and_computing_does_not()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.Run(() =>
        {
            Thread.Sleep(1500);
            Assert.Equal(1_500_000, machine.Time_us);
            Assert.Equal(1_500_000UL, HighResTimer.GetCurrent());
        });
    }

    [Fact]
    public void The_surroundings_hear_of_every_20_ms_at_most()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        var heard = new List<long>();
        machine.TimeMoved = heard.Add;
        machine.Run(() => Thread.Sleep(50));
        Assert.Equal([20_000, 40_000, 50_000], heard);
    }

    [Fact]
    public void The_devices_classes_work_only_within_run()
    {
        Assert.Throws<InvalidOperationException>(() => Thread.Sleep(1));
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.Run(() => Assert.Throws<InvalidOperationException>(() => machine.Run(() => { })));
    }

    [Fact]
    public void Exceptions_of_the_firmware_go_through()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        Assert.Throws<ArithmeticException>(() => machine.Run(() => throw new ArithmeticException()));
        Assert.Equal(RunEnd.Returned, machine.Run(() => { }));
    }

    [Fact]
    public void After_a_brown_out_every_call_fails_until_run_is_left()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.SwitchOffAt(1_000_500);
        int refused = 0;
        RunEnd end = machine.Run(() =>
        {
            try
            {
                Thread.Sleep(5000);
            }
            catch (PowerLostException)
            {
                refused++;
            }

            Assert.Equal(1_000_500, machine.Time_us);
            Assert.Throws<PowerLostException>(() => Console.WriteLine("still here"));
            Assert.Throws<PowerLostException>(() => HighResTimer.GetCurrent());
            Assert.Throws<PowerLostException>(() => Thread.Sleep(0));
            Thread.Sleep(1);
        });
        Assert.Equal(1, refused);
        Assert.Equal(RunEnd.PowerLost, end);
        Assert.False(machine.IsPowered);
        Assert.Throws<InvalidOperationException>(() => machine.Run(() => { }));
        machine.Wait(2_000_000);
        machine.PowerUp();
        Assert.Equal(RunEnd.Returned, machine.Run(() => Assert.Equal(0UL, HighResTimer.GetCurrent())));
        Assert.Equal(3_000_500, machine.Time_us);
    }

    [Fact]
    public void A_reboot_starts_again_without_losing_supply()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        Assert.Equal(RunEnd.Rebooted, machine.Run(() =>
        {
            Thread.Sleep(10);
            Power.RebootDevice();
        }));
        Assert.True(machine.IsPowered);
        machine.Run(() => Assert.Equal(0UL, HighResTimer.GetCurrent()));
    }

    [Fact]
    public void Running_through_starts_again_after_reboots_and_brown_outs_that_end()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        var starts = new List<long>();
        machine.PowerBackAt_us = 3_000_000;
        machine.SwitchOffAt(2_000_000);
        RunEnd end = machine.RunThrough(() =>
        {
            starts.Add(machine.Time_us);
            Thread.Sleep(starts.Count == 1 ? 1000 : 2000);
            if (starts.Count == 1)
            {
                Power.RebootDevice();
            }
        });
        Assert.Equal(RunEnd.Returned, end);
        Assert.Equal([0, 1_000_000, 3_000_000], starts);
    }

    [Fact]
    public void A_clock_jump_moves_only_the_controllers_counter()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.Run(() =>
        {
            Thread.Sleep(1);
            machine.JumpClock(500_000);
            Assert.Equal(501_000UL, HighResTimer.GetCurrent());
            Assert.Equal(1_000, machine.Time_us);
        });
    }

    [Fact]
    public void The_board_is_known_by_its_target_name()
    {
        new Machine(BoardWiring.Esp32DevKitC).Run(() => Assert.Equal("ESP32_REV3", SystemInfo.TargetName));
        new Machine(BoardWiring.Esp32S3DevKitC1).Run(() => Assert.StartsWith("ESP32_S3", SystemInfo.TargetName, StringComparison.Ordinal));
    }

    [Fact]
    public void Console_text_is_kept_by_lines()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        var heard = new List<string>();
        machine.Console.LineWritten = heard.Add;
        machine.Run(() =>
        {
            Console.Write("a");
            Console.Write("b");
            Console.WriteLine();
            Console.WriteLine("c");
        });
        Assert.Equal(["ab", "c"], machine.Console.Lines);
        Assert.Equal(heard, machine.Console.Lines);
    }
}

using System;
using System.Collections.Generic;
using System.Device.Gpio;
using System.Device.Pwm;
using Bms.VirtualBoard.Pins;
using nanoFramework.Hardware.Esp32;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class PinTests
{
    [Fact]
    public void Opening_an_output_with_a_pull_down_outside_gives_no_edge()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        var edges = new Edges();
        machine.Pins[25].ExternalPull = Pull.Down;
        machine.Pins[25].Listener = edges;
        machine.Run(() => new GpioController().OpenPin(25, PinMode.Output).Write(PinValue.Low));
        Assert.Empty(edges.Levels);
    }

    [Fact]
    public void Opening_an_output_without_it_gives_a_short_high()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        var edges = new Edges();
        machine.Pins[25].Listener = edges;
        machine.Run(() => new GpioController().OpenPin(25, PinMode.Output).Write(PinValue.Low));
        Assert.Equal([true, false], edges.Levels);
    }

    [Fact]
    public void A_pin_opened_again_first_drives_the_level_it_had()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        var edges = new Edges();
        machine.Pins[25].ExternalPull = Pull.Down;
        machine.Pins[25].Listener = edges;
        machine.Run(() =>
        {
            var controller = new GpioController();
            controller.OpenPin(25, PinMode.Output).Write(PinValue.High);
            controller.ClosePin(25);
            controller.OpenPin(25, PinMode.Output).Write(PinValue.Low);
        });
        Assert.Equal([true, false, true, false], edges.Levels);
    }

    [Fact]
    public void Input_only_pins_drive_nothing_and_have_no_pull()
    {
        new Machine(BoardWiring.Esp32DevKitC).Run(() =>
        {
            var controller = new GpioController();
            Assert.False(controller.IsPinModeSupported(34, PinMode.Output));
            Assert.Throws<ArgumentException>(() => controller.OpenPin(34, PinMode.Output));
            Assert.True(controller.IsPinModeSupported(35, PinMode.InputPullUp));
            Assert.Equal(PinValue.Low, controller.OpenPin(35, PinMode.InputPullUp).Read());
        });
    }

    [Fact]
    public void Pull_resistors_decide_an_undriven_line_and_the_outer_one_is_stronger()
    {
        var machine = new Machine(BoardWiring.Esp32DevKitC);
        machine.Pins[4].ExternalPull = Pull.Down;
        machine.Pins[5].Source = () => true;
        machine.Run(() =>
        {
            var controller = new GpioController();
            Assert.Equal(PinValue.High, controller.OpenPin(2, PinMode.InputPullUp).Read());
            Assert.Equal(PinValue.Low, controller.OpenPin(3, PinMode.InputPullDown).Read());
            Assert.Equal(PinValue.Low, controller.OpenPin(4, PinMode.InputPullUp).Read());
            Assert.Equal(PinValue.High, controller.OpenPin(5, PinMode.Input).Read());
        });
    }

    [Fact]
    public void Wrong_use_is_refused()
    {
        new Machine(BoardWiring.Esp32DevKitC).Run(() =>
        {
            var controller = new GpioController();
            GpioPin pin = controller.OpenPin(25);
            Assert.Throws<InvalidOperationException>(() => pin.Write(PinValue.High));
            Assert.Throws<InvalidOperationException>(() => controller.OpenPin(25));
            Assert.Throws<InvalidOperationException>(() => controller.OpenPin(99));
            Assert.Throws<InvalidOperationException>(() => controller.Read(26));
            pin.Dispose();
            Assert.Throws<ObjectDisposedException>(() => pin.Read());
        });
    }

    [Fact]
    public void Toggling_drives_the_other_level()
    {
        new Machine(BoardWiring.Esp32DevKitC).Run(() =>
        {
            GpioPin pin = new GpioController().OpenPin(25, PinMode.Output);
            pin.Toggle();
            Assert.Equal(PinValue.High, pin.Read());
            pin.Toggle();
            Assert.Equal(PinValue.Low, pin.Read());
        });
    }

    [Fact]
    public void Pulse_width_needs_a_pin_with_the_function_and_runs_from_start_to_stop()
    {
        var bench = new Bench();
        bench.Run(_ =>
        {
            Assert.Throws<ArgumentException>(() => PwmChannel.CreateFromPin(13));
            PwmChannel heater = PwmChannel.CreateFromPin(bench.Machine.Wiring.Heater, 1000, 0.25);
            Assert.Equal(0, bench.Board.Heater.Duty);
            heater.Start();
            Assert.Equal(0.25, bench.Board.Heater.Duty);
            heater.DutyCycle = 0.75;
            Assert.Equal(0.75, bench.Board.Heater.Duty);
            Assert.Throws<ArgumentOutOfRangeException>(() => heater.DutyCycle = 1.5);
            heater.Stop();
            Assert.Equal(0, bench.Board.Heater.Duty);
        });
    }

    [Fact]
    public void The_s3_has_no_default_pins()
    {
        new Machine(BoardWiring.Esp32S3DevKitC1).Run(() =>
        {
            Assert.Equal(-1, Configuration.GetFunctionPin(DeviceFunction.I2C1_DATA));
            Assert.Throws<ArgumentException>(() => Bench.Open(0x40));
        });
        new Machine(BoardWiring.Esp32DevKitC).Run(() => Assert.Equal(18, Configuration.GetFunctionPin(DeviceFunction.I2C1_DATA)));
    }

    private sealed class Edges : ILineListener
    {
        internal List<bool> Levels { get; } = [];

        public void LevelChanged(Line line, bool isHigh) => Levels.Add(isHigh);
    }
}

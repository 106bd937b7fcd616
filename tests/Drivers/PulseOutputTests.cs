using System.Device.Gpio;
using Bms.Core;
using Bms.Device.Drivers;
using Bms.VirtualBoard;
using nanoFramework.Hardware.Esp32;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>Heater, pressure actuator and watchdog pulses.</summary>
public class PulseOutputTests
{
    private static readonly BoardWiring _board = BoardWiring.Esp32DevKitC;

    [Fact]
    public void The_heater_runs_at_its_duty_while_decided_and_rests_otherwise()
    {
        Machine machine = new(_board);
        machine.Run(() =>
        {
            Configuration.SetPinFunction(_board.Heater, DeviceFunction.PWM1);
            Heater heater = new(_board.Heater, 650);
            Assert.Equal(0, machine.Pins[_board.Heater].Duty);
            heater.Apply(new Decision { HeaterOn = true });
            Assert.Equal(0.65, machine.Pins[_board.Heater].Duty, 1e-9);
            heater.Apply(new Decision());
            Assert.Equal(0, machine.Pins[_board.Heater].Duty);
            heater.Apply(new Decision { HeaterOn = true });
            heater.SwitchOff();
            Assert.Equal(0, machine.Pins[_board.Heater].Duty);
        });
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.001)]
    [InlineData(1000, 1)]
    [InlineData(1001, 1)]
    [InlineData(-1, 0)]
    [InlineData(int.MinValue, 0)]
    public void The_actuators_drive_is_kept_within_its_range(int duty_permille, double duty)
    {
        Machine machine = new(_board);
        machine.Run(() =>
        {
            Configuration.SetPinFunction(_board.Actuator, DeviceFunction.PWM2);
            PressureActuator actuator = new(_board.Actuator);
            actuator.Drive(duty_permille);
            Assert.Equal(duty, machine.Pins[_board.Actuator].Duty, 1e-9);
        });
    }

    [Fact]
    public void The_watchdog_gets_one_pulse_a_call_and_none_before()
    {
        Machine machine = new(_board);
        LevelLog log = new(machine, _board.WatchdogPulse);
        machine.Run(() =>
        {
            WatchdogPulse watchdog = new(new GpioController(), _board.WatchdogPulse);
            Assert.Empty(log.Changes);
            for (int pulses = 1; pulses <= 3; pulses++)
            {
                watchdog.Give();
                Assert.Equal(pulses, log.Pulses(_board.WatchdogPulse));
                Assert.False(machine.Pins[_board.WatchdogPulse].IsHigh);
            }
        });
    }
}

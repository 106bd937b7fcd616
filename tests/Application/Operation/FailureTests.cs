using System;
using System.Linq;
using Bms.Application.Tests.Benches;
using Bms.Core;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.VirtualBoard;
using Bms.VirtualBoard.Circuits;
using Xunit;

namespace Bms.Application.Tests.Operation;

/// <summary>Whatever goes wrong in the loop ends with open contactors, a cold heater and a fresh start.</summary>
public class FailureTests
{
    private const double FailsAt_s = 20;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_exception_ends_in_the_safe_state_and_a_restart_after_ten_seconds(bool ofSensor)
    {
        BoardBench bench = new() { Connects = true };
        int pulses = 0;
        _ = new LevelWatch(bench.Machine.Pins[bench.Machine.Wiring.WatchdogPulse], _ => pulses++);
        bench.Stepped = () => bench.Application.Decision.HeaterOn = true;
        bench.At(FailsAt_s, () => Break(bench, ofSensor));
        bench.At(FailsAt_s + 0.1, () =>
        {
            Assert.All(bench.Board.Contactors, contactor => Assert.False(contactor.Command.IsHigh || contactor.IsClosed));
            Assert.Equal(0, bench.Board.Heater.Duty);
            pulses = 0;
        });
        bench.At(FailsAt_s + 9.9, () => Assert.Equal(0, pulses));
        double began_s = 0;
        bench.At(FailsAt_s - 0.1, () =>
        {
            began_s = bench.Time_s;
            Assert.True(bench.IsConnected);
            Assert.Equal(1, bench.Board.Heater.Duty);
        });

        Assert.Equal(RunEnd.Rebooted, bench.Run(60));
        Assert.InRange(bench.Time_s - began_s, 10.1, 10.3);
        Assert.Contains("stopped: it broke", bench.Lines);
        Assert.Contains("stopped: it broke", bench.Log(), StringComparison.Ordinal);

        bench.Stepped = null;
        bench.Run(90);
        Assert.True(bench.IsConnected);
    }

    [Fact]
    public void Contactors_open_even_if_the_outputs_can_not_be_written()
    {
        BoardBench bench = new() { Connects = true };
        bench.At(FailsAt_s, () => Array.Fill(bench.Application.Mode.Schedule, [new Hanging()]));
        bench.At(FailsAt_s - 0.1, () => Assert.True(bench.IsConnected));
        bench.At(FailsAt_s + 0.3, () =>
        {
            Assert.Contains(bench.Board.Contactors, contactor => contactor.Command.IsHigh);
            Assert.All(bench.Board.Contactors, contactor => Assert.False(contactor.IsClosed));
        });
        bench.At(FailsAt_s + 5, bench.Machine.SwitchOff);
        Assert.Equal(RunEnd.PowerLost, bench.Run(60));
        Assert.Equal(1, bench.Board.Watchdog.Drops);
    }

    private static void Break(BoardBench bench, bool ofSensor)
    {
        if (ofSensor)
        {
            Array.Fill(bench.Application.Mode.Schedule, [new Broken()]);
        }
        else
        {
            bench.Application.Mode.Actuators[0] = new Broken();
        }
    }

    private sealed class Broken : ISensor, IActuator
    {
        public bool Start() => true;

        public void Renew(SensorFrame frame, int phase) => throw new InvalidOperationException("it broke");

        public void Apply(Decision decision) => throw new InvalidOperationException("it broke");
    }

    private sealed class Hanging : ISensor
    {
        public bool Start() => true;

        public void Renew(SensorFrame frame, int phase) => VirtualBoard.Desktop.Thread.Sleep(-1);
    }
}

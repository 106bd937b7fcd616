using System.Device.Gpio;

namespace Bms.VirtualBoard.Tests;

/// <summary>The outputs of a board in the hands of a test.</summary>
internal sealed class Hand
{
    private readonly Bench _bench;

    internal Hand(Bench bench)
    {
        _bench = bench;
        BoardWiring wiring = bench.Machine.Wiring;
        Controller = new GpioController();
        Positive = Output(wiring.ContactorPositive);
        Negative = Output(wiring.ContactorNegative);
        Precharge = Output(wiring.ContactorPrecharge);
        Watchdog = Output(wiring.WatchdogPulse);
    }

    internal GpioController Controller { get; }

    internal GpioPin Positive { get; }

    internal GpioPin Negative { get; }

    internal GpioPin Precharge { get; }

    internal GpioPin Watchdog { get; }

    internal void Arm() => Pulse(40);

    /// <summary>Feeds the watchdog while time goes by.</summary>
    internal void Pulse(int ms)
    {
        for (int left_ms = ms; left_ms > 0; left_ms -= 20)
        {
            Watchdog.Write(PinValue.High);
            Watchdog.Write(PinValue.Low);
            _bench.Sleep(left_ms < 20 ? left_ms : 20);
        }
    }

    private GpioPin Output(int number)
    {
        GpioPin pin = Controller.OpenPin(number, PinMode.Output);
        pin.Write(PinValue.Low);
        return pin;
    }
}

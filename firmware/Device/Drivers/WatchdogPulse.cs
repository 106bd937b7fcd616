using System.Device.Gpio;

namespace Bms.Device.Drivers;

/// <summary>
/// The line to the external watchdog, a monostable of 250 ms with a latch on the contactors' supply: each pulse says that the
/// ticks since the one before met their deadlines.
/// </summary>
public sealed class WatchdogPulse
{
    private readonly OutputLine _line;

    /// <summary>Opens the pin; no pulse yet.</summary>
    /// <param name="pins">The pins.</param>
    /// <param name="number">GPIO number.</param>
    public WatchdogPulse(GpioController pins, int number)
    {
        _line = new OutputLine(pins, number);
    }

    /// <summary>One pulse.</summary>
    public void Give()
    {
        _line.Pulse();
    }
}

using System.Device.Gpio;

namespace Bms.Device.Drivers;

/// <summary>One output pin, low at first, that drives nothing else on its way there.</summary>
/// <remarks>
/// Opening a pin resets it (a weak pull-up, which the external pull-down of 10 k holds below 0.7 V), then drives what the output
/// register still holds, perhaps from before a restart, and only then the level wanted. As an open drain it can't drive
/// high, so the pin becomes one first, is written low, and becomes an output after that.
/// </remarks>
public sealed class OutputLine
{
    private readonly GpioPin _pin;
    private bool _isHigh;

    /// <summary>Opens the pin, low.</summary>
    /// <param name="pins">The pins.</param>
    /// <param name="number">GPIO number.</param>
    public OutputLine(GpioController pins, int number)
    {
        _pin = pins.OpenPin(number);
        _pin.SetPinMode(PinMode.OutputOpenDrain);
        _pin.Write(PinValue.Low);
        _pin.SetPinMode(PinMode.Output);
        _pin.Write(PinValue.Low);
    }

    /// <summary>Drives a level; touches the pin on change only.</summary>
    public void Set(bool isHigh)
    {
        if (isHigh != _isHigh)
        {
            _isHigh = isHigh;
            _pin.Write(isHigh ? PinValue.High : PinValue.Low);
        }
    }

    /// <summary>Drives low whatever was driven before.</summary>
    public void Release()
    {
        _isHigh = false;
        _pin.Write(PinValue.Low);
    }

    /// <summary>A pulse to the other level and back, some microseconds long.</summary>
    public void Pulse()
    {
        _pin.Toggle();
        _pin.Toggle();
    }
}

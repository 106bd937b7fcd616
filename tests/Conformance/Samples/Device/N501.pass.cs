using System.Device.Gpio;

namespace Bms.Device.Samples;

public sealed class Busy
{
    private readonly GpioPin _pin;
    private bool _wasHigh;

    public Busy(GpioPin pin)
    {
        _pin = pin;
    }

    public bool Tick()
    {
        bool isHigh = _pin.Read() == PinValue.High;
        bool hasChanged = isHigh != _wasHigh;
        _wasHigh = isHigh;
        return hasChanged;
    }
}

using Bms.VirtualBoard;
using Bms.VirtualBoard.Pins;

namespace System.Device.Gpio;

/// <summary>The pins of the microcontroller.</summary>
public sealed class GpioController : IDisposable
{
    private readonly Machine _machine;

    /// <summary>Pins by GPIO number.</summary>
    public GpioController()
        : this(PinNumberingScheme.Logical)
    {
    }

    /// <summary>Pins by GPIO number, whatever the scheme: as on the device.</summary>
    public GpioController(PinNumberingScheme numberingScheme)
    {
        NumberingScheme = numberingScheme;
        _machine = Machine.Current;
    }

    /// <summary>The scheme asked for.</summary>
    public PinNumberingScheme NumberingScheme { get; }

    /// <summary>Number of pins.</summary>
    public int PinCount => _machine.Pins.Count;

    /// <summary>Opens a pin as it is: an input at first.</summary>
    /// <exception cref="InvalidOperationException">Open already, or no such pin.</exception>
    public GpioPin OpenPin(int pinNumber)
    {
        _machine.CheckPower();
        Line line = _machine.Pins.Find(pinNumber) ?? throw new InvalidOperationException();
        line.Open();
        return new GpioPin(_machine, line);
    }

    /// <summary>Opens a pin and sets its mode.</summary>
    /// <exception cref="InvalidOperationException">Open already, or no such pin.</exception>
    /// <exception cref="ArgumentException">The pin does not support the mode.</exception>
    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        GpioPin pin = OpenPin(pinNumber);
        pin.SetPinMode(mode);
        return pin;
    }

    /// <summary>Closes a pin.</summary>
    /// <exception cref="InvalidOperationException">Not open.</exception>
    public void ClosePin(int pinNumber) => Opened(pinNumber).Close();

    /// <summary>How an open pin is used.</summary>
    /// <exception cref="InvalidOperationException">Not open.</exception>
    public PinMode GetPinMode(int pinNumber) => Opened(pinNumber).Mode;

    /// <summary>Whether the pin can be used so.</summary>
    public bool IsPinModeSupported(int pinNumber, PinMode mode) => _machine.Pins.Find(pinNumber)?.Supports(mode) ?? false;

    /// <summary>Whether the pin is open.</summary>
    public bool IsPinOpen(int pinNumber) => _machine.Pins.Find(pinNumber)?.IsOpen ?? false;

    /// <summary>The level on an open pin.</summary>
    /// <exception cref="InvalidOperationException">Not open.</exception>
    public PinValue Read(int pinNumber) => Opened(pinNumber).Read();

    /// <summary>Sets the mode of an open pin.</summary>
    /// <exception cref="InvalidOperationException">Not open.</exception>
    /// <exception cref="ArgumentException">The pin does not support the mode.</exception>
    public void SetPinMode(int pinNumber, PinMode mode) => Opened(pinNumber).SetMode(mode);

    /// <summary>Drives a level.</summary>
    /// <exception cref="InvalidOperationException">Not open, or not an output.</exception>
    public void Write(int pinNumber, PinValue value) => Opened(pinNumber).Write((bool)value);

    /// <summary>Closes every open pin, as the device does.</summary>
    public void Dispose() => _machine.Pins.CloseAll();

    private Line Opened(int pinNumber)
    {
        _machine.CheckPower();
        Line? line = _machine.Pins.Find(pinNumber);
        return line is { IsOpen: true } ? line : throw new InvalidOperationException();
    }
}

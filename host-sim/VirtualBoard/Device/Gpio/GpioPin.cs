using Bms.VirtualBoard;
using Bms.VirtualBoard.Pins;

namespace System.Device.Gpio;

/// <summary>An open pin.</summary>
public sealed class GpioPin : IDisposable
{
    private readonly Machine _machine;
    private readonly Line _line;

    internal GpioPin(Machine machine, Line line)
    {
        _machine = machine;
        _line = line;
    }

    /// <summary>GPIO number.</summary>
    public int PinNumber => _line.Number;

    /// <summary>How it is used.</summary>
    /// <exception cref="ObjectDisposedException">The pin is closed.</exception>
    public PinMode GetPinMode()
    {
        Check();
        return _line.Mode;
    }

    /// <summary>Whether the pin can be used so: an input-only pin has no output and no pull resistors.</summary>
    public bool IsPinModeSupported(PinMode pinMode)
    {
        Check();
        return _line.Supports(pinMode);
    }

    /// <summary>Resets the pin (weak pull-up, output off), then sets its mode; an output first drives the level last written.</summary>
    /// <exception cref="ArgumentException">The pin does not support it.</exception>
    public void SetPinMode(PinMode value)
    {
        Check();
        _line.SetMode(value);
    }

    /// <summary>The level on the pin, driven by whoever drives it.</summary>
    public PinValue Read()
    {
        Check();
        return _line.Read();
    }

    /// <summary>Drives a level.</summary>
    /// <exception cref="InvalidOperationException">Not an output.</exception>
    public void Write(PinValue value)
    {
        Check();
        _line.Write((bool)value);
    }

    /// <summary>Drives the other level.</summary>
    /// <exception cref="InvalidOperationException">Not an output.</exception>
    public void Toggle()
    {
        Check();
        _line.Write(!_line.Latch);
    }

    /// <summary>Closes the pin: it becomes an input.</summary>
    public void Dispose() => _line.Close();

    private void Check()
    {
        _machine.CheckPower();
        ObjectDisposedException.ThrowIf(!_line.IsOpen, this);
    }
}

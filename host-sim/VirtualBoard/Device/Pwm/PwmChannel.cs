using Bms.VirtualBoard;
using Bms.VirtualBoard.Pins;

namespace System.Device.Pwm;

/// <summary>A pulse-width modulated output.</summary>
public sealed class PwmChannel : IDisposable
{
    private readonly Machine _machine;
    private readonly Line _line;
    private int _frequency;
    private double _dutyCycle;
    private bool _runs;

    /// <summary>A stopped channel on a pin that carries a PWM function.</summary>
    /// <param name="chip">Number of the timer.</param>
    /// <param name="channel">Pin.</param>
    /// <param name="frequency">Hz, above 0.</param>
    /// <param name="dutyCyclePercentage">0..1, in spite of its name.</param>
    /// <exception cref="ArgumentException">The pin has no PWM function, or a value is out of range.</exception>
    public PwmChannel(int chip, int channel, int frequency = 400, double dutyCyclePercentage = 0.5)
        : this(channel, frequency, dutyCyclePercentage)
    {
        _ = chip;
    }

    private PwmChannel(int pin, int frequency, double dutyCycle)
    {
        _machine = Machine.Current;
        _machine.CheckPower();
        _line = _machine.Pins.Find(pin) ?? throw new ArgumentException("no such pin", nameof(pin));
        if (!_machine.Functions.IsPwm(pin) || !_line.Supports(Gpio.PinMode.Output))
        {
            throw new ArgumentException("pin has no PWM function", nameof(pin));
        }

        Frequency = frequency;
        DutyCycle = dutyCycle;
    }

    /// <summary>Hz, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public int Frequency
    {
        get => _frequency;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _frequency = value;
        }
    }

    /// <summary>Share of the period that is high, 0..1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0..1.</exception>
    public double DutyCycle
    {
        get => _dutyCycle;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
            _machine.CheckPower();
            _dutyCycle = value;
            Drive();
        }
    }

    /// <summary>A stopped channel on the timer the pin's function belongs to.</summary>
    /// <param name="pin">Pin.</param>
    /// <param name="frequency">Hz, above 0.</param>
    /// <param name="dutyCyclePercentage">0..1, in spite of its name.</param>
    /// <exception cref="ArgumentException">The pin has no PWM function, or a value is out of range.</exception>
    public static PwmChannel CreateFromPin(int pin, int frequency = 400, double dutyCyclePercentage = 0.5) => new(pin, frequency, dutyCyclePercentage);

    /// <summary>A stopped channel on a pin that carries a PWM function.</summary>
    public static PwmChannel Create(int chip, int channel, int frequency = 400, double dutyCyclePercentage = 0.5) => new(chip, channel, frequency, dutyCyclePercentage);

    /// <summary>Begins to pulse.</summary>
    public void Start()
    {
        _machine.CheckPower();
        _runs = true;
        Drive();
    }

    /// <summary>Stops: the pin is low.</summary>
    public void Stop()
    {
        _machine.CheckPower();
        _runs = false;
        Drive();
    }

    /// <summary>Stops for good.</summary>
    public void Dispose()
    {
        _runs = false;
        _line.SetDuty(0);
    }

    private void Drive() => _line.SetDuty(_runs ? _dutyCycle : 0);
}

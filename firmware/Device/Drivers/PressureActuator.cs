namespace Bms.Device.Drivers;

/// <summary>The proportional valve or motor driver that presses a clamp, where one is fitted.</summary>
public sealed class PressureActuator
{
    private const int Frequency_Hz = 1000;

    private readonly PulseWidthOutput _output;

    /// <summary>Opens the pin; the actuator is at rest.</summary>
    /// <param name="pin">GPIO number.</param>
    public PressureActuator(int pin)
    {
        _output = new PulseWidthOutput(pin, Frequency_Hz);
    }

    /// <summary>Sets the drive.</summary>
    /// <param name="duty_permille">0 at rest to 1000; kept within.</param>
    public void Drive(int duty_permille)
    {
        _output.Set(duty_permille);
    }
}

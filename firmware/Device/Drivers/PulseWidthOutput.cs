using System.Device.Pwm;

namespace Bms.Device.Drivers;

/// <summary>A pulse-width modulated pin, at rest at first, touched on change only.</summary>
public sealed class PulseWidthOutput
{
    private readonly PwmChannel _channel;
    private int _duty_permille;

    /// <summary>Opens the pin, which must have been given its function.</summary>
    /// <param name="pin">GPIO number.</param>
    /// <param name="frequency_Hz">Frequency, Hz, above 0. Two channels of a pair share it.</param>
    public PulseWidthOutput(int pin, int frequency_Hz)
    {
        _channel = PwmChannel.CreateFromPin(pin, frequency_Hz, 0);
        _channel.Start();
    }

    /// <summary>Sets the share of time that the pin is high.</summary>
    /// <param name="duty_permille">0..1000; kept within.</param>
    public void Set(int duty_permille)
    {
        if (duty_permille == _duty_permille)
        {
            return;
        }

        _duty_permille = duty_permille;
        int within = duty_permille < 0 ? 0 : duty_permille;
        within = within > 1000 ? 1000 : within;
        _channel.DutyCycle = within / 1000.0;
    }
}

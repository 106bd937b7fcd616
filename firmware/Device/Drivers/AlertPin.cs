using System.Device.Gpio;
using Bms.Core.Sensing;

namespace Bms.Device.Drivers;

/// <summary>
/// The ALERT line of the front end, every tick: driven low when quiet, driven high on a protection, pulled up outside, so that a
/// broken wire alerts.
/// </summary>
/// <remarks>
/// A front end that has lost its configuration lets the line go as well. So where the line rises the front end is asked at once: if
/// it says that it was reset, the line means nothing until it has been configured anew, and the core is told that it hears
/// nothing; in every other case, silence included, the alert stands. To be renewed after the front end.
/// </remarks>
public sealed class AlertPin : ISensor
{
    private readonly GpioPin _pin;
    private readonly Bq76952 _frontEnd;
    private bool _isHigh;

    /// <summary>Opens the pin.</summary>
    /// <param name="pins">The pins.</param>
    /// <param name="number">GPIO number.</param>
    /// <param name="frontEnd">The chip that drives it.</param>
    public AlertPin(GpioController pins, int number, Bq76952 frontEnd)
    {
        _pin = pins.OpenPin(number, PinMode.Input);
        _frontEnd = frontEnd;
    }

    /// <inheritdoc/>
    public bool Start()
    {
        return true;
    }

    /// <inheritdoc/>
    public void Renew(SensorFrame frame, int phase)
    {
        bool isHigh = (bool)_pin.Read();
        if (isHigh && !_isHigh && _frontEnd.IsConfigured)
        {
            _frontEnd.AskForReset(frame);
        }

        _isHigh = isHigh;
        if (!_frontEnd.IsConfigured)
        {
            frame.IsValid[Channel.FrontEndAlert] = false;
            return;
        }

        frame.Value[Channel.FrontEndAlert] = isHigh ? 1 : 0;
        frame.Timestamp_ms[Channel.FrontEndAlert] = frame.Time_ms;
        frame.IsValid[Channel.FrontEndAlert] = true;
    }
}

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
/// nothing; if it says nothing, it is asked again, and no current is allowed meanwhile; in every other case, lasting silence
/// included, the alert stands. To be renewed after the front end.
/// </remarks>
public sealed class AlertPin : ISensor
{
    // a chip that was reset is deaf for 4.3 ms; one that stays silent is believed after three ticks
    private const int MostAsked = 3;

    private readonly GpioPin _pin;
    private readonly Bq76952 _frontEnd;
    private int _asked;

    // the frame says so already: all but the time
    private bool _isQuiet;

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
        if (!isHigh)
        {
            if (_isQuiet && _frontEnd.IsConfigured)
            {
                frame.Timestamp_ms[Channel.FrontEndAlert] = frame.Time_ms;
                return;
            }

            _asked = 0;
        }
        else if (_asked < MostAsked && _frontEnd.IsConfigured)
        {
            bool hasAnswered = _frontEnd.AskForReset(frame);
            _asked = hasAnswered ? MostAsked : _asked + 1;
            if (!hasAnswered)
            {
                // no current meanwhile: nobody knows what the line says
                _isQuiet = false;
                frame.IsValid[Channel.FrontEndAlert] = false;
                return;
            }
        }

        _isQuiet = !isHigh && _frontEnd.IsConfigured;
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

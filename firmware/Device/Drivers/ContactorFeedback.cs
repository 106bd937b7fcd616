using System.Device.Gpio;
using Bms.Core.Sensing;

namespace Bms.Device.Drivers;

/// <summary>Auxiliary contacts of the contactors, each pulled up outside and to ground when closed: a broken wire reads open.</summary>
public sealed class ContactorFeedback : ISensor
{
    // the tick before the core looks
    private const int Phase = 4;

    private readonly GpioPin _positive;
    private readonly GpioPin _negative;
    private readonly GpioPin _precharge;

    /// <summary>Opens the pins.</summary>
    /// <param name="pins">The pins.</param>
    /// <param name="positive">GPIO number of the positive contactor's contact.</param>
    /// <param name="negative">GPIO number of the negative contactor's contact.</param>
    /// <param name="precharge">GPIO number of the precharge relay's contact.</param>
    public ContactorFeedback(GpioController pins, int positive, int negative, int precharge)
    {
        _positive = pins.OpenPin(positive, PinMode.Input);
        _negative = pins.OpenPin(negative, PinMode.Input);
        _precharge = pins.OpenPin(precharge, PinMode.Input);
    }

    /// <inheritdoc/>
    public bool Start()
    {
        return true;
    }

    /// <inheritdoc/>
    public void Renew(SensorFrame frame, int phase)
    {
        if (phase == Phase)
        {
            long now_ms = frame.Time_ms;
            frame.Set(Channel.ContactorPositive, (bool)_positive.Read() ? 0 : 1, now_ms);
            frame.Set(Channel.ContactorNegative, (bool)_negative.Read() ? 0 : 1, now_ms);
            frame.Set(Channel.Precharge, (bool)_precharge.Read() ? 0 : 1, now_ms);
        }
    }
}

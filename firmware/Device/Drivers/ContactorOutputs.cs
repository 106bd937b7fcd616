using System.Device.Gpio;
using Bms.Core;
using Bms.Core.Pack;

namespace Bms.Device.Drivers;

/// <summary>The coils of the negative contactor, the precharge relay and the positive contactor. What is to open opens before
/// anything closes.</summary>
public sealed class ContactorOutputs : IActuator
{
    private readonly OutputLine _negative;
    private readonly OutputLine _precharge;
    private readonly OutputLine _positive;
    private int _told;

    /// <summary>Opens the pins; all contactors are open.</summary>
    /// <param name="pins">The pins.</param>
    /// <param name="negative">GPIO number of the negative contactor, active high.</param>
    /// <param name="precharge">GPIO number of the precharge relay, active high.</param>
    /// <param name="positive">GPIO number of the positive contactor, active high.</param>
    public ContactorOutputs(GpioController pins, int negative, int precharge, int positive)
    {
        _negative = new OutputLine(pins, negative);
        _precharge = new OutputLine(pins, precharge);
        _positive = new OutputLine(pins, positive);
    }

    /// <summary>Whether any contactor is told to be closed.</summary>
    public bool AnyIsClosed;

    /// <inheritdoc/>
    public void Apply(Decision decision)
    {
        int wanted = (decision.CloseNegative ? 1 : 0) | (decision.ClosePrecharge ? 2 : 0) | (decision.ClosePositive ? 4 : 0);
        if (wanted == _told)
        {
            return;
        }

        Drive(_told & wanted);
        Drive(wanted);
        _told = wanted;
        AnyIsClosed = wanted != 0;
    }

    /// <summary>Opens everything at once: for the safe state, whatever was decided.</summary>
    public void OpenAll()
    {
        _told = 0;
        AnyIsClosed = false;
        _positive.Release();
        _precharge.Release();
        _negative.Release();
    }

    private void Drive(int closed)
    {
        _positive.Set((closed & 4) != 0);
        _precharge.Set((closed & 2) != 0);
        _negative.Set((closed & 1) != 0);
    }
}

using System.Collections.Generic;
using Bms.VirtualBoard.Pins;

namespace Bms.VirtualBoard.Circuits;

/// <summary>
/// The external watchdog: a retriggerable monostable of 250 ms and a latch in the supply of the contactor coils. Pulses that come while
/// no contactor is commanded arm the latch; when they stop it drops, and stays so until it is armed that way again.
/// </summary>
/// <remarks>So neither a pin that glitches at start nor a firmware that hangs closes or holds a contactor, and none closes again by itself.</remarks>
public sealed class Watchdog : Part, ILineListener
{
    /// <summary>How long the monostable holds after a rising edge, µs.</summary>
    public const long Hold_us = 250_000;

    private readonly IReadOnlyList<Contactor> _contactors;
    private long _runsOutAt_us;

    /// <summary>A watchdog in the coil supply of some contactors.</summary>
    public Watchdog(Line pulse, IReadOnlyList<Contactor> contactors)
    {
        System.ArgumentNullException.ThrowIfNull(pulse);
        _contactors = contactors;
        pulse.ExternalPull = Pull.Down;
        pulse.Listener = this;
    }

    /// <summary>Whether the latch lets the coils have their supply.</summary>
    public bool IsArmed { get; private set; }

    /// <summary>Times the latch dropped.</summary>
    public int Drops { get; private set; }

    /// <inheritdoc/>
    public void LevelChanged(Line line, bool isHigh)
    {
        if (!isHigh || Machine is null)
        {
            return;
        }

        CatchUp(Machine.Time_us);
        _runsOutAt_us = Machine.Time_us + Hold_us;
        if (!IsArmed && NothingIsCommanded())
        {
            IsArmed = true;
            Supply(true);
        }

        WakeAt(_runsOutAt_us);
    }

    /// <inheritdoc/>
    public override void CatchUp(long now_us)
    {
        if (now_us >= _runsOutAt_us)
        {
            Drop();
        }
    }

    /// <inheritdoc/>
    protected internal override void PowerDown(long now_us) => Drop();

    private void Drop()
    {
        WakeAt(long.MaxValue);
        if (IsArmed)
        {
            Drops++;
            IsArmed = false;
            Supply(false);
        }
    }

    private void Supply(bool isOn)
    {
        foreach (Contactor contactor in _contactors)
        {
            contactor.IsSupplied = isOn;
        }
    }

    private bool NothingIsCommanded()
    {
        foreach (Contactor contactor in _contactors)
        {
            if (contactor.Command.IsHigh)
            {
                return false;
            }
        }

        return true;
    }
}

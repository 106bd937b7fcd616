using Bms.VirtualBoard.Pins;

namespace Bms.VirtualBoard.Circuits;

/// <summary>
/// A contactor or relay: coil driver on an output of the controller, coil supply through the watchdog's latch, main and auxiliary
/// contact. A pulse shorter than the time it needs to move does nothing.
/// </summary>
/// <remarks>
/// Closes 25 ms and opens 12 ms after its coil; after closing the auxiliary contact bounces for 5 ms. These figures are unconfirmed
/// (20..30 ms and 10..15 ms are usual).
/// </remarks>
public sealed class Contactor : Part, ILineListener
{
    /// <summary>From coil on to contacts closed, µs.</summary>
    public const long Closing_us = 25_000;

    /// <summary>From coil off to contacts open, µs.</summary>
    public const long Opening_us = 12_000;

    private const long Bounce_us = 5_000;
    private const long BouncePeriod_us = 1_000;

    private readonly Line _feedback;
    private bool _isCoilOn;
    private bool _isSupplied;
    private long _movesAt_us = long.MaxValue;
    private long _closedAt_us = -Bounce_us;
    private ContactorFault _fault;

    /// <summary>A contactor between a command and a feedback line.</summary>
    /// <param name="name">Name in messages and fault targets.</param>
    /// <param name="command">Coil driver, active high, pulled down.</param>
    /// <param name="feedback">Auxiliary contact: closed pulls low against a pull-up.</param>
    public Contactor(string name, Line command, Line feedback)
    {
        System.ArgumentNullException.ThrowIfNull(command);
        System.ArgumentNullException.ThrowIfNull(feedback);
        Name = name;
        Command = command;
        _feedback = feedback;
        command.ExternalPull = Pull.Down;
        command.Listener = this;
        feedback.ExternalPull = Pull.Up;
        feedback.Source = () => !IsAuxiliaryClosed;
    }

    /// <summary>Name in messages and fault targets.</summary>
    public string Name { get; }

    /// <summary>The line that drives the coil.</summary>
    public Line Command { get; }

    /// <summary>Whether the main contacts are closed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether the auxiliary contact is closed: as the main contacts, but for its bouncing.</summary>
    public bool IsAuxiliaryClosed
    {
        get
        {
            long since_us = (Machine?.Time_us ?? 0) - _closedAt_us;
            return IsClosed && (since_us >= Bounce_us || since_us / BouncePeriod_us % 2 == 0);
        }
    }

    /// <summary>When the coil got current last, µs; -1 for never.</summary>
    public long EnergisedAt_us { get; private set; } = -1;

    /// <summary>Times the contacts closed.</summary>
    public int Closings { get; private set; }

    /// <summary>Fault: the feedback wire is broken, so that it reads open.</summary>
    public bool IsFeedbackBroken
    {
        get => _feedback.IsCut;
        set => _feedback.IsCut = value;
    }

    /// <summary>What is wrong with its contacts. A welded contactor stays closed if it is closed, or with its next closing.</summary>
    public ContactorFault Fault
    {
        get => _fault;
        set
        {
            _fault = value;
            if (value == ContactorFault.StuckOpen)
            {
                IsClosed = false;
            }

            Drive();
        }
    }

    /// <summary>Whether the coil's supply stands, behind the watchdog's latch.</summary>
    public bool IsSupplied
    {
        get => _isSupplied;
        internal set
        {
            _isSupplied = value;
            Drive();
        }
    }

    /// <inheritdoc/>
    public void LevelChanged(Line line, bool isHigh) => Drive();

    /// <inheritdoc/>
    public override void CatchUp(long now_us)
    {
        if (now_us < _movesAt_us)
        {
            return;
        }

        _movesAt_us = long.MaxValue;
        WakeAt(long.MaxValue);
        if (_isCoilOn)
        {
            Closings++;
            _closedAt_us = now_us;
        }

        IsClosed = _isCoilOn;
    }

    /// <inheritdoc/>
    protected internal override void PowerDown(long now_us) => Drive();

    private void Drive()
    {
        bool isOn = _isSupplied && Command.IsHigh && Machine is { IsPowered: true };
        if (isOn != _isCoilOn && isOn)
        {
            EnergisedAt_us = Machine!.Time_us;
        }

        _isCoilOn = isOn;
        bool moves = isOn ? _fault != ContactorFault.StuckOpen : _fault != ContactorFault.Welded;
        if (isOn == IsClosed || !moves || Machine is null)
        {
            _movesAt_us = long.MaxValue;
            WakeAt(long.MaxValue);
        }
        else if (_movesAt_us == long.MaxValue)
        {
            _movesAt_us = Machine.Time_us + (isOn ? Closing_us : Opening_us);
            WakeAt(_movesAt_us);
        }
    }
}

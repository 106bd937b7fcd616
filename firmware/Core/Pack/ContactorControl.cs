using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Pack;

/// <summary>State of the contactor sequence.</summary>
public enum ContactorState
{
    /// <summary>All open.</summary>
    Open = 0,

    /// <summary>Negative contactor and precharge relay closed.</summary>
    Precharging = 1,

    /// <summary>Both contactors closed.</summary>
    Closed = 2,

    /// <summary>Still closed; limits are zero and the load is warned.</summary>
    Opening = 3,
}

/// <summary>
/// Closes the pack through precharge when the load asks and nothing stands against it; after a fault it warns first and
/// opens when the current has had time to go, at once only for an emergency.
/// </summary>
public sealed class ContactorControl
{
    // a contactor moves within 30 ms, its feedback is looked at every 200 ms
    private const int Moving_ms = 300;

    private readonly Readings _readings;
    private readonly int _openingDelay_ms;
    private readonly int _precharge_ms;
    private readonly int _reclosing_ms;
    private ContactorState _state;
    private long _since_ms;
    private long _lastFault_ms;
    private bool _hadFault;

    /// <summary>Makes the control.</summary>
    public ContactorControl(Readings readings, Settings settings)
    {
        _readings = readings;
        _openingDelay_ms = settings.Value(Setting.OpeningDelay);
        _precharge_ms = settings.Value(Setting.PrechargeTime);
        _reclosing_ms = settings.Value(Setting.ReclosingDelay);
    }

    /// <summary>Present state.</summary>
    public ContactorState State
    {
        get { return _state; }
    }

    /// <summary>Whether both contactors are closed, and to stay so: the only state in which current is allowed.</summary>
    public bool IsClosed;

    /// <summary>Whether a contactor reports another position than it was told, and has had time to move there.</summary>
    public bool Mismatch;

    /// <summary>An emergency opens everything at once.</summary>
    /// <param name="decision">Takes the commands.</param>
    public void Trip(Decision decision)
    {
        if (_state != ContactorState.Open)
        {
            _state = ContactorState.Open;
            IsClosed = false;
            _since_ms = _readings.Time_ms;
            _lastFault_ms = _since_ms;
            _hadFault = true;
            decision.CloseNegative = false;
            decision.ClosePositive = false;
            decision.ClosePrecharge = false;
            decision.Warning = false;
        }
    }

    /// <summary>Every 100 ms.</summary>
    /// <param name="hasFault">Whether a fault stands.</param>
    /// <param name="decision">Takes the commands.</param>
    public void Act(bool hasFault, Decision decision)
    {
        long now = _readings.Time_ms;
        int told = (decision.ClosePositive ? 1 : 0) | (decision.CloseNegative ? 2 : 0);
        Mismatch = (_readings.Feedback & 3) != told && now - _since_ms >= Moving_ms;
        if (hasFault)
        {
            _lastFault_ms = now;
            _hadFault = true;
        }

        bool mayClose = _readings.IsComplete && _readings.ConnectIsRequested && !hasFault && (!_hadFault || now - _lastFault_ms >= _reclosing_ms);
        ContactorState next = _state;
        switch (_state)
        {
            case ContactorState.Open:
                next = mayClose ? ContactorState.Precharging : ContactorState.Open;
                break;
            case ContactorState.Precharging:
                if (!mayClose)
                {
                    next = ContactorState.Open;
                }
                else if (now - _since_ms >= _precharge_ms)
                {
                    next = ContactorState.Closed;
                }

                break;
            case ContactorState.Closed:
                next = hasFault || !_readings.ConnectIsRequested ? ContactorState.Opening : ContactorState.Closed;
                break;
            default:
                if (now - _since_ms >= _openingDelay_ms)
                {
                    next = ContactorState.Open;
                }
                else if (mayClose)
                {
                    next = ContactorState.Closed;
                }

                break;
        }

        if (next == _state)
        {
            return;
        }

        _state = next;
        _since_ms = now;
        IsClosed = next == ContactorState.Closed;
        decision.CloseNegative = next != ContactorState.Open;
        decision.ClosePositive = next == ContactorState.Closed || next == ContactorState.Opening;
        decision.ClosePrecharge = next == ContactorState.Precharging;
        decision.Warning = next == ContactorState.Opening;
    }
}

using Bms.Core;
using Bms.Core.Pack;
using Bms.Core.Storage;

namespace Bms.Device.Storage;

/// <summary>
/// Keeps what the pack must remember. A medium that takes pieces is written every ten seconds, a piece every 100 ms; one that does
/// not, only while the contactors are open: after they opened, and a note that it is outdated before they close.
/// </summary>
/// <remarks>The note comes first: until it stands, <see cref="Prepare"/> holds the request to connect back.</remarks>
public sealed class StateKeeper
{
    private const int Period_ms = 10000;
    private const int Idle = -1;

    private readonly RecordSlots _record;
    private readonly BatteryManager _manager;
    private readonly RestoredState _state;
    private readonly int _cells;
    private readonly bool _takesPieces;
    private int _cell = Idle;
    private long _saved_ms;
    private long _asked_ms;
    private long _failed_ms = -Period_ms;
    private bool _isAsked;
    private bool _isOutdated;
    private bool _wasUsed;

    /// <summary>Failed writes since start.</summary>
    public int Failures;

    /// <summary>Makes a keeper.</summary>
    /// <param name="record">Slots with room for every cell.</param>
    /// <param name="medium">What they lie on.</param>
    /// <param name="manager">Whose state is kept.</param>
    /// <param name="state">Room for a copy of it, one entry a cell.</param>
    public StateKeeper(RecordSlots record, IMedium medium, BatteryManager manager, RestoredState state)
    {
        _record = record;
        _manager = manager;
        _state = state;
        _cells = state.StateOfCharge_Q30.Length;
        _takesPieces = medium.LongestWrite < record.Image.Length;
    }

    /// <summary>Before every step as long as the contactors are open: what the load asks for.</summary>
    /// <param name="isAsked">Whether it asks to be connected.</param>
    /// <returns>Whether the pack may be used: what is remembered will not be taken for newer than it is.</returns>
    public bool Prepare(bool isAsked)
    {
        _isAsked = _isAsked || isAsked;
        return _takesPieces || _isOutdated;
    }

    /// <summary>Every 100 ms, after the step.</summary>
    /// <param name="time_ms">Monotonic time.</param>
    public void Advance(long time_ms)
    {
        if (_takesPieces)
        {
            AdvancePieces(time_ms);
        }
        else
        {
            AdvanceWhole(time_ms);
        }

        _isAsked = false;
    }

    private void AdvancePieces(long time_ms)
    {
        if (_record.IsWriting)
        {
            Failures += _record.Continue() ? 0 : 1;
        }
        else if (_cell >= 0)
        {
            StateRecord.Put(_record.Image, _state, _cell);
            _cell++;
            if (_cell == _cells)
            {
                _cell = Idle;
                _record.Begin(_cells * StateRecord.CellLength);
            }
        }
        else if (time_ms - _saved_ms >= Period_ms && _manager.Readings.IsComplete)
        {
            _saved_ms = time_ms;
            _manager.Remember(_state);
            _cell = 0;
        }
    }

    // What is remembered is written with a note that it will be outdated: age and what was learnt outlast a power failure in use.
    // A write holds up the loop for longer than the watchdog allows: not in a tick in which contactors may close.
    private void AdvanceWhole(long time_ms)
    {
        if (_isAsked)
        {
            _asked_ms = time_ms;
        }

        if (_manager.Contactors != ContactorState.Open)
        {
            _wasUsed = true;
        }
        else if (_isOutdated && (_wasUsed || time_ms - _asked_ms >= Period_ms))
        {
            _isOutdated = false;
            _wasUsed = false;
            _manager.Remember(_state);
            Failures += StateRecord.Save(_record, _state, false) ? 0 : 1;
        }
        else if (_isAsked && !_isOutdated && _manager.Readings.IsComplete && !_manager.Diagnosis.HasFault && time_ms - _failed_ms >= Period_ms)
        {
            _manager.Remember(_state);
            _isOutdated = StateRecord.Save(_record, _state, true);
            if (!_isOutdated)
            {
                _failed_ms = time_ms;
                Failures++;
            }
        }
    }
}

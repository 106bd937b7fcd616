using System.Text;
using Bms.Core;
using Bms.Core.Diagnostics;
using Bms.Core.Pack;

namespace Bms.Device.Storage;

/// <summary>
/// What happened, in the flash: one line for every diagnosis that came or went and for every change of the contactors. Lines
/// wait in memory until the contactors are open, since writing holds up the loop, and for ten seconds after the last ones.
/// </summary>
public sealed class EventLog
{
    private const string Name = "log.txt";
    private const string OldName = "log.old";
    private const int LongestFile = 32768;
    private const int Capacity = 64;
    private const int LinesAtOnce = 8;
    private const int Period_ms = 10000;
    private const int StartKind = -1;
    private const int ContactorKind = -2;
    private const int FailureKind = -3;

    private readonly FileStore _store;
    private readonly long[] _time_ms = new long[Capacity];
    private readonly int[] _kind = new int[Capacity];
    private readonly int[] _value = new int[Capacity];
    private int _count;
    private string _mode;
    private string _failure;
    private long _flushed_ms = -Period_ms;
    private int _lostBefore;
    private int _bits;
    private ContactorState _contactors;

    /// <summary>Events that found no room, in memory or in the flash.</summary>
    public int Lost;

    /// <summary>Makes a log.</summary>
    public EventLog(FileStore store)
    {
        _store = store;
    }

    /// <summary>Notes that the firmware has started.</summary>
    /// <param name="time_ms">Monotonic time.</param>
    /// <param name="mode">Name of its mode.</param>
    public void NoteStart(long time_ms, string mode)
    {
        _mode = mode;
        Note(time_ms, StartKind, 0);
    }

    /// <summary>Notes that the firmware is about to start again because something went wrong.</summary>
    /// <param name="time_ms">Monotonic time.</param>
    /// <param name="message">What it was.</param>
    public void NoteFailure(long time_ms, string message)
    {
        _failure = message;
        if (_count == Capacity)
        {
            // what came last matters most
            _count--;
            Lost++;
        }

        Note(time_ms, FailureKind, 0);
    }

    /// <summary>Every 100 ms, after the step: notes what has changed.</summary>
    public void Watch(BatteryManager manager, long time_ms)
    {
        int bits = manager.Diagnosis.ActiveBits;
        ContactorState contactors = manager.Contactors;
        if (bits == _bits && contactors == _contactors)
        {
            return;
        }

        int changed = bits ^ _bits;
        for (int index = 0; changed != 0; index++)
        {
            if ((changed & 1) != 0)
            {
                Note(time_ms, index, (bits >> index) & 1);
            }

            changed = (int)((uint)changed >> 1);
        }

        _bits = bits;
        if (contactors != _contactors)
        {
            _contactors = contactors;
            Note(time_ms, ContactorKind, (int)contactors);
        }
    }

    /// <summary>Writes what waits in memory; holds up the loop. What the flash does not take is lost: a flash that is full must
    /// not hold up the loop again and again.</summary>
    /// <param name="diagnosis">Knows the names of the diagnoses.</param>
    /// <param name="time_ms">Monotonic time.</param>
    public void Flush(Diagnosis diagnosis, long time_ms)
    {
        if (_count == 0)
        {
            return;
        }

        _flushed_ms = time_ms;
        if (_store.Length(Name) > LongestFile)
        {
            _store.Rename(Name, OldName);
        }

        int first = 0;
        while (first < _count && Append(diagnosis, first, time_ms))
        {
            first += LinesAtOnce;
        }

        if (first < _count)
        {
            Lost += _count - first;
        }
        else
        {
            _lostBefore = Lost;
        }

        _count = 0;
    }

    /// <summary>Whether anything waits to be written, and the last was written long enough ago: the flash wears.</summary>
    /// <param name="time_ms">Monotonic time.</param>
    public bool IsDue(long time_ms)
    {
        return _count > 0 && time_ms - _flushed_ms >= Period_ms;
    }

    /// <summary>Writes the lines from one on, as many as the heap has room for at once; after the last, how many were lost.</summary>
    private bool Append(Diagnosis diagnosis, int first, long time_ms)
    {
        int end = first + LinesAtOnce < _count ? first + LinesAtOnce : _count;
        StringBuilder text = new StringBuilder();
        for (int k = first; k < end; k++)
        {
            text.Append(_time_ms[k]).Append(" ms ").Append(Text(diagnosis, _kind[k], _value[k])).Append("\r\n");
        }

        if (end == _count && Lost > _lostBefore)
        {
            text.Append(time_ms).Append(" ms lost: ").Append(Lost - _lostBefore).Append(" events\r\n");
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        return _store.Append(Name, bytes, bytes.Length);
    }

    private string Text(Diagnosis diagnosis, int kind, int value)
    {
        switch (kind)
        {
            case StartKind:
                return "start, mode " + _mode;
            case FailureKind:
                return "stopped: " + _failure;
            case ContactorKind:
                return "contactors " + ContactorText(value);
            default:
                return (value == 1 ? "raised: " : "over: ") + diagnosis.Row(kind).Name;
        }
    }

    private static string ContactorText(int state)
    {
        switch (state)
        {
            case (int)ContactorState.Open:
                return "open";
            case (int)ContactorState.Precharging:
                return "precharging";
            case (int)ContactorState.Closed:
                return "closed";
            default:
                return "opening";
        }
    }

    private void Note(long time_ms, int kind, int value)
    {
        if (_count == Capacity)
        {
            Lost++;
            return;
        }

        _time_ms[_count] = time_ms;
        _kind[_count] = kind;
        _value[_count] = value;
        _count++;
    }
}

using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Device.Demo;

/// <summary>
/// Plays a recorded stretch of operation to the core, frame by frame, in place of sensors. Time is the trace's own, so the
/// digest of a replay is the same on every machine. Nothing is allocated while it plays.
/// </summary>
/// <remarks>
/// A trace is a row of LEB128 numbers, signed ones zigzag: version; number of cells, and of each its clamp, its temperature
/// sensor, its state of charge and its contact factor (2^-30); number of channels, and of each its number and the step of its
/// values; number of frames. Then, row by row: for how many frames it holds, which channels change (bit k is the k-th), and by
/// how many steps each of these does. A trace of another version has no frames; one that breaks off ends there.
/// </remarks>
public sealed class TracePlayer
{
    /// <summary>Version of the form that is understood.</summary>
    public const int Version = 1;

    private const int MostChannels = 31;

    private readonly byte[] _trace;
    private readonly int[] _clamps = new int[0];
    private readonly int[] _sensors = new int[0];
    private readonly RestoredState _state;
    private readonly int[] _channels = new int[0];
    private readonly int[] _steps = new int[0];
    private readonly int[] _values = new int[0];
    private int _position;
    private int _held;
    private long _time_ms;

    /// <summary>Reads what stands before the rows.</summary>
    /// <param name="trace">The trace; kept, not copied.</param>
    public TracePlayer(byte[] trace)
    {
        _trace = trace;
        if (Unsigned() != Version)
        {
            _state = new RestoredState(0);
            return;
        }

        int cells = Count(Channel.MaximumCells);
        _clamps = new int[cells];
        _sensors = new int[cells];
        _state = new RestoredState(cells);
        for (int cell = 0; cell < cells; cell++)
        {
            _clamps[cell] = Unsigned();
            _sensors[cell] = Unsigned();
            _state.StateOfCharge_Q30[cell] = Unsigned();
            _state.Contact_Q30[cell] = Unsigned();
        }

        int channels = Count(MostChannels);
        _channels = new int[channels];
        _steps = new int[channels];
        _values = new int[channels];
        for (int k = 0; k < channels; k++)
        {
            _channels[k] = Count(Channel.Count - 1);
            _steps[k] = Unsigned();
        }

        FrameCount = Unsigned();
    }

    /// <summary>Number of frames, <see cref="BatteryManager.Tick_ms"/> apart; the first is that of time 0.</summary>
    public int FrameCount { get; }

    /// <summary>The pack that was recorded; without cells if the trace is not understood.</summary>
    public PackProfile Pack()
    {
        return new PackProfile(_clamps, _sensors);
    }

    /// <summary>What the firmware remembered when the recording began, to be restored before the first frame.</summary>
    public RestoredState State()
    {
        return _state;
    }

    /// <summary>Turns the frame before into the next one: every channel of the trace is renewed, the others stay.</summary>
    /// <param name="frame">Always the same frame.</param>
    /// <returns>False at the end; then the frame stays as it is.</returns>
    public bool Fill(SensorFrame frame)
    {
        if (_time_ms >= (long)FrameCount * BatteryManager.Tick_ms || (_held == 0 && !NextRow(frame)))
        {
            return false;
        }

        int[] channels = _channels;
        long[] stamp = frame.Timestamp_ms;
        long now = _time_ms;
        for (int k = 0; k < channels.Length; k++)
        {
            stamp[channels[k]] = now;
        }

        frame.Time_ms = now;
        _time_ms = now + BatteryManager.Tick_ms;
        _held--;
        return true;
    }

    private bool NextRow(SensorFrame frame)
    {
        _held = Unsigned();
        int changed = Unsigned();
        for (int k = 0; k < _channels.Length; k++)
        {
            if ((changed & (1 << k)) != 0)
            {
                _values[k] += Signed() * _steps[k];
            }

            frame.Value[_channels[k]] = _values[k];
            frame.IsValid[_channels[k]] = true;
        }

        return _held > 0;
    }

    private int Count(int most)
    {
        int count = Unsigned();
        return count >= 0 && count <= most ? count : 0;
    }

    private int Signed()
    {
        int folded = Unsigned();
        return (int)((uint)folded >> 1) ^ -(folded & 1);
    }

    // past the end everything is 0: such a row holds for no frame
    private int Unsigned()
    {
        int value = 0;
        int shift = 0;
        while (_position < _trace.Length)
        {
            int next = _trace[_position];
            _position++;
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }

            shift += 7;
        }

        return 0;
    }
}

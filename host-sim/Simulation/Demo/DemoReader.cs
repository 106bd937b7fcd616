using System;
using System.IO;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Simulation.Frames;

namespace Bms.Simulation.Demo;

/// <summary>Reads a demo trace frame by frame: the host's own way, independent of the firmware's player.</summary>
public sealed class DemoReader : IFrameSource, IDisposable
{
    private readonly BinaryReader _trace;
    private readonly (int Number, int Step)[] _channels;
    private readonly int[] _steps;
    private readonly int _frames;
    private long _held;

    /// <summary>Reads what stands before the rows.</summary>
    /// <exception cref="InvalidDataException">It is no trace of this version.</exception>
    /// <exception cref="EndOfStreamException">It breaks off.</exception>
    public DemoReader(byte[] trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        _trace = new BinaryReader(new MemoryStream(trace));
        if (Next() != DemoForm.Version)
        {
            throw new InvalidDataException("not a demo trace of this version");
        }

        int[][] cells = Table(columns: 4);
        RestoredState state = new(cells.Length);
        for (int cell = 0; cell < cells.Length; cell++)
        {
            state.StateOfCharge_Q30[cell] = cells[cell][2];
            state.Contact_Q30[cell] = cells[cell][3];
        }

        Header = new FrameHeader
        {
            Profile = EmbeddedProfile.Image(),
            ClampOfCell = Array.ConvertAll(cells, cell => cell[0]),
            SensorOfCell = Array.ConvertAll(cells, cell => cell[1]),
            Settings = [],
            Restored = state,
            Start_ms = 0,
        };
        _channels = Array.ConvertAll(Table(columns: 2), channel => (channel[0], channel[1]));
        _steps = new int[_channels.Length];
        _frames = Next();
    }

    /// <inheritdoc/>
    public FrameHeader Header { get; }

    /// <inheritdoc/>
    public long Count { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="EndOfStreamException">The trace breaks off.</exception>
    public bool Next(SensorFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (Count == _frames)
        {
            return false;
        }

        if (_held == 0)
        {
            _held = Next();
            int changed = Next();
            for (int k = 0; k < _channels.Length; k++)
            {
                int folded = (changed >> k) % 2 == 0 ? 0 : Next();
                _steps[k] += folded % 2 == 0 ? folded / 2 : -(folded + 1) / 2;
            }
        }

        frame.Time_ms = Count * BatteryManager.Tick_ms;
        for (int k = 0; k < _channels.Length; k++)
        {
            frame.Set(_channels[k].Number, _steps[k] * _channels[k].Step, frame.Time_ms);
        }

        Count++;
        _held--;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _trace.Dispose();

    private int[][] Table(int columns)
    {
        int[][] rows = new int[Next()][];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = new int[columns];
            for (int column = 0; column < columns; column++)
            {
                rows[row][column] = Next();
            }
        }

        return rows;
    }

    private int Next() => _trace.Read7BitEncodedInt();
}

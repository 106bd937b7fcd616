using System;
using System.Collections.Generic;
using Bms.Simulation.Frames;

namespace Bms.Simulation.Demo;

/// <summary>Writes a demo trace: a row whenever something changed.</summary>
internal sealed class DemoWriter
{
    private readonly FrameHeader _header;
    private readonly IReadOnlyList<DemoChannel> _channels;
    private readonly List<byte> _rows = [];
    private readonly int[] _written;
    private int[] _held;
    private int _ticks;
    private int _frames;

    /// <summary>Begins a trace.</summary>
    /// <param name="header">What the core takes in before it; of the restored state, a trace holds states of charge and contacts.</param>
    /// <param name="channels">What it holds.</param>
    /// <exception cref="ArgumentOutOfRangeException">More channels than a row has bits for: a pack too large to be shown.</exception>
    public DemoWriter(FrameHeader header, IReadOnlyList<DemoChannel> channels)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels.Count, DemoForm.MostChannels);
        _header = header;
        _channels = channels;
        _written = new int[channels.Count];
        _held = new int[channels.Count];
    }

    /// <summary>Adds a frame.</summary>
    /// <param name="steps">Of each channel its value in steps.</param>
    public void Add(ReadOnlySpan<int> steps)
    {
        if (!steps.SequenceEqual(_held))
        {
            EndRow();
            _held = steps.ToArray();
        }

        _ticks++;
        _frames++;
    }

    /// <summary>The trace so far.</summary>
    public byte[] ToArray()
    {
        EndRow();
        List<byte> trace = [];
        Unsigned(trace, DemoForm.Version);
        Unsigned(trace, _header.ClampOfCell.Length);
        for (int cell = 0; cell < _header.ClampOfCell.Length; cell++)
        {
            Unsigned(trace, _header.ClampOfCell[cell]);
            Unsigned(trace, _header.SensorOfCell[cell]);
            Unsigned(trace, _header.Restored.StateOfCharge_Q30[cell]);
            Unsigned(trace, _header.Restored.Contact_Q30[cell]);
        }

        Unsigned(trace, _channels.Count);
        foreach (DemoChannel channel in _channels)
        {
            Unsigned(trace, channel.Number);
            Unsigned(trace, channel.Step);
        }

        Unsigned(trace, _frames);
        return [.. trace, .. _rows];
    }

    private static void Signed(List<byte> bytes, int value) => Unsigned(bytes, (value << 1) ^ (value >> 31));

    private static void Unsigned(List<byte> bytes, int value)
    {
        uint left = (uint)value;
        for (; left >= 0x80; left >>= 7)
        {
            bytes.Add((byte)(left | 0x80));
        }

        bytes.Add((byte)left);
    }

    private void EndRow()
    {
        if (_ticks == 0)
        {
            return;
        }

        int changed = 0;
        for (int k = 0; k < _held.Length; k++)
        {
            changed |= _held[k] == _written[k] ? 0 : 1 << k;
        }

        Unsigned(_rows, _ticks);
        Unsigned(_rows, changed);
        for (int k = 0; k < _held.Length; k++)
        {
            if (_held[k] != _written[k])
            {
                Signed(_rows, _held[k] - _written[k]);
                _written[k] = _held[k];
            }
        }

        _ticks = 0;
    }
}

using System;
using System.Collections.Generic;
using Bms.VirtualBoard.Analog;

namespace Bms.VirtualBoard.Serial;

/// <summary>The far end of the serial line: what a computer on the other side of the wire sends and receives.</summary>
/// <remarks>Bytes from the host arrive one after the other at the baud rate of the open port; those sent while no port is open are lost, and so are those that find the receive buffer full.</remarks>
public sealed class SerialLink
{
    private const ulong FlipStream = 0x5E71;

    private readonly Queue<byte> _toHost = new();
    private readonly Queue<long> _sent_us = new();
    private readonly Machine _machine;
    private readonly Queue<byte> _inFlight = new();
    private readonly Queue<byte> _received = new();
    private readonly NoiseSource _flips = new(0, FlipStream);
    private long _nextArrival_us;
    private ulong _bytes;

    internal SerialLink(Machine machine, int receivePin, int transmitPin)
    {
        _machine = machine;
        ReceivePin = receivePin;
        TransmitPin = transmitPin;
    }

    /// <summary>Bytes lost because the firmware did not read them in time.</summary>
    public long Overruns { get; private set; }

    /// <summary>Fault: the share of bits that arrive inverted, both ways, 0..1.</summary>
    public double BitErrorRate { get; set; }

    /// <summary>Fault: the line is cut: nothing arrives, either way.</summary>
    public bool IsCut { get; set; }

    /// <summary>Bytes of the firmware that have reached the host and were not taken yet.</summary>
    public int Available
    {
        get
        {
            int count = 0;
            foreach (long sent_us in _sent_us)
            {
                if (sent_us > _machine.Time_us)
                {
                    break;
                }

                count++;
            }

            return count;
        }
    }

    /// <summary>Whether the firmware has the port open.</summary>
    public bool IsOpen { get; private set; }

    internal int ReceivePin { get; }

    internal int TransmitPin { get; }

    internal int ByteTime_ns { get; private set; }

    internal int Capacity { get; set; } = 256;

    /// <summary>The host sends bytes now.</summary>
    /// <param name="bytes">What it sends.</param>
    /// <param name="now_us">Time of the machine, µs.</param>
    public void Send(ReadOnlySpan<byte> bytes, long now_us)
    {
        if (!IsOpen || IsCut)
        {
            return;
        }

        if (_inFlight.Count == 0)
        {
            _nextArrival_us = Math.Max(now_us, _nextArrival_us);
        }

        foreach (byte one in bytes)
        {
            _inFlight.Enqueue(Disturb(one));
        }
    }

    /// <summary>The host takes what has arrived.</summary>
    /// <returns>Bytes taken, at most as many as the buffer holds.</returns>
    public int Receive(Span<byte> buffer)
    {
        int count = 0;
        while (count < buffer.Length && _sent_us.Count > 0 && _sent_us.Peek() <= _machine.Time_us)
        {
            _sent_us.Dequeue();
            buffer[count++] = _toHost.Dequeue();
        }

        return count;
    }

    internal void Open(int byteTime_ns)
    {
        IsOpen = true;
        ByteTime_ns = byteTime_ns;
    }

    internal void Close() => IsOpen = false;

    internal int BytesToRead(long now_us)
    {
        Arrive(now_us);
        return _received.Count;
    }

    internal byte Take() => _received.Dequeue();

    // The last bit of the byte leaves at the time given.
    internal void Transmit(byte value, long sent_us)
    {
        if (!IsCut)
        {
            _toHost.Enqueue(Disturb(value));
            _sent_us.Enqueue(sent_us);
        }
    }

    // The supply is gone: what is in the transmitter never leaves it.
    internal void Reset()
    {
        for (int left = Available, all = _sent_us.Count, i = 0; i < all; i++)
        {
            byte one = _toHost.Dequeue();
            long sent_us = _sent_us.Dequeue();
            if (i < left)
            {
                _toHost.Enqueue(one);
                _sent_us.Enqueue(sent_us);
            }
        }

        IsOpen = false;
        _inFlight.Clear();
        _received.Clear();
    }

    private byte Disturb(byte value)
    {
        _bytes++;
        for (int bit = 0; bit < 8 && BitErrorRate > 0; bit++)
        {
            if ((_flips.Bits((_bytes << 3) + (ulong)bit) >> 11) * (1.0 / (1UL << 53)) < BitErrorRate)
            {
                value ^= (byte)(1 << bit);
            }
        }

        return value;
    }

    private void Arrive(long now_us)
    {
        while (_inFlight.Count > 0 && _nextArrival_us + (ByteTime_ns / 1000) <= now_us)
        {
            _nextArrival_us += ByteTime_ns / 1000;
            byte one = _inFlight.Dequeue();
            if (_received.Count < Capacity)
            {
                _received.Enqueue(one);
            }
            else
            {
                Overruns++;
            }
        }
    }
}

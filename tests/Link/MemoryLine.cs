using System;
using System.Collections.Generic;
using Bms.Device.Link;
using Bms.Simulation.Link;

namespace Bms.Link.Tests;

/// <summary>A line without time: what the host sends is there at once, what the device sends is kept.</summary>
internal sealed class MemoryLine : IByteLine
{
    private readonly Queue<byte> _toDevice = new();
    private readonly List<byte> _fromDevice = [];

    public bool Opens { get; init; } = true;

    public int Failures { get; set; }

    /// <summary>Bytes read by the device so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Bytes that the device has not read yet.</summary>
    public int Waiting => _toDevice.Count;

    /// <summary>Whether nothing that the device sends is kept.</summary>
    public bool IsDeaf { get; init; }

    public void Send(params byte[] bytes)
    {
        foreach (byte next in bytes)
        {
            _toDevice.Enqueue(next);
        }
    }

    /// <summary>What the device has sent since the last call.</summary>
    public byte[] Take()
    {
        byte[] bytes = [.. _fromDevice];
        _fromDevice.Clear();
        return bytes;
    }

    public List<Simulation.Link.LinkMessage> TakeMessages()
    {
        LinkDecoder decoder = new();
        decoder.Add(Take());
        List<Simulation.Link.LinkMessage> messages = [];
        while (decoder.Next() is { } message)
        {
            messages.Add(message);
        }

        return decoder.Damaged == 0 ? messages : throw new InvalidOperationException("the device has sent damaged messages");
    }

    public bool Open() => Opens;

    public int Read(byte[] bytes, int at, int most)
    {
        int count = 0;
        while (count < most && _toDevice.TryDequeue(out byte next))
        {
            bytes[at + count] = next;
            count++;
        }

        BytesRead += count;
        return count;
    }

    public void Write(byte[] bytes, int count)
    {
        if (!IsDeaf)
        {
            _fromDevice.AddRange(bytes.AsSpan(0, count));
        }
    }
}

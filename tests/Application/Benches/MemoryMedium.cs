using System;
using System.Linq;
using Bms.Device.Storage;

namespace Bms.Application.Tests.Benches;

/// <summary>Two slots in memory that can lose power at any byte of a write.</summary>
internal sealed class MemoryMedium : IMedium
{
    private readonly byte[][] _slots;
    private readonly bool _isWhole;

    /// <summary>Slots of a length.</summary>
    /// <param name="length">Bytes a slot.</param>
    /// <param name="piece">Most bytes a write; 0: a write is all or nothing, as of a file.</param>
    public MemoryMedium(int length, int piece = 0)
    {
        _slots = [new byte[length], new byte[length]];
        Length = [0, 0];
        _isWhole = piece == 0;
        LongestWrite = piece == 0 ? int.MaxValue : piece;
    }

    private MemoryMedium(MemoryMedium other)
    {
        _slots = [[.. other._slots[0]], [.. other._slots[1]]];
        Length = [.. other.Length];
        _isWhole = other._isWhole;
        LongestWrite = other.LongestWrite;
    }

    public int LongestWrite { get; }

    /// <summary>Bytes that a slot holds; all of them where pieces are written.</summary>
    public int[] Length { get; }

    /// <summary>Bytes that may still be written before the power goes; none: any number.</summary>
    public int? Budget { get; set; }

    /// <summary>Whether writing fails.</summary>
    public bool Refuses { get; set; }

    /// <summary>Calls of <see cref="Write"/> so far.</summary>
    public int Writes { get; private set; }

    /// <summary>Bytes written so far.</summary>
    public int Written { get; private set; }

    public byte[] Slot(int slot) => _slots[slot];

    /// <summary>What is left when the power goes now.</summary>
    public MemoryMedium Copy() => new(this);

    public int Read(int slot, byte[] image, int count)
    {
        int there = Math.Min(count, _isWhole ? Length[slot] : _slots[slot].Length);
        Array.Copy(_slots[slot], image, there);
        return there;
    }

    public bool Write(int slot, byte[] image, int start, int count)
    {
        Writes++;
        if (Refuses)
        {
            return false;
        }

        int fits = Math.Min(count, Budget ?? int.MaxValue);
        Budget -= fits;
        if (fits == count || !_isWhole)
        {
            Array.Copy(image, start, _slots[slot], start, fits);
            Length[slot] = start + fits;
        }

        Written += fits;
        return fits == count ? true : throw new PowerCutException();
    }

    public bool Holds(MemoryMedium other) => _slots[0].SequenceEqual(other._slots[0]) && _slots[1].SequenceEqual(other._slots[1]);
}

using System;

namespace Bms.VirtualBoard.Buses;

/// <summary>A chip on an I2C bus.</summary>
public abstract class I2cTarget : Part
{
    /// <summary>A chip at an address.</summary>
    /// <param name="name">Name in messages and fault targets.</param>
    /// <param name="address">7-bit address.</param>
    protected I2cTarget(string name, int address)
    {
        Name = name;
        Address = address;
    }

    /// <summary>Name in messages and fault targets.</summary>
    public string Name { get; }

    /// <summary>7-bit address.</summary>
    public int Address { get; protected set; }

    /// <summary>Whether it acknowledges its address now.</summary>
    /// <param name="now_us">Time of the machine, µs.</param>
    protected internal virtual bool Answers(long now_us) => true;

    /// <summary>Bytes written to it, after its address.</summary>
    /// <param name="bytes">At least one byte.</param>
    /// <param name="now_us">Time of the machine, µs.</param>
    /// <returns>Whether it acknowledged every one of them.</returns>
    protected internal abstract bool Write(ReadOnlySpan<byte> bytes, long now_us);

    /// <summary>Bytes read from it.</summary>
    /// <param name="bytes">At least one byte, to be filled.</param>
    /// <param name="isRepeated">Whether a write came before in the same transaction.</param>
    /// <param name="now_us">Time of the machine, µs.</param>
    protected internal abstract void Read(Span<byte> bytes, bool isRepeated, long now_us);
}

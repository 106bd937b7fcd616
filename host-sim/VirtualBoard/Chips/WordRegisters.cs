using System;
using System.Buffers.Binary;
using Bms.VirtualBoard.Buses;

namespace Bms.VirtualBoard.Chips;

/// <summary>A chip with a sticky register pointer and registers of two or more bytes, high byte first: INA228 and ADS1115.</summary>
public abstract class WordRegisters : I2cTarget
{
    private int _pointer;

    /// <summary>A chip at an address.</summary>
    protected WordRegisters(string name, int address, int maximumClock_Hz)
        : base(name, address, maximumClock_Hz)
    {
    }

    /// <inheritdoc/>
    protected internal sealed override bool Write(ReadOnlySpan<byte> bytes, long now_us)
    {
        CatchUp(now_us);
        _pointer = bytes[0];
        if (bytes.Length >= 3)
        {
            Store(_pointer, BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]), now_us);
        }

        return true;
    }

    /// <inheritdoc/>
    protected internal sealed override void Read(Span<byte> bytes, bool isRepeated, long now_us)
    {
        CatchUp(now_us);
        ulong value = Load(_pointer, out int width);
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = i < width ? (byte)(value >> (8 * (width - 1 - i))) : (byte)0xFF;
        }

        if (_pointer == StuckRegister)
        {
            bytes[0] |= StuckBits;
        }
    }

    /// <summary>Puts the pointer back to register 0.</summary>
    protected void ResetPointer() => _pointer = 0;

    /// <summary>The host writes a register.</summary>
    protected abstract void Store(int register, ushort value, long now_us);

    /// <summary>The host reads a register.</summary>
    /// <param name="register">Its number.</param>
    /// <param name="width">Its bytes.</param>
    /// <returns>Its content in the lowest bytes.</returns>
    protected abstract ulong Load(int register, out int width);
}

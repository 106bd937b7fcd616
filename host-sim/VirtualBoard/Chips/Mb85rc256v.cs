using System;
using Bms.VirtualBoard.Buses;

namespace Bms.VirtualBoard.Chips;

/// <summary>MB85RC256V: 32 KiB of ferroelectric memory. Every byte is written when it is acknowledged, so a power cut loses only what was not.</summary>
/// <remarks>Address of two bytes, 15 bits; a write goes on without limit and rolls over; a read without address goes on after the last access.</remarks>
public sealed class Mb85rc256v : I2cTarget
{
    private readonly byte[] _content = new byte[32768];
    private int _address;

    /// <summary>An empty memory.</summary>
    /// <param name="address">0x50..0x57.</param>
    public Mb85rc256v(int address = 0x50)
        : base("fram", address, 1_000_000)
    {
    }

    /// <summary>The content, kept without supply.</summary>
    public Span<byte> Content => _content;

    /// <inheritdoc/>
    protected internal override int StuckRegister => 0;

    /// <inheritdoc/>
    public override void CatchUp(long now_us)
    {
    }

    /// <inheritdoc/>
    protected internal override bool Write(ReadOnlySpan<byte> bytes, long now_us)
    {
        Take(bytes);
        return true;
    }

    /// <inheritdoc/>
    protected internal override void WriteTorn(ReadOnlySpan<byte> bytes) => Take(bytes);

    /// <inheritdoc/>
    protected internal override void Read(Span<byte> bytes, bool isRepeated, long now_us)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(_content[_address] | (_address == StuckRegister ? StuckBits : 0));
            _address = (_address + 1) & 0x7FFF;
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2)
        {
            return;
        }

        _address = ((bytes[0] << 8) | bytes[1]) & 0x7FFF;
        foreach (byte one in bytes[2..])
        {
            _content[_address] = one;
            _address = (_address + 1) & 0x7FFF;
        }
    }
}

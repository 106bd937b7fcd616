using System;
using Bms.VirtualBoard.Analog;
using Bms.VirtualBoard.Buses;

namespace Bms.VirtualBoard.Chips;

/// <summary>AT24C256: 32 KiB EEPROM. A write stays within its page of 64 bytes (beyond, it overwrites the page's beginning), then takes 5 ms during which the chip does not acknowledge.</summary>
/// <remarks>A power cut within those 5 ms leaves the page undefined.</remarks>
public sealed class At24c256 : I2cTarget
{
    private const int PageSize = 64;
    private const long WriteTime_us = 5_000;

    private readonly byte[] _content = new byte[32768];
    private readonly NoiseSource _noise;
    private int _address;
    private int _writtenPage;
    private long _busyUntil_us;
    private ulong _cuts;

    /// <summary>An erased memory.</summary>
    /// <param name="noise">What an interrupted write leaves.</param>
    /// <param name="address">0x50..0x57.</param>
    public At24c256(NoiseSource noise, int address = 0x50)
        : base("eeprom", address, 400_000)
    {
        _noise = noise;
        Array.Fill(_content, (byte)0xFF);
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
    protected internal override bool Answers(long now_us) => now_us >= _busyUntil_us;

    /// <inheritdoc/>
    protected internal override bool Write(ReadOnlySpan<byte> bytes, long now_us)
    {
        if (bytes.Length < 2)
        {
            return true;
        }

        _address = ((bytes[0] << 8) | bytes[1]) & 0x7FFF;
        if (bytes.Length == 2)
        {
            return true;
        }

        _writtenPage = _address & ~(PageSize - 1);
        foreach (byte one in bytes[2..])
        {
            _content[_address] = one;
            _address = _writtenPage | ((_address + 1) & (PageSize - 1));
        }

        _busyUntil_us = now_us + WriteTime_us;
        return true;
    }

    /// <inheritdoc/>
    protected internal override void Read(Span<byte> bytes, bool isRepeated, long now_us)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(_content[_address] | (_address == StuckRegister ? StuckBits : 0));
            _address = (_address + 1) & 0x7FFF;
        }
    }

    /// <inheritdoc/>
    protected internal override void PowerDown(long now_us)
    {
        if (now_us < _busyUntil_us)
        {
            _cuts++;
            for (int i = 0; i < PageSize; i++)
            {
                _content[_writtenPage + i] = (byte)_noise.Bits((_cuts << 8) + (ulong)i);
            }
        }

        _busyUntil_us = 0;
    }
}

using System;
using Bms.VirtualBoard.Buses;

namespace Bms.VirtualBoard.Chips;

/// <summary>The reserved address at which an MB85RC256V tells its maker and type: write its own address shifted left by one, then read 3 bytes (maker 0x00A, type 0x510).</summary>
public sealed class FramIdentity : I2cTarget
{
    private static readonly byte[] s_identity = [0x00, 0xA5, 0x10];

    private readonly I2cTarget _memory;
    private bool _isAsked;

    /// <summary>Speaks for a memory.</summary>
    public FramIdentity(Mb85rc256v memory)
        : base("fram identity", 0x7C, 1_000_000) => _memory = memory;

    /// <inheritdoc/>
    protected internal override int StuckRegister => 0;

    /// <inheritdoc/>
    public override void CatchUp(long now_us)
    {
    }

    /// <inheritdoc/>
    protected internal override bool Answers(long now_us) => !_memory.IsSilent;

    /// <inheritdoc/>
    protected internal override bool Write(ReadOnlySpan<byte> bytes, long now_us)
    {
        _isAsked = bytes[0] >> 1 == _memory.Address;
        return _isAsked;
    }

    /// <inheritdoc/>
    protected internal override void Read(Span<byte> bytes, bool isRepeated, long now_us)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = _isAsked && isRepeated ? s_identity[i % 3] : (byte)0xFF;
        }
    }
}

using Bms.Device.Drivers;

namespace Bms.Device.Storage;

/// <summary>Records in ferroelectric memory: any number of writes, none of which takes longer than its transfer.</summary>
public sealed class FramMedium : IMedium
{
    private const int Piece = 32;

    private readonly Fram _fram;
    private readonly int _address;
    private readonly int _slotLength;

    /// <summary>Makes a medium.</summary>
    /// <param name="fram">The memory.</param>
    /// <param name="address">Where its two slots begin.</param>
    /// <param name="slotLength">Bytes a slot.</param>
    public FramMedium(Fram fram, int address, int slotLength)
    {
        _fram = fram;
        _address = address;
        _slotLength = slotLength;
    }

    /// <inheritdoc/>
    public int LongestWrite
    {
        get { return Piece; }
    }

    /// <inheritdoc/>
    public int Read(int slot, byte[] image, int count)
    {
        int within = count < _slotLength ? count : _slotLength;
        return _fram.Read(_address + (slot * _slotLength), image, 0, within) ? within : 0;
    }

    /// <inheritdoc/>
    public bool Write(int slot, byte[] image, int start, int count)
    {
        return start + count <= _slotLength && _fram.Write(_address + (slot * _slotLength) + start, image, start, count);
    }
}

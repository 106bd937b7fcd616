namespace Bms.Device.Storage;

/// <summary>CRC-32 (IEEE 802.3) in pieces, half a byte at a time: a table of 16 words instead of 256.</summary>
public sealed class Crc32
{
    private readonly int[] _table = new int[16];
    private int _crc = -1;

    /// <summary>Makes the table.</summary>
    public Crc32()
    {
        for (int k = 0; k < 16; k++)
        {
            uint entry = (uint)k;
            for (int bit = 0; bit < 4; bit++)
            {
                entry = (entry & 1) != 0 ? (entry >> 1) ^ 0xEDB88320 : entry >> 1;
            }

            _table[k] = (int)entry;
        }
    }

    /// <summary>Checksum of everything added since <see cref="Begin"/>.</summary>
    public int Value
    {
        get { return ~_crc; }
    }

    /// <summary>Begins anew.</summary>
    public void Begin()
    {
        _crc = -1;
    }

    /// <summary>Adds bytes.</summary>
    public void Add(byte[] bytes, int start, int count)
    {
        int[] table = _table;
        uint crc = (uint)_crc;
        int end = start + count;
        for (int k = start; k < end; k++)
        {
            crc ^= bytes[k];
            crc = (crc >> 4) ^ (uint)table[crc & 15];
            crc = (crc >> 4) ^ (uint)table[crc & 15];
        }

        _crc = (int)crc;
    }
}

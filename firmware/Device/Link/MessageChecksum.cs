namespace Bms.Device.Link;

/// <summary>
/// CRC-32 (IEEE 802.3) with a table of 256 words, four bytes a turn: messages come every tick, so a kilobyte is well spent.
/// </summary>
public sealed class MessageChecksum
{
    private const uint Polynomial = 0xEDB88320;

    private readonly int[] _table = new int[256];

    /// <summary>Makes the table.</summary>
    public MessageChecksum()
    {
        for (int k = 0; k < _table.Length; k++)
        {
            uint entry = (uint)k;
            for (int bit = 0; bit < 8; bit++)
            {
                entry = (entry & 1) != 0 ? (entry >> 1) ^ Polynomial : entry >> 1;
            }

            _table[k] = (int)entry;
        }
    }

    /// <summary>The checksum of the bytes from <paramref name="at"/> to before <paramref name="end"/>.</summary>
    public int Of(byte[] bytes, int at, int end)
    {
        int[] table = _table;
        int crc = -1;
        for (int last = end - 3; at < last; at += 4)
        {
            crc = table[(crc ^ bytes[at]) & 255] ^ (int)((uint)crc >> 8);
            crc = table[(crc ^ bytes[at + 1]) & 255] ^ (int)((uint)crc >> 8);
            crc = table[(crc ^ bytes[at + 2]) & 255] ^ (int)((uint)crc >> 8);
            crc = table[(crc ^ bytes[at + 3]) & 255] ^ (int)((uint)crc >> 8);
        }

        while (at < end)
        {
            crc = table[(crc ^ bytes[at]) & 255] ^ (int)((uint)crc >> 8);
            at++;
        }

        return ~crc;
    }
}

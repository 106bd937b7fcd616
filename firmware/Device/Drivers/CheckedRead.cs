using Bms.Device.Buses;

namespace Bms.Device.Drivers;

/// <summary>
/// A read of consecutive registers that is made again and again; in the answer the check of its byte follows every byte.
/// </summary>
/// <remarks>The check of the first byte also covers the three bytes before it on the bus. The checks are linear, so the part that those
/// three add is known beforehand; taken out, every byte's check is its own: <c>table[answer[2k]] == answer[2k + 1]</c>.</remarks>
internal sealed class CheckedRead
{
    internal readonly byte[] Request;
    internal readonly byte[] Answer;
    internal readonly int HeaderCheck;

    /// <summary>Makes the read.</summary>
    internal CheckedRead(Crc8 crc, int address, int register, int count)
    {
        Request = new byte[] { (byte)register };
        Answer = new byte[count << 1];
        byte[] table = crc.Table;
        HeaderCheck = table[table[table[table[address << 1] ^ register] ^ ((address << 1) | 1)]];
    }
}

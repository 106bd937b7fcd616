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

    /// <summary>Index in the answer of a second byte that counts.</summary>
    internal readonly int Second;

    /// <summary>Index in the answer from which on every byte counts; of those before only the first and the second do.</summary>
    internal readonly int Rest;

    /// <summary>Makes the read of registers all of which count.</summary>
    internal CheckedRead(Crc8 crc, int address, int register, int count)
        : this(crc, address, register, count, register, register + 1)
    {
    }

    /// <summary>Makes the read of registers some of which lie between those that count.</summary>
    /// <param name="crc">The check.</param>
    /// <param name="address">7-bit address of the chip.</param>
    /// <param name="register">The first register; it counts.</param>
    /// <param name="count">How many.</param>
    /// <param name="second">Another one that counts.</param>
    /// <param name="rest">From which one on all count.</param>
    internal CheckedRead(Crc8 crc, int address, int register, int count, int second, int rest)
    {
        Second = (second - register) << 1;
        Rest = (rest - register) << 1;
        Request = new byte[] { (byte)register };
        Answer = new byte[count << 1];
        byte[] table = crc.Table;
        HeaderCheck = table[table[table[table[address << 1] ^ register] ^ ((address << 1) | 1)]];
    }
}

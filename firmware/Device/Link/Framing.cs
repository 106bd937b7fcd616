namespace Bms.Device.Link;

/// <summary>
/// How a message lies on the line: mark, length of its fields, number, a check byte that makes the exclusive or of these four
/// 255, the fields, and the CRC-32 of all that, the lowest byte first.
/// </summary>
/// <remarks>
/// The check byte tells a damaged length before anything waits for it; the checksum decides. Messages need no stuffing, and
/// are short: interpreted code spends about 20 instructions on a byte.
/// </remarks>
public static class Framing
{
    /// <summary>First byte of every message.</summary>
    public const int Mark = 0xB5;

    /// <summary>What the exclusive or of the first four bytes gives.</summary>
    public const int HeadSum = 0xFF;

    /// <summary>Bytes before the fields.</summary>
    public const int HeadLength = 4;

    /// <summary>Bytes of the checksum.</summary>
    public const int ChecksumLength = 4;

    /// <summary>Most bytes that the fields of a message can have.</summary>
    public const int LongestFields = 120;

    /// <summary>Bytes of the longest message.</summary>
    public const int Longest = HeadLength + LongestFields + ChecksumLength;
}

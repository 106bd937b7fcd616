namespace Bms.Device.Link;

/// <summary>
/// How a message lies on the line: delimiter, the message with its checksum in consistent overhead byte stuffing, delimiter.
/// A message is its number (one byte), its fields, and the CRC-32 of both, the lowest byte first.
/// </summary>
/// <remarks>
/// Stuffing leaves no zero inside, so that a zero is always a delimiter and a receiver is in step again after any damage. As
/// no message is longer than 253 bytes, each stuffing byte stands where a zero was, and one more before the first byte: a
/// message is stuffed and unstuffed where it lies. S. Cheshire, M. Baker, IEEE/ACM Trans. Networking 7 (1999) 159.
/// </remarks>
public static class Framing
{
    /// <summary>Between messages; any number of them in a row counts as one.</summary>
    public const byte Delimiter = 0;

    /// <summary>Bytes of the checksum.</summary>
    public const int ChecksumLength = 4;

    /// <summary>Bytes of the shortest stuffed message: stuffing, number, checksum.</summary>
    public const int Shortest = 2 + ChecksumLength;

    /// <summary>Bytes of the longest stuffed message, without delimiters.</summary>
    public const int Longest = 254;

    /// <summary>Most bytes that the fields of a message can have.</summary>
    public const int LongestFields = Longest - Shortest;
}

using System;
using System.Collections.Generic;

namespace Bms.Simulation.Link;

/// <summary>Consistent overhead byte stuffing: any bytes become bytes without a zero.</summary>
/// <remarks>S. Cheshire, M. Baker, IEEE/ACM Trans. Networking 7 (1999) 159.</remarks>
internal static class ByteStuffing
{
    private const int LongestBlock = 254;

    /// <summary>Stuffs bytes.</summary>
    public static byte[] Stuff(ReadOnlySpan<byte> bytes)
    {
        List<byte> stuffed = [];
        ReadOnlySpan<byte> rest = bytes;
        while (true)
        {
            int zero = rest.IndexOf((byte)0);
            int length = Math.Min(zero < 0 ? rest.Length : zero, LongestBlock);
            stuffed.Add((byte)(length + 1));
            stuffed.AddRange(rest[..length]);
            bool endsAtZero = length == zero;
            if (length == rest.Length)
            {
                return [.. stuffed];
            }

            rest = rest[(length + (endsAtZero ? 1 : 0))..];
        }
    }

    /// <summary>Takes the stuffing out.</summary>
    /// <returns>The bytes, or nothing if these can't be stuffed bytes.</returns>
    public static byte[]? Unstuff(ReadOnlySpan<byte> stuffed)
    {
        List<byte> bytes = [];
        ReadOnlySpan<byte> rest = stuffed;
        while (!rest.IsEmpty)
        {
            int length = rest[0] - 1;
            if (length < 0 || length >= rest.Length || rest[1..(length + 1)].Contains((byte)0))
            {
                return null;
            }

            bytes.AddRange(rest[1..(length + 1)]);
            rest = rest[(length + 1)..];
            if (length < LongestBlock && !rest.IsEmpty)
            {
                bytes.Add(0);
            }
        }

        return [.. bytes];
    }
}

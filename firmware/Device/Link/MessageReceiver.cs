using System;
using Bms.Device.Storage;

namespace Bms.Device.Link;

/// <summary>Bytes in, whole messages out. What is damaged is counted and passed over; allocates nothing.</summary>
public sealed class MessageReceiver
{
    /// <summary>Most bytes that are looked at after one <see cref="Receive"/>.</summary>
    public const int MostBytes = 256;

    /// <summary>Where the message lies.</summary>
    public readonly byte[] Bytes = new byte[Framing.Longest + 1 + MostBytes];

    private readonly LinkCounts _counts;
    private readonly Crc32 _crc = new Crc32();
    private int _begin;
    private int _seen;
    private int _end;
    private bool _isPassingOver;

    /// <summary>Makes a receiver.</summary>
    /// <param name="counts">Counts whole and damaged messages; what noise leaves between two delimiters counts as one.</param>
    public MessageReceiver(LinkCounts counts)
    {
        _counts = counts;
    }

    /// <summary>Number of the message.</summary>
    public int Number;

    /// <summary>Index of the first byte of its fields.</summary>
    public int Start;

    /// <summary>Bytes of its fields.</summary>
    public int Length;

    /// <summary>Takes what has arrived, so much that no more than <see cref="MostBytes"/> wait to be looked at.</summary>
    public void Receive(IByteLine line)
    {
        int begin = _begin;
        if (begin > 0)
        {
            Array.Copy(Bytes, begin, Bytes, 0, _end - begin);
            _begin = 0;
            _seen -= begin;
            _end -= begin;
        }

        int most = MostBytes - (_end - _seen);
        if (most > 0)
        {
            _end += line.Read(Bytes, _end, most);
        }
    }

    /// <summary>Finds the next whole message among what was received; it lies in <see cref="Bytes"/> until the next call of any method.</summary>
    /// <returns>False if there is none.</returns>
    public bool Next()
    {
        byte[] bytes = Bytes;
        int end = _end;
        for (int at = _seen; at < end; at++)
        {
            if (bytes[at] == Framing.Delimiter)
            {
                int begin = _begin;
                _begin = at + 1;
                _seen = at + 1;
                if (_isPassingOver)
                {
                    _isPassingOver = false;
                }
                else if (at > begin)
                {
                    if (Open(begin, at))
                    {
                        _counts.Received++;
                        return true;
                    }

                    _counts.Damaged++;
                }
            }
        }

        _seen = end;
        if (end - _begin > Framing.Longest && !_isPassingOver)
        {
            _isPassingOver = true;
            _counts.Damaged++;
        }

        if (_isPassingOver)
        {
            _begin = end;
        }

        return false;
    }

    /// <summary>Unstuffs a message where it lies and compares its checksum.</summary>
    private bool Open(int begin, int end)
    {
        int length = end - begin;
        if (length < Framing.Shortest || length > Framing.Longest)
        {
            return false;
        }

        byte[] bytes = Bytes;
        int at = begin;
        while (at < end)
        {
            int step = bytes[at];
            bytes[at] = 0;
            at += step;
        }

        int checksum = end - Framing.ChecksumLength;
        _crc.Begin();
        _crc.Add(bytes, begin + 1, checksum - begin - 1);
        if (at != end || _crc.Value != LittleEndian.Take(bytes, checksum))
        {
            return false;
        }

        Number = bytes[begin + 1];
        Start = begin + 2;
        Length = checksum - Start;
        return true;
    }
}

using System;

namespace Bms.Device.Link;

/// <summary>Bytes in, whole messages out. What is damaged is counted and passed over; allocates nothing.</summary>
public sealed class MessageReceiver
{
    /// <summary>Most bytes that are looked at after one <see cref="Receive"/>, and most whose checksum is made.</summary>
    public const int MostBytes = 160;

    /// <summary>Where the message lies.</summary>
    public readonly byte[] Bytes = new byte[MostBytes];

    private readonly MessageChecksum _checksum;
    private readonly LinkCounts _counts;
    private int _begin;
    private int _end;
    private int _left;
    private bool _isIncomplete;
    private bool _isLost;

    /// <summary>Makes a receiver.</summary>
    /// <param name="checksum">Makes checksums.</param>
    /// <param name="counts">Counts whole messages, and as damaged every stretch of bytes between them that is none.</param>
    public MessageReceiver(MessageChecksum checksum, LinkCounts counts)
    {
        _checksum = checksum;
        _counts = counts;
    }

    /// <summary>Number of the message.</summary>
    public int Number;

    /// <summary>Index of the first byte of its fields.</summary>
    public int Start;

    /// <summary>Bytes of its fields.</summary>
    public int Length;

    /// <summary>Whether all that was taken has been looked at.</summary>
    public bool IsEmpty()
    {
        return _begin == _end;
    }

    /// <summary>Every tick: takes what has arrived, so much that no more than <see cref="MostBytes"/> wait to be looked at.</summary>
    public void Receive(IByteLine line)
    {
        byte[] bytes = Bytes;
        int waiting = _end - _begin;
        if (_begin > 0 && waiting > 0)
        {
            Array.Copy(bytes, _begin, bytes, 0, waiting);
        }

        int count = line.Read(bytes, waiting, MostBytes - waiting);
        _begin = 0;
        _end = waiting + count;
        _left = MostBytes;
        if (_isIncomplete && count == 0)
        {
            Lose();     // bytes of one message come without a pause: this one has broken off, or is none
        }
    }

    /// <summary>Finds the next whole message among what was received; it lies in <see cref="Bytes"/> until the next <see cref="Receive"/>.</summary>
    /// <returns>False if there is none.</returns>
    public bool Next()
    {
        byte[] bytes = Bytes;
        _isIncomplete = false;
        while (_end - _begin >= Framing.HeadLength)
        {
            int at = _begin;
            int length = bytes[at + 1];
            int number = bytes[at + 2];
            if (bytes[at] == Framing.Mark && (Framing.Mark ^ length ^ number ^ bytes[at + 3]) == Framing.HeadSum && length <= Framing.LongestFields)
            {
                int start = at + Framing.HeadLength;
                int whole = Framing.HeadLength + length + Framing.ChecksumLength;
                _isIncomplete = whole > _end - at;
                if (_isIncomplete || whole > _left)
                {
                    return false;
                }

                _left -= whole;
                if (_checksum.Of(bytes, at, start + length) == BitConverter.ToInt32(bytes, start + length))
                {
                    Number = number;
                    Start = start;
                    Length = length;
                    _begin = at + whole;
                    _isLost = false;
                    _counts.Received++;
                    return true;
                }
            }

            Lose();
        }

        return false;
    }

    /// <summary>Goes to the next byte that can begin a message.</summary>
    private void Lose()
    {
        byte[] bytes = Bytes;
        int end = _end;
        int at = _begin + 1;
        while (at < end && bytes[at] != Framing.Mark)
        {
            at++;
        }

        _begin = at;
        if (!_isLost)
        {
            _isLost = true;
            _counts.Damaged++;
        }
    }
}

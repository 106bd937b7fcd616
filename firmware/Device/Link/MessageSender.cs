using Bms.Device.Storage;

namespace Bms.Device.Link;

/// <summary>Builds a message field by field and sends it; allocates nothing.</summary>
public sealed class MessageSender
{
    /// <summary>Most characters of a text.</summary>
    public const int LongestText = 32;

    private const int First = 2;    // after delimiter and stuffing

    private readonly IByteLine _line;
    private readonly byte[] _bytes = new byte[Framing.Longest + 2];
    private readonly Crc32 _crc = new Crc32();
    private int _end;

    /// <summary>Makes a sender on a line.</summary>
    public MessageSender(IByteLine line)
    {
        _line = line;
    }

    /// <summary>Begins a message. Its fields, at most <see cref="Framing.LongestFields"/> bytes, follow.</summary>
    public void Begin(int number)
    {
        _bytes[First] = (byte)number;
        _end = First + 1;
    }

    /// <summary>Adds the lowest 8 bits of a number.</summary>
    public void Put8(int value)
    {
        _bytes[_end] = (byte)value;
        _end++;
    }

    /// <summary>Adds the lowest 16 bits of a number.</summary>
    public void Put16(int value)
    {
        Put8(value);
        Put8(value >> 8);
    }

    /// <summary>Adds 32 bits.</summary>
    public void Put32(int value)
    {
        LittleEndian.Put(_bytes, _end, value);
        _end += 4;
    }

    /// <summary>Adds 64 bits.</summary>
    public void Put64(long value)
    {
        LittleEndian.Put64(_bytes, _end, value);
        _end += 8;
    }

    /// <summary>Adds a text: its length, then its characters.</summary>
    /// <param name="text">ASCII; cut after <see cref="LongestText"/> characters.</param>
    public void PutText(string text)
    {
        int length = text.Length > LongestText ? LongestText : text.Length;
        Put8(length);
        for (int k = 0; k < length; k++)
        {
            Put8(text[k]);
        }
    }

    /// <summary>Adds the checksum, stuffs the message where it lies and sends it.</summary>
    public void Send()
    {
        byte[] bytes = _bytes;
        _crc.Begin();
        _crc.Add(bytes, First, _end - First);
        Put32(_crc.Value);
        int end = _end;
        int next = end;
        for (int at = end - 1; at >= First; at--)
        {
            if (bytes[at] == 0)
            {
                bytes[at] = (byte)(next - at);
                next = at;
            }
        }

        bytes[First - 1] = (byte)(next - First + 1);
        bytes[0] = Framing.Delimiter;
        bytes[end] = Framing.Delimiter;
        _line.Write(bytes, end + 1);
    }
}

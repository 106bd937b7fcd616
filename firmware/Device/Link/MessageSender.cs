using Bms.Device.Storage;

namespace Bms.Device.Link;

/// <summary>Builds a message field by field and sends it; allocates nothing.</summary>
public sealed class MessageSender
{
    /// <summary>Most characters of a text.</summary>
    public const int LongestText = 32;

    private readonly IByteLine _line;
    private readonly MessageChecksum _checksum;
    private readonly byte[] _bytes = new byte[Framing.Longest];
    private int _end;

    /// <summary>Makes a sender on a line.</summary>
    public MessageSender(IByteLine line, MessageChecksum checksum)
    {
        _line = line;
        _checksum = checksum;
        _bytes[0] = Framing.Mark;
    }

    /// <summary>Failures of the line since start.</summary>
    public int LineFailures
    {
        get { return _line.Failures; }
    }

    /// <summary>Begins a message. Its fields, at most <see cref="Framing.LongestFields"/> bytes, follow.</summary>
    public void Begin(int number)
    {
        _bytes[2] = (byte)number;
        _end = Framing.HeadLength;
    }

    /// <summary>Begins a message whose fields the caller writes at their places.</summary>
    /// <param name="number">Number of the message.</param>
    /// <param name="length">Bytes of its fields.</param>
    /// <returns>The message; its fields begin at <see cref="Framing.HeadLength"/>.</returns>
    public byte[] Room(int number, int length)
    {
        _bytes[2] = (byte)number;
        _end = Framing.HeadLength + length;
        return _bytes;
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

    /// <summary>Completes head and checksum and sends the message.</summary>
    public void Send()
    {
        byte[] bytes = _bytes;
        int length = _end - Framing.HeadLength;
        bytes[1] = (byte)length;
        bytes[3] = (byte)(Framing.HeadSum ^ Framing.Mark ^ length ^ bytes[2]);
        Put32(_checksum.Of(bytes, 0, _end));
        _line.Write(bytes, _end);
    }
}

namespace Bms.Device.Storage;

/// <summary>
/// A record that survives power failing at any instant: it is written to two slots in turn, and the newer sound one counts.
/// </summary>
/// <remarks>A slot holds magic, sequence number, kind, length of the content, the content, and a CRC-32 of all before it, which
/// is written last.</remarks>
public sealed class RecordSlots
{
    /// <summary>Where the content begins in <see cref="Image"/>.</summary>
    public const int ContentAt = 16;

    private const int Magic = 0x52534D42;
    private const int ChecksumLength = 4;

    private readonly IMedium _medium;
    private readonly int _kind;
    private readonly Crc32 _crc = new Crc32();
    private int _slot;
    private int _sequence;
    private int _length;
    private int _written;

    /// <summary>Whether <see cref="Load"/> found something, but nothing sound.</summary>
    public bool IsDamaged;

    /// <summary>The slot as it is read or written; the content begins at <see cref="ContentAt"/>.</summary>
    public readonly byte[] Image;

    /// <summary>Makes a record.</summary>
    /// <param name="medium">Where it is kept.</param>
    /// <param name="kind">What it is: another kind found there is not taken for it.</param>
    /// <param name="capacity">Most bytes of content.</param>
    public RecordSlots(IMedium medium, int kind, int capacity)
    {
        _medium = medium;
        _kind = kind;
        Image = new byte[ContentAt + capacity + ChecksumLength];
    }

    /// <summary>Whether a write is under way.</summary>
    public bool IsWriting
    {
        get { return _length > 0; }
    }

    /// <summary>Reads the newer sound slot.</summary>
    /// <returns>Length of its content, bytes; 0 if neither is sound.</returns>
    public int Load()
    {
        IsDamaged = false;
        int first = Inspect(0);
        int firstSequence = _sequence;
        int second = Inspect(1);
        int secondSequence = _sequence;
        if (first > 0 && (second == 0 || firstSequence - secondSequence > 0))
        {
            second = Inspect(0);
            _slot = 1;
        }
        else
        {
            _slot = 0;
        }

        if (second == 0)
        {
            _sequence = 0;
        }
        else
        {
            IsDamaged = false;
        }

        return second;
    }

    /// <summary>Comes after a record of another kind that has been read from the same place: what is written first goes over its older slot.</summary>
    public void Follow(RecordSlots before)
    {
        _slot = before._slot;
    }

    /// <summary>Begins to write what stands in <see cref="Image"/>; <see cref="Continue"/> goes on.</summary>
    /// <param name="length">Bytes of content, within the capacity.</param>
    public void Begin(int length)
    {
        _sequence++;
        LittleEndian.Put(Image, 0, Magic);
        LittleEndian.Put(Image, 4, _sequence);
        LittleEndian.Put(Image, 8, _kind);
        LittleEndian.Put(Image, 12, length);
        _length = length;
        _written = 0;
        _crc.Begin();
    }

    /// <summary>Writes the next piece.</summary>
    /// <returns>False if the medium failed; the write is over then, and the other slot still counts.</returns>
    public bool Continue()
    {
        int checksumAt = ContentAt + _length;
        int end = _written + _medium.LongestWrite;
        if (end >= checksumAt || end < 0)
        {
            _crc.Add(Image, _written, checksumAt - _written);
            LittleEndian.Put(Image, checksumAt, _crc.Value);
            end = checksumAt + ChecksumLength;
        }
        else
        {
            _crc.Add(Image, _written, end - _written);
        }

        bool isWritten = _medium.Write(_slot, Image, _written, end - _written);
        _written = end;
        if (!isWritten || end > checksumAt)
        {
            _length = 0;
        }

        if (isWritten && end > checksumAt)
        {
            _slot = 1 - _slot;
        }

        return isWritten;
    }

    /// <summary>Writes all at once: outside the loop, or while nothing can flow.</summary>
    /// <returns>False if the medium failed.</returns>
    public bool Save(int length)
    {
        Begin(length);
        bool isWritten = true;
        while (IsWriting && isWritten)
        {
            isWritten = Continue();
        }

        return isWritten;
    }

    private int Inspect(int slot)
    {
        byte[] image = Image;
        int read = _medium.Read(slot, image, image.Length);
        IsDamaged |= read > 0;
        if (read < ContentAt + ChecksumLength || LittleEndian.Take(image, 0) != Magic || LittleEndian.Take(image, 8) != _kind)
        {
            return 0;
        }

        _sequence = LittleEndian.Take(image, 4);
        int length = LittleEndian.Take(image, 12);
        if (length <= 0 || length > read - ContentAt - ChecksumLength)
        {
            return 0;
        }

        _crc.Begin();
        _crc.Add(image, 0, ContentAt + length);
        return _crc.Value == LittleEndian.Take(image, ContentAt + length) ? length : 0;
    }
}

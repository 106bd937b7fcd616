namespace Bms.Core.Cells;

/// <summary>
/// A cell profile as it lies in flash: little-endian 32-bit words, namely magic, version, length in bytes, number of
/// fields, then per field its number and its count of values in one word and the values, and a CRC-32 at the end.
/// </summary>
public sealed class ProfileImage
{
    /// <summary>"BMSP".</summary>
    public const int Magic = 0x50534D42;

    /// <summary>Format version.</summary>
    public const int Version = 1;

    // four words of header and the checksum
    private const int FewestBytes = 20;

    private readonly int[][] _values = new int[ProfileField.Count][];

    private ProfileImage()
    {
    }

    /// <summary>Why the image was refused; <see cref="ProfileError.None"/> when sound.</summary>
    public ProfileError Error { get; private set; }

    /// <summary>Number of the field at fault, or 0.</summary>
    public int ErrorField { get; private set; }

    /// <summary>Which value of that field is at fault, from 0.</summary>
    public int ErrorIndex { get; private set; }

    /// <summary>What was found there; see <see cref="ProfileError"/>.</summary>
    public int ErrorValue { get; private set; }

    /// <summary>CRC-32 of the content.</summary>
    public int Checksum { get; private set; }

    /// <summary>Reads an image and checks every field against its row. Never throws; see <see cref="Error"/>.</summary>
    public static ProfileImage Read(byte[] image)
    {
        ProfileImage result = new ProfileImage();
        result.Error = result.Parse(image);
        return result;
    }

    /// <summary>The values of a field; null when the image has none.</summary>
    public int[] Values(int field)
    {
        return _values[field];
    }

    /// <summary>The first value of a field that the image has.</summary>
    public int Value(int field)
    {
        return _values[field][0];
    }

    /// <summary>CRC-32 (IEEE 802.3) of the first <paramref name="length"/> bytes.</summary>
    /// <remarks>By a table, made anew: bit by bit, the chip would take seconds for an image.</remarks>
    public static int Crc32(byte[] bytes, int length)
    {
        uint[] table = new uint[256];
        for (uint k = 0; k < 256; k++)
        {
            uint entry = k;
            for (int bit = 0; bit < 8; bit++)
            {
                entry = (entry & 1) != 0 ? (entry >> 1) ^ 0xEDB88320 : entry >> 1;
            }

            table[k] = entry;
        }

        uint crc = 0xFFFFFFFF;
        for (int k = 0; k < length; k++)
        {
            crc = (crc >> 8) ^ table[(crc ^ bytes[k]) & 0xFF];
        }

        return (int)~crc;
    }

    private static bool Turns(int trend, int before, int value)
    {
        return trend > 0 ? value <= before : trend < 0 && value > before;
    }

    private static int Word(byte[] image, int index)
    {
        int at = index << 2;
        return image[at] | (image[at + 1] << 8) | (image[at + 2] << 16) | (image[at + 3] << 24);
    }

    private ProfileError Parse(byte[] image)
    {
        ErrorValue = image == null ? 0 : image.Length;
        if (ErrorValue < FewestBytes)
        {
            return ProfileError.TooShort;
        }

        ErrorValue = Word(image, 0);
        if (ErrorValue != Magic)
        {
            return ProfileError.Magic;
        }

        ErrorValue = Word(image, 1);
        if (ErrorValue != Version)
        {
            return ProfileError.Version;
        }

        ErrorValue = Word(image, 2);
        if (ErrorValue != image.Length || (image.Length & 3) != 0)
        {
            return ProfileError.Length;
        }

        int words = image.Length >> 2;
        Checksum = Word(image, words - 1);
        ErrorValue = Checksum;
        if (Crc32(image, image.Length - 4) != Checksum)
        {
            return ProfileError.Checksum;
        }

        int[] ranges = ProfileTable.Ranges();
        bool[] isKnown = new bool[ProfileField.Count];
        for (int at = 0; at < ranges.Length; at += ProfileTable.Columns)
        {
            isKnown[ranges[at]] = true;
        }

        int fields = Word(image, 3);
        ErrorValue = fields;
        int next = 4;
        for (int k = 0; k < fields; k++)
        {
            if (next >= words - 1)
            {
                return ProfileError.Structure;
            }

            int head = Word(image, next);
            int number = head & 0xFFFF;
            int count = (head >> 16) & 0xFFFF;
            next++;
            if (number >= ProfileField.Count || !isKnown[number] || _values[number] != null || next + count > words - 1)
            {
                ErrorField = number;
                return ProfileError.Structure;
            }

            int[] values = new int[count];
            for (int v = 0; v < count; v++)
            {
                values[v] = Word(image, next + v);
            }

            _values[number] = values;
            next += count;
        }

        if (next != words - 1)
        {
            return ProfileError.Structure;
        }

        return Check(ranges);
    }

    private ProfileError Check(int[] ranges)
    {
        for (int at = 0; at < ranges.Length; at += ProfileTable.Columns)
        {
            int[] values = _values[ranges[at]];
            ErrorField = ranges[at];
            ErrorIndex = 0;
            ErrorValue = values == null ? 0 : values.Length;
            if (ErrorValue < ranges[at + ProfileTable.Fewest] || ErrorValue > ranges[at + ProfileTable.Most])
            {
                return ProfileError.Field;
            }

            for (int v = 0; v < values.Length; v++)
            {
                ErrorIndex = v;
                ErrorValue = values[v];
                if (ErrorValue < ranges[at + ProfileTable.Lowest] || ErrorValue > ranges[at + ProfileTable.Highest])
                {
                    return ProfileError.Range;
                }

                if (v > 0 && Turns(ranges[at + ProfileTable.Trend], values[v - 1], ErrorValue))
                {
                    return ProfileError.Order;
                }
            }
        }

        ErrorField = ProfileConsistency.FirstContradiction(this);
        ErrorIndex = 0;
        ErrorValue = ErrorField == 0 ? 0 : _values[ErrorField][0];
        return ErrorField == 0 ? ProfileError.None : ProfileError.Consistency;
    }
}

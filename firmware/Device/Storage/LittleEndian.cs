namespace Bms.Device.Storage;

/// <summary>Numbers as they lie in records and messages: the lowest byte first.</summary>
public static class LittleEndian
{
    /// <summary>Writes 32 bits.</summary>
    public static void Put(byte[] bytes, int at, int value)
    {
        bytes[at] = (byte)value;
        bytes[at + 1] = (byte)(value >> 8);
        bytes[at + 2] = (byte)(value >> 16);
        bytes[at + 3] = (byte)(value >> 24);
    }

    /// <summary>Writes 64 bits.</summary>
    public static void Put64(byte[] bytes, int at, long value)
    {
        Put(bytes, at, (int)value);
        Put(bytes, at + 4, (int)(value >> 32));
    }

    /// <summary>Reads 32 bits.</summary>
    public static int Take(byte[] bytes, int at)
    {
        return bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    }

    /// <summary>Reads 64 bits.</summary>
    public static long Take64(byte[] bytes, int at)
    {
        return (uint)Take(bytes, at) | ((long)Take(bytes, at + 4) << 32);
    }
}

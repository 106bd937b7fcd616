namespace System;

/// <summary>A window on a byte array, as the device runtime has it.</summary>
/// <remarks>On the device it is an object on the heap; here it costs nothing.</remarks>
public readonly ref struct SpanByte
{
    private readonly Span<byte> _bytes;

    /// <summary>A window on the whole array; a null array gives an empty one.</summary>
    public SpanByte(byte[] array) => _bytes = array;

    /// <summary>A window on a part of an array; a null array gives an empty one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within the array.</exception>
    public SpanByte(byte[] array, int start, int length) => _bytes = new Span<byte>(array, start, length);

    private SpanByte(Span<byte> bytes) => _bytes = bytes;

    /// <summary>A window on nothing.</summary>
    public static SpanByte Empty => default;

    /// <summary>Number of bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>Whether there is no byte.</summary>
    public bool IsEmpty => _bytes.IsEmpty;

    internal Span<byte> Bytes => _bytes;

    /// <summary>The byte at <paramref name="index"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">Not within the window.</exception>
    public byte this[int index]
    {
        get => _bytes[index];
        set => _bytes[index] = value;
    }

    /// <summary>Copies the bytes to the beginning of another window.</summary>
    /// <exception cref="ArgumentException">The other window is shorter.</exception>
    public void CopyTo(SpanByte destination) => _bytes.CopyTo(destination._bytes);

    /// <summary>The window from <paramref name="start"/> to the end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within the window.</exception>
    public SpanByte Slice(int start) => new(_bytes[start..]);

    /// <summary>A part of the window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not within the window.</exception>
    public SpanByte Slice(int start, int length) => new(_bytes.Slice(start, length));

    /// <summary>A new array with the bytes.</summary>
    public byte[] ToArray() => _bytes.ToArray();

    /// <summary>A window on the whole array.</summary>
    public static implicit operator SpanByte(byte[] array) => new(array);
}

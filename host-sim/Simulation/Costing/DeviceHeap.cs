namespace Bms.Simulation.Costing;

/// <summary>What things take of the device's managed heap, which is handed out in blocks of 12 bytes.</summary>
/// <remarks>
/// An object takes one block and one for each field, whatever the field's type; a primitive array 20 bytes and its elements;
/// an array of references a whole block an element. nanoFramework nf-interpreter, <c>CLR_RT_HeapBlock</c>,
/// <c>CLR_RT_HeapBlock_Array</c>, <c>CLR_RT_HeapBlock_String</c>.
/// </remarks>
public static class DeviceHeap
{
    /// <summary>A block, bytes; also a reference in an array, a static field, the head of a string literal.</summary>
    public const int Block = 12;

    /// <summary>What an array takes beside its elements, bytes.</summary>
    public const int ArrayHead = 20;

    /// <summary>A delegate, bytes.</summary>
    public const int Delegate = 3 * Block;

    private const int StringHead = Block + 1;   // the text ends with a zero

    /// <summary>An object, a boxed value or a struct value, bytes.</summary>
    /// <param name="fields">Its fields, those of its bases included.</param>
    public static int Object(int fields) => Block * (1 + fields);

    /// <summary>An array, bytes.</summary>
    /// <param name="elements">All elements together, bytes.</param>
    public static long Array(long elements) => Whole(ArrayHead + elements);

    /// <summary>A string, bytes.</summary>
    /// <param name="length">Its text in UTF-8, bytes.</param>
    public static long String(long length) => Whole(StringHead + length);

    private static long Whole(long bytes) => (bytes + Block - 1) / Block * Block;
}

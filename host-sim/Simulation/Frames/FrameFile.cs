namespace Bms.Simulation.Frames;

/// <summary>
/// The form of a frame file: everything the core took in, so that a replay reproduces every decision.
/// </summary>
/// <remarks>
/// Magic "BMSF", version, then the header (arrays as count and values; of the restored state the number of cells, its age and,
/// counted, each <see cref="RestoredField"/> with its number), then one record a frame: milliseconds since the frame
/// before, number of channels that changed, and per channel its number, a flag of validity, the change of its value and the
/// age of its conversion; a record with the marker <see cref="End"/> and the checksum of every byte before it close the file.
/// All numbers are LEB128, signed ones zigzag, in a Brotli stream, which alone would not notice every damage.
/// </remarks>
internal static class FrameFile
{
    /// <summary>First bytes of a file.</summary>
    public const uint Magic = 0x46534D42;

    /// <summary>Version of the form.</summary>
    public const int Version = 3;

    /// <summary>In place of a number of channels: no more frames.</summary>
    public const ulong End = 1_000_000;

    /// <summary>Checksum of no bytes.</summary>
    public const ulong EmptyChecksum = 0xCBF29CE484222325;

    /// <summary>The checksum with one byte more: FNV-1a, 64 bits.</summary>
    public static ulong Checksum(ulong checksum, byte next) => (checksum ^ next) * 0x100000001B3;
}

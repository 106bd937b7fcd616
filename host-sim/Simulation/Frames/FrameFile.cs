namespace Bms.Simulation.Frames;

/// <summary>
/// The form of a frame file: everything the core took in, so that a replay reproduces every decision.
/// </summary>
/// <remarks>
/// Magic "BMSF", version, then the header (arrays as count and values), then one record a frame: milliseconds since the frame
/// before, number of channels that changed, and per channel its number, a flag of validity, the change of its value and the
/// age of its conversion; a record with the marker <see cref="End"/> closes the file. All numbers are LEB128, signed ones
/// zigzag, in a Brotli stream.
/// </remarks>
internal static class FrameFile
{
    /// <summary>First bytes of a file.</summary>
    public const uint Magic = 0x46534D42;

    /// <summary>Version of the form.</summary>
    public const int Version = 1;

    /// <summary>In place of a number of channels: no more frames.</summary>
    public const ulong End = 1_000_000;
}

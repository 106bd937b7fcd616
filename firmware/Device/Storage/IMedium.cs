namespace Bms.Device.Storage;

/// <summary>Where records are kept: two slots that keep their content without power.</summary>
public interface IMedium
{
    /// <summary>Most bytes that one call may write without holding up a tick; more than any record if writing is all or nothing.</summary>
    public int LongestWrite { get; }

    /// <summary>Reads a slot from its beginning.</summary>
    /// <returns>Number of bytes read.</returns>
    public int Read(int slot, byte[] image, int count);

    /// <summary>Writes a part of a slot; parts of one record come in order.</summary>
    /// <returns>False if it failed.</returns>
    public bool Write(int slot, byte[] image, int start, int count);
}

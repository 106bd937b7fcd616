namespace Bms.Device.Storage;

/// <summary>Records in two files of the internal flash.</summary>
public sealed class FileMedium : IMedium
{
    private readonly FileStore _store;
    private readonly string[] _names;

    /// <summary>Makes a medium.</summary>
    /// <param name="store">The flash.</param>
    /// <param name="name">Name of the files, before ".0" and ".1".</param>
    public FileMedium(FileStore store, string name)
    {
        _store = store;
        _names = new string[] { name + ".0", name + ".1" };
    }

    /// <inheritdoc/>
    public int LongestWrite
    {
        get { return int.MaxValue; }
    }

    /// <inheritdoc/>
    public int Read(int slot, byte[] image, int count)
    {
        int read = _store.Read(_names[slot], image);
        return read < count ? read : count;
    }

    /// <inheritdoc/>
    public bool Write(int slot, byte[] image, int start, int count)
    {
        return start == 0 && _store.Write(_names[slot], image, count);
    }
}

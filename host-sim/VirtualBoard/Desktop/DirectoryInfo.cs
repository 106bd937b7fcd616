namespace Bms.VirtualBoard.Desktop;

/// <summary>A folder on the machine's disk.</summary>
public sealed class DirectoryInfo
{
    private readonly string _fullName;

    /// <summary>A folder that may exist or not.</summary>
    public DirectoryInfo(string path) => _fullName = Files.FlashDisk.Normal(path);

    /// <summary>Last part of the name.</summary>
    public string Name => Path.GetFileName(_fullName);

    /// <summary>Whether it exists.</summary>
    public bool Exists => Directory.Exists(_fullName);

    /// <inheritdoc/>
    public override string ToString() => _fullName;
}

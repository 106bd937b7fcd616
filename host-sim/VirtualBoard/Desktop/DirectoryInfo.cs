namespace Bms.VirtualBoard.Desktop;

/// <summary>A folder on the machine's disk.</summary>
public sealed class DirectoryInfo
{
    /// <summary>A folder that may exist or not.</summary>
    public DirectoryInfo(string path) => FullName = Files.FlashDisk.Normal(path);

    /// <summary>Full name.</summary>
    public string FullName { get; }

    /// <summary>Last part of the name.</summary>
    public string Name => Path.GetFileName(FullName);

    /// <summary>Whether it exists.</summary>
    public bool Exists => Directory.Exists(FullName);

    /// <inheritdoc/>
    public override string ToString() => FullName;
}

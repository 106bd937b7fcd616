using System;
using System.IO;

namespace Bms.Simulation.Tests.Frames;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bms-tests-");

    public string Folder => _folder.FullName;

    /// <summary>Names of the files and folders in it.</summary>
    public string[] Names => Array.ConvertAll(_folder.GetFileSystemInfos(), entry => entry.Name);

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        return Path(name);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

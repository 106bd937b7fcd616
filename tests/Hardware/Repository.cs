using System;
using System.IO;

namespace Bms.Hardware.Tests;

/// <summary>The files of the repository that these tests were built from.</summary>
public static class Repository
{
    private const string Mark = "BmsFirmware.sln";

    /// <summary>Path of a file or folder.</summary>
    public static string At(params string[] path)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, Mark)))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new FileNotFoundException($"no {Mark} above {AppContext.BaseDirectory}");
        }

        return Path.Combine([folder, .. path]);
    }

    /// <summary>Text of a file of the hardware folder.</summary>
    public static string Hardware(string name) => File.ReadAllText(At("hardware", name));
}

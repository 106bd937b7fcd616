using System;
using System.IO;

namespace Bms.Device.HostTests;

/// <summary>Files of the repository that the tests are about.</summary>
internal static class Repository
{
    private const string Solution = "BmsFirmware.sln";

    /// <summary>Path of a file or folder, given from the root with slashes.</summary>
    public static string Path(string path)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, Solution)))
        {
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new FileNotFoundException($"no {Solution} above {AppContext.BaseDirectory}");
        }

        return System.IO.Path.Combine([folder, .. path.Split('/')]);
    }
}

using System;
using System.IO;

namespace Bms.Conformance.Tests;

/// <summary>Where the sources under test lie.</summary>
internal static class Repository
{
    private const string Solution = "BmsFirmware.sln";

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>Full path of what lies at a path below the root.</summary>
    /// <param name="path">With forward slashes.</param>
    public static string At(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>How a path below the root is written in messages.</summary>
    public static string Name(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder != null && !File.Exists(Path.Combine(folder, Solution)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new FileNotFoundException($"no {Solution} above {AppContext.BaseDirectory}");
    }
}

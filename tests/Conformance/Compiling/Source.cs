using System.IO;

namespace Bms.Conformance.Tests.Compiling;

/// <summary>A source file.</summary>
/// <param name="Path">Below the repository's root.</param>
/// <param name="Text">Its text.</param>
internal sealed record Source(string Path, string Text)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Below the repository's root.</param>
    public static Source Read(string path) => new(path, File.ReadAllText(Repository.At(path)));
}

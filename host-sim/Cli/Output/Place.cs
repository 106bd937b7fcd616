using System.IO;

namespace Bms.Cli.Output;

/// <summary>Where results go unless told.</summary>
internal static class Place
{
    /// <summary>The folder above.</summary>
    public const string Above = "runs";

    /// <summary>The folder of what has a name.</summary>
    /// <param name="name">Of a scenario or a profile; the folder above, or this one, is no place for results.</param>
    /// <param name="otherwise">The folder's name if nothing else is left.</param>
    public static string Of(string name, string otherwise) => Path.Combine(Above, name.Trim('.') is { Length: > 0 } visible ? visible : otherwise);
}

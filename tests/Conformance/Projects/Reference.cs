using System;

namespace Bms.Conformance.Tests.Projects;

/// <summary>A device project's reference to an assembly of a package.</summary>
/// <param name="Identity">Name, version, culture and key as written.</param>
/// <param name="HintPath">Where the file is, from the project's folder.</param>
internal sealed record Reference(string Identity, string HintPath)
{
    /// <summary>Name of the assembly.</summary>
    public string Assembly => Identity.Split(',')[0];

    /// <summary>Its version as written; null if none is.</summary>
    public string? Version => Array.Find(Identity.Split(',', StringSplitOptions.TrimEntries), part => part.StartsWith("Version=", StringComparison.Ordinal))?["Version=".Length..];
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Bms.Profiles;

namespace Bms.Simulation.Scenarios;

/// <summary>The scenarios that come with the program, and the way to those of the user.</summary>
public static class ScenarioLibrary
{
    /// <summary>Name of the scenario that runs when none is named.</summary>
    public const string Default = "full-day";

    private const string ResourcePrefix = "Scenarios/";
    private const string Extension = ".yaml";

    private static readonly Assembly s_assembly = typeof(ScenarioLibrary).Assembly;

    /// <summary>Names of the built-in scenarios, the default first, then by alphabet.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. s_assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(resource => resource[ResourcePrefix.Length..^Extension.Length])
            .OrderBy(name => name != Default)
            .ThenBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>Reads a built-in scenario by its name, or a file of the user's.</summary>
    /// <param name="nameOrFile">A name of <see cref="Names"/>, in any case of letters, or a path to a YAML file.</param>
    /// <exception cref="BadInputException">Neither a known name nor a file, or the file holds no scenario.</exception>
    public static Scenario Load(string nameOrFile)
    {
        ArgumentException.ThrowIfNullOrEmpty(nameOrFile);
        return Names.FirstOrDefault(name => name.Equals(nameOrFile, StringComparison.OrdinalIgnoreCase)) is string known
            ? ScenarioFile.Parse(Text(known), known + Extension)
            : File.Exists(nameOrFile)
            ? ScenarioFile.Read(nameOrFile)
            : throw new BadInputException($"no scenario or file '{nameOrFile}'; {Spelling.Known(nameOrFile, Names)}, or the path of a YAML file");
    }

    /// <summary>The YAML text of a built-in scenario, as a start for one of the user's own.</summary>
    /// <param name="name">A name of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">No built-in scenario has that name.</exception>
    public static string Text(string name)
    {
        using Stream stream = s_assembly.GetManifestResourceStream(ResourcePrefix + name + Extension)
            ?? throw new ArgumentException($"no built-in scenario '{name}'", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

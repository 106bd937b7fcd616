using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Bms.Conformance.Tests.Projects;

/// <summary>A device project as it is written: the order of its parts decides what the build tools make of it.</summary>
internal sealed class ProjectFile
{
    private static readonly XNamespace _ns = "http://schemas.microsoft.com/developer/msbuild/2003";

    private readonly XElement _root;

    /// <summary>Reads a project file.</summary>
    /// <param name="path">Below the repository's root.</param>
    public ProjectFile(string path) => _root = XDocument.Load(Repository.At(path)).Root!;

    /// <summary>Its parts from the first to the last, each by what it is.</summary>
    public IEnumerable<string> Parts() => _root.Elements().SelectMany(PartsOf);

    /// <summary>Value of a property; null if it is not written down.</summary>
    public string? Property(string name) => _root.Descendants(_ns + name).FirstOrDefault()?.Value;

    /// <summary>The condition of the import of a file.</summary>
    public string ImportCondition(string file) => (string)_root.Elements(_ns + "Import").Single(import => Imported(import) == file).Attribute("Condition")!;

    /// <summary>A reader of the packages beside a project.</summary>
    /// <param name="path">Of the project file.</param>
    /// <returns>Name, version and framework of each.</returns>
    public static IReadOnlyList<(string Id, string Version, string Framework)> Packages(string path)
    {
        string beside = path[..(path.LastIndexOf('/') + 1)] + "packages.config";
        return [.. XDocument.Load(Repository.At(beside)).Root!.Elements("package").Select(p => ((string)p.Attribute("id")!, (string)p.Attribute("version")!, (string)p.Attribute("targetFramework")!))];
    }

    private static IEnumerable<string> PartsOf(XElement element) => element.Name.LocalName switch
    {
        "Import" => [Imported(element)],
        "PropertyGroup" or "ItemGroup" => element.Elements().Select(child => child.Name.LocalName),
        string name => [name],
    };

    private static string Imported(XElement import)
    {
        string project = (string)import.Attribute("Project")!;
        return project[(project.LastIndexOfAny(['\\', ')']) + 1)..];
    }
}

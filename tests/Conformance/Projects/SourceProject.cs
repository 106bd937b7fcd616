using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Bms.Conformance.Tests.Projects;

/// <summary>A project file as the build tool itself evaluates it: its sources, references and settings.</summary>
internal sealed class SourceProject
{
    private static readonly string[] _query = ["-getItem:Compile", "-getItem:Reference", "-getItem:ProjectReference", "-getProperty:AssemblyName", "-getProperty:LangVersion", "-getProperty:OutputType"];

    private SourceProject(string path, JsonElement evaluated)
    {
        Path = path;
        JsonElement properties = evaluated.GetProperty("Properties");
        JsonElement items = evaluated.GetProperty("Items");
        AssemblyName = Text(properties, "AssemblyName");
        LangVersion = Text(properties, "LangVersion");
        IsProgram = Text(properties, "OutputType") == "Exe";
        Sources = [.. Items(items, "Compile").Select(item => Repository.Name(Text(item, "FullPath"))).Order(StringComparer.Ordinal)];
        References = [.. Items(items, "Reference").Select(item => new Reference(Text(item, "Identity"), Text(item, "HintPath")))];
        ProjectReferences = [.. Items(items, "ProjectReference").Select(item => Repository.Name(Text(item, "FullPath")))];
    }

    /// <summary>Path of the project file below the repository's root.</summary>
    public string Path { get; }

    /// <summary>Name of what it builds.</summary>
    public string AssemblyName { get; }

    /// <summary>Version of the language.</summary>
    public string LangVersion { get; }

    /// <summary>Whether it builds a program, not a library.</summary>
    public bool IsProgram { get; }

    /// <summary>Paths of the sources it takes, in order.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Assemblies of packages it refers to.</summary>
    public IReadOnlyList<Reference> References { get; }

    /// <summary>Paths of the projects it refers to.</summary>
    public IReadOnlyList<string> ProjectReferences { get; }

    /// <summary>Evaluates a project.</summary>
    /// <param name="path">Of its file, below the repository's root.</param>
    public static SourceProject Load(string path)
    {
        ProcessStartInfo start = new("dotnet", ["msbuild", Repository.At(path), "-nologo", "-nodeReuse:false", .. _query])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidDataException($"{path} does not evaluate: {output}");
        }

        using JsonDocument evaluated = JsonDocument.Parse(output);
        return new SourceProject(path, evaluated.RootElement);
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement items, string kind) => items.GetProperty(kind).EnumerateArray();

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetString()! : string.Empty;
}

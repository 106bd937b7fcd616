using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Bms.Conformance.Tests.Surface;

/// <summary>The public surface of one device assembly, read from its listing: one type or member a line.</summary>
internal sealed class ApiListing
{
    private const string Folder = "tests/Conformance/Listings";

    private ApiListing(string name, Version version, IReadOnlyList<string> references, IReadOnlyList<ApiType> types)
    {
        Name = name;
        Version = version;
        References = references;
        Types = types;
    }

    /// <summary>Every listing there is, by assembly name.</summary>
    public static IReadOnlyDictionary<string, ApiListing> All { get; } = Directory.GetFiles(Repository.At(Folder), "*.txt")
        .Select(file => Read(Path.GetFileName(file), File.ReadAllLines(file)))
        .ToDictionary(listing => listing.Name, StringComparer.Ordinal);

    /// <summary>Name of the assembly.</summary>
    public string Name { get; }

    /// <summary>Version of the assembly the listing was taken from.</summary>
    public Version Version { get; }

    /// <summary>Names of the assemblies it refers to.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>The types in the order of the listing, one that holds another before it.</summary>
    public IReadOnlyList<ApiType> Types { get; }

    /// <summary>Reads a listing.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="lines">Its text.</param>
    /// <exception cref="FormatException">A line is not of the form; the message says which.</exception>
    public static ApiListing Read(string file, IReadOnlyList<string> lines)
    {
        List<ApiType> types = [];
        for (int line = 2; line < lines.Count; line++)
        {
            try
            {
                if (lines[line].StartsWith("    ", StringComparison.Ordinal))
                {
                    types[^1].Members.Add(ApiLine.Member(lines[line], types[^1]));
                }
                else
                {
                    types.Add(ApiLine.Type(lines[line]));
                }
            }
            catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException)
            {
                throw new FormatException($"{file}:{line + 1}: {e.Message}: {lines[line].Trim()}", e);
            }
        }

        string[] header = lines[0].Split(' ');
        string[] references = [.. lines[1]["# refs:".Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(' ')[0])];
        return new ApiListing(header[2], Version.Parse(header[3]), references, types);
    }
}

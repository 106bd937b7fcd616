using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Bms.Conformance.Tests.Projects;

/// <summary>A row of the table of packages that go with the firmware image.</summary>
/// <param name="Id">Name of the package.</param>
/// <param name="Version">Its version.</param>
/// <param name="Assembly">An assembly in it.</param>
/// <param name="AssemblyVersion">The version that a reference to the assembly names.</param>
internal sealed record Package(string Id, string Version, string Assembly, string AssemblyVersion)
{
    private const string Table = "tests/Conformance/Projects/packages.csv";

    /// <summary>The table.</summary>
    public static IReadOnlyList<Package> All { get; } =
    [
        .. from line in File.ReadLines(Repository.At(Table)).Where(line => !line.StartsWith('#')).Skip(1)
           let cells = line.Split(',')
           select new Package(cells[0], cells[1], cells[2], cells[3]),
    ];

    /// <summary>The row of an assembly.</summary>
    /// <exception cref="InvalidOperationException">No package holds it.</exception>
    public static Package Of(string assembly) => All.FirstOrDefault(package => package.Assembly == assembly) ?? throw new InvalidOperationException($"no package of {Table} holds {assembly}");
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bms.Conformance.Tests.Compiling;

namespace Bms.Conformance.Tests.Projects;

/// <summary>A project and the folders whose sources it is to take, all of them and no others.</summary>
/// <param name="Project">Path of the project file.</param>
/// <param name="Role">What it builds for the device; none for a project of the host.</param>
/// <param name="Folders">Paths of the folders, with /** behind them if those below count too.</param>
internal sealed record ProjectFolder(string Project, Role Role, params IReadOnlyList<string> Folders)
{
    private const string Below = "/**";

    /// <summary>The table. A project comes after those it refers to.</summary>
    public static IReadOnlyList<ProjectFolder> All { get; } =
    [
        new("firmware/Core/Bms.Core.nfproj", Role.Core, "firmware/Core/**"),
        new("firmware/BmsFirmware.nfproj", Role.Device, "firmware/Device/**"),
        new("tests/Device/NFUnitTest.nfproj", Role.Tests, "tests/Device", "firmware/Device/Demo"),
        new("firmware/Core/Bms.Core.csproj", Role.None, "firmware/Core/**"),
        new("firmware/Device/Bms.Device.csproj", Role.None, "firmware/Device/**"),
        new("tests/Device/Host/Bms.Device.HostTests.csproj", Role.None, "tests/Device", "tests/Device/Host/**", "firmware/Device/Demo"),
    ];

    /// <summary>Paths of the sources that lie there, in order; what a build has left behind is none.</summary>
    public IEnumerable<string> Sources() => Folders.SelectMany(In).Order(StringComparer.Ordinal);

    private static IEnumerable<string> In(string folder)
    {
        bool all = folder.EndsWith(Below, StringComparison.Ordinal);
        return Directory.EnumerateFiles(Repository.At(all ? folder[..^Below.Length] : folder), "*.cs", all ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
            .Select(Repository.Name)
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal));
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bms.Conformance.Tests.Projects;
using Bms.Conformance.Tests.Scanning;
using Bms.Conformance.Tests.Surface;

namespace Bms.Conformance.Tests.Compiling;

/// <summary>The firmware of this repository, compiled once for all tests.</summary>
internal static class Firmware
{
    private static readonly Lazy<IReadOnlyDictionary<string, SourceProject>> _projects = new(() => ProjectFolder.All.AsParallel().Select(row => SourceProject.Load(row.Project)).ToDictionary(project => project.Path, StringComparer.Ordinal));
    private static readonly Lazy<IReadOnlyList<Build>> _release = new(() => Compile(isRelease: true));
    private static readonly Lazy<IReadOnlyList<Build>> _debug = new(() => Compile(isRelease: false));
    private static readonly Lazy<FirmwareImage> _product = new(() => Image(_release.Value, Role.Device));
    private static readonly Lazy<FirmwareImage> _productForDebugger = new(() => Image(_debug.Value, Role.Device));
    private static readonly Lazy<FirmwareImage> _tests = new(() => Image(_release.Value, Role.Tests));

    /// <summary>Every project of the table, evaluated.</summary>
    public static IReadOnlyDictionary<string, SourceProject> Projects => _projects.Value;

    /// <summary>Core and board's code as they are flashed.</summary>
    public static FirmwareImage Release => _product.Value;

    /// <summary>The same as they run under a debugger.</summary>
    public static FirmwareImage Debug => _productForDebugger.Value;

    /// <summary>The core with the device's unit tests.</summary>
    public static FirmwareImage Tests => _tests.Value;

    /// <summary>The core as it is flashed.</summary>
    public static Build Core => Release.Builds.Single(build => build.Role == Role.Core);

    /// <summary>The board's code as it is flashed.</summary>
    public static Build Device => Release.Builds.Single(build => build.Role == Role.Device);

    /// <summary>Names of the device's assemblies that a part of the firmware refers to.</summary>
    public static IReadOnlyList<string> Libraries(Role role) => Listed(Project(role));

    /// <summary>Version of the language of a part of the firmware.</summary>
    public static string LanguageVersion(Role role) => Project(role).LangVersion;

    private static SourceProject Project(Role role) => Projects[ProjectFolder.All.Single(row => row.Role == role).Project];

    private static FirmwareImage Image(IReadOnlyList<Build> builds, Role role) => new([.. builds.Where(build => (build.Role & (Role.Core | role)) != 0)]);

    // the launcher of device tests is a program: nothing refers to what is in it
    private static string[] Listed(SourceProject project) => [.. project.References.Select(reference => reference.Assembly).Where(ApiListing.All.ContainsKey)];

    // a project comes after those it refers to
    private static Build[] Compile(bool isRelease)
    {
        Dictionary<string, Build> builds = new(StringComparer.Ordinal);
        foreach (ProjectFolder row in ProjectFolder.All.Where(row => row.Role != Role.None))
        {
            SourceProject project = Projects[row.Project];
            Build build = builds[row.Project] = Build.Compile(
                project.AssemblyName,
                row.Role,
                project.Sources.Select(Source.Read),
                Listed(project),
                [.. project.ProjectReferences.Select(path => builds[path])],
                project.LangVersion,
                project.IsProgram,
                isRelease);
            if (build.Errors.Count > 0)
            {
                throw new InvalidDataException(string.Join(Environment.NewLine, new FirmwareImage(build).Scan()));
            }
        }

        return [.. builds.Values];
    }
}

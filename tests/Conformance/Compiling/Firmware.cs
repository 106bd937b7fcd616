using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Projects;
using Bms.Conformance.Tests.Scanning;
using Bms.Conformance.Tests.Surface;

namespace Bms.Conformance.Tests.Compiling;

/// <summary>The firmware of this repository, compiled once for all tests.</summary>
internal static class Firmware
{
    private static readonly Lazy<IReadOnlyDictionary<string, SourceProject>> _projects = new(() => ProjectFolder.All.AsParallel().Select(row => SourceProject.Load(row.Project)).ToDictionary(project => project.Path, StringComparer.Ordinal));
    private static readonly Lazy<FirmwareImage> _release = new(() => Compile(isRelease: true));
    private static readonly Lazy<FirmwareImage> _debug = new(() => Compile(isRelease: false));

    /// <summary>Every project of the table, evaluated.</summary>
    public static IReadOnlyDictionary<string, SourceProject> Projects => _projects.Value;

    /// <summary>As it is flashed.</summary>
    public static FirmwareImage Release => _release.Value;

    /// <summary>As it runs under a debugger.</summary>
    public static FirmwareImage Debug => _debug.Value;

    /// <summary>The core as it is flashed.</summary>
    public static Build Core => Release.Builds.Single(build => build.Role == Role.Core);

    /// <summary>The board's code as it is flashed.</summary>
    public static Build Device => Release.Builds.Single(build => build.Role == Role.Device);

    /// <summary>Names of the device's assemblies that a part of the firmware refers to.</summary>
    public static IReadOnlyList<string> Libraries(Role role) => Listed(Project(role));

    /// <summary>Version of the language of a part of the firmware.</summary>
    public static string LanguageVersion(Role role) => Project(role).LangVersion;

    private static SourceProject Project(Role role) => Projects[ProjectFolder.All.Single(row => row.Role == role).Project];

    // the launcher of device tests is a program: nothing refers to what is in it
    private static string[] Listed(SourceProject project) => [.. project.References.Select(reference => reference.Assembly).Where(ApiListing.All.ContainsKey)];

    // a project comes after those it refers to
    private static FirmwareImage Compile(bool isRelease)
    {
        Dictionary<string, Build> builds = new(StringComparer.Ordinal);
        foreach (ProjectFolder row in ProjectFolder.All.Where(row => row.Role != Role.None))
        {
            SourceProject project = Projects[row.Project];
            builds[row.Project] = Build.Compile(
                project.AssemblyName,
                row.Role,
                project.Sources.Select(Source.Read),
                Listed(project),
                [.. project.ProjectReferences.Select(path => builds[path])],
                project.LangVersion,
                project.IsProgram,
                isRelease);
        }

        return new FirmwareImage([.. builds.Values]);
    }
}

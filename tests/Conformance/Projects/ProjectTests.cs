using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Surface;
using Xunit;

namespace Bms.Conformance.Tests.Projects;

/// <summary>The device projects take the right files and packages, in the form that nanoFramework's build tools want.</summary>
public class ProjectTests
{
    private const string DeviceProject = "{11A8DD76-328B-46DF-9F39-F559912D0360}";
    private const string ProjectTypes = DeviceProject + ";{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}";
    private const string Tooling = "$(NanoFrameworkProjectSystemPath)NFProjectSystem.CSharp.targets";

    private static readonly string[] _leftOut = ["bin", "obj", "artifacts", "packages", ".git"];

    /// <summary>All projects of the table.</summary>
    public static TheoryData<string> Projects { get; } = [.. ProjectFolder.All.Select(row => row.Project)];

    /// <summary>Those for the device.</summary>
    public static TheoryData<string> DeviceProjects { get; } = [.. ProjectFolder.All.Where(row => row.Role != Role.None).Select(row => row.Project)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_takes_exactly_the_sources_of_its_folders(string project)
    {
        IEnumerable<string> sources = ProjectFolder.All.Single(row => row.Project == project).Sources();
        Assert.NotEmpty(sources);
        Assert.Equal(sources, Firmware.Projects[project].Sources);
    }

    [Fact]
    public void Every_device_project_is_in_the_table()
        => Assert.Equal(DeviceProjects.Select(row => row.Data).Order(), Files(Repository.Root, "*.nfproj").Select(Repository.Name).Order());

    [Theory]
    [MemberData(nameof(DeviceProjects))]
    public void References_name_the_packages_of_the_table(string project)
    {
        string folder = Path.GetDirectoryName(Repository.At(project))!;
        Assert.All(Firmware.Projects[project].References, reference =>
        {
            Package package = Package.Of(reference.Assembly);
            string file = Repository.Name(Path.GetFullPath(Path.Combine(folder, reference.HintPath.Replace('\\', '/'))));
            Assert.Equal(package.AssemblyVersion, reference.Version);
            Assert.Equal($"packages/{package.Id}.{package.Version}/lib/{reference.Assembly}", Path.ChangeExtension(file, null));
        });
    }

    [Theory]
    [MemberData(nameof(DeviceProjects))]
    public void Packages_are_those_of_the_references(string project)
    {
        IEnumerable<(string, string, string)> wanted = Firmware.Projects[project].References.Select(r => Package.Of(r.Assembly)).Select(p => (p.Id, p.Version, "netnano1.0"));
        Assert.Equal(wanted.Distinct().Order(), ProjectFile.Packages(project).Order());
    }

    [Theory]
    [MemberData(nameof(DeviceProjects))]
    public void References_bring_what_they_refer_to(string project)
    {
        string[] references = [.. Firmware.Projects[project].References.Select(r => r.Assembly)];
        Assert.Empty(references.Where(ApiListing.All.ContainsKey).SelectMany(name => ApiListing.All[name].References).Except(references));
    }

    [Theory]
    [MemberData(nameof(DeviceProjects))]
    public void No_reference_is_idle(string project)
    {
        // what is never used would fill the flash all the same; the launcher of tests is started, not called
        Build build = Firmware.Release.Builds.Concat(Firmware.Tests.Builds).First(b => b.Compilation.AssemblyName == Firmware.Projects[project].AssemblyName);
        HashSet<string> used = [.. build.Module!.AssemblyReferences.Select(r => r.Name)];
        while (used.Where(ApiListing.All.ContainsKey).SelectMany(name => ApiListing.All[name].References).Except(used).ToList() is { Count: > 0 } more)
        {
            used.UnionWith(more);
        }

        Assert.Empty(Firmware.Projects[project].References.Select(r => r.Assembly).Where(ApiListing.All.ContainsKey).Except(used));
    }

    [Theory]
    [MemberData(nameof(DeviceProjects))]
    public void Parts_stand_in_the_order_that_the_build_tools_need(string project)
    {
        string[] wanted = ["NanoFrameworkProjectSystemPath", "NFProjectSystem.Default.props", "ProjectTypeGuids", "LangVersion", "NFProjectSystem.props", "Compile", "Reference", "NFProjectSystem.CSharp.targets", "ProjectExtensions", "PassOver.targets"];
        List<string> parts = [.. new ProjectFile(project).Parts()];

        Assert.Equal(wanted, parts.Distinct().Where(wanted.Contains));
        Assert.Equal((wanted[0], wanted[^1]), (parts[0], parts[^1]));
    }

    [Theory]
    [MemberData(nameof(DeviceProjects))]
    public void Properties_are_those_of_a_device_project(string project)
    {
        ProjectFile file = new(project);
        Assert.Equal(ProjectTypes, file.Property("ProjectTypeGuids"));
        Assert.Equal("v1.0", file.Property("TargetFrameworkVersion"));
        Assert.Equal("12", file.Property("LangVersion"));
        Assert.Null(file.Property("AllowUnsafeBlocks"));
        Assert.Equal($"Exists('{Tooling}')", file.ImportCondition("NFProjectSystem.CSharp.targets"));
        Assert.Equal($"!Exists('{Tooling}')", file.ImportCondition("PassOver.targets"));
    }

    [Theory]
    [MemberData(nameof(DeviceProjects))]
    public void The_solution_builds_and_deploys_it(string project)
    {
        // tests are brought to the device by their own launcher
        string[] steps = ProjectFolder.All.Single(row => row.Project == project).Role == Role.Tests ? ["Build.0"] : ["Build.0", "Deploy.0"];
        string solution = File.ReadAllText(Repository.At("BmsFirmware.sln"));
        string guid = new ProjectFile(project).Property("ProjectGuid")!;
        Assert.Contains($"Project(\"{DeviceProject}\") = \"{Path.GetFileNameWithoutExtension(project)}\", \"{project.Replace('/', '\\')}\", \"{guid}\"", solution, StringComparison.Ordinal);
        Assert.All(["Debug", "Release"], configuration => Assert.All(steps, step => Assert.Contains($"{guid}.{configuration}|Any CPU.{step} = {configuration}|Any CPU", solution, StringComparison.Ordinal)));
    }

    [Fact]
    public void Host_and_device_speak_the_same_language()
        => Assert.Equal(Firmware.Projects["firmware/Core/Bms.Core.nfproj"].LangVersion, Firmware.Projects["firmware/Core/Bms.Core.csproj"].LangVersion);

    [Fact]
    public void Listings_are_of_the_packages_in_the_table()
        => Assert.All(Package.All.Where(package => ApiListing.All.ContainsKey(package.Assembly)), package =>
        {
            // a listing may be of another build of the same version
            Version listed = ApiListing.All[package.Assembly].Version;
            Assert.Equal(new Version(listed.Major, listed.Minor), new Version(Version.Parse(package.Version).Major, Version.Parse(package.Version).Minor));
        });

    private static IEnumerable<string> Files(string folder, string pattern)
        => Directory.EnumerateFiles(folder, pattern).Concat(Directory.EnumerateDirectories(folder).Where(below => !_leftOut.Contains(Path.GetFileName(below))).SelectMany(below => Files(below, pattern)));
}

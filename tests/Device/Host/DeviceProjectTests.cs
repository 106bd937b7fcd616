using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace Bms.Device.HostTests;

/// <summary>The project that nanoFramework builds holds what is tested here.</summary>
public class DeviceProjectTests
{
    private const string Folder = "tests/Device";

    private static readonly XDocument s_device = XDocument.Load(Repository.Path($"{Folder}/NFUnitTest.nfproj"));
    private static readonly XDocument s_host = XDocument.Load(Repository.Path($"{Folder}/Host/Bms.Device.HostTests.csproj"));

    [Fact]
    public void Both_projects_compile_the_same_files()
    {
        string[] device = Compiled(s_device, Folder);
        Assert.Equal(device, Compiled(s_host, $"{Folder}/Host"));
        Assert.Equal(Directory.GetFiles(Repository.Path(Folder), "*.cs"), device.Where(file => Path.GetDirectoryName(file) == Repository.Path(Folder)));
        Assert.Contains(device, file => Path.GetFileName(file) == "EmbeddedTrace.cs");
    }

    [Fact]
    public void The_assembly_has_the_name_that_the_launcher_loads() => Assert.Equal("NFUnitTest", Elements(s_device, "AssemblyName").Single().Value);

    [Fact]
    public void Every_reference_comes_from_a_package_of_the_list()
    {
        string[] packages = [.. XDocument.Load(Repository.Path($"{Folder}/packages.config")).Descendants("package").Select(package => $"{package.Attribute("id")!.Value}.{package.Attribute("version")!.Value}")];
        string[] used = [.. Elements(s_device, "HintPath").Select(hint => hint.Value.Split('\\')[3])];
        Assert.Equal(packages, used.Distinct());
        Assert.All(Elements(s_device, "HintPath"), hint => Assert.StartsWith(@"..\..\packages\", hint.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nano.runsettings", "False")]
    [InlineData("nano.board.runsettings", "True")]
    public void Settings_say_where_the_tests_run(string file, string isRealHardware)
    {
        XDocument settings = XDocument.Load(Repository.Path($"{Folder}/{file}"));
        Assert.Equal(isRealHardware, settings.Root!.Element("nanoFrameworkAdapter")!.Element("IsRealHardware")!.Value);
        Assert.InRange(int.Parse(settings.Root.Element("RunConfiguration")!.Element("TestSessionTimeout")!.Value), 60_000, 3_600_000);
        Assert.Contains(Elements(s_device, "None"), item => item.Attribute("Include")!.Value == file);
    }

    private static string[] Compiled(XDocument project, string folder) =>
    [
        .. Elements(project, "Compile").Select(item => Path.GetFullPath(item.Attribute("Include")!.Value.Replace('\\', Path.DirectorySeparatorChar), Repository.Path(folder)))
            .SelectMany(pattern => Directory.GetFiles(Path.GetDirectoryName(pattern)!, Path.GetFileName(pattern))),
    ];

    private static IEnumerable<XElement> Elements(XDocument project, string name) => project.Descendants().Where(element => element.Name.LocalName == name);
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Bms.Hardware.Tests;

/// <summary>The documents agree with the files they tell of.</summary>
public sealed partial class DocumentTests
{
    /// <summary>The documents of the folder.</summary>
    public static TheoryData<string> Documents => [.. Names("*.md")];

    /// <summary>The drawings of the folder.</summary>
    public static TheoryData<string> Drawings => [.. Names("*.svg")];

    [Fact]
    public void Packages_are_those_that_the_projects_take()
    {
        var documented = Packages().ToDictionary(row => row["package"], row => row["version"]);
        var taken = Directory.EnumerateFiles(Repository.At("firmware"), "packages.config", SearchOption.AllDirectories)
            .SelectMany(file => XDocument.Load(file).Descendants("package"))
            .Select(package => (Id: (string)package.Attribute("id")!, Version: (string)package.Attribute("version")!))
            .Distinct()
            .ToDictionary(package => package.Id, package => package.Version);

        Assert.Equal(taken, documented);
    }

    [Fact]
    public void Native_checksums_are_those_that_the_scripts_compare() =>
        Assert.Equal(
            FlashBench.NativeChecksums.ToDictionary(native => native.Name, native => native.Checksum),
            Packages().Where(row => row["native checksum"] != "none").ToDictionary(row => row["assembly"], row => row["native checksum"]));

    [Fact]
    public void Exit_codes_are_told_alike_by_the_document_and_both_scripts()
    {
        var documented = Table.Read(Repository.Hardware("flashing.md"), "exit code", "meaning").ToDictionary(row => row["exit code"], row => row["meaning"]);

        Assert.All(FlashBench.Twins, script => Assert.Equal(documented, ExitCodes(Repository.Hardware(script))));
    }

    [Fact]
    public void The_firmware_is_asked_for_where_the_documents_say_that_it_is_built() =>
        Assert.All([.. FlashBench.Twins, "flashing.md"], name => Assert.Contains(FlashBench.Image, Repository.Hardware(name), StringComparison.Ordinal));

    [Theory, MemberData(nameof(Documents))]
    public void Links_lead_somewhere(string document)
    {
        IEnumerable<string> targets = Link().Matches(Repository.Hardware(document)).Select(link => link.Groups[1].Value);

        Assert.All(targets.Where(target => !target.StartsWith("https://", StringComparison.Ordinal)), target =>
        {
            string[] parts = target.Split('#');
            string path = Repository.At("hardware", parts[0].Length == 0 ? document : parts[0]);
            Assert.True(Path.Exists(path), $"{document}: {target} leads nowhere");
            if (parts.Length > 1)
            {
                Assert.Contains(parts[1], Anchors(File.ReadAllText(path)));
            }
        });
    }

    [Theory, MemberData(nameof(Drawings))]
    public void Drawings_stand_alone_and_follow_light_and_dark(string drawing)
    {
        string text = Repository.Hardware(drawing);
        var root = XDocument.Parse(text).Root!;

        Assert.Equal("svg", root.Name.LocalName);
        Assert.DoesNotMatch(@"href=|@import|url\(|<script|<image", text);
        Assert.Contains("prefers-color-scheme: dark", text, StringComparison.Ordinal);
        Assert.NotEmpty(root.Elements().Single(element => element.Name.LocalName == "title").Value);
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Packages() => Table.Read(Repository.Hardware("flashing.md"), "package", "version");

    private static IEnumerable<string> Names(string pattern) =>
        Directory.EnumerateFiles(Repository.At("hardware"), pattern).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static Dictionary<string, string> ExitCodes(string script) =>
        ExitCode().Matches(script[script.IndexOf("Exit codes:", StringComparison.Ordinal)..]).ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value);

    // As GitHub makes them from headings.
    private static IEnumerable<string> Anchors(string document) =>
        Heading().Matches(document).Select(heading => Punctuation().Replace(heading.Groups[1].Value.ToLowerInvariant(), string.Empty).Replace(' ', '-'));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"^  (\d+) +(\S.*\S)$", RegexOptions.Multiline)]
    private static partial Regex ExitCode();
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;

namespace Bms.Conformance.Tests.Rules;

/// <summary>A small source that breaks a rule at the lines that end with a mark, or at none.</summary>
internal sealed class Sample
{
    private const string Folder = "tests/Conformance/Samples";
    private const string Mark = "//!";
    private const string TestFramework = "nanoFramework.TestFramework";

    private readonly string _text;

    private Sample(Role role, string name, string text)
    {
        _text = text;
        Build core = Firmware.Core;
        bool isCore = role == Role.Core;
        IEnumerable<string> libraries = Firmware.Libraries(Role.Device);
        Build = Build.Compile(
            isCore ? "Bms.Core" : "Bms.Sample",
            role,
            [new Source(name, text)],
            role == Role.Tests ? libraries.Append(TestFramework) : libraries,
            isCore ? [] : [core],
            Firmware.LanguageVersion(role == Role.Tests ? Role.Device : role));
        Findings = new FirmwareImage(Build).Scan();
    }

    /// <summary>The compiled sample.</summary>
    public Build Build { get; }

    /// <summary>All that it breaks.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The lines with a mark.</summary>
    public IEnumerable<int> MarkedLines => _text.Split('\n').Select((line, k) => (line, k)).Where(l => l.line.TrimEnd().EndsWith(Mark, StringComparison.Ordinal)).Select(l => l.k + 1);

    /// <summary>The sample of a rule that breaks it.</summary>
    public static Sample Breaking(Rule rule) => Of(rule, "fail");

    /// <summary>Its twin, which breaks none.</summary>
    public static Sample Keeping(Rule rule) => Of(rule, "pass");

    /// <summary>A sample of a text.</summary>
    public static Sample Of(Role role, string name, string text) => new(role, name, text);

    private static Sample Of(Rule rule, string kind)
    {
        string file = Directory.GetFiles(Repository.At(Folder), $"{rule.Id}.{kind}.cs", SearchOption.AllDirectories).SingleOrDefault() ?? throw new FileNotFoundException($"no {rule.Id}.{kind}.cs in {Folder}");
        Role role = Enum.Parse<Role>(Path.GetFileName(Path.GetDirectoryName(file)!));
        return new Sample(role, Repository.Name(file), File.ReadAllText(file));
    }
}

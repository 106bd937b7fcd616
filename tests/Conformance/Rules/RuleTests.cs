using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;
using Xunit;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Each rule catches what it is for, at its line, and lets its twin pass.</summary>
public class RuleTests
{
    private const string Limits = "N2";

    private static readonly Dictionary<Role, string> _parts = new()
    {
        [Role.All] = "all",
        [Role.Firmware] = "firmware",
        [Role.Core] = "core",
        [Role.Tests] = "device tests",
    };

    /// <summary>Numbers of the rules that a line of code breaks.</summary>
    public static TheoryData<string> Rules { get; } = [.. RuleTable.Rows.Select(rule => rule.Id).Where(id => !id.StartsWith(Limits, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_sample_is_caught_at_its_lines(string id)
    {
        Rule rule = Rule(id);
        Sample sample = Sample.Breaking(rule);

        IEnumerable<Finding> findings = sample.Findings.Where(finding => finding.Rule == rule);
        Assert.NotEmpty(sample.MarkedLines);
        Assert.Equal(sample.MarkedLines, findings.Select(finding => finding.Spot.Line).Distinct());
        Assert.All(findings, finding => Assert.Matches($@"^tests/Conformance/Samples/\w+/{id}\.fail\.cs:\d+: {id} .+: .+: .+$", finding.ToString()));
        Assert.All(findings, finding => Assert.EndsWith(rule.Reason, finding.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Its_twin_breaks_no_rule(string id) => Assert.Empty(Sample.Keeping(Rule(id)).Findings);

    [Theory]
    [InlineData("")]
    [InlineData("static")]
    [InlineData("virtual")]
    public void Methods_of_a_kind_are_counted(string kind)
    {
        // the constructor is one of the plain ones
        int most = kind.Length == 0 ? 254 : 255;
        Assert.StartsWith("256 ", Only("N201", LimitSample.Methods(kind, most + 1)).Spot.What, StringComparison.Ordinal);
        Assert.Empty(LimitSample.Methods(kind, most).Findings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("static readonly")]
    public void Fields_of_a_kind_are_counted(string kind)
    {
        Assert.Contains("256", Only("N201", LimitSample.Fields(kind, 256)).Spot.What, StringComparison.Ordinal);
        Assert.Empty(LimitSample.Fields(kind, 255).Findings);
    }

    [Fact]
    public void Constants_are_not_counted() => Assert.Empty(Sample.Of(Role.Core, "Large.cs", $"public class Large {{ {string.Concat(Enumerable.Range(0, 300).Select(k => $"public const int C{k} = {k};"))} }}").Findings);

    [Fact]
    public void Arguments_variables_and_stack_of_a_method_are_counted()
    {
        Assert.Contains("256 arguments", Only("N202", LimitSample.Arguments(256)).Spot.What, StringComparison.Ordinal);
        Assert.Contains("variables", Only("N202", LimitSample.Locals(256)).Spot.What, StringComparison.Ordinal);
        Assert.Contains("256 values", Only("N202", LimitSample.Stack(256)).Spot.What, StringComparison.Ordinal);
        Assert.Empty(LimitSample.Arguments(255).Findings);
        Assert.Empty(LimitSample.Locals(250).Findings);
        Assert.Empty(LimitSample.Stack(255).Findings);
    }

    [Fact]
    public void Byte_code_is_counted()
    {
        Assert.Empty(LimitSample.Code(48 * 1024 - 2000).Findings);
        Only("N203", LimitSample.Code(48 * 1024 + 2000));
        Assert.Equal(["N203", "N204"], LimitSample.Code(64 * 1024 + 2000).Findings.Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void Names_and_texts_are_counted()
    {
        Assert.Empty(LimitSample.Texts(47 * 1024).Findings);
        Only("N205", LimitSample.Texts(49 * 1024));
    }

    [Fact]
    public void Array_data_is_counted()
    {
        Assert.Empty(LimitSample.Data(47 * 1024).Findings);
        Only("N206", LimitSample.Data(49 * 1024));
    }

    [Fact]
    public void Numbers_are_unique_and_reasons_are_given()
    {
        Assert.Equal(RuleTable.Rows.Count, RuleTable.Rows.Select(rule => rule.Id).Distinct().Count());
        Assert.All(RuleTable.Rows, rule => Assert.NotEmpty(rule.Reason));
        Assert.All(RuleTable.Rows, rule => Assert.NotEqual(Role.None, rule.Roles));
    }

    [Fact]
    public void Read_me_tells_every_rule()
    {
        string[] lines = File.ReadAllLines(Repository.At("tests/Conformance/README.md"));
        IEnumerable<string> told = lines.Where(line => line.StartsWith("| N", StringComparison.Ordinal));
        Assert.Equal(RuleTable.Rows.Select(rule => $"| {rule.Id} | {rule.Name} | {_parts[rule.Roles]} | {rule.Reason} |"), told);
    }

    private static Rule Rule(string id) => RuleTable.Rows.Single(rule => rule.Id == id);

    private static Finding Only(string id, Sample sample)
    {
        Finding finding = Assert.Single(sample.Findings);
        Assert.Equal(id, finding.Rule.Id);
        return finding;
    }
}

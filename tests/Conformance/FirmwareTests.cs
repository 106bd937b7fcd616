using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Ranges;
using Bms.Conformance.Tests.Rules;
using Bms.Conformance.Tests.Scanning;
using Mono.Cecil;
using Xunit;

namespace Bms.Conformance.Tests;

/// <summary>The firmware of this repository fits the device, and the scan sees all of it.</summary>
public class FirmwareTests
{
    /// <summary>Work of which the rules on garbage make an exception.</summary>
    public static TheoryData<string> Seldom { get; } = [.. SeldomWork.Rows.Select(row => row.ToString())];

    /// <summary>Numbers of the rows of accepted divisions.</summary>
    public static TheoryData<int> Accepted { get; } = [.. Enumerable.Range(0, AcceptedDivision.Rows.Count)];

    [Fact]
    public void Firmware_breaks_no_rule() => AssertNone(Firmware.Release.Scan());

    [Fact]
    public void Firmware_for_the_debugger_breaks_no_rule() => AssertNone(Firmware.Debug.Scan());

    [Fact]
    public void Tests_for_the_device_break_no_rule() => AssertNone(Firmware.Tests.Scan(Role.Tests));

    [Fact]
    public void Every_source_is_compiled()
    {
        Assert.All(Firmware.Release.Builds, build => Assert.NotEmpty(build.OwnTypes()));
        string[] seen = [.. Firmware.Release.Builds.SelectMany(build => build.Bodies()).Select(method => method.DebugInformation.SequencePoints.FirstOrDefault()?.Document.Url).OfType<string>().Distinct()];
        Assert.InRange(seen.Length, 60, 1000);
        Assert.Contains("firmware/Core/BatteryManager.cs", seen);
        Assert.Contains("firmware/Device/Application.cs", seen);
    }

    [Fact]
    public void Step_and_tick_reach_what_they_run()
    {
        Reach step = Periodic.Core(Firmware.Release);
        Reach tick = Periodic.Board(Firmware.Release);

        AssertEachHasBody(Periodic.Roots(Firmware.Release, Periodic.CoreRoots), Periodic.CoreRoots);
        AssertEachHasBody(Periodic.Roots(Firmware.Release, Periodic.BoardRoots), Periodic.BoardRoots);
        TypeDefinition limiter = Firmware.Release.Types.Single(type => type.FullName == "Bms.Core.Limits.Limiter");
        IEnumerable<TypeDefinition> limiters = Firmware.Release.Types.Where(type => !type.IsAbstract && CallGraph.Inherits(type, limiter) && type.Methods.Any(method => method.IsVirtual));
        Assert.Empty(limiters.Except(step.Methods.Select(method => method.DeclaringType)));
        Assert.Contains(tick.Methods, method => method.FullName.Contains("I2cChip", StringComparison.Ordinal));
        Assert.DoesNotContain(tick.Methods, step.Contains);
    }

    [Fact]
    public void Classes_that_rules_name_are_there()
    {
        IEnumerable<string> types = Firmware.Release.Types.Select(type => type.FullName);
        Assert.Contains(SeamRule.Clock, types);
        Assert.Contains(SeamRule.FileStore, types);
    }

    [Theory]
    [MemberData(nameof(Seldom))]
    public void An_exception_for_seldom_work_is_needed(string row)
    {
        SeldomWork work = SeldomWork.Rows.Single(r => r.ToString() == row);
        Assert.Contains(Firmware.Release.Calls.From(Periodic.Roots(Firmware.Release, Periodic.BoardRoots)).Methods, work.Covers);
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void An_accepted_division_is_there_and_not_proven(int row)
    {
        AcceptedDivision accepted = AcceptedDivision.Rows[row];
        IEnumerable<Division> unproven = Firmware.Release.Builds.SelectMany(build => ArithmeticRule.Unproven(build, Firmware.Release)).Select(found => found.Division);
        Assert.True(unproven.Any(division => Firmware.Release.Builds.Any(build => build.Module == division.Method.Module && accepted.Accepts(division, build))), $"{accepted.File}: {accepted.Method}: no unproven division in a line with '{accepted.Text}'");
    }

    [Fact]
    public void Most_divisions_are_proven()
    {
        IReadOnlyList<Division> divisions = Firmware.Release.Ranges.Divisions;
        Assert.InRange(divisions.Count, 100, 1000);
        Assert.InRange(divisions.Count(division => division.Danger == null), divisions.Count / 2, divisions.Count);
    }

    private static void AssertNone(IReadOnlyList<Finding> findings) => Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));

    private static void AssertEachHasBody(IReadOnlyList<MethodDefinition> roots, IReadOnlyList<(string Type, string Method)> rows)
        => Assert.All(rows, row => Assert.Contains(roots, root => root.HasBody && root.Name == row.Method));
}

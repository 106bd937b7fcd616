using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Ranges;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Bms.Conformance.Tests.Scanning;

/// <summary>The assemblies that run on the device together.</summary>
internal sealed class FirmwareImage
{
    private readonly Lazy<CallGraph> _calls;
    private readonly Lazy<ValueRanges> _ranges;

    /// <summary>An image of assemblies that compile and of those that do not.</summary>
    public FirmwareImage(params IReadOnlyList<Build> builds)
    {
        Builds = builds;
        Types = [.. builds.Where(build => build.Module != null).SelectMany(build => build.Module!.GetAllTypes())];
        Methods = [.. Types.SelectMany(type => type.Methods)];
        _calls = new Lazy<CallGraph>(() => new CallGraph(Types));
        _ranges = new Lazy<ValueRanges>(() => ValueRanges.Of(Methods, Calls));
    }

    /// <summary>The assemblies.</summary>
    public IReadOnlyList<Build> Builds { get; }

    /// <summary>All types of those that compile.</summary>
    public IReadOnlyList<TypeDefinition> Types { get; }

    /// <summary>All methods of those that compile.</summary>
    public IReadOnlyList<MethodDefinition> Methods { get; }

    /// <summary>What can call what.</summary>
    public CallGraph Calls => _calls.Value;

    /// <summary>Which integers can be where.</summary>
    public ValueRanges Ranges => _ranges.Value;

    /// <summary>Everything that breaks a rule.</summary>
    /// <param name="roles">The parts that are scanned; the others only call and are called.</param>
    public IReadOnlyList<Finding> Scan(Role roles = Role.All) =>
    [
        .. from build in Builds
           from rule in RuleTable.Rows
           where (rule.Roles & build.Role & roles) != 0
           from spot in rule.Check(build, this).Distinct()
           orderby spot.File, spot.Line, rule.Id
           select new Finding(rule, spot),
    ];
}

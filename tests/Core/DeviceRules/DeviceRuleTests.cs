using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Tests.DeviceRules.Samples;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using Xunit;

namespace Bms.Core.Tests.DeviceRules;

/// <summary>The compiled core keeps to what the device's runtime can do.</summary>
public class DeviceRuleTests
{
    private const int MostCode = 48 * 1024;

    private static readonly ModuleDefinition _core = ModuleDefinition.ReadModule(typeof(BatteryManager).Assembly.Location);
    private static readonly ModuleDefinition _samples = ModuleDefinition.ReadModule(typeof(Good).Assembly.Location);

    private static readonly Code[] _allocations = [Code.Newobj, Code.Newarr, Code.Box, Code.Ldftn, Code.Ldvirtftn];

    [Fact]
    public void Core_uses_nothing_the_device_lacks()
    {
        List<string> violations = [.. DeviceScanner.Types(_core).SelectMany(DeviceScanner.Violations)];
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    [Fact]
    public void Core_is_read_whole()
    {
        Assert.InRange(DeviceScanner.Types(_core).Count(), 50, 500);
        Assert.Contains(DeviceScanner.Types(_core), type => type.Name == nameof(BatteryManager));
    }

    [Fact]
    public void Core_code_leaves_room_below_the_limit_of_an_assembly()
    {
        int size = _core.GetAllTypes().SelectMany(t => t.Methods).Where(m => m.HasBody).Sum(m => m.Body.CodeSize);
        Assert.InRange(size, 1, MostCode);
    }

    [Fact]
    public void Core_refers_to_the_base_library_alone()
        => Assert.Equal(["System.Runtime"], _core.AssemblyReferences.Select(reference => reference.Name));

    [Fact]
    public void A_step_reaches_no_allocation()
    {
        List<string> found = [.. Allocations(Method(_core, nameof(BatteryManager), nameof(BatteryManager.Step)))];
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    [Fact]
    public void A_step_reaches_every_limiter()
    {
        IEnumerable<string> reached = CallGraph.From(Method(_core, nameof(BatteryManager), nameof(BatteryManager.Step))).Select(m => m.DeclaringType.Name);
        IEnumerable<string> limiters = DeviceScanner.Types(_core).Where(t => t.BaseType?.Name == "Limiter" && t.Methods.Any(m => m.IsVirtual)).Select(t => t.Name);
        Assert.Empty(limiters.Except(reached));
    }

    [Theory]
    [InlineData("Pair", "struct definition")]
    [InlineData("FloatField", "floating point")]
    [InlineData("DoubleCode", "floating point")]
    [InlineData("DecimalArgument", "struct Decimal")]
    [InlineData("StructReturned", "struct DateTime")]
    [InlineData("StructLocal", "local: struct Pair")]
    [InlineData("GenericType`1", "generic type")]
    [InlineData("GenericMethod", "generic method")]
    [InlineData("CallsGenericMethod", "generic method Empty")]
    [InlineData("NullableInteger", "generic type")]
    [InlineData("TwoDimensions", "array of more than one dimension")]
    [InlineData("CheckedArithmetic", "checked arithmetic (add.ovf)")]
    [InlineData("CheckedConversion", "checked arithmetic (conv.ovf.i2)")]
    [InlineData("CallsMath", "System.Math is not there")]
    [InlineData("CallsLinq", "System.Linq.Enumerable is not there")]
    [InlineData("ReadsOtherStatic", "static initialiser reads ZStatic.Values")]
    [InlineData("IDefault", "default interface method")]
    public void A_bad_sample_is_caught(string sample, string reason)
    {
        IEnumerable<string> violations = DeviceScanner.Violations(Sample(sample));
        Assert.Contains(violations, v => v.Contains(sample, StringComparison.Ordinal) && v.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(Good))]
    [InlineData(nameof(DayPart))]
    [InlineData(nameof(ZStatic))]
    public void A_good_sample_passes(string sample) => Assert.Empty(DeviceScanner.Violations(Sample(sample)));

    [Fact]
    public void An_allocation_behind_a_call_is_caught()
        => Assert.Single(Allocations(Method(_samples, nameof(Allocates), nameof(Allocates.Step))));

    private static IEnumerable<string> Allocations(MethodDefinition start)
        => from method in CallGraph.From(start)
           from instruction in method.Body.Instructions
           where _allocations.Contains(instruction.OpCode.Code)
           select $"{method.FullName}: {instruction.OpCode.Name}";

    private static TypeDefinition Sample(string name) => _samples.GetAllTypes().Single(t => t.Namespace == typeof(Good).Namespace && t.Name == name);

    private static MethodDefinition Method(ModuleDefinition module, string type, string name)
        => module.GetAllTypes().Single(t => t.Name == type).Methods.Single(m => m.Name == name);
}

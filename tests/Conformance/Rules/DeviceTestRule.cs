using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Tests that the device's launcher can call: it calls them without an object.</summary>
internal static class DeviceTestRule
{
    private const string TestClass = "nanoFramework.TestFramework.TestClassAttribute";

    /// <summary>Fields of a test class, and tests that use their object.</summary>
    public static IEnumerable<Spot> State(Build build, FirmwareImage image)
        => build.OwnTypes().Where(IsTestClass).SelectMany(type =>
            type.Fields.Where(f => !f.IsStatic).Select(f => build.Spot(f, $"field {f.Short()} of an object"))
                .Concat(type.Methods.Where(m => m.HasBody && !m.IsStatic && !m.IsConstructor).SelectMany(m => m.Body.Instructions.Where(IsThis).Select(i => build.Spot(m, i, $"{m.Short()} uses its object")))));

    private static bool IsTestClass(TypeDefinition type) => type.CustomAttributes.Any(a => string.Equals(a.AttributeType.FullName, TestClass, StringComparison.Ordinal));

    // the analysed code never changes its own object's place, so argument 0 is the object
    private static bool IsThis(Instruction instruction) => instruction.OpCode.Code is Code.Ldarg_0;
}

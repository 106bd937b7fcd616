using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Structures: each one that is a variable, an argument or a result is an object on the device.</summary>
internal static class StructRule
{
    // how the data of an array comes in; nothing is left of it on the device
    private const string ArrayData = "System.RuntimeFieldHandle";

    /// <summary>Structures that are declared.</summary>
    public static IEnumerable<Spot> Declared(Build build, FirmwareImage image)
        => build.OwnTypes().Where(type => type.IsValueType && !type.IsEnum).Select(type => build.Spot(type, $"struct {type.Name}"));

    /// <summary>Structures that are variables, arguments, results or parts of an expression.</summary>
    public static IEnumerable<Spot> Used(Build build, FirmwareImage image)
        => TypeUses.Of(build).Where(use => use.Kind is not (UseKind.Field or UseKind.Parent) && TypeUses.IsStruct(use.Type) && use.Type.FullName != ArrayData).Select(use => use.Spot);

    /// <summary>Values made into objects.</summary>
    public static IEnumerable<Spot> Boxed(Build build, FirmwareImage image)
        => build.Instructions().Where(at => at.Instruction.OpCode.Code == Code.Box)
            .Select(at => build.Spot(at.Method, at.Instruction, $"{((TypeReference)at.Instruction.Operand).Name} becomes an object in {at.Method.Short()}"));
}

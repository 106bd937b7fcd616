using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;
using Mono.Cecil;

namespace Bms.Conformance.Tests.Rules;

/// <summary>No generics: neither types and methods of our own nor uses of others.</summary>
internal static class GenericsRule
{
    /// <summary>Generic types, delegates and methods that are declared.</summary>
    public static IEnumerable<Spot> Declared(Build build, FirmwareImage image)
        => build.Types().Where(type => type.HasGenericParameters && !Places.IsMadeByCompiler(type)).Select(type => build.Spot(type, $"generic type {type.Name}"))
            .Concat(build.Types().SelectMany(type => type.Methods).Where(method => method.HasGenericParameters).Select(method => build.Spot(method, $"generic method {method.Short()}")));

    /// <summary>Generic types and methods that are used.</summary>
    public static IEnumerable<Spot> Used(Build build, FirmwareImage image)
        => TypeUses.Of(build).Where(use => TypeUses.Parts(use.Type).Any(part => part is GenericInstanceType)).Select(use => use.Spot)
            .Concat(build.Instructions().Where(at => at.Instruction.Operand is GenericInstanceMethod).Select(at => build.Spot(at.Method, at.Instruction, $"call of the generic method {((MethodReference)at.Instruction.Operand).Name}")));
}

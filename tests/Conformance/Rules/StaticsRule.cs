using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Static fields: each class sets up its own, once.</summary>
internal static class StaticsRule
{
    /// <summary>Static initialisers that touch a static field of another type, by themselves or through what they call.</summary>
    public static IEnumerable<Spot> Dependent(Build build, FirmwareImage image)
        => from initialiser in build.Bodies()
           where initialiser.IsConstructor && initialiser.IsStatic
           from method in image.Calls.From([initialiser]).Methods
           where method.HasBody
           from instruction in method.Body.Instructions
           where instruction.OpCode.Code is Code.Ldsfld or Code.Ldsflda or Code.Stsfld
           let field = (FieldReference)instruction.Operand
           where field.DeclaringType.FullName != initialiser.DeclaringType.FullName
           select method == initialiser
               ? build.Spot(initialiser, instruction, $"the initialiser of {initialiser.DeclaringType.Name} needs {field.Short()}")
               : build.Spot(initialiser, Way(image, initialiser, method), $"the initialiser of {initialiser.DeclaringType.Name} needs {field.Short()} through {method.Short()}");

    /// <summary>Static fields that can change.</summary>
    public static IEnumerable<Spot> Mutable(Build build, FirmwareImage image)
        => from type in build.OwnTypes()
           from field in type.Fields
           where field.IsStatic && !field.IsInitOnly && !field.IsLiteral && !field.Name.StartsWith("<>", StringComparison.Ordinal)
           select build.Spot(field, $"static field {field.Short()} is not readonly");

    // the call in the initialiser that leads there
    private static Instruction Way(FirmwareImage image, MethodDefinition initialiser, MethodDefinition method)
        => initialiser.Body.Instructions.First(i => i.Operand is MethodReference called && image.Calls.From(image.Calls.Targets(called)).Contains(method));
}

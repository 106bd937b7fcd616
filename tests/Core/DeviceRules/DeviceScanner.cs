using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Bms.Core.Tests.DeviceRules;

/// <summary>
/// Reads compiled types and says what the device's runtime could not load, would run wrongly, or would pay for with garbage.
/// </summary>
internal static class DeviceScanner
{
    private const int MostMethodsOfType = 255;

    private static readonly HashSet<string> _forbiddenTypes =
    [
        "System.Math", "System.MathF", "System.BitConverter", "System.Decimal", "System.HashCode", "System.Numerics.BitOperations", "System.Diagnostics.Stopwatch",
    ];

    private static readonly string[] _forbiddenNamespaces = ["System.Linq", "System.Collections.Generic", "System.Threading.Tasks", "System.Numerics", "System.Buffers"];

    /// <summary>All types of an assembly but those in which the compiler keeps the data of array initialisers.</summary>
    public static IEnumerable<TypeDefinition> Types(ModuleDefinition module)
        => module.GetAllTypes().Where(type => !type.FullName.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal));

    /// <summary>One line for each breach: where, and why.</summary>
    public static IEnumerable<string> Violations(TypeDefinition type)
        => OfType(type)
            .Concat(type.Fields.Where(f => !(type.IsEnum && f.IsSpecialName)).SelectMany(f => OfTypeReference(f.FieldType).Select(why => $"field {f.Name}: {why}")))
            .Concat(type.Methods.SelectMany(m => OfMethod(m).Select(why => $"{m.Name}: {why}")))
            .Select(why => $"{type.FullName}: {why}")
            .Distinct();

    private static IEnumerable<string> OfType(TypeDefinition type)
    {
        if (type.IsValueType && !type.IsEnum)
        {
            yield return "struct definition";
        }

        if (type.HasGenericParameters)
        {
            yield return "generic type";
        }

        if (type.Methods.Count > MostMethodsOfType)
        {
            yield return $"{type.Methods.Count} methods, at most {MostMethodsOfType}";
        }

        foreach (TypeReference parent in type.Interfaces.Select(i => i.InterfaceType).Append(type.BaseType).OfType<TypeReference>())
        {
            foreach (string why in OfReferenceTo(parent))
            {
                yield return why;
            }
        }

        foreach (string why in type.IsInterface ? type.Methods.Where(m => m.HasBody).Select(m => $"{m.Name}: default interface method") : [])
        {
            yield return why;
        }
    }

    private static IEnumerable<string> OfMethod(MethodDefinition method)
    {
        IEnumerable<string> signature = method.Parameters.Select(p => p.ParameterType).Append(method.ReturnType).SelectMany(OfTypeReference);
        IEnumerable<string> generic = method.HasGenericParameters ? ["generic method"] : [];
        if (!method.HasBody)
        {
            return signature.Concat(generic);
        }

        return signature.Concat(generic)
            .Concat(method.Body.Variables.SelectMany(v => OfTypeReference(v.VariableType).Select(why => "local: " + why)))
            .Concat(method.Body.Instructions.SelectMany(OfInstruction))
            .Concat(method.IsConstructor && method.IsStatic ? OfStaticInitialiser(method) : []);
    }

    private static IEnumerable<string> OfInstruction(Instruction instruction)
    {
        string opcode = instruction.OpCode.Name;
        if (opcode.Contains(".r4", StringComparison.Ordinal) || opcode.Contains(".r8", StringComparison.Ordinal) || opcode is "conv.r.un" or "ckfinite")
        {
            yield return $"floating point ({opcode})";
        }

        if (opcode.Contains(".ovf", StringComparison.Ordinal))
        {
            yield return $"checked arithmetic ({opcode})";
        }

        if (opcode is "localloc" or "cpblk" or "initblk" or "calli" or "arglist" or "mkrefany" or "cpobj" or "ldobj" or "stobj" or "initobj")
        {
            yield return $"unsafe or struct code ({opcode})";
        }

        if (instruction.Operand is MethodReference called)
        {
            IEnumerable<string> generic = called is GenericInstanceMethod ? [$"generic method {called.Name}"] : [];
            IEnumerable<string> types = called.Parameters.Select(p => p.ParameterType).Append(called.ReturnType).SelectMany(OfTypeReference);
            foreach (string why in generic.Concat(IsArrayInitialiser(called) ? [] : OfReferenceTo(called.DeclaringType).Concat(types)))
            {
                yield return $"calls {called.DeclaringType.Name}.{called.Name}: {why}";
            }
        }

        TypeReference? used = instruction.Operand switch
        {
            TypeReference type => type,
            FieldReference field when opcode != "ldtoken" => field.FieldType,
            _ => null,
        };
        foreach (string why in used == null ? [] : OfTypeReference(used))
        {
            yield return why;
        }
    }

    /// <summary>How an array's data comes in; the device's metadata processor knows it.</summary>
    private static bool IsArrayInitialiser(MethodReference called)
        => called is { Name: "InitializeArray", DeclaringType.FullName: "System.Runtime.CompilerServices.RuntimeHelpers" };

    private static IEnumerable<string> OfReferenceTo(TypeReference type)
    {
        if (_forbiddenTypes.Contains(type.FullName) || _forbiddenNamespaces.Any(space => type.Namespace == space || type.Namespace.StartsWith(space + ".", StringComparison.Ordinal)))
        {
            yield return $"{type.FullName} is not there";
        }

        if (type is GenericInstanceType)
        {
            yield return $"generic type {type.Name}";
        }
    }

    private static IEnumerable<string> OfTypeReference(TypeReference type)
    {
        switch (type)
        {
            case ArrayType { Rank: > 1 }:
                return ["array of more than one dimension"];
            case PointerType or FunctionPointerType:
                return ["pointer"];
            case GenericParameter or GenericInstanceType:
                return [$"generic type {type.Name}"];
            case TypeSpecification specified:
                return OfTypeReference(specified.ElementType);
        }

        return type.MetadataType switch
        {
            MetadataType.Single or MetadataType.Double => [$"floating point ({type.Name})"],
            MetadataType.IntPtr or MetadataType.UIntPtr => ["native integer"],
            MetadataType.ValueType when !IsOwnEnum(type) => [$"struct {type.Name}"],
            _ => OfReferenceTo(type),
        };
    }

    private static bool IsOwnEnum(TypeReference type) => type is TypeDefinition { IsEnum: true };

    /// <summary>All statics are initialised in the order of their types' names: none may depend on another type's.</summary>
    private static IEnumerable<string> OfStaticInitialiser(MethodDefinition initialiser)
        => CallGraph.From(initialiser)
            .SelectMany(m => m.Body.Instructions)
            .Where(i => i.OpCode.Code is Code.Ldsfld or Code.Ldsflda)
            .Select(i => (FieldReference)i.Operand)
            .Where(field => field.DeclaringType.FullName != initialiser.DeclaringType.FullName)
            .Select(field => $"static initialiser reads {field.DeclaringType.Name}.{field.Name}");
}

using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Scanning;

/// <summary>Everywhere that an assembly names a type.</summary>
internal static class TypeUses
{
    /// <summary>All of them, parents first.</summary>
    public static IEnumerable<TypeUse> Of(Build build)
        => build.Types().SelectMany(type => OfType(build, type).Concat(type.Methods.SelectMany(method => OfMethod(build, method))));

    /// <summary>A type and all it is made of: elements of arrays, arguments of generics and so on.</summary>
    public static IEnumerable<TypeReference> Parts(TypeReference type)
    {
        IEnumerable<TypeReference> inner = type switch
        {
            GenericInstanceType instance => instance.GenericArguments.Append(instance.ElementType).SelectMany(Parts),
            TypeSpecification specified => Parts(specified.ElementType),
            _ => [],
        };
        return inner.Prepend(type);
    }

    /// <summary>Whether values of a type are structures: neither numbers nor enumerations.</summary>
    public static bool IsStruct(TypeReference type)
        => type is not TypeSpecification && type.MetadataType is MetadataType.ValueType or MetadataType.TypedByReference && type.Resolve() is not { IsEnum: true };

    private static IEnumerable<TypeUse> OfType(Build build, TypeDefinition type)
    {
        foreach (TypeReference parent in type.Interfaces.Select(i => i.InterfaceType).Append(type.BaseType).OfType<TypeReference>())
        {
            yield return new TypeUse(parent, UseKind.Parent, () => build.Spot(type, $"{type.Name} is derived from {parent.Name}"));
        }

        foreach (FieldDefinition field in type.Fields.Where(f => !(type.IsEnum && f.IsSpecialName)))
        {
            yield return new TypeUse(field.FieldType, UseKind.Field, () => build.Spot(field, $"field {field.Short()} of type {field.FieldType.Name}"));
        }
    }

    private static IEnumerable<TypeUse> OfMethod(Build build, MethodDefinition method)
    {
        foreach (ParameterDefinition parameter in method.Parameters)
        {
            yield return new TypeUse(parameter.ParameterType, UseKind.Parameter, () => build.Spot(method, $"argument {parameter.Name} of {method.Short()} is of type {parameter.ParameterType.Name}"));
        }

        yield return new TypeUse(method.ReturnType, UseKind.Result, () => build.Spot(method, $"{method.Short()} returns {method.ReturnType.Name}"));
        if (!method.HasBody)
        {
            yield break;
        }

        foreach (VariableDefinition variable in method.Body.Variables)
        {
            yield return new TypeUse(variable.VariableType, UseKind.Local, () => build.Spot(method, FirstUse(method, variable), $"local variable of type {variable.VariableType.Name} in {method.Short()}"));
        }

        foreach (Instruction instruction in method.Body.Instructions)
        {
            foreach ((TypeReference type, UseKind kind) in Named(instruction))
            {
                yield return new TypeUse(type, kind, () => build.Spot(method, instruction, $"{method.Short()} uses {type.Name} ({Operand(instruction)})"));
            }
        }
    }

    private static Instruction FirstUse(MethodDefinition method, VariableDefinition variable)
        => method.Body.Instructions.FirstOrDefault(i => i.Operand == variable || (variable.Index < 4 && (i.OpCode.Code == Code.Stloc_0 + variable.Index || i.OpCode.Code == Code.Ldloc_0 + variable.Index)))
            ?? method.Body.Instructions[0];

    private static IEnumerable<(TypeReference Type, UseKind Kind)> Named(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [(type, UseKind.Operand)],
        MethodReference called => called.Parameters.Select(p => p.ParameterType).Append(called.ReturnType).Concat(called is GenericInstanceMethod generic ? generic.GenericArguments : []).Select(t => (t, UseKind.Call)).Append((called.DeclaringType, UseKind.Operand)),
        FieldReference field when instruction.OpCode.Code != Code.Ldtoken => [(field.FieldType, UseKind.Operand), (field.DeclaringType, UseKind.Operand)],
        _ => [],
    };

    private static string Operand(Instruction instruction) => instruction.Operand is MemberReference member ? $"{instruction.OpCode.Name} {member.Short()}" : instruction.OpCode.Name;
}

using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Garbage in what runs again and again.</summary>
internal static class GarbageRule
{
    private const string Span = "System.SpanByte";

    // the runtime keeps these two in a number
    private static readonly string[] _plainStructs = ["System.DateTime", "System.TimeSpan"];

    /// <summary>Anything the core makes in a step.</summary>
    public static IEnumerable<Spot> InCore(Build build, FirmwareImage image)
        => from reach in new[] { Periodic.Core(image) }
           from method in reach.Methods
           where method.HasBody && method.Module == build.Module
           from instruction in method.Body.Instructions
           let made = Made(instruction)
           where made != null
           select build.Spot(method, instruction, $"{made} in {reach.WayTo(method)}");

    /// <summary>Anything the board's code makes in a tick but the structures that the hardware's interface takes and returns.</summary>
    public static IEnumerable<Spot> OnBoard(Build build, FirmwareImage image)
    {
        Reach reach = Periodic.Board(image);
        foreach (MethodDefinition method in reach.Methods.Where(m => m.HasBody && m.Module == build.Module))
        {
            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (Made(instruction) is { } made)
                {
                    yield return build.Spot(method, instruction, $"{made} in {reach.WayTo(method)}");
                }
            }

            foreach (Spot spot in Copies(build, method, reach.WayTo(method)))
            {
                yield return spot;
            }
        }
    }

    /// <summary>More spans of bytes than one pair for each transaction.</summary>
    public static IEnumerable<Spot> Spans(Build build, FirmwareImage image)
        => from method in Periodic.Board(image).Methods
           where method.HasBody && method.Module == build.Module
           let spans = method.Body.Instructions.Where(MakesSpan).ToList()
           let count = spans.Count + method.Body.Variables.Count(v => v.VariableType.FullName == Span)
           let transactions = method.Body.Instructions.Count(IsTransaction)
           where count > 2 * transactions
           select build.Spot(method, spans.FirstOrDefault() ?? method.Body.Instructions[0], $"{count} spans for {transactions} transactions in {method.Short()}");

    /// <summary>What an instruction makes on the heap; null if nothing, or a structure.</summary>
    private static string? Made(Instruction instruction)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Newarr:
                return $"new {((TypeReference)instruction.Operand).Name}[]";
            case Code.Box:
                return $"boxed {((TypeReference)instruction.Operand).Name}";
            case Code.Ldftn or Code.Ldvirtftn:
                return "a delegate";
            case Code.Newobj:
                TypeReference type = ((MethodReference)instruction.Operand).DeclaringType;
                return TypeUses.IsStruct(type) ? null : $"new {type.Name}";
            case Code.Call or Code.Callvirt:
                MethodReference called = (MethodReference)instruction.Operand;
                bool isNewText = called.ReturnType.MetadataType == MetadataType.String || called.ReturnType.IsArray;
                return isNewText && IsLibrary(called) ? $"the result of {called.Short()}" : null;
            default:
                return null;
        }
    }

    // a structure that is handed on is copied, and a variable of one is an object: only what the hardware's interface returns may be kept
    private static IEnumerable<Spot> Copies(Build build, MethodDefinition method, string way)
    {
        foreach (TypeReference passed in method.Parameters.Select(p => p.ParameterType).Append(method.ReturnType).Where(IsCostly))
        {
            yield return build.Spot(method, $"{passed.Name} passed by value in {way}");
        }

        foreach (Instruction made in method.Body.Instructions.Where(i => i.OpCode.Code == Code.Newobj))
        {
            TypeReference type = ((MethodReference)made.Operand).DeclaringType;
            if (IsCostly(type) && type.FullName != Span)
            {
                yield return build.Spot(method, made, $"new {type.Name} in {way}");
            }
        }

        foreach (IGrouping<string, VariableDefinition> kept in method.Body.Variables.Where(v => IsCostly(v.VariableType) && v.VariableType.FullName != Span).GroupBy(v => v.VariableType.FullName))
        {
            int returned = method.Body.Instructions.Count(i => i.Operand is MethodReference called && IsLibrary(called) && called.ReturnType.FullName == kept.Key);
            if (kept.Count() > returned)
            {
                yield return build.Spot(method, method.Body.Instructions[0], $"{kept.Count()} variables of type {kept.First().VariableType.Name} in {way}, where the hardware returns {returned}");
            }
        }
    }

    private static bool IsCostly(TypeReference type) => TypeUses.IsStruct(type) && !_plainStructs.Contains(type.FullName);

    private static bool MakesSpan(Instruction instruction) => instruction.Operand is MethodReference called && instruction.OpCode.Code switch
    {
        Code.Newobj => called.DeclaringType.FullName == Span,
        Code.Call or Code.Callvirt => called.ReturnType.FullName == Span,
        _ => false,
    };

    private static bool IsTransaction(Instruction instruction)
        => instruction.OpCode.Code is Code.Call or Code.Callvirt && instruction.Operand is MethodReference called && IsLibrary(called)
            && called.DeclaringType.FullName != Span && called.Parameters.Any(p => p.ParameterType.FullName == Span);

    private static bool IsLibrary(MethodReference called) => !called.DeclaringType.FullName.StartsWith("Bms.", StringComparison.Ordinal);
}

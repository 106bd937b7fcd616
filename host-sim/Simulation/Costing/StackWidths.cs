using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Simulation.Costing;

/// <summary>
/// Follows the evaluation stack through a method to tell 64-bit arithmetic from 32-bit: the IL instruction is the same.
/// </summary>
/// <remarks>One pass forward is enough: ECMA-335 III.1.7.5 has the stack empty after an unconditional branch, unless an
/// earlier branch leads there.</remarks>
internal sealed class StackWidths
{
    private readonly Dictionary<Instruction, bool[]> _before = [];
    private readonly HashSet<Instruction> _wide = [];
    private readonly Stack<bool> _stack = new();

    /// <summary>The instructions that take or give a 64-bit number.</summary>
    /// <param name="body">The method, its short forms made long.</param>
    public static HashSet<Instruction> Wide(MethodBody body)
    {
        StackWidths widths = new();
        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            bool[] exception = handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter ? [false] : [];
            widths._before[handler.HandlerStart] = exception;
            if (handler.FilterStart is not null)
            {
                widths._before[handler.FilterStart] = exception;
            }
        }

        foreach (Instruction instruction in body.Instructions)
        {
            widths.Follow(instruction);
        }

        return widths._wide;
    }

    private static bool IsWide(TypeReference type) => type.MetadataType switch
    {
        MetadataType.Int64 or MetadataType.UInt64 or MetadataType.Double => true,
        MetadataType.ValueType when type.Resolve() is { IsEnum: true } of => IsWide(of.Fields.First(field => !field.IsStatic).FieldType),
        _ => false,
    };

    private void Follow(Instruction instruction)
    {
        if (_before.TryGetValue(instruction, out bool[]? known))
        {
            Restart(known);
        }

        bool[] taken = [.. Enumerable.Range(0, Taken(instruction)).Select(_ => _stack.TryPop(out bool isWide) && isWide)];
        bool[] given = Given(instruction, taken);
        if (taken.Contains(true) || given.Contains(true))
        {
            _wide.Add(instruction);
        }

        foreach (bool isWide in given)
        {
            _stack.Push(isWide);
        }

        bool[] after = [.. _stack.Reverse()];
        foreach (Instruction target in instruction.Operand switch { Instruction one => [one], Instruction[] many => many, _ => [] })
        {
            _before.TryAdd(target, instruction.OpCode.Code is Code.Leave ? [] : after);
        }

        if (instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw)
        {
            Restart([]);
        }
    }

    private void Restart(bool[] stack)
    {
        _stack.Clear();
        foreach (bool isWide in stack)
        {
            _stack.Push(isWide);
        }
    }

    private int Taken(Instruction instruction) => instruction.OpCode.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8 or StackBehaviour.Popi_popr4
            or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        StackBehaviour.Varpop when instruction.Operand is IMethodSignature called =>
            called.Parameters.Count + (called.HasThis && instruction.OpCode.Code != Code.Newobj ? 1 : 0) + (instruction.OpCode.Code == Code.Calli ? 1 : 0),
        StackBehaviour.Varpop or StackBehaviour.PopAll => _stack.Count,
        _ => 3,
    };

    private static bool[] Given(Instruction instruction, bool[] taken) => instruction.OpCode.StackBehaviourPush switch
    {
        StackBehaviour.Push0 => [],
        StackBehaviour.Pushi8 or StackBehaviour.Pushr8 => [true],
        StackBehaviour.Push1_push1 => [taken[0], taken[0]],
        StackBehaviour.Varpush when ((IMethodSignature)instruction.Operand).ReturnType is { MetadataType: not MetadataType.Void } type => [IsWide(type)],
        StackBehaviour.Varpush => [],
        StackBehaviour.Push1 => [IsWide(instruction, taken)],
        _ => [false],
    };

    private static bool IsWide(Instruction instruction, bool[] taken) => instruction.OpCode.Code switch
    {
        Code.Shl or Code.Shr or Code.Shr_Un => taken[^1],   // the count of bits lay on top
        _ => instruction.Operand switch
        {
            VariableDefinition local => IsWide(local.VariableType),
            ParameterDefinition argument => IsWide(argument.ParameterType),
            FieldReference field => IsWide(field.FieldType),
            TypeReference type => IsWide(type),
            _ => taken.Contains(true),
        },
    };
}

using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>Instructions of which only the place of their operands and the type of their result matter.</summary>
internal static class StackEffect
{
    /// <summary>Takes what the instruction takes and puts any value of its result's type.</summary>
    public static void Take(Instruction instruction, MachineState state)
    {
        state.Pop(Taken(instruction.OpCode.StackBehaviourPop, state));
        int put = instruction.OpCode.StackBehaviourPush switch
        {
            StackBehaviour.Push0 => 0,
            _ => 1,
        };
        if (put > 0)
        {
            state.Push(Result(instruction));
        }
    }

    private static int Taken(StackBehaviour pop, MachineState state) => pop switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.PopAll => state.Depth,
        StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8 or StackBehaviour.Popref_popi_popr4 or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref => 3,
        _ => 2,
    };

    private static Value Result(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldlen => Value.Integer(Interval.Of(0, int.MaxValue), 32),
        Code.Ldelem_U1 or Code.Ldind_U1 => Value.Integer(Interval.Of(0, byte.MaxValue), 32),
        Code.Ldelem_I1 or Code.Ldind_I1 => Value.Integer(Interval.Of(sbyte.MinValue, sbyte.MaxValue), 32),
        Code.Ldelem_U2 or Code.Ldind_U2 => Value.Integer(Interval.Of(0, ushort.MaxValue), 32),
        Code.Ldelem_I2 or Code.Ldind_I2 => Value.Integer(Interval.Of(short.MinValue, short.MaxValue), 32),
        Code.Ldelem_I4 or Code.Ldelem_U4 or Code.Ldind_I4 or Code.Ldind_U4 or Code.Sizeof => Value.Integer(Interval.Full(32), 32),
        Code.Ldelem_I8 or Code.Ldind_I8 => Value.Integer(Interval.Full(64), 64),
        Code.Ldelem_R4 or Code.Ldelem_R8 or Code.Ldind_R4 or Code.Ldind_R8 => Value.Floating,
        Code.Unbox_Any or Code.Ldelem_Any or Code.Ldobj => Value.Any((TypeReference)instruction.Operand),
        _ => Value.Other,
    };
}

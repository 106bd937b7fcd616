using System.Collections.Generic;
using System.Linq;
using Mono.Cecil.Cil;

namespace Bms.Simulation.Costing;

/// <summary>Cuts a method into stretches that run from their first instruction to their last, exceptions aside.</summary>
internal static class BasicBlocks
{
    /// <summary>The blocks in order; together all instructions.</summary>
    public static IReadOnlyList<IReadOnlyList<Instruction>> Of(MethodBody body)
    {
        HashSet<Instruction> leaders = Leaders(body);
        List<List<Instruction>> blocks = [];
        foreach (Instruction instruction in body.Instructions)
        {
            if (leaders.Contains(instruction))
            {
                blocks.Add([]);
            }

            blocks[^1].Add(instruction);
        }

        return blocks;
    }

    private static HashSet<Instruction> Leaders(MethodBody body)
    {
        HashSet<Instruction> leaders = [body.Instructions[0]];
        foreach (Instruction instruction in body.Instructions)
        {
            switch (instruction.Operand)
            {
                case Instruction target:
                    leaders.Add(target);
                    break;
                case Instruction[] targets:
                    leaders.UnionWith(targets);
                    break;
            }

            if (instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw && instruction.Next is { } next)
            {
                leaders.Add(next);
            }
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            Instruction?[] borders = [handler.TryStart, handler.TryEnd, handler.FilterStart, handler.HandlerStart, handler.HandlerEnd];
            leaders.UnionWith(borders.OfType<Instruction>());
        }

        return leaders;
    }
}

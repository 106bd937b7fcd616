using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Scanning;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>Walks one method with ranges of values in place of values, each way it can take, until nothing new is found.</summary>
internal sealed class MethodWalk
{
    private const int VisitsBeforeWidening = 4;

    private readonly MethodDefinition _method;
    private readonly Knowledge _found;
    private readonly InstructionStep _step;
    private readonly Dictionary<Instruction, MachineState> _entries = [];
    private readonly Dictionary<Instruction, int> _visits = [];
    private readonly Queue<Instruction> _open = [];
    private readonly HashSet<Instruction> _waiting = [];
    private readonly HashSet<Instruction> _leaders;
    private readonly Int128[] _landmarks;

    /// <summary>A walk.</summary>
    /// <param name="method">Has a body.</param>
    /// <param name="calls">What it calls.</param>
    /// <param name="known">What is known of arguments, results and fields.</param>
    /// <param name="found">Takes what this method passes, returns and stores.</param>
    public MethodWalk(MethodDefinition method, CallGraph calls, Knowledge known, Knowledge found)
    {
        _method = method;
        _found = found;
        _step = new InstructionStep(method, calls, known);
        _leaders = [.. method.Body.Instructions.SelectMany(Targets), .. method.Body.ExceptionHandlers.SelectMany(h => new[] { h.HandlerStart, h.FilterStart }).OfType<Instruction>()];
        _landmarks = Landmarks(method);
    }

    /// <summary>Walks it and says which divisions it has.</summary>
    public IReadOnlyList<Division> Walk()
    {
        Enter(_method.Body.Instructions[0], _step.Start());
        foreach (ExceptionHandler handler in _method.Body.ExceptionHandlers)
        {
            MachineState caught = _step.Anything();
            if (handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter)
            {
                caught.Push(Value.Other);
            }

            foreach (Instruction start in new[] { handler.HandlerStart, handler.FilterStart }.OfType<Instruction>())
            {
                Enter(start, caught.Copy());
            }
        }

        while (_open.TryDequeue(out Instruction? block))
        {
            _waiting.Remove(block);
            Run(block, _entries[block].Copy(), collect: false);
        }

        // only now are the entries final
        foreach ((Instruction block, MachineState state) in _entries)
        {
            Run(block, state.Copy(), collect: true);
        }

        return _step.Divisions;
    }

    private static IEnumerable<Instruction> Targets(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };

    private void Run(Instruction block, MachineState state, bool collect)
    {
        _step.Found = collect ? _found : null;
        for (Instruction? instruction = block; instruction != null; instruction = instruction.Next)
        {
            if (instruction != block && _leaders.Contains(instruction))
            {
                Continue(instruction, state, collect);
                return;
            }

            switch (instruction.OpCode.FlowControl)
            {
                case FlowControl.Branch:
                    if (instruction.OpCode.Code is Code.Leave or Code.Leave_S)
                    {
                        state.Clear();
                    }

                    Continue((Instruction)instruction.Operand, state, collect);
                    return;
                case FlowControl.Cond_Branch when instruction.OpCode.Code == Code.Switch:
                    state.Pop();
                    foreach (Instruction target in Targets(instruction))
                    {
                        Continue(target, state, collect);
                    }

                    break;
                case FlowControl.Cond_Branch:
                    Comparison? comparison = _step.Condition(instruction, state);
                    if (Branches.Taken(state, comparison) is { } taken)
                    {
                        Continue((Instruction)instruction.Operand, taken, collect);
                    }

                    if (Branches.Taken(state, comparison?.Not()) is not { } passed)
                    {
                        return;
                    }

                    state = passed;
                    break;
                case FlowControl.Return or FlowControl.Throw:
                    _step.End(instruction, state);
                    return;
                default:
                    _step.Take(instruction, state);
                    break;
            }
        }
    }

    private void Continue(Instruction target, MachineState state, bool collect)
    {
        if (!collect)
        {
            Enter(target, state.Copy());
        }
    }

    private void Enter(Instruction block, MachineState state)
    {
        if (_entries.TryGetValue(block, out MachineState? known))
        {
            int visits = _visits[block] = _visits.GetValueOrDefault(block) + 1;
            MachineState joined = known.Or(state, visits > VisitsBeforeWidening ? Widen : (_, value) => value);
            if (joined.Same(known))
            {
                return;
            }

            state = joined;
        }

        _entries[block] = state;
        if (_waiting.Add(block))
        {
            _open.Enqueue(block);
        }
    }

    // a bound that moves goes on to the next number that the method itself names, so that a loop is walked a few times, not a million
    private Value Widen(Value before, Value now)
    {
        if (now.Bits == 0 || before.Bits != now.Bits)
        {
            return now;
        }

        Int128 low = now.Interval.Low < before.Interval.Low ? _landmarks.Last(mark => mark <= now.Interval.Low) : now.Interval.Low;
        Int128 high = now.Interval.High > before.Interval.High ? _landmarks.First(mark => mark >= now.Interval.High) : now.Interval.High;
        return now with { Interval = Interval.Of(low, high, now.Interval.IsNonZero, now.Interval.IsNonMinusOne).Within(now.Bits) };
    }

    private static Int128[] Landmarks(MethodDefinition method)
    {
        IEnumerable<long> named = method.Body.Instructions.Select(InstructionStep.Constant).OfType<long>().Concat([0, int.MinValue, int.MaxValue, long.MinValue, long.MaxValue]);
        return [.. named.SelectMany(value => new Int128[] { (Int128)value - 1, value, (Int128)value + 1 }).Distinct().Order()];
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bms.Conformance.Tests.Scanning;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>What single instructions of a method do to the state.</summary>
internal sealed class InstructionStep
{
    private readonly MethodDefinition _method;
    private readonly CallGraph _calls;
    private readonly Knowledge _known;
    private readonly Places _places;
    private readonly List<Division> _divisions = [];

    /// <summary>Steps through one method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="calls">What it calls.</param>
    /// <param name="known">What is known of arguments, results and fields.</param>
    public InstructionStep(MethodDefinition method, CallGraph calls, Knowledge known)
    {
        _method = method;
        _calls = calls;
        _known = known;
        _places = new Places(method);
    }

    /// <summary>Takes what the method passes, returns and stores; null while its ranges are still being worked out.</summary>
    public Knowledge? Found { get; set; }

    /// <summary>The divisions passed while <see cref="Found"/> was there.</summary>
    public IReadOnlyList<Division> Divisions => _divisions;

    /// <summary>The number that an instruction puts on the stack, if it is a constant integer.</summary>
    public static long? Constant(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldc_I4_M1 => -1,
        >= Code.Ldc_I4_0 and <= Code.Ldc_I4_8 => instruction.OpCode.Code - Code.Ldc_I4_0,
        Code.Ldc_I4 or Code.Ldc_I4_S or Code.Ldc_I8 => Convert.ToInt64(instruction.Operand, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The state in which the method begins.</summary>
    public MachineState Start() => State(parameter => _known.Argument(parameter), Zero);

    /// <summary>A state in which anything may be anywhere: an exception came from an unknown place.</summary>
    public MachineState Anything() => State(parameter => Value.Any(parameter.ParameterType), value => value);

    /// <summary>Takes the operands of a branch from the stack.</summary>
    /// <returns>What holds if it is taken; null if that says nothing about integers.</returns>
    public Comparison? Condition(Instruction branch, MachineState state)
    {
        if (branch.OpCode.StackBehaviourPop == StackBehaviour.Popi)
        {
            Value value = state.Pop();
            bool whenTrue = branch.OpCode.Code is Code.Brtrue or Code.Brtrue_S;
            Comparison? comparison = value.Comparison ?? (value.Bits > 0 ? new Comparison(Relation.Different, value, Value.Integer(Interval.Only(0), value.Bits)) : null);
            return whenTrue ? comparison : comparison?.Not();
        }

        Value right = state.Pop();
        return Compare(branch.OpCode.Code, state.Pop(), right);
    }

    /// <summary>Ends the method.</summary>
    /// <param name="instruction">A return or a throw.</param>
    /// <param name="state">The state before it.</param>
    public void End(Instruction instruction, MachineState state)
    {
        if (instruction.OpCode.Code != Code.Ret)
        {
            return;
        }

        if (state.Depth > 0)
        {
            Found?.Add(_method, As(_method.ReturnType, state.Pop()));
        }

        AddReadOnlyFields(state);
    }

    /// <summary>Carries out any other instruction.</summary>
    public void Take(Instruction instruction, MachineState state)
    {
        Code code = instruction.OpCode.Code;
        if (Constant(instruction) is { } constant)
        {
            state.Push(Value.Integer(Interval.Only(constant), code == Code.Ldc_I8 ? 64 : 32));
        }
        else if (_places.Of(instruction) is { } place)
        {
            TakePlace(instruction, place, state);
        }
        else
        {
            switch (code)
            {
                case Code.Ldc_R4 or Code.Ldc_R8:
                    double real = Convert.ToDouble(instruction.Operand, CultureInfo.InvariantCulture);
                    state.Push(Value.Floating with { Real = real, IsRealNonZero = real != 0 });
                    break;
                case Code.Dup:
                    Value top = state.Pop();
                    state.Push(top);
                    state.Push(top);
                    break;
                case >= Code.Add and <= Code.Shr_Un:
                    TakeArithmetic(instruction, state);
                    break;
                case Code.Neg:
                    Value negated = state.Pop();
                    state.Push(negated.Bits > 0 ? Value.Integer(IntervalArithmetic.Negative(negated.Interval, negated.Bits), negated.Bits) : negated with { Real = -negated.Real, Origin = null });
                    break;
                case Code.Not:
                    Value turned = state.Pop();
                    state.Push(turned.Bits > 0 ? Value.Integer(IntervalArithmetic.Complement(turned.Interval), turned.Bits) : Value.Other);
                    break;
                case Code.Ceq or Code.Cgt or Code.Cgt_Un or Code.Clt or Code.Clt_Un:
                    Value right = state.Pop();
                    state.Push(Value.Integer(Interval.Of(0, 1), 32) with { Comparison = Compare(code, state.Pop(), right) });
                    break;
                case Code.Ldfld or Code.Stfld or Code.Ldsfld or Code.Stsfld or Code.Ldflda or Code.Ldsflda:
                    TakeField(code, ((FieldReference)instruction.Operand).Resolve(), state);
                    break;
                case Code.Call or Code.Callvirt or Code.Newobj:
                    TakeCall(instruction, (MethodReference)instruction.Operand, state);
                    break;
                default:
                    TakeOther(instruction, state);
                    break;
            }
        }
    }

    private static Value Zero(Value any) => any.Bits > 0 ? any with { Interval = Interval.Only(0) } : any;

    /// <summary>A value as a place of a type keeps it.</summary>
    private static Value As(TypeReference type, Value value)
    {
        Value any = Value.Any(type);
        bool fits = any.Bits == value.Bits && (any.Bits == 0 || (any.Interval.Low <= value.Interval.Low && value.Interval.High <= any.Interval.High));
        return fits ? value : any;
    }

    // sides that are themselves outcomes need not be kept: nobody asks for them again
    private static Comparison? Compare(Code code, Value left, Value right)
    {
        bool isZero = right.Bits > 0 && right.Interval is { Low: var low, High: var high } && low == 0 && high == 0;
        if (left.Comparison != null && isZero && code is Code.Ceq or Code.Cgt_Un)
        {
            return code == Code.Ceq ? left.Comparison.Not() : left.Comparison;
        }

        Relation? relation = code == Code.Cgt_Un && isZero ? Relation.Different : Comparison.RelationOf(code);
        return relation is { } known ? new Comparison(known, left with { Comparison = null }, right with { Comparison = null }) : null;
    }

    private MachineState State(Func<ParameterDefinition, Value> argument, Func<Value, Value> begun)
    {
        MachineState state = new(_places.Count);
        if (_method.HasThis)
        {
            state.Write(0, Value.Other with { IsThis = true });
        }

        foreach (ParameterDefinition parameter in _method.Parameters)
        {
            state.Write(_places.Of(parameter), argument(parameter));
        }

        foreach (VariableDefinition variable in _method.Body.Variables)
        {
            state.Write(_places.Of(variable), begun(Value.Any(variable.VariableType)));
        }

        foreach (FieldDefinition field in _places.OwnFields)
        {
            state.Write(_places.Of(field), begun(Value.Any(field.FieldType)));
        }

        return state;
    }

    private void TakePlace(Instruction instruction, int place, MachineState state)
    {
        TypeReference? type = _places.TypeOf(place);
        bool isUnknown = type != null && _places.IsExposed(place);
        if (Places.IsWrite(instruction))
        {
            Value value = state.Pop();
            state.Write(place, type == null || isUnknown ? Value.Other : As(type, value));
        }
        else
        {
            state.Push(isUnknown ? Value.Any(type!) : (state.Read(place) ?? Value.Other) with { Origin = place });
        }
    }

    private void TakeArithmetic(Instruction instruction, MachineState state)
    {
        Code code = instruction.OpCode.Code;
        Value b = state.Pop();
        Value a = state.Pop();
        bool isFloating = a.IsFloating || b.IsFloating;
        if (Found != null && code is Code.Div or Code.Div_Un or Code.Rem or Code.Rem_Un)
        {
            _divisions.Add(new Division(_method, instruction, isFloating, Danger(code, a, b)));
        }

        bool isShift = code is Code.Shl or Code.Shr or Code.Shr_Un;
        int bits = isShift ? a.Bits : Math.Max(a.Bits, b.Bits);
        state.Push(isFloating ? Value.Floating : a.Bits > 0 && b.Bits > 0 ? Value.Integer(IntervalArithmetic.Of(code, a.Interval, b.Interval, bits), bits) : Value.Other);
    }

    private static string? Danger(Code code, Value dividend, Value divisor)
    {
        if (divisor.IsFloating)
        {
            return divisor.IsRealNonZero ? null : "the divisor may be 0";
        }

        if (divisor.Bits == 0 || divisor.Interval.Contains(0))
        {
            return $"the divisor, {divisor.Interval.Low} to {divisor.Interval.High}, may be 0";
        }

        bool overflows = code is Code.Div or Code.Rem && divisor.Interval.Contains(-1) && dividend.Interval.Contains(Interval.Full(dividend.Bits).Low);
        return overflows ? $"the divisor, {divisor.Interval.Low} to {divisor.Interval.High}, may be -1 while the dividend is the lowest number" : null;
    }

    private void TakeField(Code code, FieldDefinition field, MachineState state)
    {
        int place = field.IsStatic ? -1 : _places.Of(field);
        switch (code)
        {
            case Code.Ldsfld:
                state.Push(_known.Field(field));
                break;
            case Code.Stsfld:
                Found?.Add(field, As(field.FieldType, state.Pop()));
                break;
            case Code.Ldfld:
                state.Push(state.Pop().IsThis ? ReadOwn(place, field, state) : _known.Field(field));
                break;
            case Code.Ldsflda:
                // whoever has the address may write
                Found?.Add(field, Value.Any(field.FieldType));
                state.Push(Value.Other);
                break;
            case Code.Ldflda:
                state.Pop();
                state.Write(place, null);
                Found?.Add(field, Value.Any(field.FieldType));
                state.Push(Value.Other);
                break;
            default:
                Value value = As(field.FieldType, state.Pop());
                bool isOwn = state.Pop().IsThis;
                if (!field.IsInitOnly)
                {
                    Found?.Add(field, value);
                    state.Write(place, null);
                }

                if (isOwn)
                {
                    state.Write(place, value);
                }

                break;
        }
    }

    private Value ReadOwn(int place, FieldDefinition field, MachineState state)
    {
        if (state.Read(place) == null)
        {
            state.Write(place, _known.Field(field));
        }

        return state.Read(place)! with { Origin = place };
    }

    private void TakeCall(Instruction instruction, MethodReference called, MachineState state)
    {
        Value[] arguments = state.Pop(called.Parameters.Count);
        bool hasObject = called.HasThis && instruction.OpCode.Code != Code.Newobj;
        Value? target = hasObject ? state.Pop() : null;
        IReadOnlyList<MethodDefinition> targets = _calls.Targets(called);
        foreach (MethodDefinition method in targets)
        {
            foreach ((ParameterDefinition parameter, Value argument) in method.Parameters.Zip(arguments))
            {
                Found?.Add(parameter, As(parameter.ParameterType, argument));
            }
        }

        // a half-made object that goes out of hand shows fields that are not yet set
        if (arguments.Any(a => a.IsThis) || (target?.IsThis == true && !IsHarmlessBase(called)))
        {
            AddReadOnlyFields(state);
        }

        if (targets.Count > 0)
        {
            ForgetFields(state);
        }

        if (instruction.OpCode.Code == Code.Newobj)
        {
            state.Push(Value.Other);
        }
        else if (called.ReturnType.MetadataType != MetadataType.Void)
        {
            bool isKnown = called.Resolve() is { } resolved && targets.Contains(resolved);
            Value[] results = isKnown ? [.. targets.Where(t => t.HasBody).Select(_known.Result)] : [];
            state.Push(results.Length > 0 ? results.Aggregate((x, y) => x.Or(y)) : Value.Any(called.ReturnType));
        }
    }

    // other methods may have written them
    private void ForgetFields(MachineState state)
    {
        for (int place = _places.FirstField; place < _places.Count; place++)
        {
            if (!_places.Field(place)!.IsInitOnly && state.Read(place) != null)
            {
                state.Write(place, null);
            }
        }
    }

    private bool IsHarmlessBase(MethodReference called)
        => called.Name == ".ctor" && called.Resolve() is { } constructor && !_calls.From([constructor]).Methods.Any(m => m.DeclaringType != constructor.DeclaringType && CallGraph.Inherits(m.DeclaringType, constructor.DeclaringType));

    private void AddReadOnlyFields(MachineState state)
    {
        foreach (FieldDefinition field in _places.OwnFields.Where(f => f.IsInitOnly))
        {
            Found?.Add(field, state.Read(_places.Of(field)) ?? Value.Any(field.FieldType));
        }
    }

    private static void TakeOther(Instruction instruction, MachineState state)
    {
        Code code = instruction.OpCode.Code;
        Value? converted = code is (>= Code.Conv_I1 and <= Code.Conv_U8) or Code.Conv_R_Un or Code.Conv_U2 or Code.Conv_U1 or Code.Conv_I or Code.Conv_U ? Conversion.Of(code, state.Pop()) : null;
        if (converted != null)
        {
            state.Push(converted);
            return;
        }

        StackEffect.Take(instruction, state);
    }
}

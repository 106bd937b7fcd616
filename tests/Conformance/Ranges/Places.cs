using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>The places in which a method keeps values, numbered: its arguments, its variables, and the fields of its own object that it uses.</summary>
internal sealed class Places
{
    private readonly MethodDefinition _method;
    private readonly int _firstLocal;
    private readonly int _firstField;
    private readonly List<FieldDefinition> _fields;
    private readonly HashSet<int> _exposed;

    /// <summary>Those of a method with a body.</summary>
    public Places(MethodDefinition method)
    {
        _method = method;
        FirstArgument = method.HasThis ? 1 : 0;
        _firstLocal = FirstArgument + method.Parameters.Count;
        _firstField = _firstLocal + method.Body.Variables.Count;
        IEnumerable<FieldDefinition> named = method.Body.Instructions.Select(i => i.Operand).OfType<FieldReference>().Select(f => f.Resolve()).OfType<FieldDefinition>().Where(f => !f.IsStatic);
        _fields = [.. (IsWholeConstructor(method) ? named.Concat(method.DeclaringType.Fields.Where(f => !f.IsStatic)) : named).Distinct()];
        _exposed = [.. method.Body.Instructions.Select(Exposed).OfType<int>(), .. WrittenInHandlers()];
    }

    /// <summary>How many there are.</summary>
    public int Count => _firstField + _fields.Count;

    /// <summary>Number of the first argument that is not the object itself.</summary>
    public int FirstArgument { get; }

    /// <summary>Number of the first field.</summary>
    public int FirstField => _firstField;

    /// <summary>Fields that the method, a constructor that calls no other of its class, sets up.</summary>
    public IEnumerable<FieldDefinition> OwnFields => IsWholeConstructor(_method) ? _fields.Where(f => f.DeclaringType == _method.DeclaringType) : [];

    /// <summary>The place that an instruction reads or writes; null if it does neither.</summary>
    public int? Of(Instruction instruction)
    {
        Code code = instruction.OpCode.Code;
        return code switch
        {
            >= Code.Ldarg_0 and <= Code.Ldarg_3 => code - Code.Ldarg_0,
            Code.Ldarg or Code.Ldarg_S or Code.Starg or Code.Starg_S => Of((ParameterDefinition)instruction.Operand),
            >= Code.Ldloc_0 and <= Code.Ldloc_3 => _firstLocal + (code - Code.Ldloc_0),
            >= Code.Stloc_0 and <= Code.Stloc_3 => _firstLocal + (code - Code.Stloc_0),
            Code.Ldloc or Code.Ldloc_S or Code.Stloc or Code.Stloc_S => Of((VariableDefinition)instruction.Operand),
            _ => null,
        };
    }

    /// <summary>The place of a field of the method's own object.</summary>
    public int Of(FieldDefinition field) => _firstField + _fields.IndexOf(field);

    /// <summary>The place of an argument.</summary>
    public int Of(ParameterDefinition parameter) => FirstArgument + parameter.Index;

    /// <summary>The place of a variable.</summary>
    public int Of(VariableDefinition variable) => _firstLocal + variable.Index;

    /// <summary>The field at a place; null if it is another.</summary>
    public FieldDefinition? Field(int place) => place < _firstField ? null : _fields[place - _firstField];

    /// <summary>Type of what a place keeps; null for the object itself.</summary>
    public TypeReference? TypeOf(int place)
        => place < FirstArgument ? null
            : place < _firstLocal ? _method.Parameters[place - FirstArgument].ParameterType
            : place < _firstField ? _method.Body.Variables[place - _firstLocal].VariableType
            : _fields[place - _firstField].FieldType;

    /// <summary>Whether something else may write there, so that nothing is ever known of it.</summary>
    public bool IsExposed(int place) => _exposed.Contains(place);

    /// <summary>Whether an instruction that has a place writes there.</summary>
    public static bool IsWrite(Instruction instruction) => instruction.OpCode.StackBehaviourPush == StackBehaviour.Push0;

    private static bool IsWholeConstructor(MethodDefinition method)
        => method.IsConstructor && !method.IsStatic && !method.Body.Instructions.Any(i => i.OpCode.Code == Code.Call && i.Operand is MethodDefinition { IsConstructor: true } called && called.DeclaringType == method.DeclaringType);

    private int? Exposed(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldloca or Code.Ldloca_S => Of((VariableDefinition)instruction.Operand),
        Code.Ldarga or Code.Ldarga_S => Of((ParameterDefinition)instruction.Operand),
        _ => null,
    };

    // what a finally block writes is not followed through it
    private IEnumerable<int> WrittenInHandlers()
        => from handler in _method.Body.ExceptionHandlers
           from instruction in _method.Body.Instructions
           where handler.HandlerStart.Offset <= instruction.Offset && instruction.Offset < (handler.HandlerEnd?.Offset ?? int.MaxValue) && IsWrite(instruction)
           let place = Of(instruction)
           where place != null
           select place.Value;
}

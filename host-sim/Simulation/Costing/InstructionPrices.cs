using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Simulation.Costing;

/// <summary>What instructions weigh on the device's interpreter: 1 is an average IL instruction, 4 ns where the ratios were measured.</summary>
/// <remarks>
/// A call weighs 10 more than its instruction, a virtual or interface call 20 more; a property is a call, and so is the call of
/// a delegate. An object, array, box or string literal weighs 55 more. A struct is an object on the device's heap each time a
/// method with a local of its type is entered, and each time one is passed or returned by value; those of buses and pins are
/// in the prices of <see cref="OutsideCall"/>.
/// </remarks>
internal static class InstructionPrices
{
    private const int CallWeight = 10;
    private const int VirtualCallWeight = 20;
    private const int ObjectWeight = 55;

    // The device keeps them in a block by themselves, like a long.
    private static readonly HashSet<string> s_plainStructs = ["System.DateTime", "System.TimeSpan"];

    // Classes by the first part of an instruction's name.
    private static readonly Dictionary<string, InstructionClass> s_classes = new (InstructionClass Class, string Names)[]
    {
        (InstructionClass.Arithmetic32, "add sub mul div rem and or xor shl shr neg not conv ceq cgt clt"),
        (InstructionClass.Local, "ldloc stloc ldloca ldarg starg ldarga ldc ldnull dup pop"),
        (InstructionClass.Field, "ldfld ldflda stfld ldsfld ldsflda stsfld"),
        (InstructionClass.Array, "ldelem ldelema stelem ldlen"),
        (InstructionClass.Call, "call callvirt calli"),
        (InstructionClass.Object, "newobj newarr box ldstr"),
    }.SelectMany(row => row.Names.Split(' '), (row, name) => (name, row.Class)).ToDictionary(pair => pair.name, pair => pair.Class);

    /// <summary>What a stretch of a method costs.</summary>
    /// <param name="stretch">Its instructions.</param>
    /// <param name="wide">Those of the method that work on 64-bit integers.</param>
    /// <param name="home">Names of the assemblies that are woven: calls into others are looked up.</param>
    public static CodeCost Of(IEnumerable<Instruction> stretch, HashSet<Instruction> wide, IReadOnlySet<string> home)
    {
        CodeCost cost = new();
        foreach (Instruction instruction in stretch)
        {
            InstructionClass kind = ClassOf(instruction, wide);
            cost.AddInstruction(kind, 1 + Extra(instruction, kind, home));
            if (kind == InstructionClass.Object)
            {
                cost.AddObject(Made(instruction));
            }
            else if (instruction.Operand is MethodReference outside && IsOutside(outside, home))
            {
                cost.AddGarbage(OutsideCall.Garbage(outside));
            }

            if (instruction.Operand is IMethodSignature called && instruction.OpCode.Code is not Code.Ldftn and not Code.Ldvirtftn)
            {
                AddStructs(cost, called.Parameters.Select(parameter => parameter.ParameterType).Append(called.ReturnType));
            }
        }

        return cost;
    }

    /// <summary>What entering a method costs before its first instruction: its struct locals are made.</summary>
    public static CodeCost OfEntry(MethodBody body)
    {
        CodeCost cost = new();
        AddStructs(cost, body.Variables.Select(local => local.VariableType));
        return cost;
    }

    /// <summary>Bytes of an element of an array.</summary>
    public static int ElementBytes(TypeReference type) => type.MetadataType switch
    {
        MetadataType.Boolean or MetadataType.Byte or MetadataType.SByte => 1,
        MetadataType.Int16 or MetadataType.UInt16 or MetadataType.Char => 2,
        MetadataType.Int32 or MetadataType.UInt32 or MetadataType.Single => 4,
        MetadataType.Int64 or MetadataType.UInt64 or MetadataType.Double => 8,
        MetadataType.ValueType when Underlying(type) is { } primitive => ElementBytes(primitive),
        MetadataType.ValueType => DeviceHeap.Block + StructBytes(type),
        _ => DeviceHeap.Block,
    };

    private static int Extra(Instruction instruction, InstructionClass kind, IReadOnlySet<string> home) => kind switch
    {
        InstructionClass.Call => CallWeight + Outside(instruction, home),
        InstructionClass.VirtualCall => VirtualCallWeight + Outside(instruction, home),
        InstructionClass.Object => (IsPriced(instruction) ? 0 : ObjectWeight) + Outside(instruction, home),
        _ => 0,
    };

    private static int Outside(Instruction call, IReadOnlySet<string> home) =>
        call.Operand is MethodReference called && IsOutside(called, home) ? OutsideCall.Weight(called) : 0;

    private static bool IsOutside(MethodReference called, IReadOnlySet<string> home) => !IsDelegate(called.DeclaringType) && !(HomeOf(called) is string name && home.Contains(name));

    private static bool IsPriced(Instruction maker) => maker.Operand is MethodReference constructor && OutsideCall.Includes(constructor.DeclaringType);

    private static string? HomeOf(MethodReference called) => called.Resolve()?.Module.Assembly.Name.Name;

    private static InstructionClass ClassOf(Instruction instruction, HashSet<Instruction> wide)
    {
        OpCode opcode = instruction.OpCode;
        if (opcode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw)
        {
            return InstructionClass.Branch;
        }

        InstructionClass kind = s_classes.GetValueOrDefault(opcode.Name.Split('.')[0], InstructionClass.Other);
        return kind switch
        {
            InstructionClass.Arithmetic32 when wide.Contains(instruction) => InstructionClass.Arithmetic64,
            InstructionClass.Call when IsDispatched(instruction) => InstructionClass.VirtualCall,
            _ => kind,
        };
    }

    // The compiler writes callvirt for ordinary methods too; those cost an ordinary call.
    private static bool IsDispatched(Instruction call) =>
        call.OpCode.Code == Code.Callvirt && call.Operand is MethodReference called && !IsDelegate(called.DeclaringType) && called.Resolve() is { IsVirtual: true };

    private static bool IsDelegate(TypeReference type) => type.Resolve()?.BaseType?.FullName == "System.MulticastDelegate";

    // Bytes of what an instruction makes; those of an array are known only when it is made.
    private static int Made(Instruction instruction) => instruction.Operand switch
    {
        string => DeviceHeap.Block,   // the text stays in flash
        MethodReference constructor when IsDelegate(constructor.DeclaringType) => DeviceHeap.Delegate,
        MethodReference constructor => StructBytes(constructor.DeclaringType),
        TypeReference boxed when instruction.OpCode.Code == Code.Box => IsStruct(boxed) ? StructBytes(boxed) : DeviceHeap.Object(1),
        _ => 0,
    };

    private static void AddStructs(CodeCost cost, IEnumerable<TypeReference> types)
    {
        foreach (TypeReference type in types.Where(IsStruct))
        {
            cost.AddStruct(OutsideCall.Includes(type) ? 0 : ObjectWeight, StructBytes(type));
        }
    }

    private static bool IsStruct(TypeReference type) =>
        type.IsValueType && !type.IsPrimitive && type.MetadataType is MetadataType.ValueType or MetadataType.GenericInstance
        && Underlying(type) is null && !s_plainStructs.Contains(type.FullName);

    private static TypeReference? Underlying(TypeReference type) =>
        type.Resolve() is { IsEnum: true } of ? of.Fields.First(field => !field.IsStatic).FieldType : null;

    private static int StructBytes(TypeReference type) => DeviceHeap.Object(Fields(type));

    // A struct in a field is its own fields and one more, as in a HeapGraph.
    private static int Fields(TypeReference of)
    {
        int count = 0;
        for (TypeDefinition? type = of.Resolve(); type is not null && type.FullName is not ("System.Object" or "System.ValueType"); type = type.BaseType?.Resolve())
        {
            count += type.Fields.Where(field => !field.IsStatic).Sum(field => 1 + (IsStruct(field.FieldType) ? Fields(field.FieldType) : 0));
        }

        return count;
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Bms.Simulation.Costing;

/// <summary>
/// Weaves counters into a copy of a firmware assembly: every basic block adds its weight to a total and to its method, so that
/// what a step costs on the device's interpreter is counted, not timed.
/// </summary>
/// <remarks>
/// Weights: an IL instruction 1, a call 10 more, a virtual or interface call 20 more, an object 55 more; ratios measured on the
/// device's interpreter. A property is a call. Objects and arrays that are made add to the garbage.
/// </remarks>
public sealed class CostWeaver
{
    /// <summary>Name of the class that holds the counters in the woven copy.</summary>
    public const string CountersType = "Bms.DeviceCost";

    private const int CallWeight = 10;
    private const int VirtualWeight = 20;
    private const int ObjectWeight = 55;

    private readonly ModuleDefinition _module;
    private readonly List<string> _methods = [];
    private readonly List<string> _tasks;
    private FieldReference _total = null!;
    private FieldReference _calls = null!;
    private FieldReference _garbage = null!;
    private FieldReference _byMethod = null!;
    private FieldReference _taskStart = null!;
    private FieldReference _byTask = null!;

    private CostWeaver(ModuleDefinition module, IReadOnlyList<string> tasks)
    {
        _module = module;
        _tasks = [.. tasks];
    }

    /// <summary>Weaves an assembly.</summary>
    /// <param name="assembly">Path of the assembly.</param>
    /// <param name="tasks">Full names (type::method) of methods whose cost with all they call is wanted too.</param>
    /// <param name="methods">Names of all methods, by the number of their counter.</param>
    /// <returns>The woven copy.</returns>
    public static byte[] Weave(string assembly, IReadOnlyList<string> tasks, out IReadOnlyList<string> methods)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        using ModuleDefinition module = ModuleDefinition.ReadModule(assembly);
        module.Name = "Woven." + module.Name;
        module.Assembly.Name.Name = "Woven." + module.Assembly.Name.Name;
        CostWeaver weaver = new(module, tasks);
        List<MethodDefinition> bodies = [.. module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody)];
        weaver.AddCounters();
        foreach (MethodDefinition method in bodies)
        {
            weaver.WeaveMethod(method);
        }

        methods = weaver._methods;
        using MemoryStream stream = new();
        module.Write(stream);
        return stream.ToArray();
    }

    /// <summary>Sum of the code of all methods of an assembly, bytes of IL.</summary>
    public static int CodeSize(string assembly)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(assembly);
        return module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody).Sum(method => method.Body.CodeSize);
    }

    /// <summary>Name of a method as reports print it.</summary>
    private static string NameOf(MethodReference method) => $"{method.DeclaringType.Name}::{method.Name}";

    private void AddCounters()
    {
        TypeDefinition type = new(
            CountersType[..CountersType.LastIndexOf('.')], CountersType[(CountersType.LastIndexOf('.') + 1)..],
            TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.Class, _module.TypeSystem.Object);
        _module.Types.Add(type);
        FieldReference Add(string name, TypeReference of)
        {
            FieldDefinition field = new(name, FieldAttributes.Public | FieldAttributes.Static, of);
            type.Fields.Add(field);
            return field;
        }

        ArrayType many = new(_module.TypeSystem.Int64);
        _total = Add("Total", _module.TypeSystem.Int64);
        _calls = Add("Calls", _module.TypeSystem.Int64);
        _garbage = Add("Garbage", _module.TypeSystem.Int64);
        _byMethod = Add("ByMethod", many);
        _taskStart = Add("TaskStart", many);
        _byTask = Add("ByTask", many);
    }

    private void WeaveMethod(MethodDefinition method)
    {
        int number = _methods.Count;
        _methods.Add(NameOf(method));
        MethodBody body = method.Body;
        body.SimplifyMacros();
        ILProcessor il = body.GetILProcessor();
        List<List<Instruction>> blocks = Blocks(body);
        int task = _tasks.IndexOf(NameOf(method));
        Dictionary<Instruction, Instruction> moved = [];
        foreach (List<Instruction> block in blocks)
        {
            Instruction first = block[0];
            int weight = block.Sum(Weight);
            int calls = block.Count(IsCall);
            List<Instruction> counting = [.. AddTo(_total, weight), .. AddToElement(_byMethod, number, weight)];
            if (calls > 0)
            {
                counting.AddRange(AddTo(_calls, calls));
            }

            if (task >= 0 && first == body.Instructions[0])
            {
                counting.InsertRange(0, [Instruction.Create(OpCodes.Ldsfld, _taskStart), Instruction.Create(OpCodes.Ldc_I4, task), Instruction.Create(OpCodes.Ldsfld, _total), Instruction.Create(OpCodes.Stelem_I8)]);
            }

            foreach (Instruction made in block.Where(i => i.OpCode == OpCodes.Newobj))
            {
                int bytes = ObjectBytes((MethodReference)made.Operand);
                counting.AddRange(AddTo(_garbage, bytes));
            }

            foreach (Instruction array in block.Where(i => i.OpCode == OpCodes.Newarr))
            {
                // the length lies on the stack: counted where it is known, at the instruction itself
                List<Instruction> size =
                [
                    Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Conv_I8), Instruction.Create(OpCodes.Ldc_I4, ElementBytes((TypeReference)array.Operand)), Instruction.Create(OpCodes.Conv_I8),
                    Instruction.Create(OpCodes.Mul), Instruction.Create(OpCodes.Ldc_I4, 20), Instruction.Create(OpCodes.Conv_I8), Instruction.Create(OpCodes.Add),
                    Instruction.Create(OpCodes.Ldsfld, _garbage), Instruction.Create(OpCodes.Add), Instruction.Create(OpCodes.Stsfld, _garbage),
                ];
                if (array != first)
                {
                    Insert(il, array, size);
                }
            }

            moved[first] = counting[0];
            Insert(il, first, counting);
            Instruction last = block[^1];
            if (task >= 0 && last.OpCode == OpCodes.Ret)
            {
                Insert(il, last, TaskEnd(task));
            }
        }

        Redirect(body, moved);
        body.OptimizeMacros();
    }

    private static void Insert(ILProcessor il, Instruction before, IEnumerable<Instruction> added)
    {
        foreach (Instruction instruction in added)
        {
            il.InsertBefore(before, instruction);
        }
    }

    private static void Redirect(MethodBody body, Dictionary<Instruction, Instruction> moved)
    {
        HashSet<Instruction> counting = [.. moved.Values];
        foreach (Instruction instruction in body.Instructions)
        {
            if (instruction.Operand is Instruction target && moved.TryGetValue(target, out Instruction? begin))
            {
                instruction.Operand = begin;
            }
            else if (instruction.Operand is Instruction[] targets)
            {
                instruction.Operand = Array.ConvertAll(targets, t => moved.GetValueOrDefault(t, t));
            }
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            handler.TryStart = moved.GetValueOrDefault(handler.TryStart, handler.TryStart);
            handler.TryEnd = moved.GetValueOrDefault(handler.TryEnd, handler.TryEnd);
            handler.HandlerStart = moved.GetValueOrDefault(handler.HandlerStart, handler.HandlerStart);
            handler.HandlerEnd = handler.HandlerEnd is null ? null : moved.GetValueOrDefault(handler.HandlerEnd, handler.HandlerEnd);
        }
    }

    private static List<List<Instruction>> Blocks(MethodBody body)
    {
        HashSet<Instruction> leaders = [body.Instructions[0]];
        foreach (Instruction instruction in body.Instructions)
        {
            if (instruction.Operand is Instruction target)
            {
                leaders.Add(target);
            }
            else if (instruction.Operand is Instruction[] targets)
            {
                leaders.UnionWith(targets);
            }

            if (instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw && instruction.Next is not null)
            {
                leaders.Add(instruction.Next);
            }
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            leaders.Add(handler.TryStart);
            leaders.Add(handler.HandlerStart);
        }

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

    private static bool IsCall(Instruction instruction) => instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Calli;

    private static int Weight(Instruction instruction)
    {
        int weight = 1;
        if (instruction.OpCode.Code is Code.Nop)
        {
            return 0;
        }

        if (IsCall(instruction))
        {
            bool dispatched = instruction.OpCode == OpCodes.Callvirt && (instruction.Operand as MethodReference)?.Resolve() is { IsVirtual: true };
            weight += dispatched ? VirtualWeight : CallWeight;
        }
        else if (instruction.OpCode.Code is Code.Newobj or Code.Newarr or Code.Box)
        {
            weight += ObjectWeight;
        }

        return weight;
    }

    private static int ObjectBytes(MethodReference constructor)
    {
        int fields = 0;
        for (TypeDefinition? type = constructor.DeclaringType.Resolve(); type is not null && type.FullName != "System.Object"; type = type.BaseType?.Resolve())
        {
            fields += type.Fields.Count(field => !field.IsStatic);
        }

        return 12 * (1 + fields);
    }

    private static int ElementBytes(TypeReference type) => type.MetadataType switch
    {
        MetadataType.Boolean or MetadataType.Byte or MetadataType.SByte => 1,
        MetadataType.Int16 or MetadataType.UInt16 or MetadataType.Char => 2,
        MetadataType.Int64 or MetadataType.UInt64 or MetadataType.Double => 8,
        _ => 4,
    };

    private static IEnumerable<Instruction> AddTo(FieldReference field, int amount) =>
    [
        Instruction.Create(OpCodes.Ldsfld, field), Instruction.Create(OpCodes.Ldc_I4, amount), Instruction.Create(OpCodes.Conv_I8),
        Instruction.Create(OpCodes.Add), Instruction.Create(OpCodes.Stsfld, field),
    ];

    private IEnumerable<Instruction> AddToElement(FieldReference array, int index, int amount) =>
    [
        Instruction.Create(OpCodes.Ldsfld, array), Instruction.Create(OpCodes.Ldc_I4, index), Instruction.Create(OpCodes.Ldelema, _module.TypeSystem.Int64),
        Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Ldind_I8), Instruction.Create(OpCodes.Ldc_I4, amount), Instruction.Create(OpCodes.Conv_I8),
        Instruction.Create(OpCodes.Add), Instruction.Create(OpCodes.Stind_I8),
    ];

    private IEnumerable<Instruction> TaskEnd(int task) =>
    [
        Instruction.Create(OpCodes.Ldsfld, _byTask), Instruction.Create(OpCodes.Ldc_I4, task), Instruction.Create(OpCodes.Ldelema, _module.TypeSystem.Int64),
        Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Ldind_I8), Instruction.Create(OpCodes.Ldsfld, _total), Instruction.Create(OpCodes.Ldsfld, _taskStart),
        Instruction.Create(OpCodes.Ldc_I4, task), Instruction.Create(OpCodes.Ldelem_I8), Instruction.Create(OpCodes.Sub), Instruction.Create(OpCodes.Add), Instruction.Create(OpCodes.Stind_I8),
    ];
}

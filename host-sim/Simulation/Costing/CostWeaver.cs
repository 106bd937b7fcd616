using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Bms.Simulation.Costing;

/// <summary>
/// Weaves counters into copies of firmware assemblies: every basic block counts its runs for the task that is running. What a
/// step costs on the device's interpreter is so counted, not timed, and the counters themselves cost nothing.
/// </summary>
public sealed class CostWeaver
{
    private readonly ModuleDefinition[] _modules;
    private readonly HashSet<string> _names;
    private readonly IReadOnlyList<CostTask> _rows;
    private readonly List<string> _tasks;
    private readonly List<string> _methods = [];
    private readonly List<CountedBlock> _blocks = [];

    // The counters as the module sees them that is woven: they live in the first.
    private ModuleDefinition _module;
    private FieldReference _running;
    private FieldReference _all;

    private CostWeaver(ModuleDefinition[] modules, IReadOnlyList<CostTask> rows)
    {
        _modules = modules;
        _module = modules[0];
        _names = [.. modules.Select(module => module.Assembly.Name.Name)];
        _rows = rows;
        _tasks = [.. rows.Select(row => row.Title).Distinct(), CoreTasks.Rest];
        TypeDefinition counters = AddCounters();
        _running = counters.Fields[0];
        _all = counters.Fields[1];
    }

    /// <summary>Weaves an assembly.</summary>
    /// <param name="assembly">The assembly, compiled as it is released.</param>
    /// <param name="tasks">The methods that are tasks.</param>
    /// <exception cref="ArgumentException">A task names a method that the assembly does not have.</exception>
    public static WovenImage Weave(Stream assembly, IReadOnlyList<CostTask> tasks) => Weave([assembly], tasks);

    /// <summary>Weaves assemblies that are one program.</summary>
    /// <param name="assemblies">The assemblies, at least one, compiled as they are released; none refers to one that comes after it.</param>
    /// <param name="tasks">The methods that are tasks.</param>
    /// <exception cref="ArgumentException">A task names a method that no assembly has.</exception>
    public static WovenImage Weave(IReadOnlyList<Stream> assemblies, IReadOnlyList<CostTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        ArgumentNullException.ThrowIfNull(tasks);
        ModuleDefinition[] modules = [.. assemblies.Select(ModuleDefinition.ReadModule)];
        try
        {
            CostWeaver weaver = new(modules, tasks);
            List<MethodDefinition> bodies = [.. modules.SelectMany(Bodies)];
            if (tasks.FirstOrDefault(row => !bodies.Exists(method => NameOf(method) == row.Method)) is { } unknown)
            {
                throw new ArgumentException($"task '{unknown.Title}': {string.Join(", ", weaver._names)} has no method {unknown.Method}", nameof(tasks));
            }

            return weaver.Weave();
        }
        finally
        {
            Array.ForEach(modules, module => module.Dispose());
        }
    }

    /// <summary>Sum of the code of all methods of an assembly, bytes of IL.</summary>
    /// <param name="assembly">The assembly.</param>
    public static int CodeSize(Stream assembly)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(assembly);
        return Bodies(module).Sum(method => method.Body.CodeSize);
    }

    private static IEnumerable<MethodDefinition> Bodies(ModuleDefinition module) => module.GetAllTypes().SelectMany(type => type.Methods).Where(method => method.HasBody);

    private static string NameOf(MethodDefinition method) => $"{method.DeclaringType.Name}::{method.Name}";

    private WovenImage Weave()
    {
        (FieldReference running, FieldReference all) = (_running, _all);
        foreach (ModuleDefinition module in _modules)
        {
            _module = module;
            _running = module.ImportReference(running);
            _all = module.ImportReference(all);
            Bodies(module).ToList().ForEach(WeaveMethod);
        }

        return new WovenImage { Assemblies = _modules.ToDictionary(module => module.Assembly.Name.Name, Image), Methods = _methods, Blocks = _blocks, Tasks = _tasks };
    }

    private TypeDefinition AddCounters()
    {
        int dot = WovenImage.CountersType.LastIndexOf('.');
        TypeDefinition counters = new(
            WovenImage.CountersType[..dot], WovenImage.CountersType[(dot + 1)..],
            TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.Class, _module.TypeSystem.Object);
        ArrayType one = new(_module.TypeSystem.Int64);
        counters.Fields.Add(new FieldDefinition(WovenImage.RunningField, FieldAttributes.Public | FieldAttributes.Static, one));
        counters.Fields.Add(new FieldDefinition(WovenImage.AllField, FieldAttributes.Public | FieldAttributes.Static, new ArrayType(one)));
        _module.Types.Add(counters);
        return counters;
    }

    private static byte[] Image(ModuleDefinition module)
    {
        using MemoryStream stream = new();
        module.Write(stream);
        return stream.ToArray();
    }

    private void WeaveMethod(MethodDefinition method)
    {
        int number = _methods.Count;
        _methods.Add(NameOf(method));
        MethodBody body = method.Body;
        body.SimplifyMacros();
        HashSet<Instruction> wide = StackWidths.Wide(body);
        IReadOnlyList<IReadOnlyList<Instruction>> blocks = BasicBlocks.Of(body);
        CodeCost[] costs = [.. blocks.Select(block => InstructionPrices.Of(block, wide, _names))];
        CodeCost entry = InstructionPrices.OfEntry(body);

        // Only now, with all original instructions priced, may others come between them.
        Instruction begin = body.Instructions[0];
        ILProcessor il = body.GetILProcessor();
        Dictionary<Instruction, Instruction> moved = [];
        for (int k = 0; k < blocks.Count; k++)
        {
            List<Instruction> counting = Count(new CountedBlock(number, IsEntry: false, costs[k]));
            moved[blocks[k][0]] = counting[0];
            Insert(il, blocks[k][0], counting);
        }

        CountArrays(body, il);
        Redirect(body, moved);

        // What is done once on entry stands before a loop that may begin with the method's first block.
        List<Instruction> entering = Count(new CountedBlock(number, IsEntry: true, entry));
        if (_rows.FirstOrDefault(row => row.Method == NameOf(method)) is { } row)
        {
            SwitchTask(body, il, moved[begin], _tasks.IndexOf(row.Title));
        }

        Insert(il, moved[begin], entering);
        body.OptimizeMacros();
    }

    // On the way in the caller's task is kept, at every way out it goes on.
    private void SwitchTask(MethodBody body, ILProcessor il, Instruction begin, int task)
    {
        VariableDefinition caller = new(_running.FieldType);
        body.Variables.Add(caller);
        foreach (Instruction tail in body.Instructions.Where(instruction => instruction.OpCode.Code == Code.Tail))
        {
            tail.OpCode = OpCodes.Nop;   // it now has something to do after its call
        }

        foreach (Instruction end in body.Instructions.Where(instruction => instruction.OpCode.Code == Code.Ret).ToList())
        {
            Insert(il, end, [Instruction.Create(OpCodes.Ldloc, caller), Instruction.Create(OpCodes.Stsfld, _running)]);
        }

        Insert(il, begin,
        [
            Instruction.Create(OpCodes.Ldsfld, _running), Instruction.Create(OpCodes.Stloc, caller),
            Instruction.Create(OpCodes.Ldsfld, _all), Instruction.Create(OpCodes.Ldc_I4, task), Instruction.Create(OpCodes.Ldelem_Ref),
            Instruction.Create(OpCodes.Stsfld, _running),
        ]);
    }

    private List<Instruction> Count(CountedBlock block)
    {
        int slot = WovenImage.FirstBlockSlot + _blocks.Count;
        _blocks.Add(block);
        List<Instruction> counting = AddTo(slot, Instruction.Create(OpCodes.Ldc_I4_1), Instruction.Create(OpCodes.Conv_I8));
        if (block.Cost.Weight > 0)
        {
            counting.AddRange(AddTo(WovenImage.WeightSlot, Instruction.Create(OpCodes.Ldc_I8, block.Cost.Weight)));
        }

        return counting;
    }

    private List<Instruction> AddTo(int slot, params Instruction[] amount) =>
    [
        Instruction.Create(OpCodes.Ldsfld, _running), Instruction.Create(OpCodes.Ldc_I4, slot), Instruction.Create(OpCodes.Ldelema, _module.TypeSystem.Int64),
        Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Ldind_I8), .. amount, Instruction.Create(OpCodes.Add), Instruction.Create(OpCodes.Stind_I8),
    ];

    // The length of an array lies on the stack when it is made, and nowhere before.
    private void CountArrays(MethodBody body, ILProcessor il)
    {
        List<Instruction> arrays = [.. body.Instructions.Where(instruction => instruction.OpCode.Code == Code.Newarr)];
        if (arrays.Count == 0)
        {
            return;
        }

        VariableDefinition length = new(_module.TypeSystem.Int64);
        body.Variables.Add(length);
        foreach (Instruction array in arrays)
        {
            int element = InstructionPrices.ElementBytes((TypeReference)array.Operand);
            Insert(il, array, [Instruction.Create(OpCodes.Dup), Instruction.Create(OpCodes.Conv_I8), Instruction.Create(OpCodes.Stloc, length)]);
            Insert(il, array, AddTo(
                WovenImage.ArraySlot,
                Instruction.Create(OpCodes.Ldloc, length), Instruction.Create(OpCodes.Ldc_I8, (long)element), Instruction.Create(OpCodes.Mul),
                Instruction.Create(OpCodes.Ldc_I8, DeviceHeap.ArrayHead + DeviceHeap.Block - 1L), Instruction.Create(OpCodes.Add),
                Instruction.Create(OpCodes.Ldc_I8, (long)DeviceHeap.Block), Instruction.Create(OpCodes.Div),
                Instruction.Create(OpCodes.Ldc_I8, (long)DeviceHeap.Block), Instruction.Create(OpCodes.Mul)));
        }
    }

    private static void Insert(ILProcessor il, Instruction before, IEnumerable<Instruction> added)
    {
        foreach (Instruction instruction in added)
        {
            il.InsertBefore(before, instruction);
        }
    }

    // Whoever goes to a block goes to its counter first.
    private static void Redirect(MethodBody body, Dictionary<Instruction, Instruction> moved)
    {
        foreach (Instruction instruction in body.Instructions)
        {
            instruction.Operand = instruction.Operand switch
            {
                Instruction target => moved[target],
                Instruction[] targets => Array.ConvertAll(targets, target => moved[target]),
                _ => instruction.Operand,
            };
        }

        Instruction? To(Instruction? border) => border is null ? null : moved[border];
        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            handler.TryStart = To(handler.TryStart);
            handler.TryEnd = To(handler.TryEnd);
            handler.FilterStart = To(handler.FilterStart);
            handler.HandlerStart = To(handler.HandlerStart);
            handler.HandlerEnd = To(handler.HandlerEnd);
        }
    }
}

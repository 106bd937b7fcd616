using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Bms.Simulation.Costing;

/// <summary>Woven assemblies, loaded beside the originals, with their counters. One thread at a time may run their code.</summary>
/// <remarks>Their static constructors run when they are loaded, as they run on the device before the program: no step pays for them.</remarks>
public sealed class CountedProgram
{
    private readonly WovenImage _image;
    private readonly WovenContext _context;
    private readonly Assembly[] _assemblies;
    private readonly FieldInfo _running;
    private readonly long[][] _counters;
    private readonly long[] _uncounted;

    /// <summary>Loads what was woven.</summary>
    public CountedProgram(WovenImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        _image = image;
        _context = new WovenContext(image);
        _assemblies = [.. image.Assemblies.Keys.Select(name => _context.LoadFromAssemblyName(new AssemblyName(name)))];
        _counters = [.. image.Tasks.Select(_ => new long[WovenImage.FirstBlockSlot + image.Blocks.Count])];
        _uncounted = new long[WovenImage.FirstBlockSlot + image.Blocks.Count];
        Type counters = Type(WovenImage.CountersType);
        _running = counters.GetField(WovenImage.RunningField)!;
        counters.GetField(WovenImage.AllField)!.SetValue(null, _counters);
        Types = [.. _assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type != counters)];
        Begin();
        foreach (Type type in Types.Where(type => !type.ContainsGenericParameters))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        Reset();
    }

    /// <summary>What each counter stands for.</summary>
    public WovenImage Image => _image;

    /// <summary>The types of the originals.</summary>
    public IReadOnlyList<Type> Types { get; }

    /// <summary>Weighted instructions of all tasks since the counters were last reset.</summary>
    public long Weight => Enumerable.Range(0, _counters.Length).Sum(WeightOf);

    /// <summary>Weighted instructions of a task since the counters were last reset.</summary>
    /// <param name="task">Number of the task.</param>
    public long WeightOf(int task) => _counters[task][WovenImage.WeightSlot];

    /// <summary>Number of the task that is running; negative while nothing is counted.</summary>
    public int Running
    {
        get => Array.IndexOf(_counters, _running.GetValue(null));
        set => _running.SetValue(null, value < 0 ? _uncounted : _counters[value]);
    }

    /// <summary>A type of the originals by its full name.</summary>
    /// <exception cref="TypeLoadException">None has it.</exception>
    public Type Type(string name) =>
        _assemblies.Select(assembly => assembly.GetType(name)).FirstOrDefault(type => type is not null) ?? throw new TypeLoadException($"no woven assembly has a type {name}");

    /// <summary>A type that is not woven but works with what is: loaded once more, bound to the woven assemblies.</summary>
    /// <param name="original">The type as it is bound to the originals.</param>
    public Type Bound(Type original)
    {
        ArgumentNullException.ThrowIfNull(original);
        return _context.LoadFromAssemblyName(original.Assembly.GetName()).GetType(original.FullName!, throwOnError: true)!;
    }

    /// <summary>Whatever runs next is the rest until it enters a task, also after a step that ended in an exception.</summary>
    public void Begin() => Running = _counters.Length - 1;

    /// <summary>Sets all counters to zero.</summary>
    public void Reset() => Array.ForEach(_counters, Array.Clear);

    /// <summary>What a task cost since the counters were last reset.</summary>
    /// <param name="task">Number of the task.</param>
    public CodeCost CostOf(int task)
    {
        CodeCost cost = new();
        for (int block = 0; block < _image.Blocks.Count; block++)
        {
            cost.Add(_image.Blocks[block].Cost, _counters[task][WovenImage.FirstBlockSlot + block]);
        }

        cost.AddGarbage(_counters[task][WovenImage.ArraySlot]);
        return cost;
    }

    /// <summary>What the code of each method cost since the counters were last reset, without what it calls; by name, overloads
    /// together, those that did not run left out.</summary>
    public IReadOnlyList<MethodCount> Methods()
    {
        Dictionary<string, MethodCount> methods = [];
        for (int block = 0; block < _image.Blocks.Count; block++)
        {
            long times = _counters.Sum(task => task[WovenImage.FirstBlockSlot + block]);
            if (times > 0)
            {
                CountedBlock counted = _image.Blocks[block];
                string name = _image.Methods[counted.Method];
                MethodCount before = methods.GetValueOrDefault(name, new MethodCount(name, 0, 0));
                methods[name] = before with
                {
                    Weight = before.Weight + (counted.Cost.Weight * times),
                    Runs = before.Runs + (counted.IsEntry ? times : 0),
                    GarbageBytes = before.GarbageBytes + (counted.Cost.GarbageBytes * times),
                };
            }
        }

        return [.. methods.Values];
    }
}

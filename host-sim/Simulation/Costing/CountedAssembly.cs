using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Bms.Simulation.Costing;

/// <summary>A woven assembly, loaded beside the original, with its counters. One thread at a time may run its code.</summary>
/// <remarks>Its static constructors run when it is loaded, as they run on the device before the program: no step pays for them.</remarks>
public sealed class CountedAssembly
{
    private readonly WovenImage _image;
    private readonly Assembly _assembly;
    private readonly FieldInfo _running;
    private readonly long[][] _counters;

    /// <summary>Loads a woven assembly.</summary>
    public CountedAssembly(WovenImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        _image = image;
        AssemblyLoadContext context = new("device cost", isCollectible: true);
        using MemoryStream stream = new(image.Bytes);
        _assembly = context.LoadFromStream(stream);
        _counters = [.. image.Tasks.Select(_ => new long[WovenImage.FirstBlockSlot + image.Blocks.Count])];
        Type counters = Type(WovenImage.CountersType);
        _running = counters.GetField(WovenImage.RunningField)!;
        counters.GetField(WovenImage.AllField)!.SetValue(null, _counters);
        Types = [.. _assembly.GetTypes().Where(type => type != counters)];
        Begin();
        foreach (Type type in Types.Where(type => !type.ContainsGenericParameters))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        Reset();
    }

    /// <summary>What each counter stands for.</summary>
    public WovenImage Image => _image;

    /// <summary>The types of the original.</summary>
    public IReadOnlyList<Type> Types { get; }

    /// <summary>Weighted instructions of all tasks since the counters were last reset.</summary>
    public long Weight => Enumerable.Range(0, _counters.Length).Sum(WeightOf);

    /// <summary>Weighted instructions of a task since the counters were last reset.</summary>
    /// <param name="task">Number of the task.</param>
    public long WeightOf(int task) => _counters[task][WovenImage.WeightSlot];

    /// <summary>A type of the original by its full name.</summary>
    public Type Type(string name) => _assembly.GetType(name, throwOnError: true)!;

    /// <summary>Whatever runs next is the rest until it enters a task, also after a step that ended in an exception.</summary>
    public void Begin() => _running.SetValue(null, _counters[^1]);

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
                methods[name] = before with { Weight = before.Weight + (counted.Cost.Weight * times), Runs = before.Runs + (counted.IsEntry ? times : 0) };
            }
        }

        return [.. methods.Values];
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Bms.Simulation.Costing;

namespace Bms.Simulation.Tests.Costing;

/// <summary>A woven sample.</summary>
internal sealed class Counting(Stream assembly, params CostTask[] tasks)
{
    public CountedProgram Assembly { get; } = new(CostWeaver.Weave(assembly, tasks));

    /// <summary>All that ran since the counters were last reset.</summary>
    public CodeCost Cost
    {
        get
        {
            CodeCost sum = new();
            foreach (CodeCost task in Tasks.Values)
            {
                sum.Add(task);
            }

            return sum;
        }
    }

    public IReadOnlyDictionary<string, CodeCost> Tasks => Assembly.Image.Tasks.Select((title, task) => (title, task)).ToDictionary(pair => pair.title, pair => Assembly.CostOf(pair.task));

    /// <summary>Runs the hand-made method, counted from zero.</summary>
    public int Run(int argument) => (int)Call(HandMade.Type, HandMade.Name, argument)!;

    /// <summary>Runs a static method, counted from zero.</summary>
    public object? Call(string type, string method, params object[] arguments)
    {
        MethodInfo called = Assembly.Type(type).GetMethod(method)!;
        Assembly.Reset();
        Assembly.Begin();
        return called.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>Weighted instructions by class; classes without any left out.</summary>
    public string Classes() => string.Join(", ", Enum.GetValues<InstructionClass>().Where(kind => Cost.Weights[(int)kind] > 0).Select(kind => $"{kind} {Cost.Weights[(int)kind]}"));
}

using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Bms.Conformance.Tests.Scanning;

/// <summary>Methods that others reach by calls.</summary>
/// <param name="callers">Each with the one that reaches it first; none for those where the calls begin.</param>
internal sealed class Reach(IReadOnlyDictionary<MethodDefinition, MethodDefinition?> callers)
{
    /// <summary>The methods.</summary>
    public IEnumerable<MethodDefinition> Methods => callers.Keys;

    /// <summary>Whether a method is one of them.</summary>
    public bool Contains(MethodDefinition method) => callers.ContainsKey(method);

    /// <summary>The shortest way to a method, from where the calls begin.</summary>
    public string WayTo(MethodDefinition method)
    {
        Stack<string> way = new();
        for (MethodDefinition? step = method; step != null; step = callers.GetValueOrDefault(step))
        {
            way.Push(step.Short());
        }

        return string.Join(" > ", way);
    }

    /// <summary>Those that another does not reach.</summary>
    public Reach Except(Reach other) => new(callers.Where(pair => !other.Contains(pair.Key)).ToDictionary());
}

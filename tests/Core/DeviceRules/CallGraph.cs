using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Bms.Core.Tests.DeviceRules;

/// <summary>Which methods of an assembly a method can reach.</summary>
internal static class CallGraph
{
    /// <summary>The method and all it may call inside its own assembly; a virtual call may reach every override.</summary>
    public static IReadOnlyCollection<MethodDefinition> From(MethodDefinition start)
    {
        HashSet<MethodDefinition> reached = [];
        Queue<MethodDefinition> next = new([start]);
        while (next.TryDequeue(out MethodDefinition? method))
        {
            if (!method.HasBody || !reached.Add(method))
            {
                continue;
            }

            foreach (MethodReference called in method.Body.Instructions.Select(i => i.Operand).OfType<MethodReference>())
            {
                if (called.Resolve() is { } definition && definition.Module == start.Module)
                {
                    next.Enqueue(definition);
                    Overrides(definition).ForEach(next.Enqueue);
                }
            }
        }

        return reached;
    }

    private static List<MethodDefinition> Overrides(MethodDefinition method)
        => method.IsVirtual
            ? [.. method.Module.GetAllTypes().SelectMany(t => t.Methods).Where(m => m.IsVirtual && m.Name == method.Name && m.Parameters.Count == method.Parameters.Count)]
            : [];
}

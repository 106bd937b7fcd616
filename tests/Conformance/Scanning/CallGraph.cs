using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Bms.Conformance.Tests.Scanning;

/// <summary>Which methods of the firmware a method can reach. A virtual call may reach every override, a delegate every method it is made of.</summary>
/// <param name="types">All types of the firmware.</param>
internal sealed class CallGraph(IReadOnlyList<TypeDefinition> types)
{
    private readonly HashSet<TypeDefinition> _types = [.. types];
    private readonly ConcurrentDictionary<MethodReference, IReadOnlyList<MethodDefinition>> _targets = [];

    /// <summary>The methods, and all they may call inside the firmware.</summary>
    /// <param name="starts">Where the calls begin.</param>
    /// <param name="isEnd">Methods that are not entered.</param>
    public Reach From(IEnumerable<MethodDefinition> starts, Predicate<MethodDefinition>? isEnd = null)
    {
        Dictionary<MethodDefinition, MethodDefinition?> callers = [];
        Queue<(MethodDefinition Method, MethodDefinition? Caller)> next = new(starts.Select(start => (start, (MethodDefinition?)null)));
        while (next.TryDequeue(out (MethodDefinition Method, MethodDefinition? Caller) step))
        {
            if (isEnd?.Invoke(step.Method) != true && callers.TryAdd(step.Method, step.Caller) && step.Method.HasBody)
            {
                foreach (MethodDefinition target in step.Method.Body.Instructions.Select(i => i.Operand).OfType<MethodReference>().SelectMany(Targets))
                {
                    next.Enqueue((target, step.Method));
                }
            }
        }

        return new Reach(callers);
    }

    /// <summary>What a call may end in, inside the firmware.</summary>
    public IReadOnlyList<MethodDefinition> Targets(MethodReference called)
        => _targets.GetOrAdd(called, reference => reference.Resolve() is { } method ? [.. Implementations(method).Append(method).Where(target => _types.Contains(target.DeclaringType)).Distinct()] : []);

    /// <summary>The methods that stand in for a virtual one in derived or implementing types.</summary>
    public IEnumerable<MethodDefinition> Implementations(MethodDefinition method)
        => method.IsVirtual ? types.Where(type => type != method.DeclaringType && Inherits(type, method.DeclaringType)).SelectMany(type => Implementing(type, method)) : [];

    /// <summary>Whether a type is derived from another or implements it.</summary>
    public static bool Inherits(TypeDefinition type, TypeDefinition ancestor)
        => type == ancestor
            || type.Interfaces.Any(i => i.InterfaceType.Resolve() is { } parent && Inherits(parent, ancestor))
            || (type.BaseType?.Resolve() is { } @base && Inherits(@base, ancestor));

    // an interface's method may be implemented by a base class that does not know the interface
    private static MethodDefinition[] Implementing(TypeDefinition type, MethodDefinition method)
    {
        for (TypeDefinition? holder = type; holder != null; holder = holder.BaseType?.Resolve())
        {
            MethodDefinition[] found = [.. holder.Methods.Where(m => m.IsVirtual && (Overrides(m, method) || SameSignature(m, method)))];
            if (found.Length > 0 || !method.DeclaringType.IsInterface)
            {
                return found;
            }
        }

        return [];
    }

    private static bool Overrides(MethodDefinition method, MethodDefinition declared) => method.Overrides.Any(o => o.Resolve() == declared);

    private static bool SameSignature(MethodDefinition one, MethodDefinition other)
        => one.Name == other.Name && one.Parameters.Select(p => p.ParameterType.FullName).SequenceEqual(other.Parameters.Select(p => p.ParameterType.FullName), StringComparer.Ordinal);
}

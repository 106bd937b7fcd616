using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Scanning;
using Bms.Conformance.Tests.Surface;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>
/// Works out which integers can be where in the firmware, and from it which divisions cannot fail. Every method is walked with the
/// ranges that constants, comparisons and arithmetic give; what passes between methods is joined over all calls and stores of the
/// firmware. The first round knows nothing of what passes between them, each later one what the round before found: every round's result holds.
/// </summary>
internal sealed class ValueRanges
{
    private const int Rounds = 3;

    private ValueRanges(IReadOnlyList<Division> divisions) => Divisions = divisions;

    /// <summary>All divisions and remainders.</summary>
    public IReadOnlyList<Division> Divisions { get; }

    /// <summary>Examines methods.</summary>
    /// <param name="methods">All of the firmware.</param>
    /// <param name="calls">What they call.</param>
    public static ValueRanges Of(IReadOnlyList<MethodDefinition> methods, CallGraph calls)
    {
        MethodDefinition[] bodies = [.. methods.Where(method => method.HasBody)];
        HashSet<MethodDefinition> closed = Closed(bodies, calls);
        Knowledge known = new();
        List<Division> divisions = [];
        for (int round = 0; round < Rounds; round++)
        {
            Knowledge found = new();
            divisions.Clear();
            foreach (MethodDefinition method in bodies)
            {
                divisions.AddRange(new MethodWalk(method, calls, known, found).Walk());
            }

            known = Complete(found, methods, closed);
        }

        return new ValueRanges(divisions);
    }

    /// <summary>The methods whose every caller is in sight: not those the runtime, a library or a delegate calls.</summary>
    private static HashSet<MethodDefinition> Closed(MethodDefinition[] bodies, CallGraph calls)
    {
        HashSet<MethodDefinition> called = [];
        HashSet<MethodDefinition> open = [.. bodies.Where(method => method.IsVirtual && IsKnownToLibrary(method))];
        foreach (Instruction instruction in bodies.SelectMany(method => method.Body.Instructions))
        {
            if (instruction.Operand is MethodReference target)
            {
                (instruction.OpCode.Code is Code.Ldftn or Code.Ldvirtftn ? open : called).UnionWith(calls.Targets(target));
            }
        }

        called.ExceptWith(open);
        return called;
    }

    private static bool IsKnownToLibrary(MethodDefinition method)
        => Ancestors(method.DeclaringType).Any(type => type.Module.Assembly.Name.Name is var name && ApiListing.All.ContainsKey(name) && type.Methods.Any(m => m.Name == method.Name));

    private static IEnumerable<TypeDefinition> Ancestors(TypeDefinition type)
        => type.Interfaces.Select(i => i.InterfaceType).Append(type.BaseType).OfType<TypeReference>().Select(t => t.Resolve()).OfType<TypeDefinition>().SelectMany(t => Ancestors(t).Append(t));

    // what is not called from within the firmware may be called with anything; a field begins with 0 unless its constructor says otherwise
    private static Knowledge Complete(Knowledge found, IReadOnlyList<MethodDefinition> methods, HashSet<MethodDefinition> closed)
    {
        foreach (ParameterDefinition parameter in methods.Where(m => !closed.Contains(m)).SelectMany(m => m.Parameters))
        {
            found.Add(parameter, Value.Any(parameter.ParameterType));
        }

        foreach (FieldDefinition field in methods.Select(m => m.DeclaringType).Distinct().SelectMany(t => t.Fields).Where(f => !f.IsInitOnly && !f.IsLiteral))
        {
            Value any = Value.Any(field.FieldType);
            found.Add(field, any.Bits == 0 ? any : any with { Interval = Interval.Only(0) });
        }

        return found;
    }
}

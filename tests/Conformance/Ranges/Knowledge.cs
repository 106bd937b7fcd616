using System.Collections.Generic;
using Mono.Cecil;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>What is known of values that pass between methods: arguments, results and fields. Nothing known means anything is possible.</summary>
internal sealed class Knowledge
{
    private readonly Dictionary<object, Value> _values = [];

    /// <summary>What an argument may be.</summary>
    public Value Argument(ParameterDefinition parameter) => Find(parameter, parameter.ParameterType);

    /// <summary>What a method may return.</summary>
    public Value Result(MethodDefinition method) => Find(method, method.ReturnType);

    /// <summary>What a field may hold.</summary>
    public Value Field(FieldDefinition field) => Find(field, field.FieldType);

    /// <summary>Adds a value that one of them may have.</summary>
    /// <param name="what">A parameter, a method or a field.</param>
    /// <param name="value">The value.</param>
    public void Add(object what, Value value)
    {
        Value plain = value with { Origin = null, Comparison = null, IsThis = false };
        _values[what] = _values.TryGetValue(what, out Value? known) ? known.Or(plain) : plain;
    }

    private Value Find(object what, TypeReference type)
    {
        Value any = Value.Any(type);
        return any.Bits > 0 && _values.TryGetValue(what, out Value? known) && known.Bits == any.Bits ? known with { Interval = known.Interval.And(any.Interval) } : any;
    }
}

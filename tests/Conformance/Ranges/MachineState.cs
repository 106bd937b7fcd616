using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>What is known of a method's places and of the stack at one point.</summary>
internal sealed class MachineState
{
    private readonly Value?[] _places;
    private readonly List<Value> _stack;

    private MachineState(Value?[] places, List<Value> stack)
    {
        _places = places;
        _stack = stack;
    }

    /// <summary>A state of which nothing is known, with an empty stack.</summary>
    /// <param name="places">How many places there are.</param>
    public MachineState(int places)
        : this(new Value?[places], [])
    {
    }

    /// <summary>How many values are on the stack.</summary>
    public int Depth => _stack.Count;

    /// <summary>A copy that changes by itself.</summary>
    public MachineState Copy() => new([.. _places], [.. _stack]);

    /// <summary>Puts a value on the stack.</summary>
    public void Push(Value value) => _stack.Add(value);

    /// <summary>Takes the top value from the stack.</summary>
    public Value Pop()
    {
        Value top = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        return top;
    }

    /// <summary>Takes values from the stack.</summary>
    /// <returns>The deepest first.</returns>
    public Value[] Pop(int count)
    {
        Value[] values = [.. _stack.TakeLast(count)];
        _stack.RemoveRange(_stack.Count - count, count);
        return values;
    }

    /// <summary>Empties the stack.</summary>
    public void Clear() => _stack.Clear();

    /// <summary>What a place holds; null if nothing is known.</summary>
    public Value? Read(int place) => _places[place];

    /// <summary>Changes what a place holds.</summary>
    /// <param name="place">The place.</param>
    /// <param name="value">What it holds now; null if that is not known.</param>
    public void Write(int place, Value? value)
    {
        for (int k = 0; k < _places.Length; k++)
        {
            _places[k] = _places[k]?.Without(place);
        }

        for (int k = 0; k < _stack.Count; k++)
        {
            _stack[k] = _stack[k].Without(place);
        }

        _places[place] = value?.Origin == null ? value?.Without(place) : value.Without(place) with { Origin = null };
    }

    /// <summary>Narrows a place and the values read from it.</summary>
    public void Narrow(int place, Func<Value, Value> narrow)
    {
        _places[place] = _places[place] is { } held ? narrow(held) : null;
        for (int k = 0; k < _stack.Count; k++)
        {
            _stack[k] = _stack[k].Origin == place ? narrow(_stack[k]) : _stack[k];
        }
    }

    /// <summary>What is known if the point may be reached with this or with another state.</summary>
    /// <param name="other">The other.</param>
    /// <param name="widen">What to take for a value that was one and is another: itself, or a wider one that ends a loop sooner.</param>
    public MachineState Or(MachineState other, Func<Value, Value, Value> widen)
        => new([.. _places.Zip(other._places, (a, b) => a == null || b == null ? null : widen(a, a.Or(b)))], [.. _stack.Zip(other._stack, (a, b) => widen(a, a.Or(b)))]);

    /// <summary>Whether the same is known.</summary>
    public bool Same(MachineState other) => _places.SequenceEqual(other._places) && _stack.SequenceEqual(other._stack);
}

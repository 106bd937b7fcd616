using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>What is known of arguments, variables, the own object's fields and the stack at one point of a method.</summary>
internal sealed class MachineState
{
    private readonly Dictionary<Place, Value> _places;
    private readonly List<Value> _stack;

    private MachineState(Dictionary<Place, Value> places, List<Value> stack)
    {
        _places = places;
        _stack = stack;
    }

    /// <summary>A state with an empty stack.</summary>
    public MachineState()
        : this([], [])
    {
    }

    /// <summary>How many values are on the stack.</summary>
    public int Depth => _stack.Count;

    /// <summary>A copy that changes by itself.</summary>
    public MachineState Copy() => new(new Dictionary<Place, Value>(_places), [.. _stack]);

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

    /// <summary>What a place holds, if anything is known.</summary>
    public Value? Read(Place place) => _places.GetValueOrDefault(place);

    /// <summary>Changes what a place holds.</summary>
    public void Write(Place place, Value value)
    {
        Touch(place);
        _places[place] = value.Without(place) with { Origin = null };
    }

    /// <summary>Forgets what a field holds.</summary>
    public void Forget(Place place)
    {
        Touch(place);
        _places.Remove(place);
    }

    /// <summary>Forgets the fields that other methods may write.</summary>
    public void ForgetFields()
    {
        foreach (Place place in _places.Keys.Where(p => p.Field is { IsInitOnly: false }).ToList())
        {
            Forget(place);
        }
    }

    /// <summary>Narrows a place and the values read from it.</summary>
    public void Narrow(Place place, Func<Value, Value> narrow)
    {
        if (_places.TryGetValue(place, out Value? held))
        {
            _places[place] = narrow(held);
        }

        for (int k = 0; k < _stack.Count; k++)
        {
            _stack[k] = _stack[k].Origin == place ? narrow(_stack[k]) : _stack[k];
        }
    }

    /// <summary>What is known if the point may be reached with this or with another state.</summary>
    /// <param name="other">The other.</param>
    /// <param name="widen">What to take for a value that was one and is another: itself, or a wider one that ends a loop sooner.</param>
    public MachineState Or(MachineState other, Func<Value, Value, Value> widen)
    {
        Dictionary<Place, Value> places = [];
        foreach ((Place place, Value value) in _places)
        {
            if (other._places.TryGetValue(place, out Value? second))
            {
                places[place] = widen(value, value.Or(second));
            }
        }

        return new MachineState(places, [.. _stack.Zip(other._stack, (a, b) => widen(a, a.Or(b)))]);
    }

    /// <summary>Whether the same is known.</summary>
    public bool Same(MachineState other)
        => _places.Count == other._places.Count && _places.All(pair => other._places.TryGetValue(pair.Key, out Value? value) && value == pair.Value) && _stack.SequenceEqual(other._stack);

    private void Touch(Place place)
    {
        foreach ((Place other, Value value) in _places.Where(pair => !ReferenceEquals(pair.Value.Without(place), pair.Value)).ToList())
        {
            _places[other] = value.Without(place);
        }

        for (int k = 0; k < _stack.Count; k++)
        {
            _stack[k] = _stack[k].Without(place);
        }
    }
}

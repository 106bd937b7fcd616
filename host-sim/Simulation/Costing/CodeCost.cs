using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Costing;

/// <summary>What a stretch of code costs, or many runs of many stretches.</summary>
public sealed class CodeCost
{
    private readonly long[] _weights = new long[Enum.GetValues<InstructionClass>().Length];

    /// <summary>Weighted instructions by the number of their class.</summary>
    public IReadOnlyList<long> Weights => _weights;

    /// <summary>Weighted instructions.</summary>
    public long Weight => _weights.Sum();

    /// <summary>IL instructions, each counted as one.</summary>
    public long Instructions { get; private set; }

    /// <summary>Calls, virtual ones included; making an object is none.</summary>
    public long Calls { get; private set; }

    /// <summary>Objects, arrays, boxes and string literals that are made.</summary>
    public long Objects { get; private set; }

    /// <summary>Struct values that are made: locals, arguments, returns.</summary>
    public long Structs { get; private set; }

    /// <summary>Garbage of objects and struct values, bytes; arrays are known only when they are made.</summary>
    public long GarbageBytes { get; private set; }

    /// <summary>Adds an instruction.</summary>
    /// <param name="kind">Its class.</param>
    /// <param name="weight">What it weighs.</param>
    public void AddInstruction(InstructionClass kind, int weight)
    {
        Instructions++;
        _weights[(int)kind] += weight;
        Calls += kind is InstructionClass.Call or InstructionClass.VirtualCall ? 1 : 0;
    }

    /// <summary>Adds an object to the instruction that makes it.</summary>
    /// <param name="bytes">Its size; 0 if that is known only when it is made.</param>
    public void AddObject(int bytes)
    {
        Objects++;
        GarbageBytes += bytes;
    }

    /// <summary>Adds a struct value.</summary>
    /// <param name="weight">What it weighs.</param>
    /// <param name="bytes">Its size.</param>
    public void AddStruct(int weight, int bytes)
    {
        Structs++;
        _weights[(int)InstructionClass.Object] += weight;
        GarbageBytes += bytes;
    }

    /// <summary>Adds garbage that was measured as it was made, bytes.</summary>
    public void AddGarbage(long bytes) => GarbageBytes += bytes;

    /// <summary>Adds another stretch.</summary>
    /// <param name="other">The stretch.</param>
    /// <param name="times">How often it ran.</param>
    public void Add(CodeCost other, long times = 1)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int k = 0; k < _weights.Length; k++)
        {
            _weights[k] += other._weights[k] * times;
        }

        Instructions += other.Instructions * times;
        Calls += other.Calls * times;
        Objects += other.Objects * times;
        Structs += other.Structs * times;
        GarbageBytes += other.GarbageBytes * times;
    }
}

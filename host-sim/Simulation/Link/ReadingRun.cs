using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Link;

/// <summary>Readings of consecutive channels of one age.</summary>
/// <param name="Channel">Number of the first channel, 0..255.</param>
/// <param name="IsValid">Whether their conversions succeeded.</param>
/// <param name="Age_ms">Age of their conversions at the time of the message, 0..65535; older counts as 65535.</param>
/// <param name="Values">One value a channel, in the unit of its row; at most 127.</param>
public sealed record ReadingRun(int Channel, bool IsValid, int Age_ms, IReadOnlyList<int> Values)
{
    /// <summary>Most values of a run.</summary>
    public const int MostValues = 127;

    /// <summary>Oldest age that can be told.</summary>
    public const int OldestAge_ms = 65535;

    /// <summary>In the byte of the count: conversions failed.</summary>
    internal const int InvalidBit = 0x80;

    /// <summary>Bytes before the values.</summary>
    internal const int HeadLength = 4;

    /// <summary>Bytes of a value.</summary>
    internal const int ValueLength = 4;

    /// <summary>Bytes on the line.</summary>
    internal int Length => HeadLength + (ValueLength * Values.Count);

    /// <inheritdoc/>
    public bool Equals(ReadingRun? other) =>
        other is not null && Channel == other.Channel && IsValid == other.IsValid && Age_ms == other.Age_ms && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Channel, IsValid, Age_ms, Values.Count);

    /// <inheritdoc/>
    public override string ToString() => $"{Channel}{(IsValid ? "" : " invalid")} {Age_ms} ms: {string.Join(" ", Values)}";
}

namespace Bms.Core.Sensing;

/// <summary>One row of the channel table: what a group of channels means and what can be believed of it.</summary>
public sealed class ChannelRow
{
    /// <summary>Number of the first channel of the group.</summary>
    public readonly int First;

    /// <summary>How many channels the group has.</summary>
    public readonly int Count;

    /// <summary>Name, in the field's words.</summary>
    public readonly string Name;

    /// <summary>Unit of the raw value.</summary>
    public readonly string Unit;

    /// <summary>Lowest plausible raw value.</summary>
    public readonly int Lowest;

    /// <summary>Highest plausible raw value.</summary>
    public readonly int Highest;

    /// <summary>Age from which a value is stale, ms.</summary>
    public readonly int MaximumAge_ms;

    /// <summary>Makes a row.</summary>
    public ChannelRow(int first, int count, string name, string unit, int lowest, int highest, int maximumAge_ms)
    {
        First = first;
        Count = count;
        Name = name;
        Unit = unit;
        Lowest = lowest;
        Highest = highest;
        MaximumAge_ms = maximumAge_ms;
    }
}

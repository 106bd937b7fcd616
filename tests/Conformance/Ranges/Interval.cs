using System;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>The values an integer may have: all from the lowest to the highest, perhaps without the two that are bad to divide by.</summary>
internal readonly record struct Interval
{
    private Interval(Int128 low, Int128 high, bool isNonZero, bool isNonMinusOne)
    {
        Low = low;
        High = high;
        IsNonZero = isNonZero;
        IsNonMinusOne = isNonMinusOne;
    }

    /// <summary>Lowest value.</summary>
    public Int128 Low { get; }

    /// <summary>Highest value; below the lowest if there is none at all.</summary>
    public Int128 High { get; }

    /// <summary>Whether 0 is no such value.</summary>
    public bool IsNonZero { get; }

    /// <summary>Whether -1 is no such value.</summary>
    public bool IsNonMinusOne { get; }

    /// <summary>Whether no value is left: the code behind is never reached.</summary>
    public bool IsEmpty => Low > High;

    /// <summary>All values of a signed integer.</summary>
    /// <param name="bits">32 or 64.</param>
    public static Interval Full(int bits) => Of(-(Int128.One << (bits - 1)), (Int128.One << (bits - 1)) - 1);

    /// <summary>One value.</summary>
    public static Interval Only(Int128 value) => Of(value, value);

    /// <summary>All from one value to another.</summary>
    public static Interval Of(Int128 low, Int128 high, bool isNonZero = false, bool isNonMinusOne = false)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            low += (low == 0 && isNonZero) || (low == -1 && isNonMinusOne) ? 1 : 0;
            high -= (high == 0 && isNonZero) || (high == -1 && isNonMinusOne) ? 1 : 0;
        }

        return new Interval(low, high, isNonZero || low > 0 || high < 0, isNonMinusOne || low > -1 || high < -1);
    }

    /// <summary>Whether a value is among them.</summary>
    public bool Contains(Int128 value) => Low <= value && value <= High && !(value == 0 && IsNonZero) && !(value == -1 && IsNonMinusOne);

    /// <summary>All but one value, as far as that can be said.</summary>
    public Interval Without(Int128 value) => Of(Low == value ? Low + 1 : Low, High == value ? High - 1 : High, IsNonZero || value == 0, IsNonMinusOne || value == -1);

    /// <summary>What is in this or in the other.</summary>
    public Interval Or(Interval other)
        => IsEmpty ? other : other.IsEmpty ? this : Of(Int128.Min(Low, other.Low), Int128.Max(High, other.High), IsNonZero && other.IsNonZero, IsNonMinusOne && other.IsNonMinusOne);

    /// <summary>What is in this and in the other.</summary>
    public Interval And(Interval other)
        => Of(Int128.Max(Low, other.Low), Int128.Min(High, other.High), IsNonZero || other.IsNonZero, IsNonMinusOne || other.IsNonMinusOne);

    /// <summary>These if a signed integer of so many bits holds them all, else all of its values: the rest wraps around.</summary>
    public Interval Within(int bits) => Full(bits) is var full && (Low < full.Low || High > full.High) ? full : this;
}

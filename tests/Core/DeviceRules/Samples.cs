using System;
using System.Linq;

namespace Bms.Core.Tests.DeviceRules.Samples;

/// <summary>What the device takes: nothing to report.</summary>
public sealed class Good
{
    private static readonly int[] s_table = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];

    private readonly string _name = "good";

    public DayPart Part { get; private set; }

    public int Of(int index, int[][] jagged) => s_table[index] + jagged[0].Length + _name.Length + (int)Part;
}

public enum DayPart
{
    Day,
    Night,
}

public struct Pair(int left, int right)
{
    public int Left = left;
    public int Right = right;
}

public sealed class FloatField
{
    public float Value;
}

public sealed class DoubleCode
{
    public int Of(int value) => (int)(value * 0.5);
}

public sealed class DecimalArgument
{
    public int Of(decimal value) => value.GetHashCode();
}

public sealed class StructReturned
{
    public DateTime Of() => new(1);
}

public sealed class StructLocal
{
    public int Of(int value)
    {
        Pair pair = new(value, value);
        Swap(ref pair);
        return pair.Left;
    }

    private static void Swap(ref Pair pair) => (pair.Left, pair.Right) = (pair.Right, pair.Left);
}

public sealed class GenericType<T>
{
    public T? Value { get; set; }
}

public sealed class GenericMethod
{
    public int Of<T>(T value) => value == null ? 0 : 1;
}

public sealed class CallsGenericMethod
{
    public object Of() => Array.Empty<int>();
}

public sealed class NullableInteger
{
    public int Of(int? value) => value ?? 0;
}

public sealed class TwoDimensions
{
    public int Of(int[,] grid) => grid[0, 0];
}

public sealed class CheckedArithmetic
{
    public int Of(int value) => checked(value + 1);
}

public sealed class CheckedConversion
{
    public short Of(int value) => checked((short)value);
}

public sealed class CallsMath
{
    public int Of(int value) => Math.Abs(value);
}

public sealed class CallsLinq
{
    public int Of(int[] values) => values.Sum();
}

public static class ReadsOtherStatic
{
    public static readonly int[] Copy = ReadLate();

    private static int[] ReadLate() => ZStatic.Values;
}

public static class ZStatic
{
    public static readonly int[] Values = [1, 2, 3];
}

public interface IDefault
{
    public int Of() => 1;
}

public sealed class Allocates
{
    public object Step(int value) => Deeper(value);

    private static int[] Deeper(int value) => new int[value];
}

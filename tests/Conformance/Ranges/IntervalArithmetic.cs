using System;
using System.Numerics;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>What an instruction makes of the values its operands may have. Results that may overflow may be anything.</summary>
internal static class IntervalArithmetic
{
    /// <summary>An instruction of two operands.</summary>
    /// <param name="code">The instruction.</param>
    /// <param name="a">Left operand.</param>
    /// <param name="b">Right operand.</param>
    /// <param name="bits">Size of the result: 32 or 64.</param>
    public static Interval Of(Code code, Interval a, Interval b, int bits)
    {
        Interval full = Interval.Full(bits);
        Interval result = code switch
        {
            Code.Add => Interval.Of(a.Low + b.Low, a.High + b.High),
            Code.Sub => Interval.Of(a.Low - b.High, a.High - b.Low),
            Code.Mul => Corners(a, b, (x, y) => x * y) is var product && a.IsNonZero && b.IsNonZero ? Interval.Of(product.Low, product.High, product.Within(bits) == product) : product,
            Code.Div => Quotient(a, b),
            Code.Rem => Remainder(a, b),
            Code.Div_Un when a.Low >= 0 && b.Low >= 0 => Quotient(a, b),
            Code.Rem_Un when a.Low >= 0 && b.Low >= 0 => Remainder(a, b),
            Code.And => Both(a, b, full),
            Code.Or => Either(a, b, full),
            Code.Xor when a.Low >= 0 && b.Low >= 0 => Interval.Of(0, Ones(Int128.Max(a.High, b.High))),
            Code.Shl when IsShift(b, bits) => Corners(a, b, (x, y) => x << (int)y),
            Code.Shr when IsShift(b, bits) => Corners(a, b, (x, y) => x >> (int)y),
            Code.Shr_Un when IsShift(b, bits) && a.Low >= 0 => Corners(a, b, (x, y) => x >> (int)y),
            Code.Shr_Un when IsShift(b, bits) && b.Low > 0 => Interval.Of(0, ((Int128.One << bits) - 1) >> (int)b.Low),
            _ => full,
        };
        return result.Within(bits);
    }

    /// <summary>The negative.</summary>
    public static Interval Negative(Interval a, int bits) => Interval.Of(-a.High, -a.Low, a.IsNonZero).Within(bits);

    /// <summary>All bits turned over.</summary>
    public static Interval Complement(Interval a) => Interval.Of(~a.High, ~a.Low);

    // with 64-bit operands no corner leaves 128 bits
    private static Interval Corners(Interval a, Interval b, Func<Int128, Int128, Int128> of)
    {
        Int128 one = of(a.Low, b.Low);
        Int128 two = of(a.Low, b.High);
        Int128 three = of(a.High, b.Low);
        Int128 four = of(a.High, b.High);
        return Interval.Of(Int128.Min(Int128.Min(one, two), Int128.Min(three, four)), Int128.Max(Int128.Max(one, two), Int128.Max(three, four)));
    }

    private static Interval Quotient(Interval a, Interval b)
    {
        Interval result = Interval.Of(1, 0);
        foreach (Interval side in (Interval[])[b.And(Interval.Of(1, Int128.MaxValue)), b.And(Interval.Of(Int128.MinValue, -1))])
        {
            result = side.IsEmpty ? result : result.Or(Corners(a, side, (x, y) => x / y));
        }

        // by 0 there is no result to speak of
        return result.IsEmpty ? Interval.Only(0) : result;
    }

    private static Interval Remainder(Interval a, Interval b)
    {
        Int128 most = Int128.Max(Int128.Abs(b.Low), Int128.Abs(b.High)) - 1;
        return Interval.Of(a.Low >= 0 ? 0 : Int128.Max(a.Low, -most), a.High <= 0 ? 0 : Int128.Min(a.High, most));
    }

    private static Interval Both(Interval a, Interval b, Interval full)
    {
        if (a.Low < 0 && b.Low < 0)
        {
            return full;
        }

        Int128 high = a.Low < 0 ? b.High : b.Low < 0 ? a.High : Int128.Min(a.High, b.High);
        return Interval.Of(0, high);
    }

    private static Interval Either(Interval a, Interval b, Interval full)
    {
        bool isNonZero = a.IsNonZero || b.IsNonZero;
        return a.Low >= 0 && b.Low >= 0
            ? Interval.Of(Int128.Max(a.Low, b.Low), Ones(Int128.Max(a.High, b.High)), isNonZero)
            : Interval.Of(full.Low, a.High < 0 || b.High < 0 ? -1 : full.High, isNonZero);
    }

    private static bool IsShift(Interval by, int bits) => by.Low >= 0 && by.High < bits;

    private static Int128 Ones(Int128 highest) => (Int128.One << (128 - (int)Int128.LeadingZeroCount(highest))) - 1;
}

using System;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>Conversions between numbers.</summary>
internal static class Conversion
{
    /// <summary>The converted value; it keeps its origin if every value stays what it is.</summary>
    public static Value Of(Code code, Value value)
    {
        if (code is Code.Conv_R4 or Code.Conv_R8 or Code.Conv_R_Un)
        {
            return Value.Floating with { IsRealNonZero = value.Bits > 0 ? value.Interval.IsNonZero : value.IsRealNonZero && code == Code.Conv_R8 };
        }

        (Interval target, int bits) = code switch
        {
            Code.Conv_I1 => (Interval.Of(sbyte.MinValue, sbyte.MaxValue), 32),
            Code.Conv_U1 => (Interval.Of(0, byte.MaxValue), 32),
            Code.Conv_I2 => (Interval.Of(short.MinValue, short.MaxValue), 32),
            Code.Conv_U2 => (Interval.Of(0, ushort.MaxValue), 32),
            Code.Conv_I4 or Code.Conv_U4 or Code.Conv_I or Code.Conv_U => (Interval.Full(32), 32),
            Code.Conv_U8 when value.Bits == 32 => (Interval.Of(0, uint.MaxValue), 64),
            _ => (Interval.Full(64), 64),
        };
        if (value.Bits == 0)
        {
            return Value.Integer(target, bits);
        }

        Int128 size = target.High - target.Low + 1;
        Int128 turns = Turns(value.Interval.Low - target.Low, size);
        if (turns == 0 && Turns(value.Interval.High - target.Low, size) == 0)
        {
            return value with { Bits = bits };
        }

        // all of them may wrap around as often
        bool isTogether = turns == Turns(value.Interval.High - target.Low, size);
        return Value.Integer(isTogether ? Interval.Of(value.Interval.Low - (turns * size), value.Interval.High - (turns * size)) : target, bits);
    }

    private static Int128 Turns(Int128 distance, Int128 size) => distance >= 0 ? distance / size : ((distance + 1) / size) - 1;
}

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
        bool fits = value.Bits > 0 && target.Low <= value.Interval.Low && value.Interval.High <= target.High;
        return fits ? value with { Bits = bits } : Value.Integer(target, bits);
    }
}

using System;
using System.Linq;
using CsCheck;
using Mono.Cecil.Cil;
using Xunit;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>Whatever the device computes lies in the range that is worked out for it.</summary>
public class IntervalTests
{
    private const int Many = 20_000;

    private static readonly Gen<long> _long = Gen.OneOf(Gen.Long, Gen.Long[-70, 70], Gen.OneOf(long.MinValue, long.MaxValue, int.MinValue, int.MaxValue, 0L, -1L, 1L));

    private static readonly Code[] _operations =
    [
        Code.Add, Code.Sub, Code.Mul, Code.Div, Code.Div_Un, Code.Rem, Code.Rem_Un, Code.And, Code.Or, Code.Xor, Code.Shl, Code.Shr, Code.Shr_Un,
    ];

    private static readonly Code[] _conversions =
    [
        Code.Conv_I1, Code.Conv_U1, Code.Conv_I2, Code.Conv_U2, Code.Conv_I4, Code.Conv_U4, Code.Conv_I8, Code.Conv_U8,
    ];

    [Fact]
    public void Results_of_64_bits_lie_in_their_range() => Gen.Select(Gen.OneOf(_operations), Ranged(64), Ranged(64)).Sample((code, a, b)
        => Compute(code, a.Value, b.Value) is not { } result || IntervalArithmetic.Of(code, a.Range, b.Range, 64).Contains(result), iter: Many);

    [Fact]
    public void Results_of_32_bits_lie_in_their_range() => Gen.Select(Gen.OneOf(_operations), Ranged(32), Ranged(32)).Sample((code, a, b)
        => Compute(code, (int)a.Value, (int)b.Value) is not { } result || IntervalArithmetic.Of(code, a.Range, b.Range, 32).Contains(result), iter: Many);

    [Fact]
    public void Negatives_and_complements_lie_in_their_range() => Ranged(64).Sample(a
        => IntervalArithmetic.Negative(a.Range, 64).Contains(unchecked(-a.Value)) && IntervalArithmetic.Complement(a.Range).Contains(~a.Value), iter: Many);

    [Fact]
    public void Conversions_lie_in_their_range() => Gen.Select(Gen.OneOf(_conversions), Ranged(64)).Sample((code, a)
        => Conversion.Of(code, Value.Integer(a.Range, 64)) is var converted && converted.Interval.Contains(Convert64(code, a.Value)), iter: Many);

    [Fact]
    public void Conversions_of_32_bits_lie_in_their_range() => Gen.Select(Gen.OneOf(_conversions), Ranged(32)).Sample((code, a)
        => Conversion.Of(code, Value.Integer(a.Range, 32)) is var converted && converted.Interval.Contains(code == Code.Conv_U8 ? (uint)a.Value : Convert64(code, a.Value)), iter: Many);

    [Fact]
    public void A_value_that_fulfils_a_comparison_is_not_lost() => Gen.Select(Gen.Enum<Relation>(), Ranged(64), Ranged(64)).Sample((relation, a, b) =>
    {
        Comparison comparison = new(relation, Value.Integer(a.Range, 64), Value.Integer(b.Range, 64));
        bool holds = Holds(relation, a.Value, b.Value);
        Comparison known = holds ? comparison : comparison.Not();
        return known.LeftWhenTrue().Contains(a.Value) && known.Turned().LeftWhenTrue().Contains(b.Value);
    }, iter: Many);

    [Fact]
    public void What_is_in_one_of_two_ranges_is_in_both_together() => Gen.Select(Ranged(64), Ranged(64)).Sample((a, b)
        => a.Range.Or(b.Range).Contains(a.Value) && a.Range.Or(b.Range).Contains(b.Value) && (!b.Range.Contains(a.Value) || a.Range.And(b.Range).Contains(a.Value)), iter: Many);

    // a range with a value in it, perhaps without 0 and -1 where that is another
    private static Gen<(Interval Range, long Value)> Ranged(int bits) => Gen.Select(_long, _long, _long, Gen.Bool, Gen.Bool).Select((x, y, z, zero, minusOne) =>
    {
        long[] sorted = [.. new[] { x, y, z }.Select(v => bits == 32 ? (int)v : v).Order()];
        long value = sorted[1];
        return (Interval.Of(sorted[0], sorted[2], zero && value != 0, minusOne && value != -1), value);
    });

    private static long? Compute(Code code, long a, long b) => code switch
    {
        Code.Add => unchecked(a + b),
        Code.Sub => unchecked(a - b),
        Code.Mul => unchecked(a * b),
        Code.Div or Code.Rem when b == 0 || (b == -1 && a == long.MinValue) => null,
        Code.Div_Un or Code.Rem_Un when b == 0 => null,
        Code.Div => a / b,
        Code.Rem => a % b,
        Code.Div_Un => (long)((ulong)a / (ulong)b),
        Code.Rem_Un => (long)((ulong)a % (ulong)b),
        Code.And => a & b,
        Code.Or => a | b,
        Code.Xor => a ^ b,
        _ when b is < 0 or > 63 => null,
        Code.Shl => a << (int)b,
        Code.Shr => a >> (int)b,
        _ => (long)((ulong)a >> (int)b),
    };

    private static int? Compute(Code code, int a, int b) => code switch
    {
        Code.Add => unchecked(a + b),
        Code.Sub => unchecked(a - b),
        Code.Mul => unchecked(a * b),
        Code.Div or Code.Rem when b == 0 || (b == -1 && a == int.MinValue) => null,
        Code.Div_Un or Code.Rem_Un when b == 0 => null,
        Code.Div => a / b,
        Code.Rem => a % b,
        Code.Div_Un => (int)((uint)a / (uint)b),
        Code.Rem_Un => (int)((uint)a % (uint)b),
        Code.And => a & b,
        Code.Or => a | b,
        Code.Xor => a ^ b,
        _ when b is < 0 or > 31 => null,
        Code.Shl => a << b,
        Code.Shr => a >> b,
        _ => (int)((uint)a >> b),
    };

    private static long Convert64(Code code, long value) => code switch
    {
        Code.Conv_I1 => (sbyte)value,
        Code.Conv_U1 => (byte)value,
        Code.Conv_I2 => (short)value,
        Code.Conv_U2 => (ushort)value,
        Code.Conv_I4 => (int)value,
        Code.Conv_U4 => (int)(uint)value,
        _ => value,
    };

    private static bool Holds(Relation relation, long a, long b) => relation switch
    {
        Relation.Equal => a == b,
        Relation.Different => a != b,
        Relation.Less => a < b,
        Relation.LessOrEqual => a <= b,
        Relation.Greater => a > b,
        Relation.GreaterOrEqual => a >= b,
        Relation.UnsignedLess => (ulong)a < (ulong)b,
        Relation.UnsignedLessOrEqual => (ulong)a <= (ulong)b,
        Relation.UnsignedGreater => (ulong)a > (ulong)b,
        _ => (ulong)a >= (ulong)b,
    };
}

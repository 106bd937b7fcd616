using System;
using System.Collections.Generic;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>A comparison that a branch may hang on.</summary>
/// <param name="Relation">The relation that holds.</param>
/// <param name="Left">Left side.</param>
/// <param name="Right">Right side.</param>
internal sealed record Comparison(Relation Relation, Value Left, Value Right)
{
    // each relation, what holds if it does not, and the same seen from the other side
    private static readonly Dictionary<Relation, (Relation Not, Relation Turned)> _relations = new()
    {
        [Relation.Equal] = (Relation.Different, Relation.Equal),
        [Relation.Different] = (Relation.Equal, Relation.Different),
        [Relation.Less] = (Relation.GreaterOrEqual, Relation.Greater),
        [Relation.LessOrEqual] = (Relation.Greater, Relation.GreaterOrEqual),
        [Relation.Greater] = (Relation.LessOrEqual, Relation.Less),
        [Relation.GreaterOrEqual] = (Relation.Less, Relation.LessOrEqual),
        [Relation.UnsignedLess] = (Relation.UnsignedGreaterOrEqual, Relation.UnsignedGreater),
        [Relation.UnsignedLessOrEqual] = (Relation.UnsignedGreater, Relation.UnsignedGreaterOrEqual),
        [Relation.UnsignedGreater] = (Relation.UnsignedLessOrEqual, Relation.UnsignedLess),
        [Relation.UnsignedGreaterOrEqual] = (Relation.UnsignedLess, Relation.UnsignedLessOrEqual),
    };

    private static readonly Dictionary<Relation, Relation> _signed = new()
    {
        [Relation.UnsignedLess] = Relation.Less,
        [Relation.UnsignedLessOrEqual] = Relation.LessOrEqual,
        [Relation.UnsignedGreater] = Relation.Greater,
        [Relation.UnsignedGreaterOrEqual] = Relation.GreaterOrEqual,
    };

    /// <summary>The relation of a branch or comparison instruction; null for one that compares nothing.</summary>
    public static Relation? RelationOf(Code code) => code switch
    {
        Code.Beq or Code.Beq_S or Code.Ceq => Relation.Equal,
        Code.Bne_Un or Code.Bne_Un_S => Relation.Different,
        Code.Blt or Code.Blt_S or Code.Clt => Relation.Less,
        Code.Ble or Code.Ble_S => Relation.LessOrEqual,
        Code.Bgt or Code.Bgt_S or Code.Cgt => Relation.Greater,
        Code.Bge or Code.Bge_S => Relation.GreaterOrEqual,
        Code.Blt_Un or Code.Blt_Un_S or Code.Clt_Un => Relation.UnsignedLess,
        Code.Ble_Un or Code.Ble_Un_S => Relation.UnsignedLessOrEqual,
        Code.Bgt_Un or Code.Bgt_Un_S or Code.Cgt_Un => Relation.UnsignedGreater,
        Code.Bge_Un or Code.Bge_Un_S => Relation.UnsignedGreaterOrEqual,
        _ => null,
    };

    /// <summary>What holds if this does not.</summary>
    public Comparison Not() => this with { Relation = _relations[Relation].Not };

    /// <summary>The same seen from the right side.</summary>
    public Comparison Turned() => new(_relations[Relation].Turned, Right, Left);

    /// <summary>What the left side may be when the comparison of integers holds.</summary>
    public Interval LeftWhenTrue()
    {
        Interval left = Left.Interval;
        Interval right = Right.Interval;
        bool isPlain = left.Low >= 0 && right.Low >= 0;
        return (isPlain ? _signed.GetValueOrDefault(Relation, Relation) : Relation) switch
        {
            Relation.Equal => left.And(right),
            Relation.Different => right.Low == right.High ? left.Without(right.Low) : left,
            Relation.Less => left.And(Interval.Of(Int128.MinValue, right.High - 1)),
            Relation.LessOrEqual => left.And(Interval.Of(Int128.MinValue, right.High)),
            Relation.Greater => left.And(Interval.Of(right.Low + 1, Int128.MaxValue)),
            Relation.GreaterOrEqual => left.And(Interval.Of(right.Low, Int128.MaxValue)),

            // the negative numbers are above all others when seen without their sign
            Relation.UnsignedLess when right.Low >= 0 => left.And(Interval.Of(0, right.High - 1)),
            Relation.UnsignedLessOrEqual when right.Low >= 0 => left.And(Interval.Of(0, right.High)),
            Relation.UnsignedGreater when right.Low >= 0 => left.Without(0),
            Relation.UnsignedGreaterOrEqual when right.Low > 0 => left.Without(0),
            _ => left,
        };
    }

    /// <summary>Whether it holds only if the left side, a floating-point number, is not 0.</summary>
    public bool ProvesLeftNonZero() => Right.Real is { } real && _signed.GetValueOrDefault(Relation, Relation) switch
    {
        Relation.Different => real == 0,
        Relation.Equal => real != 0,
        Relation.Less => real <= 0,
        Relation.LessOrEqual => real < 0,
        Relation.Greater => real >= 0,
        _ => real > 0,
    };
}

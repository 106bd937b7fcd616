using System;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>A comparison that a branch may hang on.</summary>
/// <param name="Relation">The relation that holds.</param>
/// <param name="Left">Left side.</param>
/// <param name="Right">Right side.</param>
internal sealed record Comparison(Relation Relation, Value Left, Value Right)
{
    /// <summary>The relation of a branch or comparison instruction; null for one that compares otherwise.</summary>
    public static Relation? RelationOf(Code code) => code switch
    {
        Code.Beq or Code.Beq_S or Code.Ceq => Ranges.Relation.Equal,
        Code.Bne_Un or Code.Bne_Un_S => Ranges.Relation.Different,
        Code.Blt or Code.Blt_S or Code.Clt => Ranges.Relation.Less,
        Code.Ble or Code.Ble_S => Ranges.Relation.LessOrEqual,
        Code.Bgt or Code.Bgt_S or Code.Cgt => Ranges.Relation.Greater,
        Code.Bge or Code.Bge_S => Ranges.Relation.GreaterOrEqual,
        _ => null,
    };

    /// <summary>What holds if this does not.</summary>
    public Comparison Not() => this with
    {
        Relation = Relation switch
        {
            Relation.Equal => Relation.Different,
            Relation.Different => Relation.Equal,
            Relation.Less => Relation.GreaterOrEqual,
            Relation.LessOrEqual => Relation.Greater,
            Relation.Greater => Relation.LessOrEqual,
            _ => Relation.Less,
        },
    };

    /// <summary>The same seen from the right side.</summary>
    public Comparison Turned() => new(
        Relation switch
        {
            Relation.Less => Relation.Greater,
            Relation.LessOrEqual => Relation.GreaterOrEqual,
            Relation.Greater => Relation.Less,
            Relation.GreaterOrEqual => Relation.LessOrEqual,
            _ => Relation,
        },
        Right,
        Left);

    /// <summary>What the left side may be when the comparison holds.</summary>
    public Interval LeftWhenTrue()
    {
        Interval left = Left.Interval;
        Interval right = Right.Interval;
        return Relation switch
        {
            Relation.Equal => left.And(right),
            Relation.Different => Without(left, right),
            Relation.Less => left.And(Interval.Of(Int128.MinValue, right.High - 1)),
            Relation.LessOrEqual => left.And(Interval.Of(Int128.MinValue, right.High)),
            Relation.Greater => left.And(Interval.Of(right.Low + 1, Int128.MaxValue)),
            _ => left.And(Interval.Of(right.Low, Int128.MaxValue)),
        };
    }

    /// <summary>Whether it holds only if the left side, a floating-point number, is not 0.</summary>
    public bool ProvesLeftNonZero() => Right.Real is { } real && Relation switch
    {
        Relation.Different => real == 0,
        Relation.Equal => real != 0,
        Relation.Less => real <= 0,
        Relation.LessOrEqual => real < 0,
        Relation.Greater => real >= 0,
        _ => real > 0,
    };

    private static Interval Without(Interval all, Interval one)
    {
        if (one.Low != one.High)
        {
            return all;
        }

        Int128 value = one.Low;
        return Interval.Of(all.Low == value ? all.Low + 1 : all.Low, all.High == value ? all.High - 1 : all.High, all.IsNonZero || value == 0);
    }
}

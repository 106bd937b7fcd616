using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Degradation;

/// <summary>Something that grows by a reaction, as fast as the layer the reaction leaves behind lets it.</summary>
/// <remarks>
/// Passivating: d(y²)/dt = K², so y = K √t. Mixed-conducting: dy/dt = K/√t_ref, as much as a passivating layer of the same
/// constant has after t_ref, but in a straight line. Stable: y stays. All exact for constant K. Review section 3.4.1.
/// </remarks>
public sealed class GrowingLayer
{
    /// <summary>Time after which a passivating and a mixed-conducting layer of one constant are alike, t_ref: 1000 h, s.</summary>
    public const double ReferenceTime = 3.6e6;

    private readonly InterfaceKind _kind;
    private double _square;

    /// <summary>Takes the kind and the value at the start.</summary>
    public GrowingLayer(InterfaceKind kind, double start)
    {
        _kind = kind;
        _square = start * start;
        Value = start;
    }

    /// <summary>What has grown so far; never less than before.</summary>
    public double Value { get; private set; }

    /// <summary>Grows on for a while.</summary>
    /// <param name="square">Integral of K² over the while, unit of the value squared, not negative.</param>
    /// <param name="seconds">Length of the while, s, above 0.</param>
    /// <returns>By how much it grew.</returns>
    public double Advance(double square, double seconds)
    {
        double before = Value;
        switch (_kind)
        {
            case InterfaceKind.Passivating:
                _square += square;
                Value = Math.Sqrt(_square);
                break;
            case InterfaceKind.MixedConducting:
                Value += Math.Sqrt(square * seconds / ReferenceTime);
                break;
        }

        return Value - before;
    }
}

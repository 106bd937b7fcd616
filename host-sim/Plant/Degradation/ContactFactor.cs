using System;

namespace Bms.Plant.Degradation;

/// <summary>
/// The share of the lithium interface that still touches the electrolyte: stripping beyond what creep can refill leaves voids,
/// creep under pressure closes them. The whole cell current crosses what is left.
/// </summary>
/// <remarks>
/// dθ/dt = -a max(0, j/θ - j_strip) while stripping + b ε' (1 - θ), θ in [θ_min, 1]. Backward Euler, which for this law is a
/// quadratic equation: the faster the contact goes, the steeper it goes, and an explicit step would overshoot.
/// </remarks>
public sealed class ContactFactor
{
    private readonly double _loss;
    private readonly double _minimum;

    /// <summary>Takes a, cm²/(mA s), the lowest value and the value at the start.</summary>
    public ContactFactor(double loss, double minimum, double initial)
    {
        _loss = loss;
        _minimum = minimum;
        Value = Math.Clamp(initial, minimum, 1);
    }

    /// <summary>θ, 1 at full contact.</summary>
    public double Value { get; private set; }

    /// <summary>Contact lost by time, 1/s.</summary>
    /// <param name="loss">a, cm²/(mA s).</param>
    /// <param name="stripping">Mean stripping current density, mA/cm²; 0 while plating.</param>
    /// <param name="contact">θ.</param>
    /// <param name="limit">Stripping limit, mA/cm².</param>
    public static double Loss(double loss, double stripping, double contact, double limit) => loss * Math.Max(0, (stripping / contact) - limit);

    /// <summary>Contact at which loss and healing are in balance from full contact on; the minimum if there is no balance.</summary>
    /// <param name="loss">a, cm²/(mA s).</param>
    /// <param name="minimum">θ_min.</param>
    /// <param name="stripping">Mean stripping current density, mA/cm².</param>
    /// <param name="limit">Stripping limit, mA/cm².</param>
    /// <param name="healing">b ε', 1/s.</param>
    public static double Settled(double loss, double minimum, double stripping, double limit, double healing)
    {
        if (stripping <= limit)
        {
            return 1;
        }

        // a (j/θ - j_strip) = h (1 - θ) below 1: only where healing gains more by a lost contact than stripping does
        return loss * limit < healing ? Math.Max(minimum, Stripped(healing, healing + (loss * limit), loss * stripping)) : minimum;
    }

    /// <summary>Moves contact on by a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="stripping">Mean stripping current density, mA/cm²; 0 while plating.</param>
    /// <param name="limit">Stripping limit, mA/cm².</param>
    /// <param name="healing">b ε', 1/s.</param>
    public void Advance(double seconds, double stripping, double limit, double healing)
    {
        double gain = 1 + (seconds * healing);
        double healed = (Value + (seconds * healing)) / gain;
        Value = stripping <= limit * healed
            ? healed
            : Math.Max(_minimum, Stripped(gain, Value + (seconds * (healing + (_loss * limit))), seconds * _loss * stripping));
    }

    // The larger root of gain θ² - reserve θ + taken = 0; none: all contact goes within the step.
    private static double Stripped(double gain, double reserve, double taken)
    {
        double discriminant = (reserve * reserve) - (4 * gain * taken);
        return discriminant > 0 ? Math.Min(1, (reserve + Math.Sqrt(discriminant)) / (2 * gain)) : 0;
    }
}

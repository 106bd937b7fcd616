using System;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Plant.Electrolytes;

/// <summary>Electrolyte that decomposes at one electrode outside its stability window: a side current beside charge transfer.</summary>
/// <remarks>
/// i = i0 arr(T) (10^(η/b) - 1) / (1 + q/q_p), with η the potential beyond the window and q the charge that has passed: the film
/// that forms slows its own growth to the square root of time, unless it conducts electrons (q_p infinite), when it goes on.
/// Review section 3.4.1: passivating and mixed-conducting interphases. What an interface decomposes within its cell's working window
/// is in the lumped laws of interphase growth and calendar fade, and sulfides and LiPON do so all the time; so the window
/// begins at the wider of material and working voltages, and the current counts only what lies beyond. It takes charge; the
/// resistance of what forms out there is that of the degradation laws.
/// </remarks>
public sealed class InterfaceDecomposition
{
    private const int MostIterations = 40;
    private const double Close = 1e-9;

    // Decades above which the exponential is not continued: the current asked for is reached long before.
    private const double MostDecades = 30;

    private readonly StabilityWindow _window;
    private readonly Arrhenius _rate;
    private readonly double _low;
    private readonly double _high;
    private readonly double _area;
    private readonly double _decade;
    private double _scale;

    /// <summary>Starts with a bare interface.</summary>
    /// <param name="window">The electrolyte's window and rates.</param>
    /// <param name="low">Lowest potential against lithium that the electrode has in use, V.</param>
    /// <param name="high">Highest potential against lithium that the electrode has in use, V.</param>
    /// <param name="area">Area of the interface, m².</param>
    /// <param name="referenceTemperature">Temperature at which the rates hold, K.</param>
    public InterfaceDecomposition(StabilityWindow window, double low, double high, double area, double referenceTemperature)
    {
        ArgumentNullException.ThrowIfNull(window);
        _window = window;
        _rate = new Arrhenius(window.Activation, referenceTemperature);
        _low = Math.Min(window.Reduction, low);
        _high = Math.Max(window.Oxidation, high);
        _area = area;
        _decade = window.TafelSlope / Math.Log(10);
        Refresh(1 / referenceTemperature);
    }

    /// <summary>Decomposition at one electrode of a cell; null if its electrolyte has no window.</summary>
    /// <param name="parameters">The cell.</param>
    /// <param name="low">Lowest potential against lithium that the electrode has in use, V.</param>
    /// <param name="high">Highest potential against lithium that the electrode has in use, V.</param>
    public static InterfaceDecomposition? Of(CellParameters parameters, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return parameters.Electrolyte.Stability is { } window
            ? new InterfaceDecomposition(window, low, high, parameters.Cell.TotalArea, parameters.ReferenceTemperature)
            : null;
    }

    /// <summary>Side current of the last step, A: positive oxidises the electrolyte, negative reduces it.</summary>
    public double Current { get; private set; }

    /// <summary>Charge that has oxidised electrolyte, A h.</summary>
    public double Oxidised { get; private set; }

    /// <summary>Charge that has reduced electrolyte, A h.</summary>
    public double Reduced { get; private set; }

    /// <summary>Charge that has oxidised less that has reduced electrolyte, A h.</summary>
    public double Net => Oxidised - Reduced;

    /// <summary>Thickness of the interphase that the side current has made, m.</summary>
    public double Thickness => _window.ThicknessPerCharge * Passed;

    // C/m².
    private double Passed => (Oxidised + Reduced) * Constants.SecondsPerHour / _area;

    /// <summary>Takes a temperature by its reciprocal, 1/K, and what has formed.</summary>
    public void Refresh(double reciprocalTemperature) =>
        _scale = _window.ExchangeCurrent * _area * _rate.At(reciprocalTemperature) / (1 + (Passed / _window.PassivationCharge));

    /// <summary>Side current at a potential, A.</summary>
    /// <param name="potential">Potential of the electrode against lithium, V.</param>
    public double At(double potential) =>
        potential > _high ? _scale * Beyond(potential - _high)
        : potential < _low ? -_scale * Beyond(_low - potential)
        : 0;

    /// <summary>Potential at which the interface takes a current all by itself, V.</summary>
    /// <param name="current">The current, A, positive to oxidise.</param>
    public double PotentialFor(double current)
    {
        double beyond = _decade * Math.Log(1 + (Math.Abs(current) / _scale));
        return current >= 0 ? _high + beyond : _low - beyond;
    }

    /// <summary>Shares a step's current between charge transfer and the electrolyte.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="current">Current into the electrode, A, positive to oxidise.</param>
    /// <param name="potential">Open-circuit potential at its surface against lithium, V.</param>
    /// <param name="scale">Kinetic scale κ, V.</param>
    /// <param name="exchange">Exchange current of charge transfer, A.</param>
    /// <returns>The side current, A.</returns>
    /// <remarks>Finds j with j = i(U + κ asinh((I - j)/2 i0)), which falls on the right as j rises: one root, between 0 and what the
    /// potential asks for without it. Newton kept within its bounds.</remarks>
    public double Share(double seconds, double current, double potential, double scale, double exchange)
    {
        double side = At(potential + (scale * Math.Asinh(current / (2 * exchange))));
        if (side != 0)
        {
            side = Root(side, current, potential, scale, exchange);
        }

        Pass(seconds, side);
        return side;
    }

    /// <summary>Lets a current decompose electrolyte for a step.</summary>
    /// <param name="seconds">Length of the step, s.</param>
    /// <param name="current">The current, A, positive to oxidise.</param>
    public void Pass(double seconds, double current)
    {
        Current = current;
        double charge = Math.Abs(current) * seconds / Constants.SecondsPerHour;
        Oxidised += current > 0 ? charge : 0;
        Reduced += current < 0 ? charge : 0;
    }

    private double Root(double most, double current, double potential, double scale, double exchange)
    {
        double low = Math.Min(0, most);
        double high = Math.Max(0, most);
        double side = Math.Clamp(current, low, high);
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            double ratio = (current - side) / (2 * exchange);
            double asked = At(potential + (scale * Math.Asinh(ratio)));
            double excess = side - asked;
            low = excess < 0 ? side : low;
            high = excess > 0 ? side : high;
            double slope = 1 + ((Math.Abs(asked) + _scale) / _decade * scale / (2 * exchange * Math.Sqrt(1 + (ratio * ratio))));
            double next = side - (excess / slope);
            next = next > low && next < high ? next : 0.5 * (low + high);
            if (Math.Abs(next - side) <= Close * (_scale + Math.Abs(next)))
            {
                return next;
            }

            side = next;
        }

        return side;
    }

    private double Beyond(double volt) => Math.Exp(Math.Min(volt / _decade, MostDecades * Math.Log(10))) - 1;
}

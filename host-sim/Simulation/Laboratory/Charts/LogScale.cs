using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bms.Simulation.Results.Charts;

namespace Bms.Simulation.Laboratory.Charts;

/// <summary>An axis of equal factors: ticks at powers of ten, or at 1, 2 and 5 of each if there are few.</summary>
internal sealed class LogScale : Scale
{
    private const int MostTicks = 5;
    private const double Padding = 0.03;
    private const double LargestPlain = 1e4;
    private const double SmallestPlain = 1e-3;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private readonly double _low;
    private readonly double _decades;
    private readonly double _length;

    /// <summary>An axis over a range.</summary>
    /// <param name="low">Lowest value to be seen, above 0.</param>
    /// <param name="high">Highest value to be seen, above the lowest.</param>
    /// <param name="length">Length, px.</param>
    public LogScale(double low, double high, double length)
    {
        double first = Math.Log10(low);
        double decades = Math.Log10(high) - first;
        _low = first - (Padding * decades);
        _decades = decades * (1 + (2 * Padding));
        _length = length;
        Ticks = [.. Values().Select(value => (Place(value), Label(value), false))];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(double Place, string Label, bool IsZero)> Ticks { get; }

    /// <inheritdoc/>
    public override double Place(double value) =>
        value > 0 ? Math.Clamp((Math.Log10(value) - _low) / _decades * _length, -_length, 2 * _length) : -_length;

    private static string Label(double value)
    {
        if (value is >= SmallestPlain and <= LargestPlain)
        {
            return Quantity.Number(value, Math.Max(0, -(int)Math.Floor(Math.Log10(value) + 1e-9)));
        }

        int power = (int)Math.Floor(Math.Log10(value) + 1e-9);
        string factor = Math.Round(value / Power(power)) is > 1 and var digit ? Quantity.Number(digit, 0) + "·" : string.Empty;
        string digits = string.Concat(Math.Abs(power).ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0']));
        return $"{factor}10{(power < 0 ? "⁻" : string.Empty)}{digits}";
    }

    private double[] Values()
    {
        double[] fine = [.. Range(1).SelectMany(power => (double[])[1 * Power(power), 2 * Power(power), 5 * Power(power)]).Where(Shows)];
        if (fine.Length <= MostTicks)
        {
            return fine;
        }

        int step = 1;
        while (Range(step).Count(power => Shows(Power(power))) > MostTicks)
        {
            step++;
        }

        return [.. Range(step).Select(Power).Where(Shows)];
    }

    private IEnumerable<int> Range(int step)
    {
        int first = (int)Math.Floor(_low / step) * step;
        return Enumerable.Range(0, (int)(_decades / step) + 3).Select(k => first + (k * step));
    }

    private bool Shows(double value) => Place(value) >= -1e-9 && Place(value) <= _length + 1e-9;

    private static double Power(int power) => Math.Pow(10, power);
}

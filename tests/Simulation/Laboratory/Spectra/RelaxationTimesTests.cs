using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Bms.Simulation.Laboratory.Spectra;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Laboratory.Spectra;

/// <summary>The distribution of relaxation times gives back the resistors and capacitors a spectrum was made of.</summary>
public class RelaxationTimesTests
{
    [Fact]
    public void Two_arcs_that_lie_over_each_other_are_told_apart()
    {
        // The thin film's electrolyte and lithium interface: 326 and 43.9 Ohm cm² with 0.00324 and 0.0174 µF/cm².
        (double Resistance, double Time)[] made = [(326, 326 * 0.00324e-6), (43.9, 43.9 * 0.0174e-6), (67, 67 * 0.53e-6)];
        var found = RelaxationTimes.Of(Spectrum(18.3, made));

        (double Resistance, double Time)[] sorted = [.. made.OrderBy(arc => arc.Time)];
        Assert.All(sorted, arc => Assert.Contains(found, relaxation => Math.Abs((relaxation.TimeConstant / arc.Time) - 1) < 0.01 && Math.Abs((relaxation.Resistance / arc.Resistance) - 1) < 0.05));
        Lab.Near(made.Sum(arc => arc.Resistance), found.Sum(relaxation => relaxation.Resistance), 1e-3);
    }

    [Fact]
    public void Arcs_half_a_decade_apart_and_more_are_found_one_by_one() =>
        Gen.Select(Gen.Double[-7, -5.5], Gen.Double[0.5, 2], Gen.Double[0.5, 2], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1]).Sample(
            (first, second, third, a, b, c) =>
            {
                (double Resistance, double Time)[] made =
                [
                    (Math.Pow(10, a), Math.Pow(10, first)), (Math.Pow(10, b), Math.Pow(10, first + second)), (Math.Pow(10, c), Math.Pow(10, first + second + third)),
                ];
                var found = RelaxationTimes.Of(Spectrum(1, made));
                foreach ((double resistance, double time) in made)
                {
                    double near = found.Where(relaxation => Math.Abs(Math.Log10(relaxation.TimeConstant / time)) < 0.05).Sum(relaxation => relaxation.Resistance);
                    Lab.Near(resistance, near, 0.01);
                }
            },
            iter: 40);

    [Fact]
    public void A_resistor_alone_has_no_relaxation() => Assert.Empty(RelaxationTimes.Of(Spectrum(5)));

    [Fact]
    public void No_unknown_of_least_squares_is_below_zero() =>
        Gen.Double[-1, 1].Array[12].Array[6].Select(Gen.Double[-1, 1].Array[12]).Sample((columns, right) =>
        {
            double[] found = NonNegativeLeastSquares.Solve(columns, right);
            Assert.All(found, value => Assert.True(value >= 0));

            // Kuhn and Tucker: nothing to be gained by any unknown, and no slope at those above zero.
            double[] residual = [.. right.Select((value, row) => value - columns.Select((column, k) => column[row] * found[k]).Sum())];
            for (int k = 0; k < columns.Length; k++)
            {
                double slope = columns[k].Zip(residual, (left, rest) => left * rest).Sum();
                Assert.True(slope < 1e-8);
                Assert.True(found[k] == 0 || Math.Abs(slope) < 1e-8);
            }
        });

    private static List<(double Frequency, Complex Impedance)> Spectrum(double series, params (double Resistance, double Time)[] arcs) =>
        [.. Enumerable.Range(0, 181).Select(k => Math.Pow(10, -1 + (k / 20.0))).Select(frequency => (
            frequency,
            arcs.Aggregate(new Complex(series, 0), (sum, arc) => sum + (arc.Resistance / new Complex(1, 2 * Math.PI * frequency * arc.Time)))))];
}

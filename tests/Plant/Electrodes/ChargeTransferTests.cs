using System;
using Bms.Plant.Electrodes;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Electrodes;

/// <summary>One interface with its double layer against the differential equation and its limits.</summary>
public class ChargeTransferTests
{
    private const double Scale = 0.0514;

    [Fact]
    public void The_closed_solution_is_that_of_the_differential_equation()
    {
        Gen.Select(Gen.Double[-4, 4], Gen.Double[-0.2, 0.2], Gen.Double[-2, 1]).Sample((current, held, decade) =>
        {
            var interfaceLaw = new ChargeTransfer(0.4, Scale, 0.76);
            double seconds = 0.06 * Math.Pow(10, decade);
            double found = interfaceLaw.After(seconds, current, held, out _, out double transferred, out _);
            (double expected, double charge) = Integrate(interfaceLaw, seconds, current, held);
            Assert.Equal(expected, found, 1e-9);
            Assert.Equal(charge / seconds, transferred, 1e-6);
        }, iter: 200);
    }

    [Fact]
    public void The_slope_is_that_of_the_overpotential()
    {
        Gen.Select(Gen.Double[-10, 10], Gen.Double[-0.3, 0.3], Gen.Double[-6, 2]).Sample((current, held, decade) =>
        {
            var interfaceLaw = new ChargeTransfer(0.4, Scale, 0.76);
            double seconds = Math.Pow(10, decade);
            const double Step = 1e-4;
            double low = interfaceLaw.After(seconds, current - Step, held, out _, out double lowTransfer, out _);
            double high = interfaceLaw.After(seconds, current + Step, held, out _, out double highTransfer, out _);
            interfaceLaw.After(seconds, current, held, out double slope, out _, out double transferSlope);
            Assert.Equal((high - low) / (2 * Step), slope, 1e-6);
            Assert.Equal((highTransfer - lowTransfer) / (2 * Step), transferSlope, 2e-3);
        }, iter: 500);
    }

    [Fact]
    public void Nothing_that_can_be_asked_of_it_is_without_an_answer()
    {
        Gen<double> wild = Gen.OneOf(Gen.Const(0.0), Gen.Double[-1, 1], Gen.Double[-1e9, 1e9]);
        Gen<double> times = Gen.OneOf(Gen.Const(0.0), Gen.Const(1e-300), Gen.Const(double.PositiveInfinity), Gen.Double[0, 1], Gen.Double[0, 1e-9]);
        Gen.Select(wild, Gen.Double[-3, 3], times, Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 10]), Gen.Double[-12, 10]).Sample((current, held, seconds, capacitance, decade) =>
        {
            var interfaceLaw = new ChargeTransfer(Math.Pow(10, decade), Scale, capacitance);
            double found = interfaceLaw.After(seconds, current, held, out double slope, out double transferred, out double transferSlope);
            Assert.True(double.IsFinite(found) && double.IsFinite(slope) && slope >= 0, $"{found} V, {slope} Ohm");
            Assert.True(double.IsFinite(transferred) || seconds == 0, $"{transferred} A");
            Assert.InRange(transferSlope, 0, 1);
        }, iter: 5000);
    }

    [Fact]
    public void Without_a_double_layer_it_is_Butler_and_Volmer_at_once()
    {
        var bare = new ChargeTransfer(0.4, Scale, 0);
        Assert.Equal(Scale * Math.Asinh(3 / 0.8), bare.After(0, 3, 0.5, out _, out double transferred, out _), 1e-15);
        Assert.Equal(3, transferred);
    }

    [Fact]
    public void What_does_not_react_charges_the_double_layer()
    {
        Gen.Select(Gen.Double[-5, 5], Gen.Double[-0.2, 0.2], Gen.Double[-9, 2]).Sample((current, held, decade) =>
        {
            var interfaceLaw = new ChargeTransfer(0.4, Scale, 0.76);
            double seconds = Math.Pow(10, decade);
            double found = interfaceLaw.After(seconds, current, held, out _, out double transferred, out _);
            Assert.Equal(current * seconds, (transferred * seconds) + (0.76 * (found - held)), 1e-15 + (1e-12 * seconds));
        }, iter: 500);
    }

    private static (double Overpotential, double Charge) Integrate(ChargeTransfer interfaceLaw, double seconds, double current, double held)
    {
        const int Steps = 4000;
        double step = seconds / Steps;
        double overpotential = held;
        for (int k = 0; k < Steps; k++)
        {
            double first = Rate(overpotential);
            double second = Rate(overpotential + (0.5 * step * first));
            double third = Rate(overpotential + (0.5 * step * second));
            double fourth = Rate(overpotential + (step * third));
            overpotential += step * (first + (2 * second) + (2 * third) + fourth) / 6;
        }

        return (overpotential, (current * seconds) - (interfaceLaw.Capacitance * (overpotential - held)));

        double Rate(double volt) => (current - (2 * interfaceLaw.Exchange * Math.Sinh(volt / interfaceLaw.Scale))) / interfaceLaw.Capacitance;
    }
}

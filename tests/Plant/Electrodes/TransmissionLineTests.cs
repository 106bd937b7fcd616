using System;
using System.Linq;
using Bms.Plant.Cells;
using Bms.Plant.Electrodes;
using Bms.Plant.Parameters;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Electrodes;

/// <summary>The composite as a ladder: against the closed solution, and under any input.</summary>
public class TransmissionLineTests
{
    private static readonly DenseTable _potential = new(new Table([0, 0.3, 0.9, 1], [4.5, 4.2, 3.5, 0]), 5000);

    private static readonly TerminalLaw _law = new()
    {
        Temperature = 298.15,
        KineticScale = 0.0514,
        PositiveExchange = 4,
        NegativeExchange = 20,
        IonicRail = 0.05,
        ElectronicRail = 0.001,
        Resistance = 0.009,
    };

    [Theory]
    [InlineData(0.0005, 1e-4)]
    [InlineData(0.005, 5e-3)]
    [InlineData(0.02, 2e-2)]
    public void A_small_current_meets_the_resistance_of_Newman(double rail, double tolerance)
    {
        TerminalLaw law = _law with { IonicRail = rail, ElectronicRail = 0 };
        double transfer = law.KineticScale / (2 * law.PositiveExchange);
        double expected = Math.Sqrt(3 * rail * transfer) / Math.Tanh(Math.Sqrt(3 * rail / transfer));
        Assert.Equal(1, Resistance(law, 96) / expected, 1e-3);
        Assert.Equal(1, Resistance(law, 6) / expected, tolerance);
        Assert.Equal(rail + transfer, Resistance(law, 1), 1e-8);
    }

    [Fact]
    public void Error_falls_with_the_square_of_the_depths()
    {
        double truth = Resistance(_law, 960);
        double coarse = Math.Abs(Resistance(_law, 6) - truth);
        double fine = Math.Abs(Resistance(_law, 12) - truth);
        double order = Math.Log2(coarse / fine);
        Assert.True(order is > 1.8 and < 2.2, $"order {order}");
    }

    [Fact]
    public void Rails_may_change_places()
    {
        TerminalLaw mirrored = _law with { IonicRail = _law.ElectronicRail, ElectronicRail = _law.IonicRail };
        TransmissionLine ionic = Line(6);
        TransmissionLine electronic = Line(6);
        Solve(ionic, 3, _law, out double voltage);
        Solve(electronic, 3, mirrored, out double other);
        Assert.Equal(voltage, other, 1e-10);
        Assert.Equal(ionic.Current(0), electronic.Current(5), 1e-8);
    }

    [Fact]
    public void The_front_reacts_first_where_the_electrolyte_is_slow()
    {
        TransmissionLine line = Line(6);
        Solve(line, 6, _law, out _);
        double[] currents = [.. Enumerable.Range(0, 6).Select(line.Current)];
        Assert.Equal(currents.OrderDescending(), currents);
        Assert.True(currents[0] > 1.5 * currents[5]);
    }

    [Fact]
    public void Every_way_shows_the_same_voltage_and_no_charge_is_lost_whatever_is_asked()
    {
        Gen<double> wild = Gen.OneOf(Gen.Double[-10, 10], Gen.Double[-1e4, 1e4], Gen.Const(1e9), Gen.Const(0.0));
        Gen.Select(
            wild,
            Gen.Int[1, 12],
            Gen.Double[-6, 1].Select(d => Math.Pow(10, d)).Array[3],
            Gen.Select(Gen.Double[0.1, 1.1], Gen.Double[-6, 3], Gen.Double[-9, 1], Gen.Double[-0.2, 0.2]).Array[12],
            Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 10]),
            Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 2]),
            Gen.OneOf(Gen.Const(0.0), Gen.Double[-9, 1].Select(d => Math.Pow(10, d)), Gen.Const(double.PositiveInfinity)))
            .Sample((current, depths, resistances, places, leak, capacitance, seconds) =>
            {
                TerminalLaw law = _law with
                {
                    IonicRail = resistances[0],
                    ElectronicRail = resistances[1],
                    Resistance = resistances[2],
                    Conductance = leak,
                    PositiveCapacitance = capacitance,
                    NegativeCapacitance = 0.01 * capacitance,
                };
                var line = new TransmissionLine(_potential, depths);
                for (int depth = 0; depth < depths; depth++)
                {
                    (double surface, double response, double exchange, double held) = places[depth];
                    line.Set(depth, surface, seconds == 0 ? 0 : Math.Pow(10, response - 6), 0, Math.Pow(10, exchange), held);
                }

                double inner = line.Solve(current, seconds, law, 0, new LineGuess(new double[depths - 1], 0, 3.7), out double voltage);
                double sum = Enumerable.Range(0, depths).Sum(line.Current);
                double size = Math.Abs(current) + Math.Abs(leak * voltage) + Enumerable.Range(0, depths).Sum(depth => Math.Abs(line.Current(depth)));
                Assert.InRange(sum - inner, -1e-12 * size, 1e-12 * size);
                Assert.InRange(current - inner - (leak * voltage), -1e-6 * (1 + size), 1e-6 * (1 + size));
                Ways(line, law, depths, inner, voltage);
            }, iter: 3000);
    }

    private static void Ways(TransmissionLine line, in TerminalLaw law, int depths, double inner, double voltage)
    {
        Rails rails = Rails.Between(law, depths);
        double between = (rails.Ends * inner) + line.NegativeOverpotential + (inner * law.Resistance);
        double ionic = 0;
        double electronic = 0;
        for (int f = 0; f < depths - 1; f++)
        {
            electronic += rails.Electronic * (inner - line.Faces[f]);
        }

        double scale = 1 + Math.Abs(voltage) + (rails.Ionic * Math.Abs(inner)) + (rails.Electronic * Math.Abs(inner));
        for (int depth = 0; depth < depths; depth++)
        {
            double way = line.Potential(depth) + line.Overpotential(depth) + ionic + electronic + between;
            Assert.InRange(way - voltage, -1e-6 * scale, 1e-6 * scale);
            if (depth < depths - 1)
            {
                ionic += rails.Ionic * line.Faces[depth];
                electronic -= rails.Electronic * (inner - line.Faces[depth]);
            }
        }
    }

    private static TransmissionLine Line(int depths)
    {
        var line = new TransmissionLine(_potential, depths);
        for (int depth = 0; depth < depths; depth++)
        {
            line.Set(depth, 0.5, 0, 0, _law.PositiveExchange / depths, 0);
        }

        return line;
    }

    private static void Solve(TransmissionLine line, double current, in TerminalLaw law, out double voltage) =>
        line.Solve(current, double.PositiveInfinity, law, 0, new LineGuess(new double[line.Faces.Length], 0, 0), out voltage);

    private static double Resistance(in TerminalLaw law, int depths)
    {
        const double Small = 1e-5;
        Solve(Line(depths), Small, law, out double high);
        Solve(Line(depths), -Small, law, out double low);
        return ((high - low) / (2 * Small)) - law.Resistance - (law.KineticScale / (2 * law.NegativeExchange));
    }
}

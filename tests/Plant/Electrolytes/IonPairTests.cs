using System;
using System.Linq;
using Bms.Plant.Electrolytes;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Electrolytes;

/// <summary>Ion pairs in the LiPON film of Raijmakers 2020: 3.62 µm at 293 K, 1C = 0.7 mA on 3.36 cm².</summary>
public class IonPairTests
{
    private const double Thickness = 3.62e-6;
    private const double Kelvin = 293;
    private const double OneC = 0.7e-3 / 3.36e-4;   // A/m²

    private static readonly IonPairs _pairs = ElectrolyteClasses.Of(ElectrolyteClass.Lipon).Pairs!;

    private static double EvenResistance => Thickness / _pairs.Conductivity(Kelvin);

    [Fact]
    public void Even_film_has_the_bulk_resistance_of_the_impedance_arc() => Rig.Near(326e-4, EvenResistance, 0.002);

    // Fig. 6c and 6f of the paper; the printed constants solved independently give 73.84 and 296.73 mV.
    [Theory]
    [InlineData(1, 73.4e-3, 42.07, 36.15)]
    [InlineData(4, 295.1e-3, 50.66, 26.97)]
    public void Drop_and_face_concentrations_are_those_of_the_paper(double rate, double volt, double atLithium, double atPositive)
    {
        IonPairFilm film = After(60, -rate * OneC);
        Rig.Near(-volt, Drop(film, -rate * OneC), 0.012);
        Rig.Near(atLithium, film.AtLithium * _pairs.FreeConcentration / 1000, 0.025);
        Rig.Near(atPositive, film.AtPositive * _pairs.FreeConcentration / 1000, 0.025);
    }

    [Fact]
    public void Lasting_resistance_is_the_anchored_one()
    {
        Rig.Near(352e-4, _pairs.LastingResistance(Thickness) * EvenResistance, 0.03);
        Rig.Near(_pairs.LastingResistance(Thickness) * EvenResistance, Drop(After(100, 0.01), 0.01) / 0.01, 0.006);
    }

    [Fact]
    public void Disturbance_dies_out_with_the_rate_of_generation_and_recombination()
    {
        IonPairFilm film = After(60, 0.1 * OneC);
        double start = film.AtPositive - 1;
        for (int step = 0; step < 200; step++)
        {
            film.Advance(0.1, 0, 1, Kelvin);
        }

        // 2.4 relaxation times; diffusion out of the layer makes it die faster than the reaction alone: erfc(sqrt(t/τ)).
        double times = 20 * _pairs.RelaxationRate;
        Assert.InRange((film.AtPositive - 1) / start, 0.01, Math.Exp(-times));
    }

    [Fact]
    public void Film_at_rest_stays_even() => Assert.All(After(1000, 0).Free.ToArray(), u => Assert.Equal(1, u, 1e-12));

    [Fact]
    public void Current_turned_round_mirrors_the_film() =>
        Gen.Double[0.01, 100].Sample(density =>
        {
            double[] charge = After(40, density).Free.ToArray();
            double[] discharge = After(40, -density).Free.ToArray();
            Assert.All(charge.Zip(discharge.Reverse()), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        });

    [Fact]
    public void Nothing_diverges_at_any_current_temperature_or_step() =>
        Gen.Select(Gen.Double[-20, 20], Gen.Double[233, 473], Gen.Double[0.001, 1], Gen.Double[1e-6, 1e-5]).Sample((rate, kelvin, seconds, thickness) =>
        {
            IonPairFilm film = new(_pairs, thickness, Kelvin);
            double conduction = Math.Exp(49600 / 8.314 * ((1 / Kelvin) - (1 / kelvin)));
            for (int step = 0; step < 200; step++)
            {
                film.Advance(seconds, rate * OneC, conduction, kelvin);
                Assert.InRange(film.RelativeResistance, 0.1, 100);
                Assert.InRange(Math.Abs(film.Polarisation(kelvin)), 0, 0.5);
            }
        });

    [Fact]
    public void Finer_steps_change_little()
    {
        double coarse = Drop(After(30, -4 * OneC), -4 * OneC);
        IonPairFilm film = new(_pairs, Thickness, Kelvin);
        for (int step = 0; step < 3000; step++)
        {
            film.Advance(0.01, -4 * OneC, 1, Kelvin);
        }

        Rig.Near(Drop(film, -4 * OneC), coarse, 0.001);
    }

    private static double Drop(IonPairFilm film, double density) =>
        (density * EvenResistance * film.RelativeResistance) + film.Polarisation(Kelvin);

    private static IonPairFilm After(int seconds, double density)
    {
        IonPairFilm film = new(_pairs, Thickness, Kelvin);
        for (int second = 0; second < seconds; second++)
        {
            film.Advance(1, density, 1, Kelvin);
        }

        return film;
    }
}

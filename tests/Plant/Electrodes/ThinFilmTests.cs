using System;
using Bms.Plant.Cells;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using Bms.Profiles;
using Xunit;

namespace Bms.Plant.Tests.Electrodes;

/// <summary>The planar film against what Raijmakers 2020 measured and modelled at 293 K.</summary>
public class ThinFilmTests
{
    private const double SquareCentimetre = 1e4;

    private static readonly CellParameters _film = ProfileLibrary.Load("thin-film-lipon-lco");

    [Theory]
    [InlineData(1, 0.2468, 0.08)]
    [InlineData(2, 0.2156, 0.08)]
    [InlineData(4, 0.1805, 0.08)]
    [InlineData(6, 0.1555, 0.11)]
    public void Discharge_to_3_V_gives_the_published_capacity(double rate, double expected, double tolerance)
    {
        double current = -rate * _film.Cell.OneC;
        Pack pack = Full();
        int seconds = pack.Until(current, p => p.Time > 0 && p.CellVoltage(0, current, 0) <= 3);
        Rig.Near(expected, -current * seconds / 3.6 / (_film.Cell.TotalArea * SquareCentimetre), tolerance);
    }

    [Fact]
    public void Exchange_current_and_charge_transfer_are_the_published_ones()
    {
        const double Current = 1e-6;
        Overpotentials full = Full().Overpotentials(0, Current);
        double kinetic = 8.314462618 * 293.15 / 96485.33212;
        Rig.Near(0.470, kinetic / full.PositiveKinetics * Current * 1000 / (_film.Cell.TotalArea * SquareCentimetre), 0.03);
        Rig.Near(43.9, AreaResistance(full.NegativeKinetics), 0.03);

        Overpotentials at = Film((1 - 0.8) / (1 - 0.51)).Overpotentials(0, Current);
        Rig.Near(67, AreaResistance(at.PositiveKinetics), 0.03);

        double AreaResistance(double volt) => volt / Current * _film.Cell.TotalArea * SquareCentimetre;
    }

    [Fact]
    public void A_film_is_one_and_has_no_rails()
    {
        Overpotentials terms = Full().Overpotentials(0, -_film.Cell.OneC);
        Assert.Equal(0, terms.Rail);
        Assert.Equal(1, new CellDesign(_film, 60).Depths);
    }

    private static Pack Full() => Film(1);

    private static Pack Film(double stateOfCharge) => Rig.Cell(_film, 293 - Rig.ZeroCelsius, stateOfCharge);
}

using System;
using System.Numerics;
using Bms.Plant.Electrodes;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using Bms.Profiles;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Electrodes;

/// <summary>The linear answer of a cell: against the plant in time, against the reference's resistances, and against closed laws.</summary>
public class ImpedanceTests
{
    public static TheoryData<string> Resistances => Figures.Rows("area_resistance_Ohm_cm2");

    [Theory]
    [InlineData("pouch-lpscl-nmc", 25, 1)]
    [InlineData("pouch-lpscl-nmc", 25, 0.05)]
    [InlineData("pouch-lpscl-nmc", 25, 0.002)]
    [InlineData("pouch-lpscl-nmc", -10, 1)]
    [InlineData("pellet-llzo-nmc", 60, 0.02)]
    [InlineData("thin-film-lipon-lco", 20, 0.002)]
    [InlineData("thin-film-lipon-lco", 20, 0.05)]
    public void The_plant_answers_a_small_sine_as_its_impedance_says(string profile, double celsius, double frequency)
    {
        const int Steps = 400;
        CellParameters cell = ProfileLibrary.Load(profile).Tight();
        Pack pack = Rig.Cell(cell, celsius);
        Complex expected = pack.Impedance(0, frequency).Terminal;

        double amplitude = 1e-3 * cell.Cell.OneC;
        double angular = 2 * Math.PI * frequency;
        double step = 1 / (frequency * Steps);
        Complex sum = 0;
        for (int k = 0; k < 3 * Steps; k++)
        {
            double from = angular * step * k;
            double to = from + (angular * step);
            Move(pack, step, amplitude * (Math.Cos(from) - Math.Cos(to)) / (to - from));
            if (k >= 2 * Steps)
            {
                sum += 2.0 / Steps * pack.CellVoltage(0, amplitude * Math.Sin(to), 0) * Complex.Exp(new Complex(0, -to));
            }
        }

        Complex found = sum * Complex.ImaginaryOne / amplitude;
        Assert.InRange((found - expected).Magnitude / expected.Magnitude, 0, 0.02);
    }

    [Theory, MemberData(nameof(Resistances))]
    public void Slow_but_before_diffusion_it_is_the_resistance_of_the_reference(string row)
    {
        Pack pack = Rig.Cell(Rig.Pouch.Tight(), row.Number("T_C"), pressure: 5);
        CellImpedance slow = pack.Impedance(0, 1e-3);
        Near("separator", slow.Separator);
        Near("rail", slow.IonicRail + slow.ElectronicRail);
        Near("contact", slow.Contact);
        Near("li_ct", slow.NegativeKinetics);
        Near("nmc_ct", slow.PositiveKinetics);
        Near("other", slow.Interphase + slow.Series);
        Near("total", slow.Sum - slow.Diffusion);

        void Near(string key, Complex ohm) => Rig.Near(row.Number(key), ohm.Real * Rig.Pouch.Cell.TotalArea * 1e4, 0.05);
    }

    [Fact]
    public void A_film_shows_the_arcs_of_raijmakers()
    {
        CellParameters film = ProfileLibrary.Load("thin-film-lipon-lco");
        double area = film.Cell.TotalArea * 1e4;
        Pack pack = Rig.Cell(film, film.ReferenceTemperature - Rig.ZeroCelsius, (1 - 0.8) / (1 - 0.51));
        CellImpedance slow = pack.Impedance(0, 1);
        Rig.Near(326, slow.Separator.Real * area, 0.03);
        Rig.Near(43.9, slow.NegativeKinetics.Real * area, 0.03);
        Rig.Near(67, slow.PositiveKinetics.Real * area, 0.03);

        Rig.Near(0.0326 * 3.24e-5, TimeConstant(pack, z => z.Separator), 0.05);
        Rig.Near(43.9e-4 * 1.74e-4, TimeConstant(pack, z => z.NegativeKinetics), 0.05);
        Rig.Near(67e-4 * 5.3e-3, TimeConstant(pack, z => z.PositiveKinetics), 0.05);
    }

    [Fact]
    public void A_pouch_shows_the_time_constants_of_its_double_layers()
    {
        Pack pack = Rig.Cell(Rig.Pouch);
        Rig.Near(127e-4 * 0.2 * 19.108, TimeConstant(pack, z => z.PositiveKinetics), 0.05);
        Rig.Near(2.57e-4 * 0.05, TimeConstant(pack, z => z.NegativeKinetics), 0.05);
    }

    [Theory]
    [InlineData("pouch-lpscl-nmc", 1.0 / 15)]
    [InlineData("thin-film-lipon-lco", (0.807 / 3) - (0.193 / 6))]
    public void Very_slow_it_is_the_capacity_and_the_resistance_of_diffusion(string profile, double share)
    {
        CellParameters cell = ProfileLibrary.Load(profile);
        Pack pack = Rig.Cell(cell, cell.ReferenceTemperature - Rig.ZeroCelsius, 0.6);
        double stoichiometry = pack.SurfaceStoichiometry(0);
        double perCharge = (cell.Positive.StoichiometryEmpty - cell.Positive.StoichiometryFull) / (pack.Capacity(0) * 3600);
        double slope = -cell.Positive.OpenCircuitPotential.SlopeAt(stoichiometry) * perCharge;
        double time = cell.Positive.DiffusionLength * cell.Positive.DiffusionLength / cell.Positive.Diffusivity.At(stoichiometry);
        Complex slow = pack.Impedance(0, 1e-6).Diffusion;
        Rig.Near(slope / (2 * Math.PI * 1e-6), -slow.Imaginary, 0.03);
        Rig.Near(slope * time * share, slow.Real, 0.05);
    }

    [Fact]
    public void Fast_only_the_way_of_the_ions_is_left()
    {
        Pack pack = Rig.Cell(Rig.Pouch);
        CellImpedance fast = pack.Impedance(0, 1e7);
        CellImpedance slow = pack.Impedance(0, 1e-3);
        Assert.True(fast.PositiveKinetics.Magnitude < 1e-3 * slow.PositiveKinetics.Magnitude);
        Assert.True(fast.IonicRail.Magnitude < 0.05 * slow.IonicRail.Magnitude);
        Rig.Near((slow.Separator + slow.Contact + slow.Interphase + slow.Series).Real, fast.Sum.Real, 0.05);
        Assert.True(pack.Impedance(0, 1e12).Separator.Magnitude < 0.1 * slow.Separator.Real);
    }

    [Fact]
    public void A_cell_takes_power_at_every_frequency_and_state()
    {
        Gen.Select(Gen.Double[-6, 7], Gen.Double[0.02, 0.98], Gen.Double[-20, 80], Gen.Double[-6, 6]).Sample((decade, stateOfCharge, celsius, current) =>
        {
            Pack pack = Rig.Cell(Rig.Pouch, celsius, stateOfCharge, volumes: 12);
            pack.Advance(20, current);
            CellImpedance found = pack.Impedance(0, Math.Pow(10, decade));
            Assert.True(found.Sum.Real > 0 && found.Sum.Imaginary < 0, $"{found.Sum}");
            Assert.True(found.Terminal.Real > 0 && found.Terminal.Real <= found.Sum.Magnitude * 1.001);
        }, iter: 200);
    }

    [Fact]
    public void A_current_beneath_makes_charge_transfer_easier()
    {
        Pack pack = Rig.Cell(Rig.Pouch);
        double rest = pack.Impedance(0, 1).PositiveKinetics.Real;
        pack.Advance(10, -6);
        Assert.InRange(pack.Impedance(0, 1).PositiveKinetics.Real / rest, 0.05, 0.3);
    }

    [Fact]
    public void A_frequency_that_is_none_is_refused()
    {
        Pack pack = Rig.Cell(Rig.Pouch);
        Assert.Throws<ArgumentOutOfRangeException>(() => pack.Impedance(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => pack.Impedance(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pack.Impedance(0, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => pack.Impedance(0, double.PositiveInfinity));
    }

    // Of an arc, at its top: by bisection of where the phase passes 45 degrees.
    private static double TimeConstant(Pack pack, Func<CellImpedance, Complex> term)
    {
        double low = -4;
        double high = 10;
        for (int step = 0; step < 60; step++)
        {
            double middle = 0.5 * (low + high);
            Complex found = term(pack.Impedance(0, Math.Pow(10, middle)));
            (low, high) = -found.Imaginary < found.Real ? (middle, high) : (low, middle);
        }

        return 1 / (2 * Math.PI * Math.Pow(10, low));
    }

    private static void Move(Pack pack, double seconds, double current)
    {
        int parts = (int)Math.Ceiling(seconds);
        for (int part = 0; part < parts; part++)
        {
            pack.Advance(seconds / parts, current);
        }
    }
}

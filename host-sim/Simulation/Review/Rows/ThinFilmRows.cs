using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Cells;
using Bms.Plant.Laws;
using Bms.Plant.Packs;

namespace Bms.Simulation.Review.Rows;

/// <summary>The thin-film cell of Raijmakers 2020: kinetics, drops, capacities, diffusion.</summary>
internal static class ThinFilmRows
{
    private const string Kinetics = "Eq. 11, 12; thin film, Raijmakers 2020";
    private const string Drops = "Eq. 16; thin film, Raijmakers 2020";
    private const string Capacities = "thin film, Raijmakers 2020";
    private const string Fitted = "a fit of the source, good to 3 %";
    private const string Discretisation = "scatter of valid discretisations of the published table, and of re-solving it";
    private const double MilliPerCentimetre = 1000;

    public static IReadOnlyList<ReviewRow> All { get; } =
    [
        new("thin-film/i0p-051", "Exchange current of LCO at x = 0.51", Kinetics, "i0", "mA/cm²",
            Expected.Percent(0.470, 3, Fitted), () => PositiveExchange(0.51)),
        new("thin-film/i0p-075", "Exchange current of LCO at x = 0.75: F k1 c_max sqrt(x(1-x)) sqrt(c_Li+) by hand", Kinetics, "i0", "mA/cm²",
            Expected.Percent(0.407, 3, Fitted), () => PositiveExchange(0.75)),
        new("thin-film/rct-n", "Charge-transfer resistance of the lithium electrode", Kinetics, "area resistance", "Ohm cm²",
            Expected.Percent(43.9, 3, Fitted), () => Specimen.ThinFilm.Resistance(terms => terms.NegativeKinetics)),
        new("thin-film/rct-p-08", "Charge-transfer resistance of LCO at x = 0.8", Kinetics, "area resistance", "Ohm cm²",
            Expected.Percent(67, 3, Fitted), () => Specimen.ThinFilm.AtStoichiometry(0.8).Resistance(terms => terms.PositiveKinetics)),
        new("thin-film/bulk", "LiPON at a high frequency", Drops, "area resistance", "Ohm cm²",
            Expected.Percent(326, 3, Fitted), () => Specimen.ThinFilm.ResistanceAtOnce(terms => terms.Separator)),
        new("thin-film/dc-resistance", "LiPON under a lasting current", Drops, "area resistance", "Ohm cm²",
            Expected.Percent(352, 3, Fitted), () => Specimen.ThinFilm.Drop(1, terms => terms.Separator) / Density(1)),
        new("thin-film/drop-1c", "Drop across LiPON at 1C", Drops, "voltage", "mV",
            Expected.Percent(73, 3, Fitted), () => Specimen.ThinFilm.Drop(1, terms => terms.Separator)),
        new("thin-film/drop-4c", "Drop across LiPON at 4C", Drops, "voltage", "mV",
            Expected.Percent(295, 3, Fitted), () => Specimen.ThinFilm.Drop(4, terms => terms.Separator)),
        new("thin-film/series", "Series resistance", Drops, "area resistance", "Ohm cm²",
            Expected.Percent(18.3, 3, Fitted), () => Specimen.ThinFilm.Resistance(terms => terms.Series)),
        new("thin-film/sum", "The terms of the voltage add up to it, at 2C after a minute", "Eq. 16", "difference", "mV",
            new(0, 0.01, "rounding"), () => Residue(2)),
        Capacity(1, 0.2468, 8),
        Capacity(2, 0.2156, 8),
        Capacity(4, 0.1805, 8),
        Capacity(6, 0.1555, 11),
        new("thin-film/capacity-order", "Capacity falls at every step from 1C to 6C", Capacities, "steps that fall", "of 3",
            Expected.Count(3), CapacityOrder),
        Emf(0.51, 4.19, 0.01),
        Emf(0.60, 4.058, 0.001),
        Emf(0.70, 3.960, 0.001),
        Emf(0.80, 3.910, 0.001),
        Emf(0.90, 3.893, 0.001),
        Emf(0.95, 3.865, 0.001),
        Emf(0.99, 3.704, 0.001),
        Diffusivity(0.51, 7.9),
        Diffusivity(0.75, 4.9),
        Diffusivity(0.80, 2.1),
        Diffusivity(0.90, 0.55),
        new("thin-film/diffusion-time-05", "Diffusion time over the film at x = 0.5", Capacities, "L²/D", "s",
            Expected.Printed(510, 10), () => DiffusionTime(0.5)),
        new("thin-film/diffusion-time-1", "Diffusion time over the film at x = 1", Capacities, "L²/D", "s",
            Expected.Printed(13500, 100), () => DiffusionTime(1)),
        new("thin-film/diffusion-activation", "Activation energy of diffusion in LCO, between 293 and 313 K", Capacities, "energy", "kJ/mol",
            Expected.Printed(18.55, 0.01), () => Activation(temperature => 1 / new CellDesign(Specimen.ThinFilm.Cell, 8).DiffusivityFactor.At(1 / temperature))),
        new("thin-film/reaction-activation", "Activation energy of the reaction at LCO, between 293 and 313 K", Capacities, "energy", "kJ/mol",
            Expected.Percent(39.57, 3, Fitted), () => Activation(Reaction)),
        new("thin-film/lipon-activation", "Activation energy of LiPON, between 293 and 313 K", "Table 1", "energy", "eV",
            Expected.Printed(0.51, 0.01), () => Activation(temperature => LiponAt(temperature - Specimen.ZeroCelsius)) * 1000 / Constants.Faraday),
        new("thin-film/lipon-cold", "Resistance of LiPON at -10 °C over that at 30 °C", "thin film, Larfaillou: 2000 to 100 Ohm", "ratio", string.Empty,
            new(20, 2, "last digit of both prints"), () => LiponAt(-10) / LiponAt(30)),
    ];

    private static double Density(double rate) => rate * Specimen.ThinFilm.Cell.Cell.OneC * MilliPerCentimetre / Specimen.ThinFilm.Area;

    // i0 = RT/F over the small-signal charge-transfer resistance.
    private static double PositiveExchange(double x)
    {
        Specimen film = Specimen.ThinFilm.AtStoichiometry(x);
        double scale = Constants.GasConstant * (film.Celsius + Specimen.ZeroCelsius) / Constants.Faraday;
        return MilliPerCentimetre * scale / film.Resistance(terms => terms.PositiveKinetics);
    }

    private static double Residue(double rate)
    {
        double current = -rate * Specimen.ThinFilm.Cell.Cell.OneC;
        Pack pack = (Specimen.ThinFilm with { StateOfCharge = 0.9 }).Build();
        pack.Advance(60, current);
        return 1000 * (pack.Overpotentials(0, current).Terminal - pack.CellVoltage(0, current, 0));
    }

    private static ReviewRow Capacity(int rate, double reference, double percent) => new(
        $"thin-film/capacity-{rate}c", $"Capacity to 3.0 V at {rate}C", Capacities, "capacity", "mAh/cm²",
        Expected.Percent(reference, percent, Discretisation), () => CapacityAt(rate));

    private static double CapacityAt(int rate) => Specimen.ThinFilm.Capacity(-rate, 3) * MilliPerCentimetre / Specimen.ThinFilm.Area;

    private static double CapacityOrder()
    {
        double[] capacities = [.. new[] { 1, 2, 4, 6 }.Select(CapacityAt)];
        return capacities.Zip(capacities.Skip(1), (slow, fast) => fast < slow ? 1 : 0).Sum();
    }

    private static ReviewRow Emf(double x, double reference, double lastDigit) => new(
        $"thin-film/emf-{Math.Round(100 * x)}", $"Voltage at rest at x = {x:0.00}", Capacities, "voltage", "V",
        Expected.Printed(reference, lastDigit), () => Specimen.ThinFilm.AtStoichiometry(x).RestVoltage());

    private static ReviewRow Diffusivity(double x, double reference) => new(
        $"thin-film/diffusivity-{Math.Round(100 * x)}", $"Diffusivity of lithium in LCO at x = {x:0.00}, ambipolar factor 1.614 taken out", Capacities, "D", "1e-14 m²/s",
        Expected.Printed(reference, reference < 1 ? 0.01 : 0.1), () => new CellDesign(Specimen.ThinFilm.Cell, 8).Diffusivity.At(x) / 1.614e-14);

    private static double DiffusionTime(double x)
    {
        double length = Specimen.ThinFilm.Cell.Positive.DiffusionLength;
        return length * length / new CellDesign(Specimen.ThinFilm.Cell, 8).Diffusivity.At(x);
    }

    private static double LiponAt(double celsius) => (Specimen.ThinFilm with { Celsius = celsius }).ResistanceAtOnce(terms => terms.Separator);

    // Butler-Volmer makes the resistance proportional to T/i0.
    private static double Reaction(double temperature) =>
        (Specimen.ThinFilm with { Celsius = temperature - Specimen.ZeroCelsius }).Resistance(terms => terms.PositiveKinetics) / temperature;

    // E of what falls with temperature as exp(E/RT), kJ/mol.
    private static double Activation(Func<double, double> resistance)
    {
        const double Cold = 293;
        const double Warm = 313;
        return Constants.GasConstant * Math.Log(resistance(Cold) / resistance(Warm)) / ((1 / Cold) - (1 / Warm)) / 1000;
    }
}

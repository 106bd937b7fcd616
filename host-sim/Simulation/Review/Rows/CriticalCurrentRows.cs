using System;
using System.Collections.Generic;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Review.Rows;

/// <summary>Critical currents of stripping and plating over temperature, pressure and interface.</summary>
internal static class CriticalCurrentRows
{
    private const double Rounding = 0.005;      // C, half of what is printed
    private const string Map = "critical currents; Yan 2022, Kasemchainan 2019, Eq. 1";

    public static IReadOnlyList<ReviewRow> All { get; } =
    [
        Strip(-10, 1, 0.01), Plate(-10, 1, 0.05),
        Strip(-10, 10, 0.08), Plate(-10, 10, 0.08),
        Strip(25, 1, 0.11), Plate(25, 1, 0.40),
        Strip(25, 3, 0.14), Plate(25, 3, 0.67),
        Strip(25, 5, 0.21), Plate(25, 5, 0.67),
        Strip(25, 7, 0.31), Plate(25, 7, 0.67),
        Strip(25, 10, 0.59), Plate(25, 10, 0.60),
        Strip(45, 1, 0.27), Plate(45, 1, 1.04),
        Strip(45, 5, 0.53), Plate(45, 5, 1.73),
        Strip(60, 5, 0.99), Plate(60, 5, 2.0),
        Strip(60, 10, 2.81), Plate(60, 1, 1.97),
        new("critical-currents/kasemchainan-3", "Plating limit at 3 MPa, 25 °C", "critical currents, Kasemchainan 2019", "current density", "mA/cm²",
            Expected.Percent(2, 2, "step of the source's current ramp"), () => At(25, 3).PlatingLimit(0)),
        new("critical-currents/kasemchainan-7", "Plating limit at 7 MPa, 25 °C", "critical currents, Kasemchainan 2019", "current density", "mA/cm²",
            Expected.Percent(2, 2, "step of the source's current ramp"), () => At(25, 7).PlatingLimit(0)),
        new("critical-currents/yan-slope", "Stripping limit over its part without pressure, from 2 to 10 MPa", "stripping, Yan 2022", "exponential slope", "1/MPa",
            Expected.Printed(0.243, 0.001), YanSlope),
        new("critical-currents/rises-with-temperature", "Both limits rise at every step from -10 to 60 °C", "critical currents", "steps that rise", "of 6",
            Expected.Count(6), () => Rising([-10, 10, 45, 60], celsius => At(celsius, 5).PlatingLimit(0)) + Rising([-10, 10, 45, 60], celsius => At(celsius, 5).StrippingLimit(0))),
        new("critical-currents/contact", "Half the contact halves the current that the cell may carry", "contact factor, Tian", "ratio", string.Empty,
            Expected.Percent(0.5, 1, "power law of the source"), () => Carried(0.5) / Carried(1)),
        new("critical-currents/natural", "Plating limit of garnet without pressure and without interface resistance", "critical currents, Flatscher 2020", "current density", "mA/cm²",
            Expected.Printed(0.28, 0.01), () => Garnet(25, 0, 0).PlatingLimit(0)),
        new("critical-currents/flatscher", "It falls exponentially with interface resistance: equal steps of resistance, equal factors", "critical currents, Flatscher 2020", "ratio of the two factors", string.Empty,
            Expected.Percent(1, 2, "limits are known to 2 %"), Exponential),
        new("critical-currents/flatscher-falls", "It falls at every step of interface resistance from 0 to 800 Ohm cm²", "critical currents, Flatscher 2020", "steps that fall", "of 4",
            Expected.Count(4), () => Rising([4, 2, 1, 0.5, 0], scale => Garnet(25, 5, scale).PlatingLimit(0))),
        new("critical-currents/sharafi", "Plating limit of a garnet with 514 Ohm cm² at 30 °C, at 160 °C over 30 °C: 0.05 to 20 mA/cm²", "critical currents, Sharafi 2016", "decades", string.Empty,
            new(Math.Log10(20 / 0.05), 0.15, "one digit of both prints"), Sharafi),
        new("critical-currents/garnet-range", "Plating limit of garnet at 25 °C and 5 MPa", "Table 1", "current density", "mA/cm²",
            Expected.Range(0.05, 0.9), () => Garnet(25, 5, 1).PlatingLimit(0)),
        new("critical-currents/lipon", "LiPON bears at least 10 mA/cm²", "Table 1", "cases so", "of 1",
            Expected.Count(1), () => Specimen.ThinFilm.Build().PlatingLimit(0) >= 10 ? 1 : 0),
        new("critical-currents/classes", "LiPON bears more than the sulfide, the sulfide more than garnet, at room temperature", "Table 1", "steps that fall", "of 2",
            Expected.Count(2), () => Rising([0, 1, 2], index => new[] { Garnet(25, 5, 1), At(25, 5), Specimen.ThinFilm.Build() }[(int)index].PlatingLimit(0))),
    ];

    private static double OneC => Specimen.Pouch.Cell.Cell.OneC * 1000 / Specimen.Pouch.Area;   // mA/cm²

    private static ReviewRow Strip(double celsius, double pressure, double reference) => new(
        $"critical-currents/strip-{Word(celsius)}-{pressure}mpa", $"Stripping limit of the pouch at {celsius} °C and {pressure} MPa", Map, "current", "C",
        new(reference, Rounding, "rounding of the print"), () => At(celsius, pressure).StrippingLimit(0) / OneC);

    private static ReviewRow Plate(double celsius, double pressure, double reference) => new(
        $"critical-currents/plate-{Word(celsius)}-{pressure}mpa", $"Plating limit of the pouch at {celsius} °C and {pressure} MPa", Map, "current", "C",
        new(reference, Rounding, "rounding of the print"), () => At(celsius, pressure).PlatingLimit(0) / OneC);

    private static string Word(double celsius) => celsius < 0 ? $"minus{-celsius}c" : $"{celsius}c";

    private static Pack At(double celsius, double pressure) => (Specimen.Pouch with { Celsius = celsius, Pressure = pressure }).Build();

    // Garnet with so many times its contact resistance.
    private static Pack Garnet(double celsius, double pressure, double resistance)
    {
        CellParameters cell = Specimen.Pellet.Cell;
        return (Specimen.Pellet with
        {
            Cell = cell with { Interface = cell.Interface with { ContactResistance = resistance * cell.Interface.ContactResistance } },
            Celsius = celsius,
            Pressure = pressure,
        }).Build();
    }

    private static double Sharafi()
    {
        const double Pressure = 0.4;            // MPa: hardly any
        const double Polished = 514;            // Ohm cm² at 30 °C, as the source found its first cell
        double resistance = Polished / (Specimen.Pellet with { Celsius = 30, Pressure = Pressure }).Resistance(terms => terms.Contact);
        return Math.Log10(Garnet(160, Pressure, resistance).PlatingLimit(0) / Garnet(30, Pressure, resistance).PlatingLimit(0));
    }

    private static double Exponential()
    {
        double none = Garnet(25, 5, 0).PlatingLimit(0);
        double once = Garnet(25, 5, 1).PlatingLimit(0);
        double twice = Garnet(25, 5, 2).PlatingLimit(0);
        return twice / once / (once / none);
    }

    // j = a exp(b P) + c: the differences of equal steps of pressure grow by exp(b) a MPa.
    private static double YanSlope()
    {
        double low = At(25, 6).StrippingLimit(0) - At(25, 2).StrippingLimit(0);
        double high = At(25, 10).StrippingLimit(0) - At(25, 6).StrippingLimit(0);
        return Math.Log(high / low) / 4;
    }

    private static double Carried(double contact)
    {
        CellParameters cell = Specimen.Pouch.Cell;
        Pack pack = (Specimen.Pouch with { Cell = cell with { Interface = cell.Interface with { ContactInitial = contact, ContactHealing = 0 } } }).Build();
        return pack.PlatingLimit(0) / pack.LocalCurrentDensity(0, 1);
    }

    private static double Rising(double[] points, Func<double, double> measure)
    {
        int rising = 0;
        for (int k = 1; k < points.Length; k++)
        {
            rising += measure(points[k]) > measure(points[k - 1]) ? 1 : 0;
        }

        return rising;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Review.Rows;

/// <summary>Contact under pressure and shorts by it: Doux 2020, and what contact mechanics says.</summary>
internal static class StackPressureRows
{
    private const string Doux = "stack pressure, Doux 2020";
    private const string Reading = "two readings of the source's plot differ by so much";
    private const double CellArea = 1.27;           // cm², Doux
    private const double Pellet = 32;               // Ohm: what pressure does not change
    private const double Density = 0.075;           // mA/cm²
    private const double Probe = 1e-3;              // A/cm² of a small signal, in 1C of the pouch far less

    public static IReadOnlyList<ReviewRow> All { get; } =
    [
        Loading(5, 110),
        Loading(10, 50),
        Loading(15, 40),
        Loading(20, 35),
        Loading(25, 32),
        new("pressure/unloading-5", "Symmetric cell back at 5 MPa from 25 MPa", Doux, "resistance", "Ohm",
            Expected.Percent(50, 10, Reading), () => Symmetric(5, 10, 15, 20, 25, 5)),
        new("pressure/loading-1", "Symmetric cell at 1 MPa on first loading has more than 500 Ohm", Doux, "cases so", "of 1",
            Expected.Count(1), () => Symmetric(1) > 500 ? 1 : 0),
        new("pressure/formed-interface", "One interface at 5 MPa after forming at 25 MPa", Doux, "area resistance", "Ohm cm²",
            new(11, 1, "last digit of the print"), () => Interface(25, 5)),
        new("pressure/fresh-interface", "One interface at 5 MPa on first loading", Doux, "area resistance", "Ohm cm²",
            Expected.Percent(50, 10, Reading), () => Interface(5)),
        new("pressure/area", "Contact resistance at half the contact", "contact mechanics, arXiv 2501.00600; Tian", "ratio to full contact", string.Empty,
            Expected.Percent(2, 1, "power law of the source"), () => AtContact(0.5) / AtContact(1)),
        new("pressure/kinetics-area", "Charge-transfer resistance of lithium at half the contact", "contact factor, Tian", "ratio to full contact", string.Empty,
            Expected.Percent(2, 1, "power law of the source"), () => AtContact(0.5, kinetics: true) / AtContact(1, kinetics: true)),
        new("pressure/exponent", "Exponent of contact resistance over pressure, once formed: garnet pellet, 20 to 5 MPa", "contact mechanics, arXiv 2501.00600", "exponent", string.Empty,
            Expected.Printed(-0.5, 0.1), () => Math.Log(Formed(5) / Formed(20)) / Math.Log(5.0 / 20)),
        Short(10, 474),
        Short(15, 272),
        Short(20, 190),
        Short(25, 48),
        new("pressure/no-short-5", "At 5 MPa no short in 1000 h", Doux, "cases so", "of 1",
            Expected.Count(1), () => TimeToShort(5, 1000) > 999 ? 1 : 0),
        new("pressure/short-at-once", "At 75 MPa a short at once", Doux, "time to short", "h",
            Expected.Printed(0, 1), () => TimeToShort(75, 100)),
        new("pressure/formation", "A day at 25 MPa without current leaves no filament", Doux, "filament index", string.Empty,
            new(0, 0, "safe is safe"), () => Filament(25, hours: 24, density: 0)),
    ];

    private static ReviewRow Loading(double pressure, double reference) => new(
        $"pressure/loading-{pressure}", $"Symmetric cell at {pressure} MPa on first loading", Doux, "resistance", "Ohm",
        Expected.Percent(reference, 10, Reading), () => Symmetric([.. new double[] { 5, 10, 15, 20, 25 }.Where(step => step <= pressure)]));

    private static ReviewRow Short(double pressure, double reference) => new(
        $"pressure/short-{pressure}", $"Time to short at {pressure} MPa and 75 µA/cm²", Doux, "time", "h",
        Expected.Percent(reference, 5, "one specimen a pressure, watched in steps"), () => TimeToShort(pressure, 600));

    // Two fresh interfaces in series with the pellet.
    private static double Symmetric(params double[] pressures) => Pellet + (2 * Interface(pressures) / CellArea);

    private static double Interface(params double[] pressures)
    {
        Specimen fresh = Specimen.Pouch with { Cell = Specimen.Pouch.Cell with { Interface = Specimen.Pouch.Cell.Interface with { FormationPressure = 0 } }, Pressure = 0 };
        return Constriction(fresh, pressures);
    }

    private static double Formed(double pressure) => Constriction(Specimen.Pellet with { Pressure = 20 }, pressure);

    private static double Constriction(Specimen cell, params double[] pressures)
    {
        Pack pack = cell.Build();
        foreach (double pressure in pressures)
        {
            pack.HoldPressure(pressure);
        }

        double current = Probe * cell.Cell.Cell.OneC;
        pack.Advance(1, current);
        return pack.Overpotentials(0, current).Contact / current * cell.Area;
    }

    private static double AtContact(double contact, bool kinetics = false)
    {
        CellParameters cell = Specimen.Pouch.Cell;
        Specimen part = Specimen.Pouch with { Cell = cell with { Interface = cell.Interface with { ContactInitial = contact, ContactHealing = 0 } } };
        return part.Resistance(terms => kinetics ? terms.NegativeKinetics : terms.Contact);
    }

    // Hours until the filament index is 1 under a current that changes its direction every hour, as a symmetric cell is cycled.
    private static double TimeToShort(double pressure, double most)
    {
        const double Look = 60;     // s
        Pack pack = Pressed(pressure);
        double current = Density * Specimen.Pouch.Area / 1000;
        for (double hours = 0; hours < most; hours += Look / 3600)
        {
            if (pack.FilamentIndex(0) >= 1)
            {
                return hours;
            }

            pack.Advance(Look, Math.Floor(hours) % 2 == 0 ? current : -current);
        }

        return most;
    }

    private static double Filament(double pressure, double hours, double density)
    {
        Pack pack = Pressed(pressure);
        pack.Advance(hours * 3600, density * Specimen.Pouch.Area / 1000);
        return pack.FilamentIndex(0);
    }

    private static Pack Pressed(double pressure)
    {
        Pack pack = Specimen.Pouch.Build(longestStep: 60);
        pack.HoldPressure(pressure);
        return pack;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Events;
using Bms.Plant.Heat;
using Bms.Plant.Packs;

namespace Bms.Simulation.Review.Rows;

/// <summary>Heat: layered properties, reversible heat, the hot core, melting.</summary>
internal static class HeatRows
{
    private const string Layered = "Table A.1; independent reference of the same layers";
    private const double Hour = 3600;       // s
    private const double Fine = 1;          // % of a sum over the same layers

    public static IReadOnlyList<ReviewRow> All { get; } =
    [
        new("heat/pouch-across", "Thermal conductivity of the pouch stack across its layers", Layered, "conductivity", "W/(m K)",
            Expected.Percent(0.885, Fine, "last digits of the layers"), () => Stack(Specimen.Pouch).Across),
        new("heat/pouch-along", "Thermal conductivity of the pouch stack along its layers", Layered, "conductivity", "W/(m K)",
            Expected.Percent(34.6, Fine, "last digits of the layers"), () => Stack(Specimen.Pouch).Along),
        new("heat/film-across", "Thermal conductivity of the thin film with its substrate across its layers", Layered, "conductivity", "W/(m K)",
            Expected.Percent(15.9, Fine, "last digits of the layers"), () => Stack(Specimen.ThinFilm).Across),
        new("heat/film-along", "Thermal conductivity of the thin film with its substrate along its layers", Layered, "conductivity", "W/(m K)",
            Expected.Percent(82.2, Fine, "last digits of the layers"), () => Stack(Specimen.ThinFilm).Along),
        new("heat/pouch-capacity", "Heat capacity of the pouch cell without its film, from its layers", Layered, "heat capacity", "J/K",
            Expected.Percent(54, 10, "the film is not among the layers"), () => Stack(Specimen.Pouch).Capacity),
        new("heat/anisotropy", "A stack conducts better along its layers than across", "Table A.1", "cells so", "of 2",
            Expected.Count(2), () => Cells(cell => Stack(cell).Along > Stack(cell).Across)),
        new("heat/reversible", "Reversible over irreversible heat of LCO at C/8 and 20 % charged, amid the 5 to 40 % of the source", "Eq. 5; LCO", "ratio", "%",
            Expected.Percent(700, 10, "read from a plot"), () => ReversibleShare(0.2)),
        new("heat/reversible-leads", "Reversible heat of LCO exceeds irreversible at C/8 from 10 to 40 % charged", "Eq. 5; LCO", "points so", "of 4",
            Expected.Count(4), () => new[] { 0.1, 0.2, 0.3, 0.4 }.Count(charge => ReversibleShare(charge) > 100)),
        new("heat/balance", "What a pouch makes at 1C in 20 minutes is stored or given off", "Eq. 5", "rest over heat made", "1e-6",
            new(0, 1, "rounding of a thousand steps"), EnergyRest),
        new("heat/hot-core", "The middle of a pouch at 1C is hotter than its surface", "Eq. 5", "cases so", "of 1",
            Expected.Count(1), () => HotCore() > 0 ? 1 : 0),
        new("heat/melting", "Temperature at which lithium melts in a heated pouch", "lithium metal", "temperature", "°C",
            Expected.Printed(180, 1), MeltingPoint),
        new("heat/runaway-sulfide", "Temperature at which a full sulfide pouch in an oven begins to heat itself", "heat; Kim 2022, charged NMC811 with Li6PS5Cl", "temperature", "°C",
            Expected.Printed(150, 10), () => RunawayPoint(Specimen.Pouch)),
        new("heat/runaway-order", "A sulfide cell runs away at a lower temperature than one with LiPON", "heat, by class of electrolyte", "cases so", "of 1",
            Expected.Count(1), () => RunawayPoint(Specimen.Pouch) < RunawayPoint(Specimen.ThinFilm) ? 1 : 0),
    ];

    private static LayeredProperties Stack(Specimen cell) => new(cell.Cell.Layers, cell.Cell.Cell.Layers);

    private static double Cells(Func<Specimen, bool> isSo) => new[] { Specimen.Pouch, Specimen.ThinFilm }.Count(isSo);

    // After a discharge at C/8 from full.
    private static double ReversibleShare(double charge)
    {
        Specimen film = Specimen.ThinFilm with { StateOfCharge = 1 };
        double current = -film.Cell.Cell.OneC / 8;
        Pack pack = film.Build();
        while (pack.StateOfCharge(0) > charge)
        {
            pack.Advance(10, current);
        }

        CellHeat heat = pack.HeatSources(0);
        return 100 * heat.Reversible / (heat.Irreversible + heat.Tabs);
    }

    private static double EnergyRest()
    {
        Specimen pouch = Specimen.Pouch with { IsIsothermal = false, StateOfCharge = 1 };
        Pack pack = pouch.Build();
        double before = pack.StoredHeat(0);
        double made = 0;
        double lost = 0;
        for (int second = 0; second < Hour / 3; second++)
        {
            pack.Advance(1, -pouch.Cell.Cell.OneC);
            made += pack.HeatGeneration(0);
            lost += pack.HeatLoss(0);
        }

        return 1e6 * (made - lost - (pack.StoredHeat(0) - before)) / made;
    }

    private static double HotCore()
    {
        Specimen pouch = Specimen.Pouch with { IsIsothermal = false, StateOfCharge = 1 };
        Pack pack = pouch.Build();
        pack.Advance(Hour / 6, -pouch.Cell.Cell.OneC);
        return pack.HottestTemperature(0) - pack.SurfaceTemperature(0, 0);
    }

    // Without the reaction that would outrun it.
    private static double MeltingPoint() => Baked(Specimen.Pouch.Without("thermal-runaway"), CellEvents.LithiumMelted);

    private static double RunawayPoint(Specimen cell) => Baked(cell.Without("melting"), CellEvents.RunawayOnset);

    // Core temperature at which something happens to a full cell in an oven that warms slowly.
    private static double Baked(Specimen cell, CellEvents what)
    {
        Pack pack = (cell with { Celsius = 100, StateOfCharge = 1 }).Build();
        for (double celsius = 100; celsius < 400; celsius += 0.1)
        {
            pack.Ambient = celsius + Specimen.ZeroCelsius;
            pack.Advance(1, 0);
            foreach (PlantEvent happened in pack.Events)
            {
                if (happened.Kind == what)
                {
                    return pack.CoreTemperature(0) - Specimen.ZeroCelsius;
                }
            }
        }

        return double.NaN;
    }
}

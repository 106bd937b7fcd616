using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Review.Rows;

/// <summary>Storage: what temperature takes, and how the three kinds of interface grow.</summary>
internal static class AgeingRows
{
    private const string Storage = "degradation; Wang, LCO on LiPON";
    private const string Interfaces = "3.4.1, three types of interface";
    private const double Hour = 3600;       // s
    private const double Month = 1000;      // h
    private const double LongestStep = 600; // s; at rest nothing moves fast

    public static IReadOnlyList<ReviewRow> All { get; } =
    [
        new("ageing/hot", "Capacity that the thin film loses in 1000 h at 80 °C and 3.8 V", Storage, "loss", "%",
            new(35, 3.5, "read from a plot, a tenth"), () => Loss(80)),
        new("ageing/room", "Capacity that it loses in 1000 h at 25 °C and 3.8 V: none", Storage, "loss", "%",
            new(0, 1, "what a capacity test can tell"), () => Loss(25)),
        new("ageing/order", "Loss rises at every step of 25, 45, 60, 80 °C", Storage, "steps that rise", "of 3",
            Expected.Count(3), () => Steps([25, 45, 60, 80], Loss)),
        Growth("passivating", InterfaceKind.Passivating, 0.5),
        Growth("mixed", InterfaceKind.MixedConducting, 1),
        new("ageing/interface-stable", "A stable interface does not grow", Interfaces, "growth", "Ohm cm²",
            new(0, 0, "stable is stable"), () => Interphase(InterfaceKind.Stable, Month)),
        new("ageing/voltage", "Storage full costs more than half full, half full more than empty", "degradation; Table 2, high SOC", "steps that rise", "of 2",
            Expected.Count(2), () => Steps([0.1, 0.5, 1], charge => Stored(Specimen.ThinFilm with { Celsius = 60, StateOfCharge = charge }, Month).Age(0).CalendarFade)),
    ];

    private static ReviewRow Growth(string id, InterfaceKind kind, double exponent) => new(
        $"ageing/interface-{id}", $"Exponent of growth over time, {id} interphase", Interfaces, "exponent", string.Empty,
        Expected.Printed(exponent, 0.01), () => Math.Log(Interphase(kind, Month) / Interphase(kind, Month / 4)) / Math.Log(4));

    // Percent of the new capacity, stored at 3.8 V without discharging itself.
    private static double Loss(double celsius)
    {
        Pack pack = Stored(Specimen.ThinFilm.AtStoichiometry(0.966) with { Celsius = celsius }, Month);
        return 100 * (1 - (pack.Capacity(0) / Specimen.ThinFilm.Cell.Cell.WindowCapacity));
    }

    private static double Interphase(InterfaceKind kind, double hours)
    {
        CellParameters cell = Specimen.Pouch.Cell;
        Specimen stored = Specimen.Pouch with { Cell = cell with { Ageing = cell.Ageing with { Interface = kind } }, Celsius = 60 };
        return Stored(stored, hours).Age(0).InterphaseGrowth * 1e4;
    }

    private static Pack Stored(Specimen cell, double hours)
    {
        Pack pack = cell.Without("leakage").Build(LongestStep);
        pack.Advance(hours * Hour, 0);
        return pack;
    }

    private static double Steps(double[] points, Func<double, double> measure)
    {
        double[] values = [.. points.Select(measure)];
        return values.Zip(values.Skip(1), (before, after) => after > before ? 1 : 0).Sum();
    }
}

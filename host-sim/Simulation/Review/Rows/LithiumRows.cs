using System;
using System.Collections.Generic;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Review.Rows;

/// <summary>Creep and healing of lithium.</summary>
internal static class LithiumRows
{
    private const string Creep = "lithium creep; Masias 2019, LePage 2019";

    public static IReadOnlyList<ReviewRow> All { get; } =
    [
        new("lithium/creep-1", "Creep rate of lithium under 1 MPa at 26 °C, law continued", Creep, "strain rate", "1e-3/s",
            Expected.Printed(7.7, 0.1), () => 1000 * Rate(1, 26)),
        new("lithium/creep-exponent", "Exponent of creep over stress, 0.2 to 0.6 MPa", Creep, "exponent", string.Empty,
            Expected.Printed(6.56, 0.01), () => Math.Log(Rate(0.6, 26) / Rate(0.2, 26)) / Math.Log(3)),
        new("lithium/creep-5", "Creep rate if all of 5 MPa were deviatoric: why it must not be", Creep, "strain rate", "1/s",
            Expected.Printed(296, 1), () => Rate(5, 26)),
        new("lithium/creep-pressure", "Stack pressure of 5 MPa presses lithium with a deviatoric stress inside the measured range", Creep, "stress", "MPa",
            Expected.Range(0.2, 0.6), Stress),
        new("lithium/yield", "Highest stress to which creep is continued", "lithium, yield; Masias 2019", "stress", "MPa",
            Expected.Range(0.6, 0.8), YieldStress),
        new("lithium/heals", "Contact heals under pressure at rest, faster when warm: 25, 45, 60 °C", "voids and creep", "steps that rise", "of 2",
            Expected.Count(2), () => (Healed(45) > Healed(25) ? 1 : 0) + (Healed(60) > Healed(45) ? 1 : 0)),
    ];

    // Strain rate of the pouch's lithium under a stress that is all of the pressure.
    private static double Rate(double stress, double celsius)
    {
        CellParameters cell = Specimen.Pouch.Cell;
        Specimen bare = Specimen.Pouch with
        {
            Cell = cell with { Creep = cell.Creep with { DeviatoricFraction = 1, StressCap = 100 }, Interface = cell.Interface with { ContactHealing = 1 } },
            Celsius = celsius,
            Pressure = stress,
        };
        return bare.Build().HealingRate(0);
    }

    // The stress whose creep rate is that of the cell at 5 MPa.
    private static double Stress() => EquivalentStress(5);

    private static double YieldStress() => EquivalentStress(50);

    private static double EquivalentStress(double pressure)
    {
        CellParameters cell = Specimen.Pouch.Cell;
        Pack pack = (Specimen.Pouch with
        {
            Cell = cell with { Interface = cell.Interface with { ContactHealing = 1 } },
            Celsius = 26,
            Pressure = pressure,
        }).Build();
        return Math.Pow(pack.HealingRate(0) / Rate(1, 26), 1 / cell.Creep.Exponent);
    }

    private static double Healed(double celsius)
    {
        CellParameters cell = Specimen.Pouch.Cell;
        Pack pack = (Specimen.Pouch with
        {
            Cell = cell with { Interface = cell.Interface with { ContactInitial = 0.5 } },
            Celsius = celsius,
            Pressure = 5,
        }).Build();
        pack.Advance(3600, 0);
        return pack.Contact(0);
    }
}

using System.Collections.Generic;
using Bms.Plant.Degradation;
using Bms.Plant.Packs;

namespace Bms.Simulation.Review.Rows;

/// <summary>What moist air makes of a breached cell.</summary>
internal static class MoistureRows
{
    private const string Table1 = "Table 1, exposure to moisture";
    private const double Day = 86400;       // s

    public static IReadOnlyList<ReviewRow> All { get; } =
    [
        new("moisture/sulfide", "A breached sulfide cell gives H2S and no other gas", Table1, "gases so", "of 3",
            Expected.Count(3), () => Gases(Specimen.Pouch, sulfide: true, phosphine: false, ammonia: false)),
        new("moisture/lipon", "A breached LiPON cell gives PH3 and NH3 and no H2S", Table1, "gases so", "of 3",
            Expected.Count(3), () => Gases(Specimen.ThinFilm, sulfide: false, phosphine: true, ammonia: true)),
        new("moisture/garnet", "A breached garnet cell gives no gas", Table1, "gases so", "of 3",
            Expected.Count(3), () => Gases(Specimen.Pellet, sulfide: false, phosphine: false, ammonia: false)),
        new("moisture/dry", "In dry air a breached sulfide cell gives no gas", Table1, "concentration", "ppm",
            new(0, 0, "no water, no gas"), () => Breached(Specimen.Pouch, humidity: 0).Gas(GasSpecies.HydrogenSulfide)),
    ];

    private static double Gases(Specimen cell, bool sulfide, bool phosphine, bool ammonia)
    {
        Pack pack = Breached(cell, humidity: 0.5);
        return Is(GasSpecies.HydrogenSulfide, sulfide) + Is(GasSpecies.Phosphine, phosphine) + Is(GasSpecies.Ammonia, ammonia);

        int Is(GasSpecies species, bool expected) => (pack.Gas(species) > 0) == expected ? 1 : 0;
    }

    private static Pack Breached(Specimen cell, double humidity)
    {
        Pack pack = cell.Build(longestStep: 60);
        pack.Humidity = humidity;
        pack.Breach(0);
        pack.Advance(Day, 0);
        return pack;
    }
}

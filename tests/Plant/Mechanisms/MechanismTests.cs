using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Cells.Variants;
using Bms.Plant.Electrolytes;
using Bms.Plant.Mechanisms;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using Xunit;

namespace Bms.Plant.Tests.Mechanisms;

/// <summary>The table of mechanisms, and that each row is one that an outsider misses when it is gone.</summary>
public class MechanismTests
{
    public static TheoryData<string> Every => [.. MechanismTable.Keys];

    [Fact]
    public void Numbers_rise_and_keys_are_words_of_their_own()
    {
        int[] numbers = [.. MechanismTable.All.Select(row => row.Number)];
        Assert.Equal(numbers.Order().Distinct(), numbers);
        Assert.All(numbers, number => Assert.InRange(number, 0, 63));
        Assert.Equal(MechanismTable.All.Count, MechanismTable.Keys.Distinct().Count());
        Assert.All(MechanismTable.Keys, key => Assert.Matches("^[a-z]+(-[a-z]+)*$", key));
    }

    [Fact]
    public void A_set_knows_what_it_lacks()
    {
        MechanismSet set = Rig.Without("voids", "entropy");
        Assert.Equal(["entropy", "voids"], set.Missing.Select(row => row.Key));
        Assert.Equal(MechanismTable.All.Count - 2, MechanismTable.All.Count(set.Has));
        Assert.Empty(MechanismSet.All.Missing);
        Assert.Null(MechanismTable.Find("void"));
    }

    [Theory, MemberData(nameof(Every))]
    public void Each_mechanism_is_missed_when_it_is_gone(string key)
    {
        double[] full = Life(MechanismSet.All);
        double[] without = Life(Rig.Without(key));
        Assert.Equal(full.Length, without.Length);
        Assert.NotEqual(full, without);
        Assert.All(without, value => Assert.True(double.IsFinite(value)));
    }

    private static double[] Life(MechanismSet mechanisms) =>
    [
        .. Enum.GetValues<ElectrolyteClass>().SelectMany(electrolyte => Life(Cell(electrolyte), mechanisms)),
        .. Life(CellVariants.LithiumFree(Cell(ElectrolyteClass.Sulfide)), mechanisms),
    ];

    private static CellParameters Cell(ElectrolyteClass electrolyte) => FullPouch.Parameters with
    {
        Electrolyte = ElectrolyteClasses.Of(electrolyte),
        Filament = Rig.Pouch.Filament with { DeadShare = 0.1 },
        Negative = Rig.Pouch.Negative with { Reservoir = 1e-4 },
        Degradation = Rig.Pouch.Degradation with { DecompositionResistance = 0.7, CarbonResistance = 0.2 },
        Moisture = new MoistureReaction { WaterCapacity = 2.49, Uptake = 5.9e-5, ResistanceGain = 1.1, HydrogenSulfide = 0.833 },
    };

    // Hard use of two cells under too much pressure, one of them leaking, hot and cold, an oven at the end: everything that an outsider can see.
    private static double[] Life(CellParameters parameters, MechanismSet mechanisms)
    {
        var pack = new Pack(parameters, new PackOptions { Cells = 2, Volumes = 12, StateOfCharge = 0.5, ClampPressure = 12, Mechanisms = mechanisms });
        pack.Breach(1);
        List<double> seen = [];
        foreach ((double rate, double celsius) in new[] { (-0.6, 10.0), (0.0, 25.0), (1.3, 10.0), (-1.0, 60.0), (0.0, 60.0), (0.0, 210.0) })
        {
            pack.Ambient = Rig.ZeroCelsius + celsius;
            for (int step = 0; step < 90; step++)
            {
                pack.Advance(20, 6 * rate);
            }

            for (int cell = 0; cell < pack.CellCount; cell++)
            {
                seen.AddRange([pack.CellVoltage(cell, 6 * rate, 0), pack.SurfaceTemperature(cell, 0), pack.StateOfCharge(cell), pack.Capacity(cell), pack.ClampPressure(0, 0), pack.MisfitStrain(cell)]);
            }
        }

        return [.. seen];
    }
}

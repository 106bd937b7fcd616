using System.Linq;
using Bms.Plant.Packs;
using Bms.Simulation.Judging;
using Xunit;

namespace Bms.Simulation.Tests.Judging;

public class PackTruthTests
{
    [Fact]
    public void The_truth_of_a_pack_is_the_packs()
    {
        Pack pack = new(Cells.Pouch, new PackOptions { Cells = 6, CellsPerClamp = 2 });
        pack.Advance(120, -9);
        PackTruth truth = new(pack);
        Assert.Equal((6, 3), (truth.CellCount, truth.ClampCount));
        Assert.Same(pack.Parameters, truth.Parameters);
        foreach (int cell in Enumerable.Range(0, 6))
        {
            Assert.Equal(pack.CellVoltage(cell, -4, 0), truth.CellVoltage(cell, -4));
            Assert.Equal(pack.SurfaceStoichiometry(cell), truth.SurfaceStoichiometry(cell));
            Assert.Equal(pack.HottestTemperature(cell), truth.CoreTemperature(cell));
            Assert.Equal(pack.LocalCurrentDensity(cell, -4), truth.LocalCurrentDensity(cell, -4));
            Assert.Equal(pack.PlatingLimit(cell), truth.PlatingLimit(cell));
            Assert.Equal(pack.StrippingLimit(cell), truth.StrippingLimit(cell));
            Assert.Equal(pack.HealingRate(cell), truth.HealingRate(cell));
            Assert.Equal(pack.FilamentIndex(cell), truth.FilamentIndex(cell));
        }

        Assert.Equal([.. Enumerable.Range(0, 3).Select(clamp => pack.ClampPressure(clamp, 0.4))], Enumerable.Range(0, 3).Select(clamp => truth.ClampPressure(clamp, 0.4)));
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(2, 4)]
    public void A_real_pack_is_judged_by_its_own_limits(double multiple, int episodes)
    {
        Pack pack = new(Cells.Pouch, new PackOptions { Cells = 4 });
        double current = multiple * Enumerable.Range(0, 4).Max(pack.StrippingLimit) / pack.CurrentDensity(0, 1);
        Judge judge = new(new PackTruth(pack));
        for (int step = 1; step <= 1200; step++)
        {
            pack.Advance(0.5, -current);
            judge.LookAtStates(step * 0.5, 0.5, -current, -current);
        }

        judge.End();
        Assert.Equal(episodes, judge.Counts["stripping"]);
        Assert.Equal(episodes, judge.Episodes.Count);
    }
}

using System.Linq;
using Bms.Simulation.Laboratory;
using Xunit;

namespace Bms.Simulation.Tests.Laboratory;

/// <summary>The calendar test shows what the ageing laws make of time, temperature and potential.</summary>
public class StorageTestTests
{
    /// <summary>degC, capacity lost, %, and resistance gained, Ohm cm², in 1000 h at 3.8 V: the pouch's sanity figures.</summary>
    public static TheoryData<double, double, double> Reference => new()
    {
        { 25, 0.807, 6.99 },
        { 45, 3.70, 32.0 },
        { 60, 10.3, 88.9 },
    };

    [Theory, MemberData(nameof(Reference))]
    public void A_thousand_hours_cost_what_the_reference_says(double celsius, double lost, double gained)
    {
        var test = new StorageTest { Temperatures = [celsius], StatesOfCharge = [0.52] };   // open circuit 3.80 V
        var summary = (StorageSummary)test.Run(Lab.Bench(Lab.Pouch)).Summary;
        StoragePoint end = summary.Points[^1];

        Lab.Near(lost, 100 - end.CapacityPercent, 0.1);
        Lab.Near(gained, end.ResistanceOhmCm2 - summary.NewOhmCm2, 0.1);
    }

    [Fact]
    public void Heat_and_charge_cost_capacity_and_resistance()
    {
        StoragePoint[] ends = [.. ((StorageSummary)new StorageTest { StatesOfCharge = [0.2, 1], Days = 10 }.Run(Lab.Bench(Lab.Pouch)).Summary).Points.Where(point => point.Days > 9.9)];

        Assert.Equal(6, ends.Length);
        Assert.All(ends.Where(end => end.SocPercent == 20).Zip(ends.Where(end => end.SocPercent == 100)), pair =>
        {
            Assert.True(pair.Second.CapacityPercent < pair.First.CapacityPercent);
            Assert.True(pair.Second.ResistancePercent > pair.First.ResistancePercent);
        });
        Lab.NeverFalls(ends.Where(end => end.SocPercent == 100).Select(end => end.ResistancePercent));
    }

    [Fact]
    public void Without_wear_only_self_discharge_is_left()
    {
        StoragePoint end = ((StorageSummary)new StorageTest { Temperatures = [60], StatesOfCharge = [0.8], Days = 10 }.Run(Lab.Bench(Lab.Pouch, "interphase", "calendar-fade")).Summary).Points[^1];

        Assert.Equal(100, end.CapacityPercent, 0.1);
        Assert.True(end.SocLeftPercent < 80);
    }
}

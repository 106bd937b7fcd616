using System.Linq;
using Bms.Simulation.Laboratory;
using Xunit;

namespace Bms.Simulation.Tests.Laboratory;

/// <summary>The pressure sweep shows the memory of the contact and the swing of the clamp.</summary>
public class PressureSweepTests
{
    /// <summary>Profile, empty and full, MPa: the files' sanity figures.</summary>
    public static TheoryData<string, double, double> Swings => new()
    {
        { Lab.Pouch, 4.606, 5.374 },
        { Lab.Pellet, 2.899, 3.096 },
    };

    [Theory, MemberData(nameof(Swings))]
    public void The_swing_over_a_charge_is_that_of_the_reference(string profile, double empty, double full)
    {
        PressureSummary summary = Sweep(profile);

        Lab.Near(full - empty, summary.SwingMpa, 0.1);
        Lab.Near(empty, summary.EmptyMpa, 0.02);
        Lab.Near(full, summary.FullMpa, 0.02);
    }

    [Fact]
    public void First_loading_and_unloading_part_as_Doux_measured()
    {
        PressureSummary summary = Sweep(Lab.Pouch);
        double First(double pressure) => Contact(summary, "loading", pressure);

        Lab.Near(50, First(5), 0.1);      // per interface: half of 110 Ohm on 1.27 cm², less the electrolyte
        Lab.Near(11.4, Contact(summary, "unloading", 5), 0.05);
        Assert.True(First(5) > 3 * Contact(summary, "unloading", 5));
    }

    [Fact]
    public void Loading_again_follows_the_branch_of_unloading()
    {
        PressureSummary summary = Sweep(Lab.Pouch);

        foreach (PressurePoint again in summary.Points.Where(point => point.Branch == "reloading"))
        {
            Lab.Near(Contact(summary, "unloading", again.PressureMpa), again.ContactOhmCm2, 0.01);
        }
    }

    [Fact]
    public void Pressure_only_ever_lowers_resistance()
    {
        PressurePoint[] loading = [.. Sweep(Lab.Pouch).Points.Where(point => point.Branch == "loading")];

        Lab.NeverFalls(loading.Reverse().Select(point => point.TotalOhmCm2));
    }

    [Fact]
    public void A_deposited_film_needs_no_pressure()
    {
        PressureSummary summary = Sweep(Lab.Film);

        Lab.Near(summary.FirstOhmCm2, summary.FormedOhmCm2, 0.01);
        Assert.Equal(0, summary.SwingMpa, 0.001);
    }

    private static double Contact(PressureSummary summary, string branch, double pressure) =>
        summary.Points.Single(point => point.Branch == branch && point.PressureMpa == pressure).ContactOhmCm2;

    private static PressureSummary Sweep(string profile) => (PressureSummary)new PressureSweep().Run(Lab.Bench(profile)).Summary;
}

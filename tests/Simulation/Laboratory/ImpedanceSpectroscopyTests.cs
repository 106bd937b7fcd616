using System;
using System.Linq;
using Bms.Simulation.Laboratory;
using Bms.Simulation.Laboratory.Spectra;
using Xunit;

namespace Bms.Simulation.Tests.Laboratory;

/// <summary>The spectrum shows the arcs for which the parameters give time constants.</summary>
public class ImpedanceSpectroscopyTests
{
    /// <summary>Profile, degC, process, capacitance, F per m² of the area its resistance is given for, and resistance, Ohm cm²: from the
    /// literature and the files' sanity figures, not from the program.</summary>
    public static TheoryData<string, double, string, double, double> Known => new()
    {
        // Raijmakers 2020: 0.530, 0.0174, 0.00324 µF/cm²; 43.9 and 326 Ohm cm² at 293 K
        { Lab.Film, 20, ExpectedArcs.NegativeKinetics, 1.74e-4, 43.9 },
        { Lab.Film, 20, ExpectedArcs.Electrolyte, 3.24e-5, 326 },

        // composites: 0.2 F/m² of particles, 19.1 and 13.3 m² of them a m²; lithium 0.05 F/m²
        { Lab.Pouch, 25, ExpectedArcs.PositiveKinetics, 0.2 * 19.1, 127 },
        { Lab.Pouch, 25, ExpectedArcs.NegativeKinetics, 0.05, 2.57 },
        { Lab.Pellet, 25, ExpectedArcs.PositiveKinetics, 0.2 * 13.3, 64.2 },
        { Lab.Pouch, 60, ExpectedArcs.PositiveKinetics, 0.2 * 19.1, 32.1 },
        { Lab.Pellet, 60, ExpectedArcs.PositiveKinetics, 0.2 * 13.3, 12.9 },
    };

    [Theory, MemberData(nameof(Known))]
    public void Arcs_stand_where_the_literature_puts_them(string profile, double celsius, string process, double capacitance, double resistance)
    {
        ImpedanceArc arc = Arc(profile, celsius, 0.5, process);
        double time = 1e-4 * resistance * capacitance;

        Lab.Near(time, arc.TauS, 0.1);
        Lab.Near(1 / (2 * Math.PI * time), arc.FrequencyHz, 0.1);
        Lab.Near(resistance, arc.OhmCm2, 0.15);
    }

    [Fact]
    public void The_thin_film_has_the_charge_transfer_of_lithium_cobalt_oxide()
    {
        ImpedanceArc arc = Arc(Lab.Film, 20, 0.2 / 0.49, ExpectedArcs.PositiveKinetics);   // x = 0.8

        Lab.Near(67.2, arc.OhmCm2, 0.03);
        Lab.Near(67.2 * 0.530e-6, arc.TauS, 0.03);
    }

    [Theory, MemberData(nameof(Lab.Profiles), MemberType = typeof(Lab))]
    public void Every_arc_of_the_parameters_is_found_in_the_spectrum(string profile)
    {
        var summary = (ImpedanceSummary)new ImpedanceSpectroscopy().Run(Lab.Bench(profile)).Summary;

        Assert.True(summary.AsExpected);
        foreach (ImpedancePoint point in summary.Points)
        {
            // Ion pairs relax as fast as some mode of diffusion: a spectrum shows only what they add up to.
            ImpedanceArc[] slow = [.. point.Arcs.Where(arc => arc.Process is ExpectedArcs.Diffusion or ExpectedArcs.IonPairs)];
            Lab.Near(slow[^1].ExpectedTauS, slow[^1].TauS, 0.15);
            Lab.Near(slow.Sum(arc => arc.ExpectedOhmCm2), slow.Sum(arc => arc.OhmCm2), 0.2);
            foreach (ImpedanceArc arc in point.Arcs.Except(slow))
            {
                Lab.Near(arc.ExpectedTauS, arc.TauS, 0.15);
                Lab.Near(arc.ExpectedOhmCm2, arc.OhmCm2, 0.2);
            }
        }
    }

    [Theory]
    [InlineData(Lab.Pouch, 155)]
    [InlineData(Lab.Pellet, 136)]
    public void All_but_diffusion_adds_up_to_the_resistance_of_the_reference(string profile, double total)
    {
        ImpedancePoint point = Point(profile, 25, 0.5);

        Lab.Near(total, point.HighOhmCm2 + point.Arcs.Where(arc => arc.Process != ExpectedArcs.Diffusion).Sum(arc => arc.OhmCm2), 0.05);
    }

    [Fact]
    public void A_composite_shows_its_largest_arcs_as_peaks_and_the_film_merges_two()
    {
        Assert.Equal(3, Point(Lab.Pouch, 25, 0.5).PeaksHz.Count);
        Assert.All(Point(Lab.Pouch, 25, 0.5).Arcs.Where(arc => !arc.Spread), arc => Assert.True(arc.OwnPeak));
        Assert.False(Arc(Lab.Film, 20, 0.5, ExpectedArcs.NegativeKinetics).OwnPeak);
        Assert.True(Arc(Lab.Film, 20, 0.5, ExpectedArcs.Electrolyte).OwnPeak);
    }

    [Fact]
    public void Arcs_shrink_as_the_cell_warms()
    {
        ImpedancePoint[] points = [.. ((ImpedanceSummary)new ImpedanceSpectroscopy { Temperatures = [10, 25, 45], StatesOfCharge = [0.5] }.Run(Lab.Bench(Lab.Pouch)).Summary).Points];

        Lab.NeverFalls(points.Reverse().Select(point => point.Arcs.Single(arc => arc.Process == ExpectedArcs.PositiveKinetics).OhmCm2));
        Lab.NeverFalls(points.Reverse().Select(point => point.HighOhmCm2));
    }

    [Fact]
    public void Pressure_moves_only_what_does_not_relax()
    {
        ImpedancePoint At(double pressure) =>
            Assert.Single(((ImpedanceSummary)new ImpedanceSpectroscopy { StatesOfCharge = [0.5], Pressure = pressure }.Run(Lab.Bench(Lab.Pouch)).Summary).Points);

        Assert.True(At(1).HighOhmCm2 > At(5).HighOhmCm2 + 5);
        Lab.Near(At(5).Arcs.Sum(arc => arc.OhmCm2), At(1).Arcs.Sum(arc => arc.OhmCm2), 0.01);
    }

    private static ImpedanceArc Arc(string profile, double celsius, double soc, string process) =>
        Point(profile, celsius, soc).Arcs.Single(arc => arc.Process == process);

    private static ImpedancePoint Point(string profile, double celsius, double soc) =>
        Assert.Single(((ImpedanceSummary)new ImpedanceSpectroscopy { Temperatures = [celsius], StatesOfCharge = [soc] }.Run(Lab.Bench(profile)).Summary).Points);
}

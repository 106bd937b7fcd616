using System;
using System.Linq;
using Bms.Plant.Cells;
using Bms.Plant.Events;
using Bms.Plant.Mechanics;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using Xunit;

namespace Bms.Plant.Tests.Mechanics;

/// <summary>Cracks of separator and particles.</summary>
public class CrackTests
{
    private static readonly CellParameters _pouch = FullPouch.Parameters.Isothermal();

    [Fact]
    public void A_flaw_runs_at_the_stress_of_the_review()
    {
        // K_Ic 0.23 MPa m^0.5 and a flaw of 10 µm: 36.6 MPa.
        Rig.Near(36.64e6, Fracture.CriticalStress(0.23e6, 1e-5), 1e-3);
        Rig.Near(0.23e6, Fracture.Intensity(Fracture.CriticalStress(0.23e6, 1e-5), 1e-5), 1e-12);
    }

    [Theory]
    [InlineData(5, 25, false)]
    [InlineData(10, 80, false)]
    [InlineData(75, 25, true)]
    [InlineData(60, 80, true)]
    public void A_separator_cracks_under_too_much_pressure_the_sooner_the_hotter(double pressure, double celsius, bool cracks)
    {
        Pack pack = Rig.Cell(_pouch, celsius);
        pack.HoldPressure(pressure);
        pack.Advance(600, 0);
        Assert.Equal(cracks, pack.Events.ToArray().Any(happened => happened.Kind == CellEvents.ElectrolyteCracked));
        Assert.Equal(cracks, pack.Cracks(0).ElectrolyteSeverity > 1);
        Assert.Equal(cracks, pack.Cracks(0).ElectrolyteLength > 1e-5);
    }

    [Fact]
    public void A_crack_stops_at_the_faces_lowers_the_critical_current_and_lengthens_the_way_of_ions()
    {
        Pack pack = Rig.Cell(_pouch);
        double limit = pack.PlatingLimit(0);
        double separator = pack.Overpotentials(0, -6).Separator;
        pack.HoldPressure(80);
        pack.Advance(50_000, 0);
        Assert.Equal(_pouch.Separator.Thickness, pack.Cracks(0).ElectrolyteLength, 12);
        pack.HoldPressure(5);
        pack.Advance(1, 0);
        Rig.Near(limit * Math.Sqrt(1e-5 / _pouch.Separator.Thickness), pack.PlatingLimit(0), 1e-3);
        Rig.Near(separator * (1 + ((_pouch.Separator.Thickness - 1e-5) / _pouch.Separator.Thickness)), pack.Overpotentials(0, -6).Separator, 1e-3);
    }

    [Fact]
    public void Plating_far_beyond_the_critical_current_cracks_and_within_it_does_not()
    {
        double Length(double times)
        {
            Pack pack = Rig.Cell(_pouch, stateOfCharge: 0.1);
            pack.Advance(300, times * pack.PlatingLimit(0) * 10 * _pouch.Cell.TotalArea);
            return pack.Cracks(0).ElectrolyteLength;
        }

        Assert.Equal(1e-5, Length(1));
        Assert.True(Length(2.2) > 1.01e-5);
    }

    [Fact]
    public void Particles_crack_at_high_and_low_charge_and_at_high_rate_not_from_heat_or_lack_of_pressure()
    {
        double neutral = Rate();
        Assert.True(Rate(stateOfCharge: 0.95) > 5 * neutral);
        Assert.True(Rate(stateOfCharge: 0.08) > 3 * neutral);
        Assert.True(Rate(rate: 1.5) > 5 * neutral);
        Assert.True(Rate(celsius: 60) < neutral);
        Rig.Near(neutral, Rate(pressure: 1), 0.02);
        Assert.Equal(0, Rate(rate: 0));
    }

    [Fact]
    public void A_thousand_cycles_cost_a_tenth_of_the_surface_and_no_capacity_of_their_own()
    {
        var cracks = new ParticleCracks(FullPouch.Parameters.ParticleFracture);
        var design = new CellDesign(FullPouch.Parameters, 8);
        for (int cycle = 0; cycle < 1000; cycle++)
        {
            for (int part = 0; part < 20; part++)
            {
                double mean = design.VolumeChange.At(design.StoichiometryAt((part + 0.5) / 20));
                cracks.Advance(360, 0.05, mean, mean + 0.0015, design.SetVolumeChange);
            }
        }

        Assert.InRange(cracks.Share, 0.05, 0.2);
        Pack pack = Rig.Cell(FullPouch.Parameters, 25, 0);
        pack.Advance(36_000, 0.5);
        Assert.True(pack.Cracks(0).ParticleShare is > 0 and < 1e-4);
        Assert.Equal(1, pack.Age(0).Capacity, 12);
    }

    [Fact]
    public void Lost_surface_raises_the_charge_transfer_of_the_positive_electrode()
    {
        CellParameters brittle = _pouch with { ParticleFracture = _pouch.ParticleFracture! with { GrowthPerCycle = 10 } };
        Pack pack = Rig.Cell(brittle.Tight(), 25, 0.9);
        double before = pack.Overpotentials(0, 1e-4).PositiveKinetics;
        pack.Advance(600, 3);
        pack.Advance(600, -3);
        pack.Advance(20_000, 0);
        double share = pack.Cracks(0).ParticleShare;
        Assert.InRange(share, 0.05, 1);
        Rig.Near(before / (1 - share), pack.Overpotentials(0, 1e-4).PositiveKinetics, 0.02);
    }

    private static double Rate(double stateOfCharge = 0.5, double rate = 1.0 / 3, double celsius = 25, double pressure = 5)
    {
        Pack pack = Rig.Cell(_pouch.KeepingContact(), celsius, stateOfCharge);
        pack.HoldPressure(pressure);
        double current = (stateOfCharge > 0.5 ? -1 : 1) * rate * 6;
        pack.Advance(300, current);
        return pack.Cracks(0).ParticleRate;
    }
}

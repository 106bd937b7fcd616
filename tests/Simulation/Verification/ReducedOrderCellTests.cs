using System;
using System.Linq;
using Bms.Plant.Mechanisms;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Verification;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Verification;

/// <summary>The firmware's scheme in double precision, held against physics that needs no firmware.</summary>
public class ReducedOrderCellTests
{
    private const double Ambient = 298.15;

    [Fact]
    public void It_keeps_its_charge_but_for_what_leaks()
    {
        CellParameters tight = Cells.Pouch with { Short = Cells.Pouch.Short with { Leakage = 0 }, Ageing = Cells.Pouch.Ageing with { CalendarRate = 0, CycleRate = 0 } };
        Gen.Double[-1, 1].Array[200].Sample(
            rates =>
            {
                var cell = new ReducedOrderCell(tight, 0.5, Ambient, 5);
                double charge = 0;
                foreach (double rate in rates)
                {
                    cell.Advance(10, rate * tight.Cell.OneC, Ambient);
                    charge += 10 * rate * tight.Cell.OneC / 3600;
                }

                Assert.Equal(0.5 + (charge / tight.Cell.WindowCapacity), cell.StateOfCharge, 1e-12);
            },
            iter: 20,
            threads: 1);
    }

    [Fact]
    public void At_rest_it_stands_at_its_open_circuit_potential()
    {
        CellParameters tight = Cells.Pouch with { Short = Cells.Pouch.Short with { Leakage = 0 } };
        var cell = new ReducedOrderCell(tight, 0.4, Ambient, 5);
        double atStart = cell.Voltage;
        cell.Advance(1, 0, Ambient);

        Assert.Equal(atStart, cell.Voltage, 1e-12);
        PositiveElectrode positive = tight.Positive;
        Assert.Equal(positive.OpenCircuitPotential.At(positive.StoichiometryEmpty - (0.4 * (positive.StoichiometryEmpty - positive.StoichiometryFull))), atStart, 1e-9);
    }

    [Fact]
    public void A_leak_discharges_it()
    {
        CellParameters leaky = Cells.Pouch with { Short = Cells.Pouch.Short with { Leakage = 0.01 }, Ageing = Cells.Pouch.Ageing with { CalendarRate = 0, CycleRate = 0 } };
        var cell = new ReducedOrderCell(leaky, 0.5, Ambient, 5);
        double volthours = 0;
        for (int second = 0; second < 3600; second++)
        {
            volthours += cell.Voltage / 3600;
            cell.Advance(1, 0, Ambient);
        }

        Assert.Equal(0.5 - (0.01 * volthours / leaky.Cell.WindowCapacity), cell.StateOfCharge, 1e-6);
    }

    [Theory]
    [InlineData("pouch-lpscl-nmc")]
    [InlineData("pellet-llzo-nmc")]
    [InlineData("thin-film-lipon-lco")]
    public void It_follows_the_physics_it_knows_within_a_millivolt_and_all_physics_within_two(string profile)
    {
        Assert.InRange(WorstVoltage(profile, "double-layers", "transmission-line", "ion-pairs", "frumkin", "stability-window"), 0, 0.001);
        Assert.InRange(WorstVoltage(profile), 0, 0.002);
    }

    private static double WorstVoltage(string profile, params string[] without)
    {
        MechanismSet physics = without.Aggregate(MechanismSet.All, (set, key) => set.Without(MechanismTable.Find(key)!));
        CellParameters parameters = physics.Of(ProfileLibrary.Load(profile));
        var plant = new Pack(parameters, new PackOptions { Cells = 1, Spread = false });
        var cell = new ReducedOrderCell(parameters, 0.6, Ambient, plant.ClampPressure(0, since: 0));
        double worst = 0;
        for (int second = 0; second < 3600; second++)
        {
            double current = 0.2 * parameters.Cell.OneC * Math.Sin(second / 60.0);
            plant.Advance(1, current);
            cell.Press(plant.ClampPressure(0, since: 0));
            cell.Advance(1, current, Ambient);
            worst = Math.Max(worst, Math.Abs(cell.Voltage - plant.CellVoltage(0, current, since: 0)));
        }

        Assert.Equal(plant.CoreTemperature(0), cell.CoreTemperature, 0.01);
        Assert.Equal(plant.StateOfCharge(0), cell.StateOfCharge, 1e-5);
        return worst;
    }
}

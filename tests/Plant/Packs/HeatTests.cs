using System;
using System.Linq;
using System.Text.Json;
using Bms.Plant.Cells;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using Xunit;

namespace Bms.Plant.Tests.Packs;

public class HeatTests
{
    public static TheoryData<double> Temperatures =>
        [.. PouchCell.Sanity.GetProperty("rise_1C_K").EnumerateObject().Select(entry => double.Parse(entry.Name))];

    [Theory, MemberData(nameof(Temperatures))]
    public void Discharge_at_1C_warms_the_cell_like_the_reference(double celsius)
    {
        JsonElement reference = PouchCell.Sanity.GetProperty("rise_1C_K").GetProperty($"{celsius}");
        Pack pack = Rig.Cell(Rig.Pouch.KeepingContact(), celsius, 1);
        double start = pack.CoreTemperature(0);
        double rise = 0;
        double difference = 0;
        pack.Until(-6, p =>
        {
            rise = Math.Max(rise, p.CoreTemperature(0) - start);
            difference = Math.Max(difference, p.CoreTemperature(0) - p.SurfaceTemperature(0, 0));
            return p.CellVoltage(0, -6, 0) <= 3;
        });
        Rig.Near(reference.GetProperty("core_max").GetDouble(), rise, 0.03);
        Rig.Near(reference.GetProperty("core_minus_surface_max").GetDouble(), difference, 0.03);
    }

    [Fact]
    public void What_is_made_and_heated_is_stored_or_lost()
    {
        ThermalNodes nodes = Rig.Pouch.Thermal;
        Pack pack = Rig.Cell(Rig.Pouch, 10);
        pack.Ambient = Rig.ZeroCelsius + 5;
        double core = pack.CoreTemperature(0);
        double surface = pack.SurfaceTemperature(0, 0);
        double made = 0;
        double lost = 0;
        for (int second = 0; second < 5000; second++)
        {
            pack.HeaterOn = second is > 500 and < 1500;
            pack.Advance(1, 3 * Math.Sin(second * 0.05));
            made += pack.HeatGeneration(0);
            lost += nodes.SurfaceToAmbient * (pack.SurfaceTemperature(0, 0) - pack.Ambient);
        }

        double stored = (nodes.CoreCapacity * (pack.CoreTemperature(0) - core)) + (nodes.SurfaceCapacity * (pack.SurfaceTemperature(0, 0) - surface));
        Assert.Equal(999 * nodes.HeaterPower, pack.HeaterEnergy, 6);
        Assert.InRange(made + pack.HeaterEnergy - lost - stored, -1e-6, 1e-6);
    }

    [Fact]
    public void Heat_is_the_overpotential_and_the_entropy()
    {
        const double Current = -3;
        Pack pack = Rig.Cell(Rig.Pouch.Isothermal().Tight(), 25, 0.4);
        pack.Advance(600, Current);
        Overpotentials terms = pack.Overpotentials(0, Current);
        double mean = Rig.Pouch.Positive.StoichiometryEmpty
            - (pack.StateOfCharge(0) * (Rig.Pouch.Positive.StoichiometryEmpty - Rig.Pouch.Positive.StoichiometryFull));
        double entropy = Rig.Pouch.Positive.EntropicCoefficient.At(mean);
        double expected = Current * (terms.Terminal - terms.OpenCircuit + (298.15 * entropy));
        pack.Advance(1, Current);
        Rig.Near(expected, pack.HeatGeneration(0), 1e-3);
        Assert.True(expected > 0);
    }

    [Fact]
    public void Reversible_heat_changes_sign_with_the_current()
    {
        double Heat(double current)
        {
            Pack pack = Rig.Cell(Rig.Pouch.Isothermal().Tight(), 25, 0.25);
            pack.Advance(1, current);
            return pack.HeatGeneration(0);
        }

        double small = 0.001;
        Assert.True(Heat(small) < 0);
        Assert.True(Heat(-small) > 0);
        Rig.Near(-Heat(small), Heat(-small), 0.02);
    }

    [Fact]
    public void The_heater_warms_the_surface_first_and_counts_its_energy_for_every_cell()
    {
        CellParameters insulated = Rig.Pouch with { Thermal = Rig.Pouch.Thermal with { SurfaceToAmbient = 0 } };
        var pack = new Pack(insulated, new PackOptions { Cells = 3, Temperature = 263.15, Ambient = 263.15 });
        pack.HeaterOn = true;
        pack.Advance(60, 0);
        Assert.True(pack.SurfaceTemperature(2, 0) > pack.CoreTemperature(2));
        Rig.Near(60 * 10 / 65.814, pack.CoreTemperature(2) - 263.15, 0.01);
        Assert.Equal(3 * 60 * 10, pack.HeaterEnergy, 9);
        pack.HeaterOn = false;
        pack.Advance(60, 0);
        Assert.Equal(3 * 60 * 10, pack.HeaterEnergy, 9);
    }

    [Fact]
    public void A_resting_cell_comes_to_the_ambient()
    {
        var pack = new Pack(Rig.Pouch, new PackOptions { Cells = 1, Temperature = 328.15, Ambient = 298.15 });
        pack.Advance(3600, 0);
        Assert.InRange(pack.CoreTemperature(0), 298.15, 298.152);
    }
}

using Bms.Core.Estimation;
using Bms.Core.Limits;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Bms.Plant.Cells;
using Bms.Plant.Parameters;
using Xunit;
using static Bms.Core.Tests.Benches.Units;

namespace Bms.Core.Tests.Limits;

/// <summary>No cell leaves its voltage window within the next ten seconds.</summary>
public class VoltageTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void A_full_cell_stops_charge_and_leaves_discharge_alone(int cell)
    {
        Bench bench = Bench.Default().AtRest();
        double discharge = bench.DischargeLimit;
        bench.Voltage(cell, Volt(4.2)).Advance(ms: 300);
        Assert.Equal(0, bench.ChargeLimit);
        Assert.Equal((LimitReason.CellVoltage, cell), (bench.Decision.ChargeReason, bench.Decision.ChargePlace));
        Assert.Equal(discharge, bench.DischargeLimit, 0.01);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void An_empty_cell_stops_discharge_and_leaves_charge_alone(int cell)
    {
        Bench bench = Bench.Default().AtRest();
        double charge = bench.ChargeLimit;
        bench.Voltage(cell, Volt(3.0)).Advance(ms: 300);
        Assert.Equal(0, bench.DischargeLimit);
        Assert.Equal((LimitReason.CellVoltage, cell), (bench.Decision.DischargeReason, bench.Decision.DischargePlace));
        Assert.Equal(charge, bench.ChargeLimit, 0.01);
    }

    [Fact]
    public void Limits_fall_steadily_as_a_cell_comes_near_the_edge_of_its_window()
    {
        double charge = double.MaxValue;
        double discharge = double.MaxValue;
        for (int step = 0; step <= 40; step++)
        {
            Bench full = new Bench(new BenchSetup { Temperature = 60, StateOfCharge = 0.9 }).Voltage(Volt(4.10 + (step * 0.0025))).AtRest();
            Assert.True(full.ChargeLimit <= charge + 1e-9, $"charge rises at step {step}");
            charge = full.ChargeLimit;
            Bench empty = new Bench(new BenchSetup { Temperature = 60, StateOfCharge = 0.05 }).Voltage(Volt(3.10 - (step * 0.0025))).AtRest();
            Assert.True(empty.DischargeLimit <= discharge + 1e-9, $"discharge rises at step {step}");
            discharge = empty.DischargeLimit;
        }

        Assert.Equal(0, charge);
        Assert.Equal(0, discharge);
    }

    [Theory]
    [InlineData(60, 0.97)]
    [InlineData(60, 0.985)]
    [InlineData(45, 0.985)]
    [InlineData(35, 0.99)]
    public void Charging_at_the_limit_for_ten_seconds_ends_just_inside_the_window(double celsius, double soc)
    {
        Bench bench = new Bench(new BenchSetup { Temperature = celsius, StateOfCharge = soc }).AtRest();
        Assert.Equal(LimitReason.CellVoltage, bench.Decision.ChargeReason);
        Assert.InRange(AfterTenSeconds(celsius, soc, bench.ChargeLimit), 4.165, 4.2);
    }

    [Theory]
    [InlineData(60, 0.01)]
    [InlineData(60, 0.02)]
    [InlineData(45, 0.005)]
    [InlineData(35, 0.002)]
    public void Discharging_at_the_limit_for_ten_seconds_ends_just_inside_the_window(double celsius, double soc)
    {
        Bench bench = new Bench(new BenchSetup { Temperature = celsius, StateOfCharge = soc }).AtRest();
        Assert.Equal(LimitReason.CellVoltage, bench.Decision.DischargeReason);
        Assert.InRange(AfterTenSeconds(celsius, soc, -bench.DischargeLimit), 3.0, 3.1);
    }

    [Theory]
    [InlineData(0.97, 1)]
    [InlineData(0.02, -1)]
    public void A_current_that_stands_does_not_take_its_own_drop_twice(double soc, int direction)
    {
        // half of what is allowed flows, and the voltages show it
        BenchSetup setup = new() { Temperature = 60, StateOfCharge = soc };
        Bench bench = new Bench(setup).AtRest();
        double allowed = Limit();
        double rate = 0.5 * direction * allowed;
        Cell plant = Plant(60, soc);
        double drop = plant.Voltage(rate * BuiltInCell.Parameters(BuiltInCell.Pouch).Cell.OneC, 0) - plant.Voltage(0, 0);
        bench.Voltage(bench.Manager.Readings.CellVoltage_uV[0] + Volt(drop)).Current(rate).Advance(s: 2);
        Assert.Equal(allowed, Limit(), 0.1 * allowed);

        double Limit() => direction > 0 ? bench.ChargeLimit : bench.DischargeLimit;
    }

    [Fact]
    public void While_the_current_jumps_the_last_answer_stands_for_three_scans_only()
    {
        Bench bench = Bench.Default().AtRest().AlignToScan();
        double before = bench.ChargeLimit;
        int tick = 0;
        bench.AfterStep = () => bench.Current(tick++ % 2 == 0 ? 0.3 : -0.3);
        bench.Advance(ms: 200).Voltage(0, Volt(4.2)).Advance(ms: 120);
        Assert.Equal(before, bench.ChargeLimit, 0.01);
        bench.Advance(ms: 300);
        Assert.Equal(0, bench.ChargeLimit);
    }

    [Fact]
    public void A_cell_of_little_contact_binds_though_its_voltage_is_like_the_others()
    {
        (double charge, double discharge) whole = Alone(1);
        (double charge, double discharge) worn = Alone(0.2);
        Assert.True(whole.charge > 0 && worn.charge < 0.9 * whole.charge);
        Assert.True(whole.discharge > 0 && worn.discharge < 0.9 * whole.discharge);

        static (double Charge, double Discharge) Alone(double contact)
        {
            LimiterRig rig = new LimiterRig(BuiltInCell.Pouch, r => new VoltageLimiter(r.Profile, r.Pack, r.Model, r.Readings, new VoltageResidual(r.Model.States, r.Readings, r.Settings), r.Surfaces, r.Settings)).Contact(3, contact);
            rig.Readings.LowestVoltage_uV = rig.Readings.HighestVoltage_uV = Volt(3.75);
            rig.Readings.ScanIsSteady = true;
            for (int second = 0; second < 100; second++)
            {
                rig.Evaluate();
            }

            return (rig.Charge, rig.Discharge);
        }
    }

    private static Cell Plant(double celsius, double soc)
    {
        CellParameters parameters = BuiltInCell.Parameters(BuiltInCell.Pouch);
        return new Cell(new CellDesign(parameters.Settled(), 60), CellFactors.Nominal, soc, celsius + 273.15, new StackPressure(parameters, 5));
    }

    private static double AfterTenSeconds(double celsius, double soc, double rate)
    {
        Cell cell = Plant(celsius, soc);
        CellParameters parameters = BuiltInCell.Parameters(BuiltInCell.Pouch);
        StackPressure pressure = new(parameters, 5);
        for (int step = 0; step < 100; step++)
        {
            cell.Advance(0.1, rate * parameters.Cell.OneC, celsius + 273.15, 0, pressure);
        }

        return cell.Voltage(rate * parameters.Cell.OneC, 0);
    }
}

using System;
using Bms.Plant.Cells;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using Xunit;

namespace Bms.Plant.Tests.Cells;

/// <summary>The plant lands where an independent reference landed with the same numbers.</summary>
public class ReferenceTests
{
    public static TheoryData<string> Resistances => Figures.Rows("area_resistance_Ohm_cm2");

    public static TheoryData<string> Discharges => Figures.Rows("discharge");

    public static TheoryData<string> Charges => Figures.Rows("charge");

    public static TheoryData<string> Shapes => Figures.Rows("voltage_shape");

    [Theory, MemberData(nameof(Resistances))]
    public void Small_signal_resistance_agrees_term_by_term(string row)
    {
        const double Current = 1e-3;
        Pack pack = Rig.Cell(Rig.Pouch.Tight(), row.Number("T_C"), pressure: 5);
        Overpotentials terms = pack.Overpotentials(0, Current);

        double AreaResistance(double volt) => volt / Current * Rig.Pouch.Cell.TotalArea * 1e4;
        Rig.Near(row.Number("separator"), AreaResistance(terms.Separator), 0.01);
        Rig.Near(row.Number("rail"), AreaResistance(terms.Rail), 0.03);   // the reference lumps it; a line reacts first where the way is short
        Rig.Near(row.Number("contact"), AreaResistance(terms.Contact), 0.01);
        Rig.Near(row.Number("li_ct"), AreaResistance(terms.NegativeKinetics), 0.01);
        Rig.Near(row.Number("nmc_ct"), AreaResistance(terms.PositiveKinetics), 0.01);
        Rig.Near(row.Number("other"), AreaResistance(terms.Interphase + terms.Series), 0.01);
        Rig.Near(row.Number("total"), AreaResistance(terms.Settled - terms.OpenCircuit), 0.01);
    }

    [Theory, MemberData(nameof(Discharges))]
    public void Discharge_with_full_contact_gives_the_reference_capacity_and_voltage(string row)
    {
        (double charge, double voltage, double rise, _) = Discharge(Rig.Pouch.KeepingContact(), row);
        Rig.Near(row.Number("ideal_Ah"), charge, 0.005);
        Rig.Near(row.Number("ideal_Vmean"), voltage, 0.002);
        Rig.Near(row.Number("rise_K"), rise, 0.05);
    }

    [Theory, MemberData(nameof(Discharges))]
    public void Discharge_that_loses_contact_ends_as_early_as_the_reference(string row)
    {
        (double charge, double voltage, _, double contact) = Discharge(Rig.Pouch, row);
        Rig.Near(row.Number("real_Ah"), charge, 0.02);
        Rig.Near(row.Number("real_Vmean"), voltage, 0.01);
        Assert.InRange(contact, row.Number("theta_end") - 0.02, row.Number("theta_end") + 0.02);
    }

    [Theory, MemberData(nameof(Charges))]
    public void Charge_to_the_upper_voltage_takes_the_reference_charge(string row)
    {
        double current = row.Number("C") * Rig.Pouch.Cell.OneC;
        Pack pack = Rig.Cell(Rig.Pouch, row.Number("T_C"), 0);
        double energy = 0;
        int seconds = pack.Until(current, p =>
        {
            double voltage = p.CellVoltage(0, current, 0);
            energy += voltage;
            return voltage >= Rig.Pouch.Limits.VoltageMaximum;
        });
        Rig.Near(row.Number("cc_Ah"), current * seconds / 3600, 0.01);
        Rig.Near(row.Number("Vmean"), energy / (seconds + 1), 0.005);
        Assert.InRange(pack.FilamentIndex(0), row.Number("filament_end") * 0.95, (row.Number("filament_end") * 1.05) + 1e-3);
    }

    [Theory, MemberData(nameof(Shapes))]
    public void Discharge_voltage_starts_and_passes_half_like_the_reference(string row)
    {
        double current = -row.Number("C") * Rig.Pouch.Cell.OneC;
        Pack pack = Rig.Cell(Rig.Pouch.KeepingContact(), row.Number("T_C"), 1);
        pack.Advance(1, current);
        Assert.InRange(pack.CellVoltage(0, current, 0), row.Number("V_first") - 0.02, row.Number("V_first") + 0.02);

        double last = double.PositiveInfinity;
        pack.Until(current, p =>
        {
            double voltage = p.CellVoltage(0, current, 0);
            Assert.True(voltage <= last, $"rose from {last} to {voltage}");
            last = voltage;
            return voltage <= Rig.Pouch.Limits.VoltageMinimum;
        });
    }

    private static (double Charge, double Voltage, double Rise, double Contact) Discharge(CellParameters parameters, string row)
    {
        double current = -row.Number("C") * parameters.Cell.OneC;
        Pack pack = Rig.Cell(parameters, row.Number("T_C"), 1);
        double start = pack.CoreTemperature(0);
        double energy = 0;
        double hottest = start;
        int seconds = pack.Until(current, p =>
        {
            double voltage = p.CellVoltage(0, current, 0);
            energy += voltage;
            hottest = Math.Max(hottest, p.CoreTemperature(0));
            return voltage <= parameters.Limits.VoltageMinimum;
        });
        return (-current * seconds / 3600, energy / (seconds + 1), hottest - start, pack.Contact(0));
    }
}

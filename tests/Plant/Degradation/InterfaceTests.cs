using System;
using System.Text.Json;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Tests.Data;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Degradation;

/// <summary>Critical currents, contact and filaments.</summary>
public class InterfaceTests
{
    public static TheoryData<string> Limits => Figures.Rows("limits_mA_cm2");

    public static TheoryData<string> Contacts => Figures.Rows("contact");

    public static TheoryData<string> Filaments => Figures.Rows("filament");

    public static TheoryData<string> MechanicalShorts => Figures.Rows("mechanical_short");

    [Theory, MemberData(nameof(Limits))]
    public void Critical_currents_follow_temperature_and_pressure(string row)
    {
        Pack pack = Rig.Cell(Rig.Pouch, row.Number("T_C"), pressure: row.Number("P_MPa"));
        Rig.Near(row.Number("strip"), pack.StrippingLimit(0), 0.01);
        Rig.Near(row.Number("plate"), pack.PlatingLimit(0), 0.01);
    }

    [Theory, MemberData(nameof(Contacts))]
    public void Stripping_at_twice_the_limit_takes_contact_in_the_reference_time(string row)
    {
        double temperature = row.Number("T_C");
        Pack pack = Rig.Cell(Rig.Pouch.Isothermal(), temperature, 1, row.Number("P_MPa"));
        pack.HoldPressure(row.Number("P_MPa"));
        double current = -2 * pack.StrippingLimit(0) * 10 * Rig.Pouch.Cell.TotalArea;
        Rig.Near(row.Number("j_mA_cm2"), pack.CurrentDensity(0, current), 0.01);

        int half = pack.Until(current, p => p.Contact(0) <= 0.5);
        int tenth = half + pack.Until(current, p => p.Contact(0) <= 0.1);
        Rig.Near(row.Number("theta_0.5_after_s"), half, 0.005);
        Rig.Near(row.Number("theta_0.1_after_s"), tenth, 0.005);
        Rig.Near(row.Number("charge_then_mAh_cm2"), pack.CurrentDensity(0, current) * half / 3600, 0.01);
    }

    [Theory, MemberData(nameof(Contacts))]
    public void Contact_heals_at_rest_in_the_reference_time(string row)
    {
        CellParameters parameters = Rig.Pouch with { Interface = Rig.Pouch.Interface with { ContactInitial = 0.5 } };
        Pack pack = Rig.Cell(parameters.Isothermal(), row.Number("T_C"));
        pack.HoldPressure(row.Number("P_MPa"));
        Rig.Near(row.Number("heal_0.5_to_0.9_h"), pack.Until(0, p => p.Contact(0) >= 0.9) / 3600.0, 0.01);
    }

    [Fact]
    public void Contact_stays_while_stripping_stays_below_the_limit()
    {
        Pack pack = Rig.Cell(Rig.Pouch.Isothermal(), 25, 1);
        pack.HoldPressure(5);
        pack.Advance(3600, -0.98 * pack.StrippingLimit(0) * 10 * Rig.Pouch.Cell.TotalArea);
        Assert.Equal(1, pack.Contact(0));
    }

    [Fact]
    public void Contact_never_falls_below_its_floor_and_plating_does_not_take_it()
    {
        Pack stripped = Rig.Cell(Rig.Pouch.WithoutHealing(1), 10, 1);
        stripped.Advance(3600, -12);
        Assert.Equal(Rig.Pouch.Interface.ContactMinimum, stripped.Contact(0));

        Pack plated = Rig.Cell(Rig.Pouch, 10, 0);
        plated.Advance(600, 12);
        Assert.Equal(1, plated.Contact(0));
    }

    [Fact]
    public void Lost_contact_raises_local_current_and_resistance_in_proportion()
    {
        Pack full = Rig.Cell(Rig.Pouch.Tight().WithoutHealing(1));
        Pack half = Rig.Cell(Rig.Pouch.Tight().WithoutHealing(0.5));
        Assert.Equal(2 * full.LocalCurrentDensity(0, -3), half.LocalCurrentDensity(0, -3), 12);
        Rig.Near(2 * full.Overpotentials(0, -3).Contact, half.Overpotentials(0, -3).Contact, 1e-9);
        Rig.Near(2 * full.Overpotentials(0, -1e-3).NegativeKinetics, half.Overpotentials(0, -1e-3).NegativeKinetics, 1e-6);
        Assert.Equal(full.Overpotentials(0, -3).PositiveKinetics, half.Overpotentials(0, -3).PositiveKinetics, 12);
    }

    [Theory, MemberData(nameof(Filaments))]
    public void Plating_above_the_limit_grows_filaments_in_the_reference_time(string row)
    {
        double temperature = row.Number("T_C");
        CellParameters parameters = Rig.Pouch.Tight().Isothermal().WithoutHealing(row.Number("theta"));
        Pack pack = Rig.Cell(parameters, temperature, 0, 5);
        pack.HoldPressure(5);
        Rig.Near(row.Number("ccd"), pack.PlatingLimit(0), 0.01);

        double current = 1.5 * pack.PlatingLimit(0) * 10 * parameters.Cell.TotalArea;
        pack.Advance(600, current);
        Rig.Near(row.Number("index_after_600_s"), pack.FilamentIndex(0), 0.01);

        Pack again = Rig.Cell(parameters, temperature, 0, 5);
        again.HoldPressure(5);
        Rig.Near(row.Number("short_after_s"), again.Until(current, p => p.FilamentIndex(0) >= 1), 0.01);
    }

    [Theory, MemberData(nameof(MechanicalShorts))]
    public void Pressure_shorts_a_cell_under_small_current_in_the_reference_time(string row)
    {
        using var parsed = JsonDocument.Parse(row);
        JsonElement hours = parsed.RootElement.GetProperty("hours_to_short_at_0.075_mA_cm2");
        Pack pack = Rig.Cell(Rig.Pouch.Isothermal().Tight());
        pack.HoldPressure(row.Number("P_MPa"));
        double current = 0.075 * 10 * Rig.Pouch.Cell.TotalArea;
        int hour = 0;
        for (; hour < 1000 && pack.FilamentIndex(0) < 1; hour++)
        {
            pack.Advance(3600, (hour & 1) == 0 ? current : -current);
        }

        if (hours.ValueKind == JsonValueKind.String)
        {
            Assert.Equal(0, pack.FilamentIndex(0));
        }
        else
        {
            Assert.InRange(hour, (hours.GetDouble() * 0.99) - 1, (hours.GetDouble() * 1.01) + 1);
        }
    }

    [Fact]
    public void A_filament_heals_at_rest_but_a_short_stays()
    {
        Pack started = Rig.Cell(Rig.Pouch.Isothermal(), 25, 0, 5);
        started.Advance(600, 6);
        double before = started.FilamentIndex(0);
        started.HoldPressure(5);
        started.Advance(36_000, 0);
        Rig.Near(before - (36_000 * Rig.Pouch.Filament.HealingRate), started.FilamentIndex(0), 0.001);

        Pack shorted = Rig.Cell(Rig.Pouch.Isothermal(), 25, 0, 5);
        shorted.Advance(3600, 6);
        Assert.Equal(1, shorted.FilamentIndex(0));
        shorted.Advance(36_000, 0);
        Assert.Equal(1, shorted.FilamentIndex(0));
    }

    [Fact]
    public void An_internal_short_empties_the_cell_and_comes_to_rest()
    {
        CellParameters parameters = Rig.Pouch with { Filament = Rig.Pouch.Filament with { GrowthRate = 1 } };
        Pack pack = Rig.Cell(parameters, 25, 0.3);
        double healthy = pack.CellVoltage(0, 0, 0);
        pack.Advance(30, 6);
        Assert.Equal(1, pack.FilamentIndex(0));
        Assert.True(pack.CellVoltage(0, 0, 0) < healthy - 0.2);

        pack.Advance(24 * 3600, 0);
        Assert.InRange(pack.StateOfCharge(0), -0.5, 0);
        Assert.InRange(pack.CellVoltage(0, 0, 0), -0.01, 0.1);
    }

    [Fact]
    public void Leakage_discharges_a_resting_cell_by_its_own_current()
    {
        Pack pack = Rig.Cell(Rig.Pouch);
        double voltage = pack.CellVoltage(0, 0, 0);
        pack.Advance(30 * 24 * 3600, 0);
        double expected = voltage * Rig.Pouch.Short.Leakage * 30 * 24 / Rig.Pouch.Cell.WindowCapacity;
        Rig.Near(expected, 0.5 - pack.StateOfCharge(0), 0.01);
    }

    [Fact]
    public void Contact_resistance_remembers_the_highest_pressure()
    {
        CellParameters unformed = Rig.Pouch with { Interface = Rig.Pouch.Interface with { FormationPressure = 1 } };
        Pack pack = Rig.Cell(unformed.Tight(), pressure: 5);
        double Contact() => pack.Overpotentials(0, 1).Contact * unformed.Cell.TotalArea * 1e4;

        Rig.Near(49.53, Contact(), 1e-3);
        pack.HoldPressure(25);
        Rig.Near(49.53 * Math.Pow(5, -2.1), Contact(), 1e-3);
        pack.HoldPressure(5);
        Rig.Near(11.43, Contact(), 0.01);
    }

    [Fact]
    public void Without_pressure_the_contact_resistance_is_capped()
    {
        Pack pack = Rig.Cell(Rig.Pouch.Tight());
        pack.HoldPressure(0);
        Rig.Near(Rig.Pouch.Interface.ResistanceCap / Rig.Pouch.Cell.TotalArea, pack.Overpotentials(0, 1).Contact, 1e-9);
    }

    [Fact]
    public void More_heat_or_pressure_never_lowers_the_stripping_limit()
    {
        Gen.Select(Gen.Double[-40, 90], Gen.Double[-40, 90], Gen.Double[0, 20], Gen.Double[0, 20]).Sample((t1, t2, p1, p2) =>
        {
            Pack low = Rig.Cell(Rig.Pouch, Math.Min(t1, t2), pressure: Math.Min(p1, p2), volumes: 8);
            Pack high = Rig.Cell(Rig.Pouch, Math.Max(t1, t2), pressure: Math.Max(p1, p2), volumes: 8);
            return low.StrippingLimit(0) <= high.StrippingLimit(0) && low.HealingRate(0) <= high.HealingRate(0);
        }, iter: 50);
    }
}

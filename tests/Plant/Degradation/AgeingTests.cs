using System;
using System.Linq;
using Bms.Plant.Degradation;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;
using Bms.Plant.Tests.Data;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Degradation;

/// <summary>Interphases thicken and capacity fades by the laws of the parameter set, and no lithium goes astray with it.</summary>
public class AgeingTests
{
    private const double ThousandHours = 3.6e6;

    public static TheoryData<string> Ages => Figures.Rows("ageing_1000h_3.8V");

    [Theory, MemberData(nameof(Ages))]
    public void A_thousand_hours_at_rest_leave_the_reference_growth_and_loss(string row)
    {
        double celsius = row.Number("T_C");
        Pack pack = Stored(Rig.Pouch, celsius, 3.8, ThousandHours);
        double growth = pack.Age(0).InterphaseGrowth * 1e4;
        Printed(row.Number("growth_Ohm_cm2_as_25C"), growth);
        Printed(row.Number("growth_percent_of_25C_resistance"), 100 * growth / SmallSignalResistance());
        Printed(row.Number("calendar_loss_percent"), 100 * pack.Age(0).CalendarFade);

        double charged = Stored(Rig.Pouch, celsius, 4.2, ThousandHours).Age(0).InterphaseGrowth * 1e4;
        Printed(row.Number("growth_percent_if_held_at_4.2V"), 100 * charged / SmallSignalResistance());
    }

    // The oxide pellet and the thin film share the pouch's activation energies and sensitivities; their constants differ.
    [Theory]
    [InlineData(7475.36, 25, 4.37)]
    [InlineData(7475.36, 45, 20.0)]
    [InlineData(7475.36, 60, 55.5)]
    [InlineData(7475.36, 80, 189.0)]
    [InlineData(26163.8, 25, 15.3)]
    [InlineData(26163.8, 45, 70.0)]
    [InlineData(26163.8, 60, 194.4)]
    [InlineData(26163.8, 80, 662.8)]
    public void Growth_constants_of_other_cells_give_their_reference_growth(double constant, double celsius, double growth)
    {
        CellParameters other = Rig.Pouch with { Ageing = Rig.Pouch.Ageing with { InterphaseGrowth = constant } };
        Printed(growth, Stored(other, celsius, 3.8, ThousandHours).Age(0).InterphaseGrowth * 1e4);
    }

    [Fact]
    public void Growth_and_calendar_fade_follow_the_closed_forms_over_time_temperature_voltage_and_current()
    {
        AgeingLaws laws = Rig.Pouch.Ageing;
        Gen.Select(Gen.Double[-30, 90], Gen.Double[3.4, 4.2], Gen.Double[0, 1], Gen.Double[1, 48]).Sample(
            (celsius, volt, rate, hours) =>
            {
                var ageing = new Ageing(laws, DegradationLaws.Default, 1, 1, default);
                double temperature = Rig.ZeroCelsius + celsius;
                double seconds = Math.Round(hours * 360) * 10;
                for (double time = 0; time < seconds; time++)
                {
                    ageing.Advance(1, rate, 0.5, 1 / temperature, volt);
                }

                double Law(double constant, double energy, double sensitivity, double reference) =>
                    constant * Math.Exp(-energy / 8.314462618 / temperature) * Math.Exp(sensitivity * (volt - reference)) * Math.Sqrt(seconds);
                double growth = Law(laws.InterphaseGrowth, laws.InterphaseActivation, laws.InterphaseVoltageSensitivity, laws.InterphaseReferenceVoltage);
                double fade = Law(laws.CalendarRate, laws.CalendarActivation, laws.CalendarVoltageSensitivity, laws.CalendarReferenceVoltage);
                Rig.Near(growth * (1 + (laws.InterphaseCurrentSensitivity * rate)), ageing.Age.InterphaseGrowth, 1e-9);
                Rig.Near(fade, ageing.Age.CalendarFade, 1e-9);
            }, iter: 100);
    }

    [Theory]
    [InlineData(0.5, 0.6, 1)]
    [InlineData(1, 0.6, 1)]
    [InlineData(3, 0.6, 2)]
    [InlineData(0.5, 0.3, 1.5)]
    [InlineData(3, 0.3, 3)]
    public void A_full_cycle_costs_more_when_deep_or_fast(double rate, double surface, double times)
    {
        var ageing = new Ageing(Rig.Pouch.Ageing, DegradationLaws.Default, 1, 1, default);
        double seconds = 7200 / rate;
        for (double time = 0; time < seconds; time++)
        {
            ageing.Advance(1, rate, surface, 1 / 298.15, 3.8);
        }

        Rig.Near(1e-4 * times, ageing.Age.CycleFade, 1e-9);
    }

    [Fact]
    public void Cycled_a_thousand_times_without_deep_charge_a_cell_has_lost_a_tenth()
    {
        // 40 % of full charge back and forth at C/2, as often as makes a thousand full cycles
        Pack pack = Aged(Rig.Pouch.Tight(), 60, 0.2, new PackOptions { Mechanisms = Rig.Without("calendar-fade", "interphase"), LongestStep = 10 });
        for (int half = 0; half < 5000; half++)
        {
            pack.Advance(2880, half % 2 == 0 ? 3 : -3);
        }

        Rig.Near(0.1, pack.Age(0).CycleFade, 1e-3);
        Rig.Near(5.4, pack.Capacity(0), 1e-3);
    }

    [Fact]
    public void Age_never_goes_back_whatever_the_load()
    {
        Gen.Select(Gen.Double[-30, 30].Array[1, 50], Gen.Double[250, 400], Gen.Double[0.1, 40]).Sample(
            (currents, kelvin, seconds) =>
            {
                var pack = new Pack(Rig.Pouch, new PackOptions { Cells = 1, Volumes = 10, Temperature = kelvin, Ambient = kelvin });
                CellAge before = pack.Age(0);
                foreach (double current in currents)
                {
                    pack.Advance(seconds, current);
                    CellAge now = pack.Age(0);
                    Assert.True(now.InterphaseGrowth >= before.InterphaseGrowth && now.CalendarFade >= before.CalendarFade && now.CycleFade >= before.CycleFade);
                    Assert.InRange(now.Capacity, 0.1, before.Capacity);
                    before = now;
                }
            }, iter: 200);
    }

    [Fact]
    public void A_cell_baked_to_death_keeps_a_tenth_of_its_sites_and_finite_figures()
    {
        Pack pack = Aged(Rig.Pouch, 400, 0.5);
        pack.Advance(3600, 0);
        Assert.Equal(0.6, pack.Capacity(0), 1e-9);
        Assert.True(double.IsFinite(pack.CellVoltage(0, 1, 0)));
    }

    [Fact]
    public void Lithium_follows_the_charge_while_sites_vanish()
    {
        Pack pack = Aged(Rig.Pouch.Tight().Isothermal(), 80, 0.5);
        var random = new RandomSequence(3, 1);
        double start = pack.Lithium(0);
        double charge = 0;
        for (int second = 0; second < 400_000; second++)
        {
            double current = random.Uniform(-8, 8) + (pack.StateOfCharge(0) > 0.7 ? -4 : pack.StateOfCharge(0) < 0.3 ? 4 : 0);
            pack.Advance(1, current);
            charge += current / 3600;
        }

        Assert.InRange(pack.Capacity(0), 1, 5.4);
        Assert.InRange(pack.LostLithium(0), 0.1, 5);
        Assert.Equal(start - charge, pack.Lithium(0) + pack.LostLithium(0) - pack.DoubleLayerCharge(0), 1e-9 * start);
    }

    [Fact]
    public void Sites_vanish_with_their_lithium_and_the_rest_feels_nothing()
    {
        Pack pack = Stored(Rig.Pouch, 80, 3.8, ThousandHours / 10);
        Pack young = Stored(Rig.Pouch, 80, 3.8, 1);
        Assert.InRange(pack.Capacity(0), 5.2, 5.4);
        Assert.Equal(young.StateOfCharge(0), pack.StateOfCharge(0), 1e-12);
        Assert.Equal(young.CellVoltage(0, 0, 0), pack.CellVoltage(0, 0, 0), 1e-12);
        Assert.Equal(young.ClampPressure(0, 0), pack.ClampPressure(0, 0), 1e-9);
    }

    [Fact]
    public void A_faded_cell_is_full_after_less_charge_and_swells_less()
    {
        Pack faded = Aged(Rig.Pouch.Tight(), 25, 0.1, new PackOptions { Age = new CellAge(0, 0.15, 0.05) });
        Pack young = Aged(Rig.Pouch.Tight(), 25, 0.1);
        Assert.Equal(4.8, faded.Capacity(0), 1e-6);
        double before = faded.ClampPressure(0, 0);
        double youngBefore = young.ClampPressure(0, 0);
        faded.Advance(3600, 0.8 * 2.4);
        young.Advance(3600, 2.4);
        Assert.Equal(0.5, faded.StateOfCharge(0), 1e-3);
        Assert.Equal(0.5, young.StateOfCharge(0), 1e-3);
        Rig.Near(0.8, (faded.ClampPressure(0, 0) - before) / (young.ClampPressure(0, 0) - youngBefore), 0.02);
    }

    [Theory]
    [InlineData(25)]
    [InlineData(60)]
    public void A_grown_interphase_drops_its_share_of_voltage_colder_more(double celsius)
    {
        Pack grown = Aged(Rig.Pouch.Tight(), celsius, 0.5, new PackOptions { Age = new CellAge(32e-4, 0, 0) });
        Pack young = Aged(Rig.Pouch.Tight(), celsius, 0.5);
        double apart = grown.Overpotentials(0, 3).Interphase - young.Overpotentials(0, 3).Interphase;
        double colder = Math.Exp(37629.2 / 8.314462618 * ((1 / (Rig.ZeroCelsius + celsius)) - (1 / 298.15)));
        Rig.Near(3 * 32e-4 / 0.2 * colder, apart, 1e-6);
        Assert.Equal(apart, grown.CellVoltage(0, 3, 0) - young.CellVoltage(0, 3, 0), 1e-5);
    }

    [Fact]
    public void Every_mechanism_can_be_switched_off_alone()
    {
        static (bool, bool, bool) Ages(PackOptions options)
        {
            Pack pack = Aged(Rig.Pouch, 60, 0.5, options);
            pack.Advance(3600, 3);
            CellAge age = pack.Age(0);
            return (age.InterphaseGrowth > 0, age.CalendarFade > 0, age.CycleFade > 0);
        }

        Assert.Equal((true, true, true), Ages(new PackOptions()));
        Assert.Equal((false, true, true), Ages(new PackOptions { Mechanisms = Rig.Without("interphase") }));
        Assert.Equal((true, false, true), Ages(new PackOptions { Mechanisms = Rig.Without("calendar-fade") }));
        Assert.Equal((true, true, false), Ages(new PackOptions { Mechanisms = Rig.Without("cycle-fade") }));
    }

    [Fact]
    public void A_mechanism_switched_off_keeps_the_age_it_started_with()
    {
        var age = new CellAge(1e-3, 0.02, 0.03);
        Pack pack = Aged(Rig.Pouch, 60, 0.5, new PackOptions { Mechanisms = Rig.Without("interphase", "calendar-fade", "cycle-fade"), Age = age });
        pack.Advance(3600, 3);
        Rig.Near(1e-3, pack.Age(0).InterphaseGrowth, 1e-12);
        Rig.Near(0.02, pack.Age(0).CalendarFade, 1e-12);
        Assert.Equal(0.03, pack.Age(0).CycleFade);
        Assert.Equal(0, pack.LostLithium(0), 1e-12);
    }

    [Fact]
    public void An_aged_cell_goes_on_ageing_where_a_new_one_would_be_by_then()
    {
        Pack whole = Stored(Rig.Pouch, 45, 3.8, 40 * 3600);
        Pack first = Stored(Rig.Pouch, 45, 3.8, 10 * 3600);
        Pack rest = Stored(Rig.Pouch, 45, 3.8, 30 * 3600, new PackOptions { Age = first.Age(0) });
        Rig.Near(whole.Age(0).InterphaseGrowth, rest.Age(0).InterphaseGrowth, 1e-6);
        Rig.Near(whole.Age(0).CalendarFade, rest.Age(0).CalendarFade, 1e-6);
    }

    [Fact]
    public void Cells_age_each_at_its_own_rate_with_the_spread_of_the_profile()
    {
        var pack = new Pack(Rig.Pouch.Isothermal(), new PackOptions { Cells = 2000, Volumes = 8, Seed = 6, Temperature = 333.15, Ambient = 333.15, StateOfCharge = 0.5, Age = new CellAge(1e-3, 0.01, 0.01) });
        double[] logs = [.. Enumerable.Range(0, pack.CellCount).Select(cell => Math.Log(pack.Age(cell).InterphaseGrowth / 1e-3))];
        double mean = logs.Average();
        Assert.InRange(mean, -0.01, 0.01);
        Rig.Near(Rig.Pouch.Spread.AgeingRate, Math.Sqrt(logs.Average(x => (x - mean) * (x - mean))), 0.06);

        pack.Advance(600, 0);
        for (int cell = 0; cell < pack.CellCount; cell++)
        {
            // what came on top goes with the square of the rate, as what was there did
            double rate = pack.Factors(cell).AgeingRate;
            Assert.Equal(Math.Exp(logs[cell]), rate, 1e-9);
            Assert.Equal(pack.Factors(0).AgeingRate / rate, pack.Age(0).InterphaseGrowth / pack.Age(cell).InterphaseGrowth, 1e-2);
        }
    }

    [Theory]
    [InlineData(-1e-3, 0, 0)]
    [InlineData(double.NaN, 0, 0)]
    [InlineData(double.PositiveInfinity, 0, 0)]
    [InlineData(0, -0.01, 0)]
    [InlineData(0, 0, double.NaN)]
    [InlineData(0, 0.6, 0.4)]
    public void Impossible_ages_are_refused(double growth, double calendar, double cycles) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pack(Rig.Pouch, new PackOptions { Age = new CellAge(growth, calendar, cycles) }));

    private static Pack Aged(CellParameters parameters, double celsius, double stateOfCharge, PackOptions? options = null) =>
        new(parameters, (options ?? new PackOptions()) with
        {
            Cells = 1,
            Spread = false,
            Volumes = 8,
            StateOfCharge = stateOfCharge,
            Temperature = Rig.ZeroCelsius + celsius,
            Ambient = Rig.ZeroCelsius + celsius,
        });

    // A cell left alone at an open-circuit voltage.
    private static Pack Stored(CellParameters parameters, double celsius, double volt, double seconds, PackOptions? options = null)
    {
        CellParameters tight = parameters.Tight();
        double low = 0;
        double high = 1;
        while (high - low > 1e-9)
        {
            double middle = 0.5 * (low + high);
            (low, high) = Aged(tight, celsius, middle).Overpotentials(0, 0).OpenCircuit < volt ? (middle, high) : (low, middle);
        }

        Pack pack = Aged(tight, celsius, low, (options ?? new PackOptions()) with { LongestStep = 20 });
        pack.Advance(seconds, 0);
        return pack;
    }

    // The reference's resistance at 25 degC, term by term because the terms have more digits than their sum.
    private static double SmallSignalResistance()
    {
        string row = PouchCell.Sanity.GetProperty("area_resistance_Ohm_cm2").EnumerateArray().Single(r => r.GetProperty("T_C").GetInt32() == 25).GetRawText();
        string[] terms = ["separator", "rail", "contact", "li_ct", "nmc_ct", "other"];
        return terms.Sum(term => row.Number(term));
    }

    // The figures are printed with three significant digits.
    private static void Printed(double printed, double actual)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(printed)) - 2);
        Assert.InRange(actual, printed - (0.501 * unit), printed + (0.501 * unit));
    }
}

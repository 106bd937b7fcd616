using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Bms.Core.Cells;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Plant.Cells;
using Bms.Plant.Degradation;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.Cells;

/// <summary>Interphase growth and fade against their laws in double precision, and what they do to voltage and charge.</summary>
public class AgeingTests
{
    private const double GasConstant = 8.314462618;

    // what the state's 32 bits hold, V at 1C
    private const double GreatestGrowth = int.MaxValue / 1024e6;

    /// <summary>What the parameter sets say of 1000 h at 3.8 V: growth in Ohm cm² as at 25 °C, calendar loss in percent.</summary>
    public static TheoryData<string, double, double, double> Sanity => new()
    {
        { BuiltInCell.Pouch, 25, 6.99, 0.807 },
        { BuiltInCell.Pouch, 45, 32.0, 3.70 },
        { BuiltInCell.Pouch, 60, 88.9, 10.3 },
        { BuiltInCell.Pouch, 80, 303.0, 35.0 },
        { BuiltInCell.Pellet, 25, 4.37, 0.807 },
        { BuiltInCell.Pellet, 45, 20.0, 3.70 },
        { BuiltInCell.Pellet, 60, 55.5, 10.3 },
        { BuiltInCell.Pellet, 80, 189.0, 35.0 },
        { BuiltInCell.Film, 25, 15.3, 0.81 },
        { BuiltInCell.Film, 45, 70.0, 3.70 },
        { BuiltInCell.Film, 60, 194.4, 10.26 },
        { BuiltInCell.Film, 80, 662.8, 35.0 },
    };

    public static TheoryData<string> EveryCell => BuiltInCell.All;

    [Theory, MemberData(nameof(Sanity))]
    public void A_thousand_hours_leave_the_growth_and_loss_of_the_parameter_set(string cell, double celsius, double growth, double loss)
    {
        CellParameters parameters = BuiltInCell.Parameters(cell);
        CellStates states = Stored(BuiltInCell.Profile(cell), celsius, 3.8, 0, 1000);
        double found = Growth(states) / parameters.Cell.OneC * parameters.Cell.TotalArea * 1e4;
        double lost = 100 * Share(states.CalendarFade_Q30[0]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{cell} {celsius} °C: {found:F3} Ohm cm² for {growth}, {lost:F4} % for {loss}");
        Assert.Equal(growth, found, 0.005 * growth);
        Assert.Equal(loss, lost, 0.005 * loss);
        Assert.Equal(1 - (lost / 100), Share(states.Capacity_Q30[0]), 1e-8);
    }

    [Theory, MemberData(nameof(EveryCell))]
    public void Growth_follows_the_closed_forms_over_temperature_voltage_current_and_time(string cell)
    {
        CellProfile profile = BuiltInCell.Profile(cell);
        AgeingLaws laws = BuiltInCell.Parameters(cell).Ageing;
        Gen.Select(Gen.Double[-20, 90], Gen.Double[3.5, 4.2], Gen.Double[0, 3], Gen.Double[50, 1000]).Sample((celsius, volt, rate, hours) =>
        {
            CellStates states = Stored(profile, celsius, volt, rate, hours);
            (double growth, double calendar) = Law(BuiltInCell.Parameters(cell), celsius, volt, rate, hours);
            Assert.Equal(Math.Min(growth, GreatestGrowth), Growth(states), (0.005 * growth) + 1e-6);
            Assert.Equal(calendar, Share(states.CalendarFade_Q30[0]), (0.005 * calendar) + 1e-7);
        }, iter: 60);
    }

    [Theory]
    [InlineData(0.1, 0.6)]
    [InlineData(1, 0.6)]
    [InlineData(3, 0.6)]
    [InlineData(0.5, 0.3)]
    [InlineData(2, 0.1)]
    public void Use_takes_what_it_takes_in_the_plant(double rate, double surface)
    {
        foreach (string cell in new[] { BuiltInCell.Pouch, BuiltInCell.Pellet, BuiltInCell.Film })
        {
            CellParameters parameters = BuiltInCell.Parameters(cell);
            CycleFade plant = new(parameters.Ageing, 1, parameters.Cell.WindowCapacity / parameters.Cell.OneC, 0);
            plant.Advance(100 * 3600, rate, surface);
            foreach (int sign in new[] { -1, 1 })
            {
                CellStates states = Stored(BuiltInCell.Profile(cell), 25, 3.8, sign * rate, 100, surface);
                Assert.Equal(plant.Value, states.CycleFade_Q60[0] / (double)(1L << 60), 0.002 * plant.Value);
            }
        }
    }

    [Fact]
    public void A_drive_at_sixty_degrees_ages_the_model_as_the_plant_over_a_day()
    {
        CellParameters parameters = BuiltInCell.Parameters(BuiltInCell.Pouch);
        CellProfile profile = BuiltInCell.Profile(BuiltInCell.Pouch);
        Plant.Packs.Pack plant = new(parameters, new PackOptions { Cells = 1, Spread = false, StateOfCharge = 0.6, Temperature = 333.15, Ambient = 333.15 });
        CellModel model = new(profile, PackProfile.Uniform(1, 1, 1));
        model.Reset(0, Units.Q30(0.6), 1 << 30, 0, 0, 0);
        model.Clamps.Update(0, Units.MPa(plant.ClampPressure(0, 0)));
        RandomSequence random = new(5, 1);
        double rate = 0;
        long charge = 0;
        for (int second = 1; second <= 86400; second++)
        {
            if (second % 30 == 1)
            {
                double soc = plant.StateOfCharge(0);
                rate = Math.Clamp(random.Uniform(-0.8, 0.8) + (soc > 0.8 ? -0.4 : soc < 0.4 ? 0.4 : 0), -0.9, 0.9);
            }

            plant.Advance(1, rate * parameters.Cell.OneC);
            charge += (long)(rate * profile.OneC_uA) * 1000;
            int sensor_mK = (int)(plant.SurfaceTemperature(0, 0) * 1000);
            model.Advance(0, second * 1000L, charge, new RateScale(profile.OneC_uA).Rate_Q24((long)(rate * profile.OneC_uA)), sensor_mK, 333150, false);
            model.Ageing.Advance(second * 1000L, charge);
        }

        CellAge age = plant.Age(0);
        Assert.InRange(age.CycleFade, 2e-4, 2e-3);
        Assert.Equal(age.InterphaseGrowth, Growth(model.States) / parameters.Cell.OneC * parameters.Cell.TotalArea, 0.005 * age.InterphaseGrowth);
        Assert.Equal(age.CalendarFade, Share(model.States.CalendarFade_Q30[0]), 0.005 * age.CalendarFade);
        Assert.Equal(age.CycleFade, model.States.CycleFade_Q60[0] / (double)(1L << 60), 0.01 * age.CycleFade);
        Assert.Equal(plant.Capacity(0) / parameters.Cell.WindowCapacity, Share(model.States.Capacity_Q30[0]), 1e-4);
        Assert.Equal(plant.StateOfCharge(0), Share(model.States.StateOfCharge_Q30[0]), 0.002);
        double volt = plant.CellVoltage(0, rate * parameters.Cell.OneC, 0);
        Assert.Equal(volt, model.States.ModelVoltage_uV[0] * 1e-6, 0.004);
    }

    [Theory]
    [InlineData(BuiltInCell.Pouch, 0)]
    [InlineData(BuiltInCell.Pouch, 25)]
    [InlineData(BuiltInCell.Pouch, 60)]
    [InlineData(BuiltInCell.Film, 15)]
    [InlineData(BuiltInCell.Pellet, 70)]
    public void A_grown_interphase_adds_to_the_voltage_what_it_adds_in_the_plant(string cell, double celsius)
    {
        CellParameters parameters = BuiltInCell.Parameters(cell);
        CellProfile profile = BuiltInCell.Profile(cell);
        const double Grown = 30e-4;
        CellDesign design = new(parameters, 8);
        StackPressure pressure = new(parameters, 5);
        Cell Plant(double growth) => new(design, CellFactors.Nominal, 0.5, celsius + 273.15, pressure, new CellAge(growth, 0, 0));
        double Model(double growth)
        {
            CellModel model = new(profile, PackProfile.Uniform(1, 1, 1));
            model.States.CoreTemperature_mK[0] = Units.Celsius(celsius);
            double drop_Q10 = growth * parameters.Cell.OneC / parameters.Cell.TotalArea * 1e6 * 1024;
            model.Ageing.Reset(0, (long)(drop_Q10 * drop_Q10), 0, 0);
            model.Electrical.Advance(0, -(1 << 23), 1 << 16, Grid.TemperaturePosition(Units.Celsius(celsius)));
            return model.States.ModelVoltage_uV[0] * 1e-6;
        }

        double current = -0.5 * parameters.Cell.OneC;
        double expected = Plant(Grown).Voltage(current, 0) - Plant(0).Voltage(current, 0);
        Assert.True(expected < -1e-4);
        Assert.Equal(expected, Model(Grown) - Model(0), 2e-6 + (3e-4 * -expected));
    }

    [Fact]
    public void A_change_of_temperature_moves_the_drop_within_a_minute_but_not_the_growth()
    {
        (AgeingModel ageing, CellStates states) = Cells(BuiltInCell.Profile(BuiltInCell.Pouch), 16, 25, 3.8);
        for (int cell = 0; cell < 16; cell++)
        {
            ageing.Reset(cell, 1L << 48, 0, 0);
            states.CoreTemperature_mK[cell] = Units.Celsius(-10);
        }

        int drop = states.InterphaseDrop_Q8[0];
        Assert.Equal(1 << 22, drop);
        for (int second = 1; second <= 60; second++)
        {
            ageing.Advance(second * 1000L, 0);
        }

        double colder = Math.Exp(BuiltInCell.Parameters(BuiltInCell.Pouch).Ageing.InterphaseResistanceActivation / GasConstant * ((1 / 263.15) - (1 / 298.15)));
        Assert.All(states.InterphaseDrop_Q8, found => Assert.Equal(drop * colder, found, drop * colder * 3e-4));
        Assert.All(states.InterphaseGrowth_Q10, growth => Assert.Equal(1 << 24, growth));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(100)]
    public void Every_cell_of_a_pack_gets_its_turn(int count)
    {
        (AgeingModel ageing, CellStates states) = Cells(BuiltInCell.Profile(BuiltInCell.Pouch), count, 60, 3.9);
        for (int second = 1; second <= 24 * 3600; second++)
        {
            ageing.Advance(second * 1000L, 0);
        }

        (double growth, double calendar) = Law(BuiltInCell.Parameters(BuiltInCell.Pouch), 60, 3.9, 0, 24);
        Assert.All(states.InterphaseGrowth_Q10, found => Assert.Equal(growth, found / 1024e6, 0.003 * growth));
        Assert.All(states.CalendarFade_Q30, found => Assert.Equal(calendar, Share(found), 0.003 * calendar));
    }

    [Fact]
    public void Age_never_goes_back_and_ends_somewhere_whatever_happens() =>
        Gen.Select(Gen.Int[-1, 500_000].Array[1, 200], Gen.Int, Gen.Int, Gen.Long[-(1L << 50), 1L << 50], Gen.Int[1, 10_000_000]).Sample((kelvins, voltage, surface, charge, step) =>
        {
            (AgeingModel ageing, CellStates states) = Cells(BuiltInCell.Profile(BuiltInCell.Pouch), 3, 25, 3.8);
            states.ModelVoltage_uV[1] = voltage;
            states.SurfaceStoichiometry_Q30[1] = surface;
            (int Growth, int Calendar, long Cycles, int Capacity) before = (0, 0, 0, 1 << 30);
            for (int k = 1; k <= kelvins.Length * 20; k++)
            {
                states.CoreTemperature_mK[1] = kelvins[(k - 1) / 20];
                ageing.Advance((long)k * step, k % 3 * charge);
                (int Growth, int Calendar, long Cycles, int Capacity) now = (states.InterphaseGrowth_Q10[1], states.CalendarFade_Q30[1], states.CycleFade_Q60[1], states.Capacity_Q30[1]);
                Assert.True(now.Growth >= before.Growth && now.Calendar >= before.Calendar && now.Cycles >= before.Cycles, $"{before} to {now}");
                Assert.InRange(now.Calendar, 0, 1 << 30);
                Assert.InRange(now.Cycles, 0, 1L << 60);
                Assert.InRange(now.Capacity, 1 << 29, before.Capacity);
                Assert.InRange(states.Crowding_Q30[1], 0, 1 << 30);
                Assert.True(states.InterphaseDrop_Q8[1] >= 0);
                before = now;
            }
        }, iter: 100);

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(1)]
    public void Time_takes_no_more_than_all(double already)
    {
        (AgeingModel ageing, CellStates states) = Cells(BuiltInCell.Profile(BuiltInCell.Pouch), 1, 200, 4.2);
        ageing.Reset(0, 0, (long)(already * already * (1L << 60)), 0);
        states.ModelVoltage_uV[0] = int.MaxValue;
        for (int minute = 1; minute <= 300; minute++)
        {
            ageing.Advance(minute * 60000L, 0);
        }

        Assert.Equal((1 << 30, 1 << 29), (states.CalendarFade_Q30[0], states.Capacity_Q30[0]));
    }

    [Theory]
    [InlineData(BuiltInCell.Pouch)]
    [InlineData(BuiltInCell.Film)]
    public void Without_growth_constants_nothing_changes_to_the_bit(string cell)
    {
        ImageEditor editor = new ImageEditor(cell)
            .Set(ProfileField.InterphaseGrowth, -int.MaxValue).Set(ProfileField.CalendarFade, -int.MaxValue).Set(ProfileField.CycleFade, 0);
        Assert.Equal(Driven(BuiltInCell.Profile(cell), ages: false), Driven(editor.Profile(), ages: true));
        Assert.NotEqual(Driven(BuiltInCell.Profile(cell), ages: false), Driven(BuiltInCell.Profile(cell), ages: true));
    }

    [Fact]
    public void Parameters_without_growth_make_a_profile_without_growth()
    {
        CellParameters young = BuiltInCell.Parameters(BuiltInCell.Pouch);
        young = young with { Ageing = young.Ageing with { InterphaseGrowth = 0, CalendarRate = 0, CycleRate = 0 } };
        CellStates states = Stored(new CellProfile(ProfileImage.Read(Profiles.FirmwareImage.Build(young))), 90, 4.2, 3, 1000, 0.3);
        Assert.Equal((0, 0, 1 << 30), (states.InterphaseGrowth_Q10[0], states.InterphaseDrop_Q8[0], states.Capacity_Q30[0]));
    }

    [Theory, MemberData(nameof(EveryCell))]
    public void Amounts_follow_the_scaled_charges_exactly_while_sites_vanish(string cell)
    {
        CellProfile profile = BuiltInCell.Profile(cell);
        CellStates states = new(1);
        DiffusionModel diffusion = new(profile, states);
        RandomSequence random = new(23, 1);
        diffusion.Reset(0, Units.Q30(0.5));
        long start = states.Lithium_uAms[0];
        long charge = 0;
        BigInteger crowded_Q30 = 0;
        for (int step = 0; step < 300_000; step++)
        {
            states.Crowding_Q30[0] = 2731 * step;
            double soc = states.StateOfCharge_Q30[0] / (double)(1 << 30);
            double rate = random.Uniform(-3, 3) + (soc > 0.8 ? -3 : soc < 0.2 ? 3 : 0);
            int step_ms = 1 + (int)random.Uniform(0, 2000);
            long entered = -(long)Math.Round(rate * profile.OneC_uA) * step_ms;
            charge -= entered;
            crowded_Q30 += (BigInteger)entered * states.Crowding_Q30[0];
            diffusion.Advance(0, entered, step_ms, (int)random.Uniform(0, 140_000));
            if (step % 1009 == 0)
            {
                // rounds down, as a shift of the whole sum
                BigInteger expected = start - charge + (crowded_Q30 >> 30);
                long sum = Enumerable.Range(0, Grid.Volumes).Sum(volume => diffusion.Amount(0, volume));
                Assert.Equal(0, sum & ((1L << diffusion.QuantumShift) - 1));
                Assert.Equal(expected, new BigInteger(sum) >> diffusion.QuantumShift);
                Assert.Equal(expected, states.Lithium_uAms[0]);
            }
        }
    }

    [Fact]
    public void A_faded_cell_is_full_after_less_charge()
    {
        CellProfile profile = BuiltInCell.Profile(BuiltInCell.Pouch);
        CellStates states = new(1);
        DiffusionModel diffusion = new(profile, states);
        AgeingModel ageing = new(profile, states);
        diffusion.Reset(0, Units.Q30(0.1));
        ageing.Reset(0, 0, (long)Math.Pow(0.15 * (1 << 30), 2), (long)(0.05 * (1L << 60)));
        Assert.Equal(0.8, Share(states.Capacity_Q30[0]), 1e-6);
        for (int second = 0; second < 3600; second++)
        {
            diffusion.Advance(0, -1000L * (long)(0.8 * 0.5 * profile.WindowCharge_uAms / 3.6e6), 1000, 100_000);
        }

        Assert.Equal(0.6, Share(states.StateOfCharge_Q30[0]), 2e-5);
    }

    [Fact]
    public void Age_survives_a_restart()
    {
        CellProfile profile = BuiltInCell.Profile(BuiltInCell.Pouch);
        CellStates whole = Stored(profile, 60, 3.9, 0.5, 50);
        CellStates first = Stored(profile, 60, 3.9, 0.5, 20);
        RestoredState remembered = new(2);
        remembered.InterphaseSquare_Q20[1] = first.InterphaseSquare_Q20[0];
        remembered.CalendarSquare_Q60[1] = first.CalendarSquare_Q60[0];
        remembered.CycleFade_Q60[1] = first.CycleFade_Q60[0];
        BatteryManager manager = new(profile, PackProfile.Uniform(2, 2, 2), new Settings());
        manager.Restore(remembered, 1_000_000);
        CellStates states = manager.Cells.States;
        Assert.Equal(first.InterphaseGrowth_Q10[0], states.InterphaseGrowth_Q10[1], first.InterphaseGrowth_Q10[0] * 1e-3);
        Assert.Equal(first.Capacity_Q30[0], states.Capacity_Q30[1], 1000.0);
        Assert.Equal((0, 1 << 30, 0), (states.InterphaseGrowth_Q10[0], states.Capacity_Q30[0], states.Crowding_Q30[0]));

        states.CoreTemperature_mK[1] = Units.Celsius(60);
        states.ModelVoltage_uV[1] = Units.Volt(3.9);
        states.SurfaceStoichiometry_Q30[1] = Units.Q30(0.6);
        for (int second = 1; second <= 30 * 3600; second++)
        {
            manager.Cells.Ageing.Advance(1_000_000 + (second * 1000L), second * 1000L * profile.OneC_uA / 2);
        }

        Assert.Equal(whole.InterphaseGrowth_Q10[0], states.InterphaseGrowth_Q10[1], whole.InterphaseGrowth_Q10[0] * 2e-3);
        Assert.Equal(Share(whole.Capacity_Q30[0]), Share(states.Capacity_Q30[1]), 1e-5);
    }

    [Fact]
    public void A_remembered_age_out_of_range_is_taken_as_the_nearest_in_range()
    {
        (AgeingModel ageing, CellStates states) = Cells(BuiltInCell.Profile(BuiltInCell.Pouch), 2, 25, 3.8);
        ageing.Reset(0, long.MaxValue, long.MaxValue, long.MaxValue);
        ageing.Reset(1, long.MinValue, long.MinValue, long.MinValue);
        Assert.Equal([1 << 29, 1 << 30], states.Capacity_Q30);
        Assert.Equal([int.MaxValue, 0], states.InterphaseGrowth_Q10);
        Assert.Equal([1 << 30, 0], states.Crowding_Q30);
    }

    [Fact]
    public void The_battery_manager_lets_its_cells_age()
    {
        Bench bench = new Bench(new BenchSetup { Cells = 5, Temperature = 55 }).Advance(s: 600);
        (double growth, _) = Law(BuiltInCell.Parameters(BuiltInCell.Pouch), 55, bench.States.ModelVoltage_uV[0] * 1e-6, 0, 600 / 3600.0);
        Assert.All(bench.States.InterphaseGrowth_Q10, found => Assert.InRange(found / 1024e6, 0.85 * growth, 1.02 * growth));
        Assert.All(bench.States.Capacity_Q30, capacity => Assert.InRange(Share(capacity), 0.99, 0.9999));
    }

    // A cell at constant conditions, told of them every two seconds.
    private static CellStates Stored(CellProfile profile, double celsius, double volt, double rate, double hours, double surface = 0.6)
    {
        (AgeingModel ageing, CellStates states) = Cells(profile, 1, celsius, volt);
        states.SurfaceStoichiometry_Q30[0] = Units.Q30(surface);
        long perStep = (long)Math.Round(rate * profile.OneC_uA * 2000);
        for (int step = 1; step <= hours * 1800; step++)
        {
            ageing.Advance(step * 2000L, step * perStep);
        }

        return states;
    }

    private static (AgeingModel Ageing, CellStates States) Cells(CellProfile profile, int count, double celsius, double volt)
    {
        CellStates states = new(count);
        Array.Fill(states.CoreTemperature_mK, Units.Celsius(celsius));
        Array.Fill(states.ModelVoltage_uV, Units.Volt(volt));
        Array.Fill(states.SurfaceStoichiometry_Q30, Units.Q30(0.6));
        return (new AgeingModel(profile, states), states);
    }

    // Growth as a drop in V at 1C and the reference temperature, and calendar fade.
    private static (double Growth, double Calendar) Law(CellParameters cell, double celsius, double volt, double rate, double hours)
    {
        AgeingLaws laws = cell.Ageing;
        double Grown(double constant, double energy, double sensitivity, double reference) =>
            constant * Math.Exp(-energy / (GasConstant * (celsius + 273.15))) * Math.Exp(sensitivity * (volt - reference)) * Math.Sqrt(hours * 3600);
        double interphase = Grown(laws.InterphaseGrowth, laws.InterphaseActivation, laws.InterphaseVoltageSensitivity, laws.InterphaseReferenceVoltage);
        double drop = interphase * (1 + (laws.InterphaseCurrentSensitivity * rate)) * cell.Cell.OneC / cell.Cell.TotalArea;
        return (drop, Math.Min(1, Grown(laws.CalendarRate, laws.CalendarActivation, laws.CalendarVoltageSensitivity, laws.CalendarReferenceVoltage)));
    }

    private static double Growth(CellStates states) => states.InterphaseGrowth_Q10[0] / 1024e6;

    private static double Share(int share_Q30) => share_Q30 / (double)(1 << 30);

    // Everything published after some hours of driving.
    private static List<long> Driven(CellProfile profile, bool ages)
    {
        CellModel model = new(profile, PackProfile.Uniform(2, 2, 1));
        RandomSequence random = new(7, 1);
        long charge = 0;
        List<long> seen = [];
        for (int second = 1; second <= 6000; second++)
        {
            charge += (long)random.Uniform(-profile.OneC_uA, profile.OneC_uA) * 1000;
            for (int cell = 0; cell < 2; cell++)
            {
                model.Advance(cell, second * 1000L, charge, new RateScale(profile.OneC_uA).Rate_Q24(profile.OneC_uA / 2), Units.Celsius(45), 0, false);
            }

            if (ages)
            {
                model.Ageing.Advance(second * 1000L, charge);
            }

            CellStates states = model.States;
            seen.AddRange([states.Lithium_uAms[1], states.SurfaceStoichiometry_Q30[1], states.ModelVoltage_uV[1], states.Core_uK[1], states.Contact_Q30[1], states.Filament_Q40[1]]);
        }

        return seen;
    }
}

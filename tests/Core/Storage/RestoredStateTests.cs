using System;
using Bms.Core.Cells;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Bms.Plant.Cells;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.Storage;

/// <summary>What a manager remembers is what it goes on with after a restart.</summary>
public class RestoredStateTests
{
    private const int Cells = 8;
    private const double One = 1 << 30;

    private static readonly Gen<RestoredState> _memories = Gen.Select(
        Gen.Int[-(1 << 28), (1 << 30) + (1 << 28)].Array[Cells], Gen.Int[0, 1 << 30].Array[Cells], Gen.Int[0, 1 << 30].Array[Cells],
        Gen.Select(Gen.Long[0, 1L << 61].Array[Cells], Gen.Long[0, 1L << 60].Array[Cells], Gen.Long[0, 1L << 60].Array[Cells]), (soc, contact, filament, age) =>
        {
            RestoredState state = new(Cells);
            soc.CopyTo(state.StateOfCharge_Q30, 0);
            contact.CopyTo(state.Contact_Q30, 0);
            filament.CopyTo(state.Filament_Q30, 0);
            age.Item1.CopyTo(state.InterphaseSquare_Q20, 0);
            age.Item2.CopyTo(state.CalendarSquare_Q60, 0);
            age.Item3.CopyTo(state.CycleFade_Q60, 0);
            return state;
        });

    public static TheoryData<string> EveryCell => BuiltInCell.All;

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void What_is_restored_is_remembered(string cell) => _memories.Sample(state =>
    {
        RestoredState again = Remembered(Restored(cell, state));
        for (int k = 0; k < Cells; k++)
        {
            Assert.InRange(again.StateOfCharge_Q30[k] - state.StateOfCharge_Q30[k], -4, 4);
        }

        Assert.Equal(state.Contact_Q30, again.Contact_Q30);
        Assert.Equal(state.Filament_Q30, again.Filament_Q30);
        Assert.Equal(state.InterphaseSquare_Q20, again.InterphaseSquare_Q20);
        Assert.Equal(state.CalendarSquare_Q60, again.CalendarSquare_Q60);
        Assert.Equal(state.CycleFade_Q60, again.CycleFade_Q60);
    });

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void A_run_goes_on_after_a_restart_under_load(string cell) =>
        Gen.Select(Gen.Double[20, 60], Gen.Double[1, 9], Gen.Double[0.2, 0.8], Gen.Double[-0.5, 0.5].Array[10], Gen.Double[0.3, 1], Gen.Double[0, 0.5].Array[Cells])
            .Sample((celsius, megapascal, soc, rates, contact, filament) =>
            {
                CellParameters built = BuiltInCell.Parameters(cell);
                CellParameters worn = built with { Interface = built.Interface with { ContactInitial = contact } };
                StackPressure pressure = new(worn, megapascal);
                Cell truth = new(new CellDesign(worn, 60), CellFactors.Nominal, soc, celsius + 273.15, pressure);
                Bench bench = new(new BenchSetup
                {
                    Cell = cell,
                    Temperature = celsius,
                    Pressure = megapascal,
                    StateOfCharge = soc,
                    Contact = _ => contact,
                    Filament = k => filament[k],
                });
                Array.ForEach(rates[..5], Minute);
                BatteryManager restarted = Restored(cell, Remembered(bench.Manager), bench.Time_ms);
                Decision decision = new();
                bench.AfterStep = () => restarted.Step(bench.Frame, decision);
                Array.ForEach(rates[5..], Minute);

                CellStates one = bench.States, two = restarted.Cells.States;
                for (int k = 0; k < Cells; k++)
                {
                    Assert.InRange((two.StateOfCharge_Q30[k] - one.StateOfCharge_Q30[k]) / One, -0.015, 0.015);
                    Assert.InRange((two.Contact_Q30[k] - one.Contact_Q30[k]) / One, -0.001, 0.001);
                    Assert.InRange((two.Filament_Q30[k] - one.Filament_Q30[k]) / One, -0.005, 0.005);

                    // what age says of the capacity goes on; what is learnt of it is learnt from charge, which parts for a while
                    Assert.InRange((Aged(two, k) - Aged(one, k)) / One, -0.0002, 0.0002);
                    Assert.InRange((two.CapacityScale_Q20[k] - one.CapacityScale_Q20[k]) / (double)(1 << 20), -0.002, 0.002);
                }

                static double Aged(CellStates states, int cell) => states.Capacity_Q30[cell] * (double)(1 << 20) / states.CapacityScale_Q20[cell];

                void Minute(double rate)
                {
                    bench.Current(rate);
                    double current = rate * worn.Cell.OneC;
                    for (int tenth = 0; tenth < 600; tenth++)
                    {
                        truth.Advance(0.1, current, celsius + 273.15, 0, pressure);
                        bench.Voltage(Units.Volt(truth.Voltage(current, 0))).Temperature((int)(truth.SurfaceTemperature * 1000)).Advance(ms: 100);
                    }
                }
            }, iter: 30);

    [Fact]
    public void Entries_beyond_the_pack_stay_and_missing_ones_are_left_out()
    {
        BatteryManager manager = Bench.Default().Manager;
        RestoredState more = new(Cells + 1), fewer = new(Cells - 1);
        more.Contact_Q30[Cells] = 12345;
        manager.Remember(more);
        manager.Remember(fewer);
        Assert.Equal(12345, more.Contact_Q30[Cells]);
        Assert.Equal(more.StateOfCharge_Q30[..^2], fewer.StateOfCharge_Q30);
    }

    [Fact]
    public void Remembering_makes_no_garbage()
    {
        BatteryManager manager = Bench.Default().Manager;
        RestoredState state = new(Cells);
        Assert.Equal(0, Garbage.Of(() => manager.Remember(state)));
    }

    private static BatteryManager Restored(string cell, RestoredState state, long time_ms = 0)
    {
        BatteryManager manager = new(BuiltInCell.Profile(cell), PackProfile.Uniform(Cells, 4, 2), new Settings());
        manager.Restore(state, time_ms);
        return manager;
    }

    private static RestoredState Remembered(BatteryManager manager)
    {
        RestoredState state = new(Cells);
        manager.Remember(state);
        return state;
    }
}

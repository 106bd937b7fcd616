using System;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.Estimation;

/// <summary>After a restart the pressures of the clamps tell how much charge has moved meanwhile.</summary>
public class PressureWitnessTests
{
    private const double Q30 = 1 << 30;
    private const double Truth = 0.6;
    private const int Month_s = 30 * 24 * 3600;
    private const int Known_ppm = 15_000;

    // both clamps have been heard, and no cell has been corrected by its voltage more than once
    private const int Heard_ms = 6000;

    [Theory]
    [InlineData(0.06)]
    [InlineData(-0.06)]
    public void Charge_that_moved_while_the_manager_was_off_is_found_at_once(double moved)
    {
        double error = WorstError(Started(moved, warmer: 0));
        Assert.True(error < 0.02, $"{error:F4}");
        Assert.True(WorstError(Started(moved, warmer: 0, isKept: false)) > 0.05);
    }

    [Fact]
    public void A_pressure_that_has_not_changed_makes_an_old_memory_surer()
    {
        Bench bench = Started(0, warmer: 0);
        Bench without = Started(0, warmer: 0, isKept: false);
        Assert.True(WorstError(bench) < 0.003);
        Assert.Equal(0.053, LargestDeviation(without), 0.001);
        Assert.Equal(0.024, LargestDeviation(bench), 0.001);
    }

    [Fact]
    public void Warmth_is_not_taken_for_charge()
    {
        Gen.Select(Gen.Double[-0.05, 0.05], Gen.Double[-25, 25]).Sample((moved, warmer) =>
        {
            double error = WorstError(Started(moved, warmer));
            Assert.True(error < 0.02, $"moved {moved:F4}, warmer by {warmer:F1} K: {error:F4}");
        }, iter: 40);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public void A_clamp_that_was_moved_is_not_taken_for_charge_but_makes_it_less_sure(double tighter)
    {
        Bench bench = Started(0, warmer: 0, tighter: tighter);
        Assert.True(WorstError(bench) < 0.01);
        Assert.All(Enumerable.Range(0, bench.Setup.Cells), cell => Assert.True(Deviation(bench, cell) > 0.1));
        bench.Advance(s: 600);
        Assert.True(WorstError(bench) < 0.02);
    }

    [Fact]
    public void Each_clamp_speaks_for_its_own_cells()
    {
        Bench bench = Started(0.06, warmer: 0, cells: [0, 1, 2, 3]);
        Assert.All([0, 1, 2, 3], cell => Assert.Equal(Truth, Charge(bench, cell), 0.02));
        Assert.All([4, 5, 6, 7], cell => Assert.Equal(Truth, Charge(bench, cell), 0.003));
    }

    [Fact]
    public void A_cell_that_does_not_swell_is_not_heard()
    {
        Bench bench = Started(0, warmer: 0, profile: BuiltInCell.Film);
        Bench without = Started(0, warmer: 0, isKept: false, profile: BuiltInCell.Film);
        Assert.Equal(without.States.StateOfCharge_Q30, bench.States.StateOfCharge_Q30);
        Assert.Equal(without.States.Variance_ppm2, bench.States.Variance_ppm2);
    }

    [Fact]
    public void Pressure_and_temperature_are_remembered_and_a_pressure_that_is_not_trusted_is_not()
    {
        Bench bench = Bench.Default().AtRest();
        RestoredState state = new(bench.Setup.Cells);
        bench.Manager.Remember(state);
        Assert.All(state.ClampPressure_Pa, pressure => Assert.Equal(5e6, pressure, 1e3));
        Assert.All(state.CoreTemperature_mK, temperature => Assert.Equal(298_150, temperature, 500.0));
        bench.Break(Channel.ClampPressure, Breakage.Silent).Break(Channel.ClampPressure + 1, Breakage.Silent).Advance(s: 5);
        bench.Manager.Remember(state);
        Assert.All(state.ClampPressure_Pa, pressure => Assert.Equal(0, pressure));
    }

    // The pack has lost what is "moved" since its state was written (negative: gained), has become warmer, and its clamps were tightened.
    private static Bench Started(double moved, double warmer, bool isKept = true, double tighter = 0, int[]? cells = null, string profile = BuiltInCell.Pouch)
    {
        CellProfile cell = BuiltInCell.Profile(profile);
        double swing = Swing(profile);
        Bench bench = new(new BenchSetup
        {
            Cell = profile,
            StateOfCharge = Truth,
            Memory = state =>
            {
                state.Age_s = Month_s;
                Array.Fill(state.Deviation_ppm, Known_ppm);
                for (int k = 0; k < state.StateOfCharge_Q30.Length; k++)
                {
                    double own = cells is null || cells.Contains(k) ? moved : 0;
                    state.StateOfCharge_Q30[k] = Units.Q30(Truth + own);
                    double then = 5e6 + (swing * own) - (cell.ThermalPressure_Q8 / 256.0 * warmer) - (tighter * 1e6);
                    state.ClampPressure_Pa[k] = isKept ? (int)then : 0;
                    state.CoreTemperature_mK[k] = 298_150 - (int)(1000 * warmer);
                }
            },
        });
        return bench.Advance(ms: Heard_ms);
    }

    /// <summary>Pressure that a whole charge adds, Pa, from the profile's parameters.</summary>
    private static double Swing(string profile)
    {
        int[] table = BuiltInCell.Profile(profile).SwellPressure_Pa;
        return At(table, BuiltInCell.Profile(profile).StoichiometryFull_Q30) - At(table, BuiltInCell.Profile(profile).StoichiometryEmpty_Q30);
    }

    private static double At(int[] table, int stoichiometry_Q30)
    {
        double place = stoichiometry_Q30 / Q30 * (table.Length - 1);
        int node = (int)place;
        return table[node] + ((place - node) * (table[Math.Min(node + 1, table.Length - 1)] - table[node]));
    }

    private static double Charge(Bench bench, int cell) => bench.States.StateOfCharge_Q30[cell] / Q30;

    private static double WorstError(Bench bench) => Enumerable.Range(0, bench.Setup.Cells).Max(cell => Math.Abs(Charge(bench, cell) - Truth));

    private static double LargestDeviation(Bench bench) => Enumerable.Range(0, bench.Setup.Cells).Max(cell => Deviation(bench, cell));

    private static double Deviation(Bench bench, int cell) => Math.Sqrt(bench.States.Variance_ppm2[cell]) * 1e-6;
}

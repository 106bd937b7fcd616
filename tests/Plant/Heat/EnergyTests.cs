using System;
using Bms.Plant.Cells;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;
using Bms.Plant.Tests.Data;
using CsCheck;
using Xunit;

namespace Bms.Plant.Tests.Heat;

/// <summary>Energy is neither made nor lost: heat, and what the terminals give against what the electrodes store.</summary>
public class EnergyTests
{
    [Fact]
    public void Heat_made_is_stored_or_lost_whatever_happens() =>
        Gen.Select(Gen.ULong, Gen.Double[0, 1], Gen.Double[0.05, 1]).Sample(
            (seed, stateOfCharge, seconds) =>
        {
            var random = new RandomSequence(seed, 0);
            Pack pack = Rig.Cell(FullPouch.Parameters, (240 * random.Uniform()) - 40, stateOfCharge, 100 * random.Uniform(), 8);
            double start = pack.StoredHeat(0);
            double moved = 0;
            double balance = 0;
            for (int step = 0; step < 1500; step++)
            {
                if (step % 100 == 0)
                {
                    pack.Ambient = Rig.ZeroCelsius - 40 + (240 * random.Uniform());
                    pack.HeaterOn = random.Uniform() > 0.5;
                }

                double before = pack.HeaterEnergy;
                double current = 240 * (random.Uniform() - 0.5);   // up to 20C
                pack.Advance(seconds, current);
                double heat = (pack.HeatGeneration(0) * seconds) + pack.HeaterEnergy - before;
                double lost = pack.HeatLoss(0) * seconds;
                balance += heat - lost;
                moved += Math.Abs(heat) + Math.Abs(lost);
            }

            Assert.InRange((pack.StoredHeat(0) - start - balance) / Math.Max(1, moved), -1e-6, 1e-6);
        },
        iter: 60);

    // From rest to rest, so that no double layer holds energy back.
    [Theory]
    [InlineData("double-layers")]
    [InlineData("leakage")]
    public void Electric_energy_is_stored_in_the_electrodes_or_becomes_heat(string without) =>
        Gen.Select(Gen.ULong, Gen.Double[0.35, 0.65], Gen.Double[10, 60]).Sample(
            (seed, stateOfCharge, celsius) =>
        {
            CellParameters cell = FullPouch.Parameters.Isothermal().Tight().KeepingContact() with { ElectrolyteFracture = null, ParticleFracture = null };
            Pack pack = new(cell, new PackOptions
            {
                Cells = 1,
                Spread = false,
                StateOfCharge = stateOfCharge,
                Temperature = Rig.ZeroCelsius + celsius,
                Ambient = Rig.ZeroCelsius + celsius,
                LongestStep = 20,
                Mechanisms = Rig.Without("interphase", "calendar-fade", "cycle-fade", "swelling", without),
            });
            var random = new RandomSequence(seed, 0);
            double start = pack.DepthStoichiometry(0, 0);
            double electric = 0;
            double heat = 0;
            double moved = 0;
            double current = 0;
            for (int second = 0; second < 1200; second++)
            {
                current = second % 20 == 0 ? 12 * (random.Uniform() - 0.5) : current;
                pack.Advance(1, current);
                electric += pack.TerminalPower(0);
                heat += pack.HeatGeneration(0);
                moved += Math.Abs(pack.TerminalPower(0));
            }

            for (int step = 0; step < 20; step++)
            {
                pack.Advance(20, 0);
                heat += 20 * pack.HeatGeneration(0);
            }

            double stored = 0;
            double width = cell.Positive.StoichiometryEmpty - cell.Positive.StoichiometryFull;
            int depths = pack.Depths(0);
            for (int depth = 0; depth < depths; depth++)
            {
                stored -= Enthalpy(cell, start, pack.DepthStoichiometry(0, depth)) * pack.Capacity(0) * 3600 / (width * depths);
            }

            Assert.InRange((electric - heat - stored) / moved, -1e-6, 1e-6);
        },
        iter: 5);

    // The integral of U - T dU/dT, which is U_ref - T_ref dU/dT, over the stoichiometry, by Simpson on a fine grid, V.
    private static double Enthalpy(CellParameters cell, double from, double to)
    {
        const int Parts = 20_000;
        var design = new CellDesign(cell, 8);
        double At(double x) => design.OpenCircuit.At(x) - (cell.ReferenceTemperature * design.Entropy.At(x));

        double sum = 0;
        double step = (to - from) / Parts;
        for (int part = 0; part < Parts; part++)
        {
            double left = from + (part * step);
            sum += step / 6 * (At(left) + (4 * At(left + (0.5 * step))) + At(left + step));
        }

        return sum;
    }
}

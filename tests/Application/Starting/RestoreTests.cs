using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Application.Tests.Benches;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.VirtualBoard;
using CsCheck;
using Xunit;

namespace Bms.Application.Tests.Starting;

/// <summary>The charge of the cells after a start: remembered where it was, from the voltages where it was not.</summary>
public class RestoreTests
{
    // nonlinearity, offset, half a step, four times the noise
    private const double FrontEndError_V = 0.0012 + 0.0006 + 0.0005 + 0.0006;
    private const double Grain = 0.0005;
    private const int Learnt_Q20 = 1_200_000;
    private const int Grown_Q30 = 1 << 20;

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void A_state_that_was_kept_comes_back_after_power_was_lost(bool hasFram, bool isInUse)
    {
        BoardBench bench = new(new BoardSetup { HasFram = hasFram }) { Connects = true };
        double[] charges = [];
        bench.At(40, () => bench.Connects = isInUse);
        bench.At(60, () =>
        {
            charges = bench.Charges();
            Assert.Equal(isInUse, bench.IsConnected);
            bench.Machine.SwitchOff();
        });
        Assert.Equal(RunEnd.PowerLost, bench.Run(100));

        Array.Fill(bench.World.CellVoltages_V, 3.5);       // no longer what tells the charge
        bench.Run(61);
        Assert.Single(bench.Lines, line => line.StartsWith("no remembered state", StringComparison.Ordinal));
        int[] restored_Q30 = bench.Application.Restored.StateOfCharge_Q30;
        Assert.All(restored_Q30.Zip(charges), pair => Assert.Equal(pair.Second, pair.First / (double)(1 << 30), 0.001));
    }

    [Fact]
    public void With_files_only_a_charge_that_is_older_than_the_last_use_does_not_come_back_but_what_was_learnt_of_the_cells_does()
    {
        BoardBench bench = new(new BoardSetup { HasFram = false }) { Connects = true };
        bench.At(30, () => bench.Connects = false);        // opens: kept
        bench.At(45, () =>
        {
            Core.Cells.CellStates states = bench.Application.Manager.Cells.States;
            states.OhmicScale_Q20[2] = Learnt_Q20;
            states.Filament_Q30[5] = Grown_Q30;
            bench.Connects = true;                         // closes: outdated
        });
        bench.At(60, () =>
        {
            Assert.True(bench.IsConnected);
            bench.Machine.SwitchOff();
        });
        Assert.Equal(RunEnd.PowerLost, bench.Run(100));
        Array.Fill(bench.World.CellVoltages_V, 3.5);
        bench.Run(65);
        Assert.Single(bench.Lines, line => line.StartsWith("no remembered state", StringComparison.Ordinal));
        Assert.Single(bench.Lines, line => line.StartsWith("charge not remembered", StringComparison.Ordinal));
        RestoredState restored = bench.Application.Restored;
        double charge = Charge(ProfileLibrary.Load(ProfileLibrary.Default), 3.5, 298.15);
        Assert.All(restored.StateOfCharge_Q30, charge_Q30 => Assert.Equal(charge, charge_Q30 / (double)(1 << 30), 0.01));
        Assert.Equal(Learnt_Q20, restored.OhmicScale_Q20[2]);
        Assert.Equal(Grown_Q30, restored.Filament_Q30[5]);
        Assert.Equal(0, bench.Board.Watchdog.Drops - 1);   // only the supply
    }

    [Fact]
    public void The_first_start_takes_the_charge_from_the_voltages_at_rest() =>
        Gen.Select(Gen.Double[0.02, 0.98].Array[8], Gen.Double[5, 50], Gen.ULong[1, 1000]).Sample((charges, celsius, _) =>
        {
            CellParameters cell = ProfileLibrary.Load(ProfileLibrary.Default);
            BoardBench bench = new();
            Array.Fill(bench.World.SensorTemperatures_K, celsius + 273.15);
            for (int k = 0; k < charges.Length; k++)
            {
                bench.World.CellVoltages_V[k] = Voltage(cell, charges[k], celsius + 273.15);
            }

            bench.Run(3);
            int[] found_Q30 = bench.Application.Restored.StateOfCharge_Q30;
            for (int k = 0; k < charges.Length; k++)
            {
                double voltage = bench.World.CellVoltages_V[k];
                double lowest = Charge(cell, voltage - FrontEndError_V, celsius + 273.15) - Grain;
                double highest = Charge(cell, voltage + FrontEndError_V, celsius + 273.15) + Grain;
                Assert.InRange(found_Q30[k] / (double)(1 << 30), lowest, highest);
            }
        }, iter: 20, threads: 1);

    public static TheoryData<int> Sensing => [0, 1, 2];

    [Theory, MemberData(nameof(Sensing))]
    public void Readings_that_are_missing_at_the_first_start_close_nothing_until_they_come(int what)
    {
        BoardBench bench = new() { Connects = true };
        Action<bool> hide = what switch
        {
            0 => isHidden => bench.Board.FrontEnd.IsSilent = isHidden,
            1 => isHidden => bench.Board.FrontEnd.BitErrorRate = isHidden ? 0.5 : 0,
            _ => isHidden => bench.World.SensorTemperatures_K[3] = isHidden ? 30 : 298.15,
        };
        hide(true);
        bench.At(35, () =>
        {
            Assert.Equal(0, bench.Application.Steps);
            Assert.Empty(bench.Commands);
            Assert.False(bench.Board.Watchdog.IsArmed);
            Assert.Contains(bench.Lines, line => line.StartsWith("waiting for ", StringComparison.Ordinal) && line.EndsWith(": the pack stays disconnected", StringComparison.Ordinal));
            Assert.True(bench.Host.IsOpen);
            hide(false);
        });
        bench.Run(60);
        Assert.True(bench.IsConnected);
        Assert.All(bench.Charges(), charge => Assert.InRange(charge, 0.2, 0.5));
    }

    private static double Voltage(CellParameters cell, double charge, double kelvin)
    {
        PositiveElectrode positive = cell.Positive;
        double x = positive.StoichiometryEmpty - (charge * (positive.StoichiometryEmpty - positive.StoichiometryFull));
        return positive.OpenCircuitPotential.At(x) + ((kelvin - cell.ReferenceTemperature) * positive.EntropicCoefficient.At(x));
    }

    private static double Charge(CellParameters cell, double voltage, double kelvin)
    {
        double low = 0;
        double high = 1;
        for (int k = 0; k < 50; k++)
        {
            double middle = (low + high) / 2;
            (low, high) = Voltage(cell, middle, kelvin) < voltage ? (middle, high) : (low, middle);
        }

        return low;
    }
}

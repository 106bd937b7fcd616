using System;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Estimation;
using Bms.Core.Limits;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Bms.Plant.Randomness;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.Estimation;

/// <summary>The learnt correction of the model's voltage: bounded, frozen without excitation, never in the way of a limit or of the filter.</summary>
public class VoltageResidualTests
{
    private const int Cells = 4;

    [Fact]
    public void A_standing_error_and_one_of_the_current_are_learnt_apart()
    {
        Rig rig = new();
        RandomSequence random = new(5, 1);
        for (int k = 0; k < 2000; k++)
        {
            double rate = random.Uniform(-1, 1);
            rig.Drive(0, rate);
            rig.Residual.Learn(0, (long)(4000 + (6000 * rate) + (2000 * random.Normal())));
        }

        foreach (double rate in new[] { -0.8, -0.3, 0.3, 0.8 })
        {
            rig.Drive(0, rate);
            Assert.Equal(4000 + (6000 * rate), rig.Residual.Correction_uV(0), 1200.0);
        }

        rig.Drive(1, 0.8);
        Assert.Equal(0, rig.Residual.Correction_uV(1));
    }

    [Fact]
    public void Slow_polarisation_is_learnt_and_foretold()
    {
        Rig rig = new();
        for (int k = 0; k < 20000; k++)
        {
            // ten minutes one way, ten the other; what the model lacks follows within a minute
            rig.Drive(0, k % 1200 < 600 ? 0.8 : -0.8);
            if (k % 8 == 0)
            {
                rig.Residual.Learn(0, rig.Slow_uV / 20);
            }
        }

        Assert.Equal(rig.Slow_uV / 20.0, rig.Residual.Correction_uV(0), 800.0);
        Assert.True(Math.Abs(rig.Slow_uV) > 50_000);
        Assert.InRange(rig.Residual.Ahead_uV(0, 0, 100_000), 100, 2000);
    }

    [Fact]
    public void Without_excitation_nothing_is_learnt()
    {
        Rig rig = new();
        rig.Drive(0, 0.8);
        for (int k = 0; k < 500; k++)
        {
            rig.Residual.Learn(0, 10_000);
        }

        for (int k = 0; k < 1000; k++)
        {
            rig.Drive(0, 0);
        }

        int frozen = rig.Residual.Correction_uV(0);
        Assert.NotEqual(0, frozen);
        for (int k = 0; k < 500; k++)
        {
            rig.Residual.Learn(0, -10_000);
        }

        Assert.Equal(frozen, rig.Residual.Correction_uV(0));
    }

    [Fact]
    public void What_it_says_is_bounded_whatever_it_is_told() =>
        Gen.Select(Gen.Int[-(1 << 22), 1 << 22], Gen.Double[-3, 3], Gen.Int).Array[1, 60].Sample(told =>
        {
            Rig rig = new();
            foreach ((int innovation_uV, double rate, int reaction) in told)
            {
                rig.Drive(0, rate);
                rig.Residual.Learn(0, innovation_uV);
                Assert.InRange(rig.Residual.Correction_uV(0), -VoltageResidual.Highest_uV, VoltageResidual.Highest_uV);
                Assert.InRange(rig.Residual.Ahead_uV(0, reaction, innovation_uV), -VoltageResidual.Highest_uV, VoltageResidual.Highest_uV);
            }
        });

    [Fact]
    public void Switched_off_it_says_nothing()
    {
        Rig rig = new(isOn: false);
        rig.Drive(0, 0.8);
        for (int k = 0; k < 100; k++)
        {
            rig.Residual.Learn(0, 10_000);
        }

        Assert.Equal(0, rig.Residual.Correction_uV(0));
        Assert.Equal(0, rig.Residual.Ahead_uV(0, 1 << 17, 200_000));
    }

    /// <summary>The same state, the same voltages and currents: a limiter that knows of the residual and one that does not.</summary>
    [Fact]
    public void It_never_loosens_a_limit() =>
        Gen.Select(Gen.Double[-10, 60], Gen.Double[0.03, 0.97], Gen.Double[-1.5, 1.5], Gen.Int[3_000_000, 4_200_000], Gen.Int[-40_000, 40_000].Array[8, 40]).Sample((celsius, soc, rate, voltage_uV, told) =>
        {
            Rig on = new();
            Rig off = new(isOn: false);
            foreach (int innovation_uV in told)
            {
                foreach (Rig rig in new[] { on, off })
                {
                    rig.Set(celsius, soc, voltage_uV);
                    for (int cell = 0; cell < Cells; cell++)
                    {
                        rig.Drive(cell, rate);
                        rig.Residual.Learn(cell, innovation_uV);
                    }

                    rig.Limiter.Prepare();
                    rig.Limiter.Renew();
                }

                Assert.InRange(on.Limiter.Charge_Q24, 0, off.Limiter.Charge_Q24);
                Assert.InRange(on.Limiter.Discharge_Q24, 0, off.Limiter.Discharge_Q24);
                Assert.Equal((off.Limiter.ModelCharge_Q24, off.Limiter.ModelDischarge_Q24), (on.Limiter.ModelCharge_Q24, on.Limiter.ModelDischarge_Q24));
            }
        });

    [Fact]
    public void A_cell_that_gives_way_more_than_the_model_has_it_is_held_back()
    {
        Rig on = new();
        Rig off = new(isOn: false);
        foreach (Rig rig in new[] { on, off })
        {
            rig.Set(60, 0.9, 4_050_000);
            for (int k = 0; k < 400; k++)
            {
                for (int cell = 0; cell < Cells; cell++)
                {
                    double rate = k % 2 == 0 ? 0.8 : -0.8;
                    rig.Drive(cell, rate);
                    rig.Residual.Learn(cell, (long)(15_000 * rate));
                }
            }

            rig.Drive(0, 0);
            for (int k = 0; k < 200; k++)
            {
                rig.Limiter.Prepare();
                rig.Limiter.Renew();
            }
        }

        Assert.InRange(on.Limiter.Charge_Q24, off.Limiter.Charge_Q24 / 2, (off.Limiter.Charge_Q24 * 99L / 100) - 1);
    }

    /// <summary>The same frames: what the filter believes is the same to the bit, and no limit of the device stands higher but by its hysteresis.</summary>
    [Theory]
    [InlineData(25, 0.6, 0.5)]
    [InlineData(45, 0.9, 0.9)]
    [InlineData(5, 0.15, 0.2)]
    public void The_filter_does_not_notice_and_the_device_is_no_bolder(double celsius, double soc, double most)
    {
        const ulong Seed = 71;
        Bench bench = new(new BenchSetup { Temperature = celsius, StateOfCharge = soc });
        Settings settings = new();
        Assert.True(settings.Change(Setting.VoltageCorrection, 0));
        BatteryManager plain = new(bench.Profile, PackProfile.Uniform(8, 4, 2), settings);
        BatteryManager again = new(bench.Profile, PackProfile.Uniform(8, 4, 2), new Settings());
        RestoredState state = new(8);
        Array.Fill(state.StateOfCharge_Q30, Units.Q30(soc));
        Array.Fill(state.Contact_Q30, 1 << 30);
        plain.Restore(state, 0);
        again.Restore(state, 0);
        Decision uncorrected = new();
        Decision repeated = new();
        int beyond = 0;
        bench.AfterStep = () =>
        {
            plain.Step(bench.Frame, uncorrected);
            again.Step(bench.Frame, repeated);
            beyond += Allowed(bench.Decision, decision => decision.LimitCharge_uA, uncorrected) + Allowed(bench.Decision, decision => decision.LimitDischarge_uA, uncorrected);
        };
        RandomSequence random = new(Seed, 1);
        CellStates cells = bench.States;
        for (int k = 0; k < 180; k++)
        {
            double rate = random.Uniform(-most, most);
            bench.Current(rate).Advance(s: 1);
            for (int cell = 0; cell < 8; cell++)
            {
                bench.Voltage(cell, Units.Volt((cells.ModelVoltage_uV[cell] * 1e-6) + 0.004 + (0.012 * rate) + (0.002 * random.Normal())));
            }

            bench.Advance(s: 4);
        }

        string what = $"seed {Seed}";
        Assert.True(Enumerable.Range(0, 8).Any(cell => bench.Manager.Residual.Correction_uV(cell) != 0), what);
        Assert.True(beyond == 0, what);
        CellStates others = plain.Cells.States;
        Assert.Equal(others.StateOfCharge_Q30, cells.StateOfCharge_Q30);
        Assert.Equal(others.OhmicScale_Q20, cells.OhmicScale_Q20);
        Assert.Equal(others.ReactionScale_Q20, cells.ReactionScale_Q20);
        Assert.Equal(others.Variance_ppm2, cells.Variance_ppm2);
        Assert.Equal(bench.Manager.Digest, again.Digest);

        int Allowed(Decision on, Func<Decision, int> limit, Decision off)
        {
            int band_uA = (limit(off) >> 6) + (bench.Profile.OneC_uA >> 8);
            return limit(on) > limit(off) + band_uA ? 1 : 0;
        }
    }

    /// <summary>Model, readings, residual and limiter of a pack, driven by hand.</summary>
    private sealed class Rig
    {
        private readonly CellProfile _profile = BuiltInCell.Profile(BuiltInCell.Pouch);
        private readonly CellModel _model;
        private readonly Readings _readings;

        public Rig(bool isOn = true)
        {
            PackProfile pack = PackProfile.Uniform(Cells, 2, 1);
            Settings settings = new();
            Assert.True(settings.Change(Setting.VoltageCorrection, isOn ? 1 : 0));
            _readings = new Readings(pack) { ScanIsSteady = true };
            _model = new CellModel(_profile, pack);
            Residual = new VoltageResidual(_model.States, _readings, settings);
            Limiter = new VoltageLimiter(_profile, pack, _model, _readings, Residual, new SurfaceExtremes(_model.States), settings);
            Set(25, 0.5, 3_700_000);
        }

        public VoltageResidual Residual { get; }

        public VoltageLimiter Limiter { get; }

        /// <summary>Overpotential of the last minute.</summary>
        public long Slow_uV { get; private set; }

        public void Set(double celsius, double soc, int voltage_uV)
        {
            Array.Fill(_model.States.CoreTemperature_mK, Units.Celsius(celsius));
            for (int cell = 0; cell < Cells; cell++)
            {
                _model.Diffusion.Reset(cell, Units.Q30(soc));
            }

            _readings.LowestVoltage_uV = voltage_uV;
            _readings.HighestVoltage_uV = voltage_uV;
        }

        public void Drive(int cell, double rate)
        {
            int rate_Q24 = (int)(rate * (1 << 24));
            _readings.ScanRate_Q24 = rate_Q24;
            _model.Electrical.Advance(cell, rate_Q24, 1 << 16, Grid.TemperaturePosition(_model.States.CoreTemperature_mK[cell]));
            Residual.Follow(cell);
            Slow_uV += (_model.States.Overpotential_uV[0] - Slow_uV) >> 6;
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Limits;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Xunit;
using static Bms.Core.Tests.Benches.Units;

namespace Bms.Core.Tests.Limits;

/// <summary>Horizons, requests, confidence, rate of pressure: what the manager publishes; and that a device can't switch a limiter off.</summary>
public class SwitchTests
{
    [Fact]
    public void A_device_has_no_switch_for_a_limiter()
    {
        Settings settings = new();
        Assert.False(settings.Change(Setting.LimitersOff, 1));
        Assert.True(Enumerable.Range(0, LimiterNumber.Count).All(new LimiterSwitches(settings).IsOn));
    }

    [Fact]
    public void The_longer_the_less()
    {
        foreach (double soc in new[] { 0.02, 0.5, 0.97 })
        {
            Decision decision = new Bench(new BenchSetup { StateOfCharge = soc, Temperature = 60 }).AtRest().Decision;
            int[] charge = [.. Enumerable.Range(0, LimitHorizon.Count).Select(decision.Charge_uA)];
            int[] discharge = [.. Enumerable.Range(0, LimitHorizon.Count).Select(decision.Discharge_uA)];
            Assert.Equal(charge.OrderDescending(), charge);
            Assert.Equal(discharge.OrderDescending(), discharge);
            Assert.Equal((decision.LimitCharge_uA, decision.LimitDischarge_uA), (charge[LimitHorizon.TenSeconds], discharge[LimitHorizon.TenSeconds]));
            Assert.InRange(decision.Discharge_uW(LimitHorizon.TenSeconds), 0, decision.LimitDischarge_uA * 8L * 42 / 10);
        }
    }

    [Fact]
    public void Every_horizon_falls_to_zero_with_the_limits()
    {
        Bench bench = Bench.Default().AtRest().Pressure(0, MPa(0.6)).Advance(ms: BatteryManager.Tick_ms);
        Assert.All(Enumerable.Range(0, LimitHorizon.Count), horizon => Assert.Equal((0, 0, 0, 0), (
            bench.Decision.Charge_uA(horizon), bench.Decision.Discharge_uA(horizon), (int)bench.Decision.Charge_uW(horizon), (int)bench.Decision.Discharge_uW(horizon))));
    }

    [Fact]
    public void The_runner_up_is_another_and_no_stricter()
    {
        Decision decision = Bench.Default().AtRest().Decision;
        Assert.NotEqual(decision.DischargeReason, decision.DischargeRunnerUp);
        Assert.True(decision.DischargeRunnerUp_uA >= decision.LimitDischarge_uA);
        Assert.NotEqual(decision.ChargeReason, decision.ChargeRunnerUp);
    }

    [Fact]
    public void Warmth_gives_what_it_was_said_to_give()
    {
        Bench bench = Bench.Default().AtRest();
        int told_uA = bench.Decision.Requests.DischargeByWarmth_uA;
        Bench warmer = new Bench(new BenchSetup { Temperature = 30 }).AtRest();
        int gained_uA = warmer.Decision.LimitDischarge_uA - bench.Decision.LimitDischarge_uA;
        Assert.InRange(told_uA, 0.95 * gained_uA, 1.05 * gained_uA);
    }

    [Fact]
    public void A_load_held_back_makes_warmth_be_asked_for()
    {
        Bench bench = Bench.Default().AtRest();
        Assert.Equal(0, bench.Decision.Requests.Warmth_mK);
        bench.Raw(Channel.LoadRequest, -bench.Profile.OneC_uA).Advance(s: 10);
        Assert.Equal(LimitRequests.Warmer_mK, bench.Decision.Requests.Warmth_mK);
    }

    [Fact]
    public void A_clamp_that_gives_way_is_noticed_before_its_pressure_is_low()
    {
        // of a fall by 0.3 MPa/s an average over four seconds sees 0.25 MPa/s after seven
        Bench bench = new Bench(new BenchSetup { Pressure = 8 }).AtRest();
        for (int k = 1; k <= 7; k++)
        {
            Assert.NotEqual(0, bench.Decision.LimitDischarge_uA);
            bench.Pressure(1, MPa(8 - (0.3 * k))).Advance(s: 1);
        }

        Assert.Equal((LimitReason.PressureRate, 1, 0), (bench.Decision.DischargeReason, bench.Decision.DischargePlace, bench.Decision.LimitDischarge_uA));
        bench.Advance(s: 30);
        Assert.NotEqual(LimitReason.PressureRate, bench.Decision.DischargeReason);
    }

    [Fact]
    public void Current_sensors_that_part_leave_a_quarter()
    {
        Bench bench = new Bench(new BenchSetup { Temperature = 60 }).AtRest();
        bench.Raw(Channel.PackCurrentB, bench.Profile.OneC_uA / 7).Advance(s: 3);
        Assert.Equal(LimitReason.SensorConfidence, bench.Decision.ChargeReason);
        Assert.InRange(bench.ChargeLimit, 0.5, 0.8);
    }

    [Fact]
    public void A_state_that_is_hardly_known_lowers_the_limits()
    {
        // a voltage that may be off by 0.1 V says little: the state stays known to about a tenth
        const int Soft_ppm = 10_000;
        const int Hard_ppm = 110_000;
        Bench bench = new Bench(new BenchSetup
        {
            Temperature = 60,
            Settings = new Dictionary<int, int>
            {
                [Setting.RestoredUncertainty] = 95_000,
                [Setting.VoltageBias] = 100_000,
                [Setting.DeviationSoft] = Soft_ppm,
                [Setting.DeviationHard] = Hard_ppm,
            },
        }).AtRest();
        double known = (Hard_ppm - Math.Sqrt(bench.States.Variance_ppm2.Max())) / (Hard_ppm - Soft_ppm);
        Assert.InRange(known, 0.1, 0.9);
        Assert.Equal(LimitReason.SensorConfidence, bench.Decision.ChargeReason);
        Assert.Equal((0.25 + (0.75 * known)) * bench.Profile.ChargeRateMaximum_Q24 / (1 << 24), bench.ChargeLimit, 0.001);
    }
}

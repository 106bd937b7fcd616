using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Limits;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using CsCheck;
using Xunit;
using static Bms.Core.Tests.Benches.Units;

namespace Bms.Core.Tests.Limits;

/// <summary>The strictest limiter wins, limits drop at once and rise along their ramp.</summary>
public class LimitEngineTests
{
    private const int Tick_ms = BatteryManager.Tick_ms;
    private const int Scan_ms = 100;
    private const int Evaluation_ms = 100;

    private static readonly Gen<Restriction> _restrictions = Gen.Select(
        Gen.Double[5, 60], Gen.Double[1.1, 5.5], Gen.Double[1.1, 5.5], Gen.Double[0.2, 1], Gen.Double[0.05, 0.95],
        (celsius, first, second, contact, soc) => new Restriction(celsius, first, second, contact, soc));

    private static readonly LimitReason[] _chargeReasons =
        [LimitReason.Rating, LimitReason.CellVoltage, LimitReason.CoreTemperature, LimitReason.PressureLow, LimitReason.PressureHigh, LimitReason.Plating];

    [Fact]
    public void A_further_restriction_never_raises_a_limit() =>
        Gen.Select(_restrictions, Gen.Int[0, 3], Gen.Double[0.3, 0.95]).Sample((restriction, kind, factor) =>
        {
            Bench loose = restriction.Bench();
            Bench strict = (kind switch
            {
                0 => restriction with { Contact = restriction.Contact * factor },
                1 => restriction with { First = restriction.First * factor },
                2 => restriction with { Celsius = restriction.Celsius - (10 * factor) },
                _ => restriction,
            }).Bench();
            if (kind == 3)
            {
                strict.Voltage(5, BuiltInCell.Profile(BuiltInCell.Pouch).VoltageMinimum_uV).Advance(s: 2);
            }

            Assert.True(strict.DischargeLimit <= loose.DischargeLimit + 1e-6, $"discharge {loose.DischargeLimit} -> {strict.DischargeLimit}");

            // an empty cell may be charged, and plating has its best pressure inside the window
            Assert.True(kind is 1 or 3 || strict.ChargeLimit <= loose.ChargeLimit + 1e-6, $"charge {loose.ChargeLimit} -> {strict.ChargeLimit}");
        }, iter: 60);

    [Fact]
    public void What_binds_is_always_named_and_in_its_place() =>
        _restrictions.Sample(restriction =>
        {
            Decision decision = restriction.Bench().Decision;
            Assert.Contains(decision.ChargeReason, _chargeReasons);
            Assert.Contains(decision.DischargeReason, _chargeReasons.Except([LimitReason.Plating]).Append(LimitReason.Stripping));
            bool byClamp = decision.DischargeReason is LimitReason.PressureHigh or LimitReason.PressureLow;
            Assert.InRange(decision.DischargePlace, 0, byClamp ? 1 : 7);
        }, iter: 100);

    [Fact]
    public void Reason_follows_what_binds_as_the_day_goes()
    {
        Bench bench = Bench.Default().AtRest();
        Assert.Equal((LimitReason.Stripping, LimitReason.Plating), (bench.Decision.DischargeReason, bench.Decision.ChargeReason));
        bench.Pressure(1, MPa(0.692)).Advance(ms: 300);
        Assert.Equal((LimitReason.PressureLow, 1), (bench.Decision.DischargeReason, bench.Decision.DischargePlace));
        bench.Pressure(1, MPa(5)).Advance(s: 10).Voltage(6, Volt(3.01)).Advance(ms: 300);
        Assert.Equal((LimitReason.CellVoltage, 6), (bench.Decision.DischargeReason, bench.Decision.DischargePlace));
        Assert.Equal(LimitReason.Plating, bench.Decision.ChargeReason);
    }

    [Theory]
    [InlineData(79.5)]
    [InlineData(-10.5)]
    public void A_limit_of_zero_says_why_from_the_start(double celsius)
    {
        Bench bench = new Bench(new BenchSetup { Temperature = celsius }).AtRest();
        Assert.True(bench.IsBlocked);
        Assert.Equal((LimitReason.CoreTemperature, LimitReason.CoreTemperature), (bench.Decision.ChargeReason, bench.Decision.DischargeReason));
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(500_000)]
    [InlineData(2_000_000)]
    public void Limits_rise_along_the_ramp(int ramp_ppm)
    {
        BenchSetup setup = new() { Temperature = 60, Settings = new Dictionary<int, int> { [Setting.ReleaseRamp] = ramp_ppm } };
        Bench bench = new Bench(setup).Advance(ms: 2000);
        List<double> limits = [];
        bench.AfterStep = () => limits.Add(bench.DischargeLimit);
        bench.Advance(s: 20);
        double step = ramp_ppm * 1e-6 * Evaluation_ms / 1000;
        double[] rises = [.. limits.Zip(limits.Skip(Evaluation_ms / Tick_ms), (before, after) => after - before)];
        Assert.All(rises, rise => Assert.InRange(rise, -0.02, step * 1.001));
        Assert.Equal(step, rises.SkipWhile(rise => rise == 0).Skip(Evaluation_ms / Tick_ms).Take(2 * Evaluation_ms / Tick_ms).Average(), 0.02 * step);
        Assert.True(limits[^1] > 0.5);
    }

    [Fact]
    public void A_limit_on_its_ramp_says_so()
    {
        Bench bench = new Bench(new BenchSetup { Temperature = 60 }).Advance(ms: 2500);
        Assert.Equal(LimitReason.Release, bench.Decision.DischargeReason);
        bench.AtRest();
        Assert.NotEqual(LimitReason.Release, bench.Decision.DischargeReason);
    }

    [Fact]
    public void Lost_pressure_drops_limits_within_a_tick()
    {
        for (int phase = 0; phase < 10; phase++)
        {
            Bench bench = Bench.Default().AtRest().Advance(ms: phase * Tick_ms).Pressure(0, MPa(0.6)).Advance(ms: Tick_ms);
            Assert.True(bench.IsBlocked, $"phase {phase}");
            Assert.Equal(LimitReason.PressureLow, bench.Decision.ChargeReason);
            Bench high = Bench.Default().AtRest().Advance(ms: phase * Tick_ms).Pressure(0, MPa(10.5)).Advance(ms: Tick_ms);
            Assert.True(high.IsBlocked, $"phase {phase}");
            Assert.Equal(LimitReason.PressureHigh, high.Decision.DischargeReason);
        }
    }

    [Fact]
    public void Everything_else_drops_limits_at_the_next_evaluation_in_one_step()
    {
        for (int phase = 0; phase < 5; phase++)
        {
            Bench bench = Bench.Default().AtRest().Advance(ms: phase * Tick_ms);
            double before = bench.DischargeLimit;
            bench.Voltage(2, Volt(3.0));
            List<double> seen = [];
            bench.AfterStep = () => seen.Add(bench.DischargeLimit);
            bench.Advance(ms: Scan_ms + Evaluation_ms);
            Assert.Equal(0, seen[^1]);
            Assert.True(seen.SkipWhile(limit => limit > before - 0.005).All(limit => limit == 0), string.Join(", ", seen));
        }
    }

    [Fact]
    public void Margins_are_limits_less_what_flows()
    {
        Bench bench = Bench.Default().AtRest().Current(-0.1).Advance(ms: 200);
        Assert.Equal(bench.Decision.LimitDischarge_uA - (bench.Profile.OneC_uA / 10), bench.Decision.DischargeMargin_uA);
        Assert.Equal(bench.Decision.LimitCharge_uA, bench.Decision.ChargeMargin_uA);
        bench.Current(0.2).Advance(ms: 200);
        Assert.Equal(bench.Decision.LimitCharge_uA - (bench.Profile.OneC_uA / 5), bench.Decision.ChargeMargin_uA);
        Assert.Equal(bench.Decision.LimitDischarge_uA, bench.Decision.DischargeMargin_uA);
    }

    [Fact]
    public void Every_reason_has_a_row_at_its_number()
    {
        LimitReasonRow[] rows = LimitReasonTable.Rows();
        Assert.Equal(Enum.GetValues<LimitReason>(), rows.Select(row => row.Reason));
        Assert.Equal(Enumerable.Range(0, rows.Length), rows.Select(row => (int)row.Reason));
        Assert.All(rows, row => Assert.Equal(row.Reason.ToString(), row.Name.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), ignoreCase: true));
        Assert.All(rows, row => Assert.NotEmpty(row.Text));
    }

    /// <summary>A pack in trouble at several places at once.</summary>
    private sealed record Restriction(double Celsius, double First, double Second, double Contact, double Soc)
    {
        public Bench Bench()
        {
            BenchSetup setup = new() { Temperature = Celsius, StateOfCharge = Soc, Contact = cell => cell == 3 ? Contact : 1, Pressure = First };
            return new Bench(setup).Pressure(1, MPa(Second)).AtRest();
        }
    }
}

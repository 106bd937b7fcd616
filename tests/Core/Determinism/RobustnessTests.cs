using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using Bms.Plant.Parameters;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.Determinism;

/// <summary>Whatever comes in, a step ends, and what it allows is never negative and never above the rating.</summary>
public class RobustnessTests
{
    private static readonly int[] _extremes = [int.MinValue, int.MinValue + 1, -1, 0, 1, int.MaxValue - 1, int.MaxValue];

    private static readonly Gen<(int Channel, int Value, int Late_ms, bool Valid)> _disturbances = Gen.Select(
        Gen.Int[0, Channel.Count - 1], Gen.Frequency((1, Gen.OneOf(_extremes)), (2, Gen.Int), (2, Gen.Int[-6_000_000, 6_000_000])), Gen.Int[-100, 2000], Gen.Bool);

    public static TheoryData<string> EveryCell => BuiltInCell.All;

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Any_readings_give_limits_between_zero_and_the_rating(string cell) =>
        Gen.Select(_disturbances.Array[1, 60], Gen.Double[-40, 100], Gen.Double[-0.5, 40], Gen.Double[0, 1], Gen.Double[0.02, 1])
            .Sample((disturbances, celsius, pressure, soc, contact) =>
            {
                OperatingLimits rated = BuiltInCell.Parameters(cell).Limits;
                Bench bench = new(new BenchSetup { Cell = cell, Temperature = celsius, Pressure = pressure, StateOfCharge = soc, Contact = _ => contact });
                bench.AfterStep = () =>
                {
                    if (bench.Decision.LimitCharge_uA < 0 || bench.Decision.LimitDischarge_uA < 0
                        || bench.ChargeLimit > rated.ChargeRateMaximum || bench.DischargeLimit > rated.DischargeRateMaximum)
                    {
                        Assert.Fail($"{bench.Time_ms} ms: {bench.ChargeLimit} C, {bench.DischargeLimit} C");
                    }
                };
                bench.AtRest();
                foreach ((int channel, int value, int late_ms, bool valid) in disturbances)
                {
                    bench.Frame.Set(channel, value, bench.Time_ms + 20 - late_ms);
                    bench.Break(channel, valid ? Breakage.Silent : Breakage.Failed).Advance(ms: 60).Mend(channel).Raw(channel, value).Advance(ms: 60);
                }

                bench.Advance(s: 5);
            }, iter: 150);

    [Fact]
    public void Any_time_between_frames_is_survived() =>
        Gen.Long[-5000, 10_000_000].Array[1, 100].Sample(gaps =>
        {
            Bench bench = Bench.Default().AtRest();
            SensorFrame frame = bench.Frame;
            foreach (long gap in gaps)
            {
                frame.Time_ms += gap;
                for (int channel = 0; channel < Channel.Count; channel++)
                {
                    frame.Timestamp_ms[channel] = frame.Time_ms;
                }

                bench.Manager.Step(frame, bench.Decision);
                Assert.True(bench.Decision.LimitCharge_uA >= 0 && bench.Decision.LimitDischarge_uA >= 0);
            }
        }, iter: 200);

    [Fact]
    public void Any_image_that_is_taken_can_be_run() =>
        Gen.Select(Gen.OneOf([.. BuiltInCell.All.Select(row => row.Data)]), Gen.Select(Gen.Int[0, 1000], Gen.Double[0, 1], Gen.Int[0, 200]).Array[1, 8], Gen.Double[-3, 3])
            .Sample((cell, edits, rate) =>
            {
                ImageEditor editor = new(cell);
                ProfileRow[] rows = ProfileTable.Rows();
                foreach ((int pick, double place, int index) in edits)
                {
                    ProfileRow row = rows[pick % rows.Length];
                    List<int> values = editor[row.Number];
                    values[index % values.Count] = (int)(row.Lowest + (place * ((double)row.Highest - row.Lowest)));
                }

                ProfileImage image = editor.Read();
                if (image.Error == ProfileError.None)
                {
                    Run(new CellProfile(image), rate);
                }
            }, iter: 2000);

    [Fact]
    public void Any_settings_and_any_memory_can_be_run() =>
        Gen.Select(Gen.Double[0, 1].Array[Setting.Count], Gen.Int.Array[24], Gen.Long.Array[24]).Sample((places, memory, ages) =>
        {
            Settings settings = new();
            foreach (SettingRow row in SettingTable.Rows())
            {
                Assert.True(settings.Change(row.Number, (int)(row.Lowest + (places[row.Number] * (row.Highest - row.Lowest)))));
            }

            RestoredState state = new(8);
            for (int k = 0; k < 8; k++)
            {
                (state.StateOfCharge_Q30[k], state.Contact_Q30[k], state.Filament_Q30[k]) = (memory[k], memory[8 + k], memory[16 + k]);
                (state.InterphaseSquare_Q20[k], state.CalendarSquare_Q60[k], state.CycleFade_Q60[k]) = (ages[k], ages[8 + k], ages[16 + k]);
            }

            Run(BuiltInCell.Profile(BuiltInCell.Pouch), 0.3, settings, state);
        }, iter: 300);

    private static void Run(CellProfile profile, double rate, Settings? settings = null, RestoredState? state = null)
    {
        BatteryManager manager = new(profile, PackProfile.Uniform(8, 4, 2), settings ?? new Settings());
        if (state != null)
        {
            manager.Restore(state, 0);
        }

        SensorFrame frame = new();
        Decision decision = new();
        int current_uA = (int)Math.Clamp(rate * profile.OneC_uA, int.MinValue, int.MaxValue);
        for (int tick = 1; tick <= 200; tick++)
        {
            frame.Time_ms = tick * BatteryManager.Tick_ms;
            Enumerable.Range(0, 8).ToList().ForEach(cell => frame.Set(Channel.CellVoltage + cell, 3_700_000 + (1000 * cell), frame.Time_ms));
            Enumerable.Range(0, 4).ToList().ForEach(sensor => frame.Set(Channel.Temperature + sensor, 300_000, frame.Time_ms));
            Enumerable.Range(0, 4).ToList().ForEach(load => frame.Set(Channel.ClampPressure + load, 5_000_000, frame.Time_ms));
            frame.Set(Channel.PackCurrentA, tick % 40 < 20 ? current_uA : 0, frame.Time_ms);
            frame.Set(Channel.ConnectRequest, 1, frame.Time_ms);
            manager.Step(frame, decision);
            if (decision.LimitCharge_uA < 0 || decision.LimitDischarge_uA < 0)
            {
                Assert.Fail($"tick {tick}: {decision.LimitCharge_uA} uA, {decision.LimitDischarge_uA} uA");
            }
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Bms.Core.Tests.Cells;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.Determinism;

/// <summary>The digest tells whether two runs took in and decided the same.</summary>
public class DigestTests
{
    private const int Ticks = 200;
    private const int Tick_ms = BatteryManager.Tick_ms;
    private const int ScanTicks = 5;

    // channels whose values count in a pack of eight cells, four sensors and two clamps, with the highest bit that stays in range,
    // and how often they are looked at
    private static readonly (int Channel, int Count, int Bits, int Scans)[] _consumed =
    [
        (Channel.CellVoltage, 8, 21, 1),
        (Channel.Temperature, 4, 16, 4),
        (Channel.ClampPressure, 4, 22, 1),
        (Channel.PackCurrentA, 1, 27, 1),
        (Channel.PackCurrentB, 1, 27, 10),
        (Channel.ContactorPositive, 2, 0, 2),
        (Channel.FrontEndAlert, 1, 0, 1),
        (Channel.AmbientTemperature, 1, 14, 10),
        (Channel.LoadRequest, 1, 29, 2),
        (Channel.ConnectRequest, 2, 0, 2),
    ];

    private static readonly Gen<(int Channel, int Bit, int Scans)> _consumedBits = Gen.OneOf(
        [.. _consumed.Select(group => Gen.Select(Gen.Int[0, group.Count - 1], Gen.Int[0, group.Bits], (k, bit) => (group.Channel + k, bit, group.Scans)))]);

    private static readonly long _plain = Run(_ => { });

    [Fact]
    public void Equal_runs_have_equal_digests()
    {
        Assert.Equal(_plain, Run(_ => { }));
        Assert.Equal(Run(b => b.Current(0.1)), Run(b => b.Current(0.1)));
        Assert.NotEqual(0, _plain);
    }

    [Fact]
    public void Any_bit_of_a_reading_at_any_time_changes_it() =>
        Gen.Select(_consumedBits, Gen.Int[0, (Ticks / ScanTicks) - 10]).Sample((place, scan) =>
            Assert.NotEqual(_plain, Changed(place, scan * ScanTicks, 1 << place.Bit)), iter: 1000);

    [Fact]
    public void Swapped_readings_of_two_places_change_it() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7], Gen.Int[1, 1000]).Where((one, two, _) => one != two).Sample((one, two, by) =>
            Assert.NotEqual(Run(b => b.Voltage(one, Units.Volt(3.7) + by)), Run(b => b.Voltage(two, Units.Volt(3.7) + by))), iter: 100);

    [Theory]
    [InlineData(Breakage.Failed)]
    [InlineData(Breakage.Doubted)]
    [InlineData(Breakage.Early)]
    public void A_conversion_that_does_not_count_changes_it(Breakage how)
    {
        foreach ((int first, int count, _, int scans) in _consumed.Take(3))
        {
            Assert.All(Enumerable.Range(first, count), channel => Assert.NotEqual(_plain, Run(b => b.Break(channel, how), until: scans)));
        }
    }

    [Fact]
    public void The_second_current_sensor_changes_it() => Assert.NotEqual(_plain, Run(b => b.Raw(Channel.PackCurrentB, 1), until: 10));

    [Fact]
    public void A_later_clock_changes_it()
    {
        Bench late = Bench.Default();
        Bench early = Bench.Default();
        late.Advance(ms: Ticks * Tick_ms);
        early.Advance(ms: (Ticks - 1) * Tick_ms);
        Assert.NotEqual(early.Manager.Digest, late.Manager.Digest);
    }

    [Fact]
    public void Every_setting_changes_it()
    {
        foreach (SettingRow row in SettingTable.Rows())
        {
            int other = row.Default == row.Highest ? row.Default - 1 : row.Default + 1;
            Bench bench = new(new BenchSetup { Settings = new Dictionary<int, int> { [row.Number] = other } });
            Assert.True(bench.Manager.Digest != Bench.Default().Manager.Digest, row.Name);
        }
    }

    [Fact]
    public void Every_word_of_what_was_remembered_changes_it()
    {
        HashSet<long> digests = [Start(_ => { })];
        for (int cell = 0; cell < 8; cell++)
        {
            Assert.True(digests.Add(Start(state => state.StateOfCharge_Q30[cell]++)), $"state of charge of cell {cell}");
            Assert.True(digests.Add(Start(state => state.Contact_Q30[cell]--)), $"contact of cell {cell}");
            Assert.True(digests.Add(Start(state => state.Filament_Q30[cell]++)), $"filament of cell {cell}");
            Assert.True(digests.Add(Start(state => state.InterphaseSquare_Q20[cell]++)), $"interphase of cell {cell}");
            Assert.True(digests.Add(Start(state => state.CalendarSquare_Q60[cell]++)), $"calendar fade of cell {cell}");
            Assert.True(digests.Add(Start(state => state.CycleFade_Q60[cell]++)), $"cycle fade of cell {cell}");
        }

        Assert.True(digests.Add(Start(_ => { }, 1)), "the time it was restored");
    }

    [Fact]
    public void Profile_and_map_change_it()
    {
        HashSet<long> digests = [Of(BuiltInCell.Profile(BuiltInCell.Pouch), PackProfile.Uniform(8, 4, 2))];
        Assert.True(digests.Add(Of(BuiltInCell.Profile(BuiltInCell.Pouch), PackProfile.Uniform(8, 2, 2))));
        Assert.True(digests.Add(Of(BuiltInCell.Profile(BuiltInCell.Pouch), PackProfile.Uniform(8, 4, 1))));
        Assert.True(digests.Add(Of(BuiltInCell.Profile(BuiltInCell.Pouch), PackProfile.Uniform(9, 4, 2))));
        Assert.True(digests.Add(Of(BuiltInCell.Profile(BuiltInCell.Pellet), PackProfile.Uniform(8, 4, 2))));
        ImageEditor editor = new(BuiltInCell.Pouch);
        Assert.True(digests.Add(Of(editor.Set(ProfileField.HeaterPower, 9_999_999).Profile(), PackProfile.Uniform(8, 4, 2))));

        static long Of(CellProfile profile, PackProfile pack) => new BatteryManager(profile, pack, new Settings()).Digest;
    }

    [Fact]
    public void Channels_this_pack_does_not_have_do_not_matter()
    {
        int[] absent =
        [
            .. Enumerable.Range(Channel.CellVoltage + 8, 120), .. Enumerable.Range(Channel.Temperature + 4, 60), .. Enumerable.Range(Channel.ClampPressure + 4, 12),
            Channel.PackVoltageA, Channel.LinkVoltage, Channel.Humidity, Channel.Gas, Channel.Supply, .. Enumerable.Range(Channel.FrontEndStatus, 8),
        ];
        Bench bench = Bench.Default();
        int tick = 0;
        bench.AfterStep = () =>
        {
            tick++;
            Array.ForEach(absent, channel => bench.Frame.Set(channel, channel * tick, bench.Time_ms));
        };
        bench.Advance(ms: Ticks * Tick_ms);
        Assert.Equal(_plain, bench.Manager.Digest);
    }

    [Fact]
    public void What_happens_between_the_readings_is_told_by_the_decisions()
    {
        // the same inputs, but a filament that grew by itself
        Bench one = Bench.Default().AtRest();
        Bench two = Bench.Default().AtRest();
        Assert.Equal(one.Manager.Digest, two.Manager.Digest);
        two.States.Filament_Q40[3] = 1L << 39;
        Assert.NotEqual(one.Advance(s: 2).Manager.Digest, two.Advance(s: 2).Manager.Digest);
    }

    private static long Changed((int Channel, int Bit, int Scans) place, int tick, int mask)
    {
        Bench bench = Bench.Default();
        bench.Advance(ms: tick * Tick_ms);
        bench.Flip(place.Channel, mask);
        bench.Advance(ms: place.Scans * ScanTicks * Tick_ms);
        bench.Flip(place.Channel, 0);
        bench.Advance(ms: (Ticks - tick - (place.Scans * ScanTicks)) * Tick_ms);
        return bench.Manager.Digest;
    }

    /// <summary>Changes a bench after half of the run, until so many scans later.</summary>
    private static long Run(Action<Bench> change, int until = Ticks)
    {
        Bench bench = Bench.Default();
        bench.Advance(ms: Ticks / 2 * Tick_ms);
        change(bench);
        bench.Advance(ms: Math.Min(until * ScanTicks, Ticks / 2) * Tick_ms);
        if (until < Ticks)
        {
            bench.MendAll().Raw(Channel.PackCurrentB, 0).Advance(ms: ((Ticks / 2) - (until * ScanTicks)) * Tick_ms);
        }

        return bench.Manager.Digest;
    }

    private static long Start(Action<RestoredState> change, long time_ms = 0)
    {
        RestoredState state = new(8);
        Array.Fill(state.StateOfCharge_Q30, 1 << 29);
        Array.Fill(state.Contact_Q30, 1 << 30);
        change(state);
        BatteryManager manager = new(BuiltInCell.Profile(BuiltInCell.Pouch), PackProfile.Uniform(8, 4, 2), new Settings());
        manager.Restore(state, time_ms);
        return manager.Digest;
    }
}

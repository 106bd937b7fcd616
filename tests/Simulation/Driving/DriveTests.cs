using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Driving;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Driving;

public class DriveTests
{
    private static readonly Gen<(DriveCycle Cycle, double Duration, ulong Seed)> s_drives =
        Gen.Select(Gen.Int[0, DriveCycle.All.Count - 1].Select(k => DriveCycle.All[k]), Gen.Double[1, 12_000], Gen.ULong);

    public static TheoryData<string> EveryCycle => [.. DriveCycle.All.Select(cycle => cycle.Name)];

    [Fact]
    public void Any_drive_begins_and_ends_at_standstill()
    {
        s_drives.Sample(drive =>
        {
            List<double> speeds = Speeds(drive.Cycle, drive.Duration, drive.Seed);
            return speeds[0] == 0 && speeds[^1] == 0 && speeds.Count == (int)Math.Ceiling(drive.Duration) + 1;
        });
    }

    [Fact]
    public void Speed_stays_between_standstill_and_a_little_above_the_written_top_speed()
    {
        s_drives.Sample(drive => Speeds(drive.Cycle, drive.Duration, drive.Seed)
            .All(speed => speed >= 0 && speed <= drive.Cycle.TopSpeed * Drive.HighestSpeedFactor));
    }

    [Fact]
    public void Speed_never_jumps()
    {
        s_drives.Sample(drive =>
        {
            double hardest = Math.Max(Drive.FinalBraking, 1.1 * drive.Cycle.Segments.Max(segment => segment.Rate));
            List<double> speeds = Speeds(drive.Cycle, drive.Duration, drive.Seed);
            return speeds.Zip(speeds.Skip(1), (before, after) => Math.Abs(after - before)).All(change => change <= hardest + 1e-9);
        });
    }

    [Fact]
    public void The_same_seed_drives_the_same_drive()
    {
        s_drives.Sample(drive => Speeds(drive.Cycle, drive.Duration, drive.Seed).SequenceEqual(Speeds(drive.Cycle, drive.Duration, drive.Seed)));
    }

    [Theory, MemberData(nameof(EveryCycle))]
    public void The_first_repetition_is_as_written_and_later_ones_vary_with_the_seed(string name)
    {
        DriveCycle cycle = DriveCycle.Find(name)!;
        List<double> one = Speeds(cycle, 4 * cycle.Duration, seed: 1);
        List<double> other = Speeds(cycle, 4 * cycle.Duration, seed: 2);
        int written = (int)cycle.Duration;

        Assert.Equal(one[..written], other[..written]);
        Assert.NotEqual(one[written..], other[written..]);
        Assert.NotEqual(one[..written], one[(written + 1)..(2 * written + 1)]);
    }

    [Theory, MemberData(nameof(EveryCycle))]
    public void Every_repetition_comes_to_a_stop(string name)
    {
        DriveCycle cycle = DriveCycle.Find(name)!;
        List<double> speeds = Speeds(cycle, 10 * cycle.Duration, seed: 7);
        int stops = speeds.Zip(speeds.Skip(1), (before, after) => before > 0 && after == 0).Count(stopped => stopped);
        int written = cycle.Segments.Count(segment => segment is { ChangesSpeed: true, TargetSpeed: 0 });
        Assert.InRange(stops, 9 * written / 1.35, 10 * written / 0.7);
    }

    [Theory, MemberData(nameof(EveryCycle))]
    public void As_written_a_cycle_ends_at_the_height_at_which_it_began(string name)
    {
        DriveCycle cycle = DriveCycle.Find(name)!;
        var drive = new Drive(cycle, cycle.Duration, seed: 1, stream: 0);
        double height = 0;
        do
        {
            height += drive.Grade * 0.5 * (drive.Speed + drive.NextSpeed);
        }
        while (drive.Advance());
        Assert.InRange(height, -5, 5);
    }

    [Theory]
    [InlineData("urban", 20, 40)]
    [InlineData("highway", 85, 110)]
    [InlineData("aggressive", 60, 90)]
    public void A_cycle_has_the_mean_speed_of_its_kind(string name, double slowest, double fastest)
    {
        Assert.InRange(3.6 * Speeds(DriveCycle.Find(name)!, 7200, seed: 3).Average(), slowest, fastest);
    }

    [Fact]
    public void A_cycle_that_does_not_end_at_standstill_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new DriveCycle("endless", "never stops", SpeedSegment.Accelerate(to: 50, at: 1)));
        Assert.Throws<ArgumentException>(() => new DriveCycle("nothing", "takes no time"));
    }

    [Fact]
    public void Advancing_a_drive_allocates_nothing()
    {
        Drive drive = NewDrive();
        Assert.Equal(0, Garbage.Of(ToTheEnd, prepare: () => drive = NewDrive()));

        static Drive NewDrive() => new(DriveCycle.Urban, 20_000, seed: 1, stream: 0);

        void ToTheEnd()
        {
            while (drive.Advance())
            {
            }
        }
    }

    private static List<double> Speeds(DriveCycle cycle, double duration, ulong seed)
    {
        var drive = new Drive(cycle, duration, seed, stream: 0);
        var speeds = new List<double> { drive.Speed, drive.NextSpeed };
        while (drive.Advance())
        {
            speeds.Add(drive.NextSpeed);
        }

        return speeds;
    }
}

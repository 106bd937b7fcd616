using System;
using System.Collections.Generic;
using System.Device.I2c;
using System.Threading.Tasks;
using Bms.VirtualBoard.Analog;
using CsCheck;
using Xunit;

namespace Bms.VirtualBoard.Tests;

public sealed class NoiseTests
{
    [Fact]
    public void Draws_have_the_moments_they_say()
    {
        Gen.ULong.Sample(seed =>
        {
            var noise = new NoiseSource(seed, 3);
            double sum = 0;
            double squares = 0;
            double flat = 0;
            const int Count = 20_000;
            for (ulong i = 0; i < Count; i++)
            {
                double normal = noise.Normal(i);
                sum += normal;
                squares += normal * normal;
                flat += noise.Uniform(i);
            }

            return Math.Abs(sum / Count) < 0.04 && Math.Abs((squares / Count) - 1) < 0.05 && Math.Abs(flat / Count) < 0.03;
        }, iter: 20);
    }

    [Fact]
    public void Streams_and_seeds_differ_and_draws_repeat()
    {
        Gen.Select(Gen.ULong, Gen.ULong).Sample((seed, index) =>
            new NoiseSource(seed, 1).Bits(index) == new NoiseSource(seed, 1).Bits(index)
            && new NoiseSource(seed, 1).Bits(index) != new NoiseSource(seed, 2).Bits(index)
            && new NoiseSource(seed, 1).Bits(index) != new NoiseSource(seed + 1, 1).Bits(index));
    }

    [Fact]
    public void No_errors_means_none()
    {
        var noise = new NoiseSource(1, 1, scale: 0);
        Assert.Equal(0, noise.Normal(5));
        Assert.Equal(0, noise.Uniform(5));
    }

    [Fact]
    public void The_same_seed_gives_the_same_readings_and_another_one_others()
    {
        List<int> first = Readings(11);
        Assert.Equal(first, Readings(11));
        Assert.NotEqual(first, Readings(12));
    }

    [Fact]
    public void A_conversion_reads_the_same_whether_or_not_those_before_it_were_read()
    {
        Assert.Equal(Last(often: true), Last(often: false));
    }

    [Fact]
    public async Task Machines_on_several_threads_do_not_disturb_each_other()
    {
        var alone = new List<int>[8];
        for (int i = 0; i < alone.Length; i++)
        {
            alone[i] = Readings((ulong)i);
        }

        var tasks = new Task<List<int>>[alone.Length];
        for (int i = 0; i < tasks.Length; i++)
        {
            ulong seed = (ulong)i;
            tasks[i] = Task.Run(() => Readings(seed));
        }

        List<int>[] together = await Task.WhenAll(tasks);
        for (int i = 0; i < tasks.Length; i++)
        {
            Assert.Equal(alone[i], together[i]);
        }
    }

    private static List<int> Readings(ulong seed)
    {
        var readings = new List<int>();
        new Bench(new BoardFit { Seed = seed }).Run(bench =>
        {
            bench.World.Current_A = -12.3;
            var host = new FrontEndHost(bench);
            host.Prepare(protections: 0);
            I2cDevice current = Bench.Open(0x40);
            I2cDevice auxiliary = Bench.Open(0x48);
            auxiliary.Put(0x01, 0x44, 0x83);
            for (int i = 0; i < 50; i++)
            {
                bench.Sleep(20);
                readings.Add(current.Signed20(0x07));
                readings.Add(host.Millivolts(i % 8));
                readings.Add(host.I2(0x3A));
                readings.Add(auxiliary.Word(0));
            }
        });
        return readings;
    }

    private static int Last(bool often)
    {
        int last = 0;
        new Bench(new BoardFit { Seed = 4 }).Run(bench =>
        {
            I2cDevice chip = Bench.Open(0x48);
            chip.Put(0x01, 0x44, 0xE3);
            long end_us = bench.Machine.Time_us + 1_000_000;
            while (often && bench.Machine.Time_us < end_us - 5_000)
            {
                bench.Sleep(2);
                chip.Word(0);
            }

            bench.Machine.Advance(end_us - bench.Machine.Time_us);
            last = (short)chip.Word(0);
        });
        return last;
    }
}

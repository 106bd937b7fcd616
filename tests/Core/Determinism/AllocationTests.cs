using System;
using Bms.Core.Sensing;
using Bms.Core.Tests.Benches;
using Xunit;

namespace Bms.Core.Tests.Determinism;

/// <summary>A step makes no garbage, in health and in trouble.</summary>
public class AllocationTests
{
    private const int Steps = 10_000;

    [Fact]
    public void Ten_thousand_healthy_steps_allocate_nothing() => Assert.Equal(0, Allocated(Bench.Default().AtRest().Current(-0.1), _ => { }));

    [Fact]
    public void Ten_thousand_steps_in_trouble_allocate_nothing() =>
        Assert.Equal(0, Allocated(Bench.Default().AtRest(), (frame, step) =>
        {
            int channel = step % Channel.Count;
            frame.Value[channel] ^= 1 << (step % 31);
            frame.IsValid[channel] = step % 3 != 0;
            frame.Timestamp_ms[channel] = frame.Time_ms + (step % 7) - 3;
        }));

    private static long Allocated(Bench bench, Action<SensorFrame> change) => Allocated(bench, (frame, _) => change(frame));

    private static long Allocated(Bench bench, Action<SensorFrame, int> change)
    {
        SensorFrame frame = bench.Frame;
        Decision decision = bench.Decision;
        BatteryManager manager = bench.Manager;
        return Garbage.Of(() => Run(Steps / 5));

        void Run(int steps)
        {
            for (int step = 0; step < steps; step++)
            {
                frame.Time_ms += BatteryManager.Tick_ms;
                for (int channel = 0; channel < Channel.Count; channel++)
                {
                    frame.Timestamp_ms[channel] = frame.Time_ms;
                }

                change(frame, step);
                manager.Step(frame, decision);
            }
        }
    }
}

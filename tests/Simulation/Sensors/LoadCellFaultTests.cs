using Bms.Core.Sensing;
using Bms.Simulation.Sensors;
using Xunit;

namespace Bms.Simulation.Tests.Sensors;

public class LoadCellFaultTests
{
    private const int Failing = 2;   // the first load cell of clamp 1

    [Fact]
    public void A_stuck_load_cell_repeats_its_last_reading_as_if_it_were_new()
    {
        SensorBench bench = Bench(LoadCellFailure.Stuck);
        bench.Until(1000);
        int before = bench.Frame.Value[Channel.ClampPressure + Failing];
        bench.Pack.SetClampOffset(1, -3);
        bench.Until(2000);
        Assert.Equal(before, bench.Frame.Value[Channel.ClampPressure + Failing]);
        Assert.True(bench.Frame.IsValid[Channel.ClampPressure + Failing]);
        Assert.InRange(bench.Frame.Timestamp_ms[Channel.ClampPressure + Failing], 1960, 2000);
        Assert.Equal(before - 3e6, bench.Frame.Value[Channel.ClampPressure + Failing + 1], 1001.0);
    }

    [Fact]
    public void The_conversions_of_an_open_load_cell_fail()
    {
        SensorBench bench = Bench(LoadCellFailure.OpenCircuit);
        bench.Until(980);
        Assert.True(bench.Frame.IsValid[Channel.ClampPressure + Failing]);
        bench.Until(1060);
        Assert.False(bench.Frame.IsValid[Channel.ClampPressure + Failing]);
        foreach (int other in new[] { 0, 1, 3 })
        {
            Assert.True(bench.Frame.IsValid[Channel.ClampPressure + other]);
        }
    }

    [Fact]
    public void A_load_cell_that_the_pack_does_not_have_fails_unseen()
    {
        SensorBench bench = new(new SensorErrors { LoadCellFaults = [new LoadCellFault(9, 0, LoadCellFailure.OpenCircuit)] });
        SensorBench sound = new(new SensorErrors());
        Assert.Equal(sound.Until(500).Frame.Value, bench.Until(500).Frame.Value);
    }

    private static SensorBench Bench(LoadCellFailure failure) =>
        new(SensorErrors.None with { LoadCellFaults = [new LoadCellFault(Failing, 1, failure)] });
}

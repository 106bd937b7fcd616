using Bms.Core.Sensing;
using Bms.Plant.Degradation;
using Bms.Simulation.Sensors;
using Xunit;

namespace Bms.Simulation.Tests.Sensors;

/// <summary>The firmware is told of gas and humidity around the cells.</summary>
public class GasTests
{
    [Fact]
    public void A_breach_of_a_sulfide_cell_shows_in_the_gas_channel()
    {
        var bench = new SensorBench(SensorErrors.None);
        Assert.Equal(0, bench.Until(1000).Frame.Value[Channel.Gas]);
        Assert.Equal(300_000, bench.Frame.Value[Channel.Humidity]);

        bench.Pack.Humidity = 0.6;
        bench.Pack.Breach(3);
        bench.Pack.Advance(600, 0);
        bench.Until(2000);
        Assert.Equal(600_000, bench.Frame.Value[Channel.Humidity]);
        Assert.Equal(1000 * bench.Pack.Gas(GasSpecies.HydrogenSulfide), bench.Frame.Value[Channel.Gas], 1.0);
        Assert.InRange(bench.Frame.Value[Channel.Gas], 10_000, 1_000_000);
        Assert.Equal(2000, bench.Frame.Timestamp_ms[Channel.Gas]);
    }
}

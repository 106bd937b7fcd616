using System.Collections.Generic;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Core.Tests.Benches;
using Xunit;
using static Bms.Core.Tests.Benches.Units;

namespace Bms.Core.Tests.Pack;

/// <summary>The heater warms to ten degrees above the lower end of the duty window, 25 °C for the pouch.</summary>
public class HeaterTests
{
    [Theory]
    [InlineData(-5, true)]
    [InlineData(20, true)]
    [InlineData(32.9, true)]
    [InlineData(33.1, false)]
    [InlineData(40, false)]
    public void A_cold_pack_is_heated_when_asked(double celsius, bool heated) => Assert.Equal(heated, At(celsius).Decision.HeaterOn);

    [Fact]
    public void Nothing_is_heated_without_being_asked() => Assert.False(At(0).Heat(false).Advance(s: 1).Decision.HeaterOn);

    [Fact]
    public void Heat_has_a_hysteresis_of_two_degrees()
    {
        Bench bench = At(20).Temperature(Celsius(34.9)).Advance(s: 1);
        Assert.True(bench.Decision.HeaterOn);
        bench.Temperature(Celsius(35)).Advance(s: 1);
        Assert.False(bench.Decision.HeaterOn);
        bench.Temperature(Celsius(33.1)).Advance(s: 1);
        Assert.False(bench.Decision.HeaterOn);
        bench.Temperature(Celsius(32.9)).Advance(s: 1);
        Assert.True(bench.Decision.HeaterOn);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void One_cold_sensor_is_enough_to_heat(int sensor) => Assert.True(At(40).Temperature(sensor, Celsius(30)).Advance(s: 1).Decision.HeaterOn);

    [Fact]
    public void One_hot_sensor_is_enough_to_stop() => Assert.False(At(20).Temperature(2, Celsius(61)).Advance(s: 1).Decision.HeaterOn);

    [Theory]
    [InlineData(Breakage.Silent)]
    [InlineData(Breakage.Failed)]
    [InlineData(Breakage.TooLow)]
    public void Nothing_is_heated_on_temperatures_that_can_not_be_believed(Breakage how)
        => Assert.False(At(20).Break(Channel.Temperature + 1, how).Advance(s: 2).Decision.HeaterOn);

    [Fact]
    public void A_lost_request_stops_the_heat() => Assert.False(At(20).Break(Channel.HeatRequest, Breakage.Silent).Advance(s: 2).Decision.HeaterOn);

    [Fact]
    public void The_target_is_a_setting()
    {
        Dictionary<int, int> settings = new() { [Setting.HeatAboveDuty] = 0 };
        Bench bench = new Bench(new BenchSetup { Temperature = 24, Settings = settings }).Heat(true).AtRest();
        Assert.False(bench.Decision.HeaterOn);
        Assert.True(bench.Temperature(Celsius(22.9)).Advance(s: 1).Decision.HeaterOn);
    }

    [Fact]
    public void The_model_knows_of_the_heat()
    {
        Bench heated = At(20).Advance(s: 5);
        Bench cold = At(20).Heat(false).Advance(s: 5);
        Assert.True(heated.States.Surface_uK[0] > cold.States.Surface_uK[0]);
    }

    private static Bench At(double celsius) => new Bench(new BenchSetup { Temperature = celsius }).Heat(true).AtRest();
}

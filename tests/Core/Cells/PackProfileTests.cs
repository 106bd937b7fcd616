using System.Linq;
using Bms.Core.Cells;
using CsCheck;
using Xunit;

namespace Bms.Core.Tests.Cells;

/// <summary>How cells, clamps and sensors belong together.</summary>
public class PackProfileTests
{
    [Theory]
    [InlineData(1, 16, 2, 1, 1)]
    [InlineData(8, 16, 2, 1, 4)]
    [InlineData(8, 4, 2, 2, 4)]
    [InlineData(128, 16, 2, 8, 64)]
    [InlineData(17, 16, 1, 2, 17)]
    public void Equal_modules_are_counted(int cells, int perClamp, int perSensor, int clamps, int sensors)
    {
        PackProfile pack = PackProfile.Uniform(cells, perClamp, perSensor);
        Assert.Equal((cells, clamps, sensors), (pack.CellCount, pack.ClampCount, pack.SensorCount));
        Assert.Equal(cells, pack.CellsInClamp.Sum());
    }

    [Fact]
    public void Maps_of_any_numbers_stay_inside_the_channels() =>
        Gen.Int.Array[1, 200].Sample(numbers =>
        {
            PackProfile pack = new(numbers, [.. numbers.Reverse()]);
            Assert.InRange(pack.CellCount, 1, 128);
            Assert.InRange(pack.ClampCount, 1, 8);
            Assert.InRange(pack.SensorCount, 1, 64);
            Assert.All(pack.ClampOfCell, clamp => Assert.InRange(clamp, 0, pack.ClampCount - 1));
            Assert.All(pack.SensorOfCell, sensor => Assert.InRange(sensor, 0, pack.SensorCount - 1));
            Assert.Equal(pack.CellCount, pack.CellsInClamp.Sum());
        });
}

namespace Bms.VirtualBoard.Analog;

/// <summary>A humidity sensor with ratiometric output, V = Vs (0.16 + 0.62 RH); 3.5 % accuracy. The sensor is no part of the standard board: unconfirmed.</summary>
/// <param name="world">Where the humidity comes from.</param>
/// <param name="noise">Errors of the sensor.</param>
/// <param name="supply_V">Its supply.</param>
public sealed class HumiditySensor(IAnalogWorld world, NoiseSource noise, double supply_V = 3.3) : IVoltageSource
{
    private readonly double _offset = 0.035 * noise.Uniform(0);

    /// <inheritdoc/>
    public double Voltage(long time_us) => supply_V * (0.16 + (0.62 * (world.Humidity(time_us) + _offset)));
}

namespace Bms.VirtualBoard.Analog;

/// <summary>The divider that measures the controller's supply; 0.1 % resistors.</summary>
/// <param name="world">Where the supply comes from.</param>
/// <param name="noise">Errors of the resistors.</param>
/// <param name="ratio">Output over input.</param>
public sealed class SupplyDivider(IAnalogWorld world, NoiseSource noise, double ratio = 0.1) : IVoltageSource
{
    private readonly double _ratio = ratio * (1 + (0.001 * noise.Uniform(0)));

    /// <inheritdoc/>
    public double Voltage(long time_us) => world.Supply(time_us) * _ratio;
}

namespace Bms.VirtualBoard.Analog;

/// <summary>A thermistor to ground with a pull-up to the supply of the converter.</summary>
/// <param name="world">Where the temperature comes from: the surroundings.</param>
/// <param name="noise">Errors of the parts: 1 % bead, 0.1 % resistor.</param>
/// <param name="pullUp_ohm">Pull-up.</param>
/// <param name="supply_V">Voltage above the pull-up.</param>
public sealed class ThermistorDivider(IAnalogWorld world, NoiseSource noise, double pullUp_ohm = 10_000, double supply_V = 3.3) : IVoltageSource
{
    private readonly Thermistor _bead = new();
    private readonly double _spread = 1 + (0.01 * noise.Uniform(0)) + (0.001 * noise.Uniform(1));

    /// <summary>State of its wires: open shows the supply, a short shows 0.</summary>
    public WireFault Fault { get; set; }

    /// <inheritdoc/>
    public double Voltage(long time_us)
    {
        if (Fault != WireFault.None)
        {
            return Fault == WireFault.Open ? supply_V : 0;
        }

        double resistance = _bead.Resistance(world.AmbientTemperature(time_us)) * _spread;
        return supply_V * resistance / (resistance + pullUp_ohm);
    }
}

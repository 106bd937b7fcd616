namespace Bms.Plant.Electrodes;

/// <summary>Lithium metal in excess: the reference of all potentials.</summary>
public sealed class LithiumMetal : NegativeHost
{
    /// <inheritdoc/>
    public override double Potential => 0;

    /// <inheritdoc/>
    public override double Lithium => double.PositiveInfinity;

    /// <inheritdoc/>
    public override void Advance(double seconds, double current, double temperature)
    {
    }
}

namespace Bms.Plant.Parameters;

/// <summary>Melting of the lithium electrode.</summary>
public sealed record LithiumMelting
{
    /// <summary>Melting point, K; 180.5 °C (handbook).</summary>
    public double Point { get; init; } = 453.65;

    /// <summary>Heat of fusion, J/mol; 3.00 kJ/mol (handbook).</summary>
    public double Heat { get; init; } = 3000;
}

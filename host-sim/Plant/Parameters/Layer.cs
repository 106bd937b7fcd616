namespace Bms.Plant.Parameters;

/// <summary>One layer of a cell's stack.</summary>
/// <param name="Name">What it is, e.g. <c>Li6PS5Cl separator</c>.</param>
/// <param name="Thickness">Thickness, m.</param>
/// <param name="Area">Area, m².</param>
/// <param name="Density">Density, kg/m³.</param>
/// <param name="SpecificHeat">Specific heat capacity, J/(kg K).</param>
/// <param name="Conductivity">Thermal conductivity, W/(m K).</param>
public sealed record Layer(string Name, double Thickness, double Area, double Density, double SpecificHeat, double Conductivity)
{
    /// <summary>Linear thermal expansion, 1/K; null: not known.</summary>
    public double? Expansion { get; init; }
}

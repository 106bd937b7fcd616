namespace Bms.Plant.Degradation;

/// <summary>Conditions at one instant, from which every mechanism of degradation has its rate.</summary>
/// <param name="Temperature">Core temperature, K.</param>
/// <param name="Stoichiometry">Stoichiometry at the surface of the positive electrode.</param>
/// <param name="Potential">Open-circuit potential of the positive electrode at that surface against lithium, V.</param>
/// <param name="Rate">Current, multiples of 1C, positive on charge.</param>
/// <param name="Pressure">Stack pressure, MPa.</param>
/// <param name="Contact">Contact factor, above 0, at most 1.</param>
public readonly record struct OperatingPoint(double Temperature, double Stoichiometry, double Potential, double Rate, double Pressure, double Contact);

using System;

namespace Bms.VirtualBoard.Analog;

/// <summary>A bead with negative temperature coefficient: R = R25 exp(B (1/T - 1/298.15)).</summary>
/// <param name="nominal_ohm">Resistance at 25 °C.</param>
/// <param name="beta_K">B.</param>
public sealed class Thermistor(double nominal_ohm = 10_000, double beta_K = 3435)
{
    private const double Reference_K = 298.15;

    /// <summary>Resistance at a temperature, ohm.</summary>
    /// <param name="temperature_K">Above 0.</param>
    public double Resistance(double temperature_K) => nominal_ohm * Math.Exp(beta_K * ((1 / temperature_K) - (1 / Reference_K)));

    /// <summary>Temperature at a resistance, K.</summary>
    /// <param name="resistance_ohm">Above 0.</param>
    public double Temperature(double resistance_ohm) => 1 / ((1 / Reference_K) + (Math.Log(resistance_ohm / nominal_ohm) / beta_K));
}

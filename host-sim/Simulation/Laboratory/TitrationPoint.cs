namespace Bms.Simulation.Laboratory;

/// <summary>One pulse of a <see cref="Titration"/> and the rest after it.</summary>
/// <param name="Direction">discharge or charge.</param>
/// <param name="SocPercent">State of charge at rest after the pulse, percent.</param>
/// <param name="Stoichiometry">Mean stoichiometry of the positive electrode in the middle of the pulse.</param>
/// <param name="RestV">Voltage at the end of the rest, V.</param>
/// <param name="OpenCircuitV">Open-circuit potential of the true cell at that state, V.</param>
/// <param name="OhmicOhmCm2">Area resistance from the jump at the start of the pulse, Ohm cm².</param>
/// <param name="DiffusivityM2S">Diffusivity from the root-of-time slope, m²/s; not a number where it can't be had.</param>
/// <param name="TrueDiffusivityM2S">Diffusivity of the active material at that stoichiometry and temperature, m²/s.</param>
public sealed record TitrationPoint(
    string Direction,
    double SocPercent,
    double Stoichiometry,
    double RestV,
    double OpenCircuitV,
    double OhmicOhmCm2,
    double DiffusivityM2S,
    double TrueDiffusivityM2S);

namespace Bms.Plant.Mechanics;

/// <summary>What acts on the solids of a cell at one instant.</summary>
/// <param name="Pressure">Stack pressure, MPa.</param>
/// <param name="Temperature">Temperature, K.</param>
/// <param name="Plating">Local plating current density over the critical one; 0 while not plating.</param>
/// <param name="MeanVolume">Volume change of the active material at its mean stoichiometry.</param>
/// <param name="SurfaceVolume">Volume change at its surface stoichiometry.</param>
/// <param name="SetVolume">Volume change where the stack was joined.</param>
/// <param name="Creep">Creep rate of lithium, 1/s.</param>
/// <param name="LithiumThickness">Thickness of all lithium layers, m.</param>
public readonly record struct MechanicalLoad(
    double Pressure,
    double Temperature,
    double Plating,
    double MeanVolume,
    double SurfaceVolume,
    double SetVolume,
    double Creep,
    double LithiumThickness);

namespace Bms.Plant.Mechanics;

/// <summary>Cracks of a cell and how fast they grow, as of the last look at the slow laws.</summary>
/// <param name="ParticleShare">Share of the particle surface cut off, κ.</param>
/// <param name="ParticleRate">dκ/dt, 1/s.</param>
/// <param name="ParticleSeverity">K/K_Ic of the flaws of a particle.</param>
/// <param name="ElectrolyteLength">Longest crack of the separator, m; 0 if it never cracks.</param>
/// <param name="ElectrolyteRate">Its growth, m/s.</param>
/// <param name="ElectrolyteSeverity">Its K/K_Ic: above 1 it runs.</param>
public readonly record struct Cracks(
    double ParticleShare,
    double ParticleRate,
    double ParticleSeverity,
    double ElectrolyteLength,
    double ElectrolyteRate,
    double ElectrolyteSeverity);

using System;
using Bms.Plant.Diffusion;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Plant.Electrodes;

/// <summary>Active particles of a composite negative electrode: one representative sphere that lithium diffuses in.</summary>
public sealed class NegativeParticles : NegativeHost
{
    private const int Volumes = 12;
    private const int Intervals = 4096;

    private readonly CompositeNegative _law;
    private readonly Table _potential;
    private readonly Arrhenius _diffusion;
    private readonly DiffusionProfile _particle;
    private readonly double _sites;

    /// <summary>Starts at rest.</summary>
    /// <param name="law">The electrode.</param>
    /// <param name="referenceTemperature">Temperature at which its diffusivity holds, K.</param>
    /// <param name="capacity">Charge between state of charge 1 and 0, A h.</param>
    /// <param name="stateOfCharge">State of charge at the start.</param>
    public NegativeParticles(CompositeNegative law, double referenceTemperature, double capacity, double stateOfCharge)
    {
        ArgumentNullException.ThrowIfNull(law);
        double window = law.StoichiometryFull - law.StoichiometryEmpty;
        _law = law;
        _potential = law.OpenCircuitPotential;
        _diffusion = new Arrhenius(law.DiffusivityActivation, referenceTemperature);
        _sites = capacity / window;
        _particle = new DiffusionProfile(
            new DiffusionGrid(DiffusionGeometry.Sphere, Volumes),
            new DenseTable(new Table([0, 1], [law.Diffusivity, law.Diffusivity]), Intervals),
            law.ParticleRadius,
            1,
            law.StoichiometryEmpty + (stateOfCharge * window));
    }

    /// <inheritdoc/>
    public override double Potential => _potential.At(_particle.Surface);

    /// <inheritdoc/>
    public override double Lithium => (_particle.Mean - _law.StoichiometryEmpty) * _sites;

    /// <summary>Stoichiometry of the particles, mean.</summary>
    public double Stoichiometry => _particle.Mean;

    /// <inheritdoc/>
    public override void Advance(double seconds, double current, double temperature) =>
        _particle.Advance(seconds, current / (_sites * Constants.SecondsPerHour), _diffusion.At(1 / temperature));
}

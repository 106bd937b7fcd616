using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Mechanics;

/// <summary>The share of the particle surface that cracks have cut off from the electrolyte: no liquid follows into a crack of a solid-state cell.</summary>
/// <remarks>
/// Two stresses, both from the volume change v(x) of the active material:
/// inside a particle, σ_d = E |v(x_mean) - v(x_surface)| / (3 (1 - ν)), from the gradient (Zhang 2007): high rate, and low SOC where diffusion slows;
/// between particle and matrix, σ_m = E_m |v(x_mean) - v(x_set)| / (3 (1 - ν)), from the state in which the stack was joined: high SOC, where it
/// shrinks, and low SOC, where it swells. K = γ (σ_d + σ_m) sqrt(π a); dκ/dN = g (K/K_Ic)^m (1 - κ), N equivalent full cycles
/// of the charge that passes. Review Table 2, first row, Eq. 7.
/// Lost surface raises the charge-transfer resistance; the capacity that cracks take stays in cycle fade, whose constants were
/// set for all of it, so nothing counts twice.
/// </remarks>
public sealed class ParticleCracks
{
    private readonly ParticleFracture? _law;
    private readonly double _gradientStress;
    private readonly double _matrixStress;

    /// <summary>Starts whole.</summary>
    public ParticleCracks(ParticleFracture? law)
    {
        _law = law;
        if (law is not null)
        {
            _gradientStress = law.YoungsModulus / (3 * (1 - law.PoissonRatio));
            _matrixStress = law.MatrixModulus / (3 * (1 - law.PoissonRatio));
        }
    }

    /// <summary>κ, 0..1.</summary>
    public double Share { get; private set; }

    /// <summary>Stress at the flaws, Pa, as of the last evaluation.</summary>
    public double Stress { get; private set; }

    /// <summary>K/K_Ic, as of the last evaluation.</summary>
    public double Severity { get; private set; }

    /// <summary>Growth dκ/dt, 1/s, as of the last evaluation.</summary>
    public double Rate { get; private set; }

    /// <summary>Moves on by an interval.</summary>
    /// <param name="seconds">Length of the interval, s.</param>
    /// <param name="cycles">Charge that passed, equivalent full cycles.</param>
    /// <param name="mean">v at the mean stoichiometry.</param>
    /// <param name="surface">v at the surface stoichiometry.</param>
    /// <param name="set">v where the stack was joined.</param>
    public void Advance(double seconds, double cycles, double mean, double surface, double set)
    {
        if (_law is null)
        {
            return;
        }

        Stress = (_gradientStress * Math.Abs(mean - surface)) + (_matrixStress * Math.Abs(mean - set));
        Severity = Fracture.Intensity(Stress, _law.Flaw) / _law.Toughness;
        double growth = _law.GrowthPerCycle * Math.Pow(Severity, _law.Exponent) * cycles;
        double more = (1 - Share) * (1 - Math.Exp(-growth));
        Rate = more / seconds;
        Share += more;
    }
}

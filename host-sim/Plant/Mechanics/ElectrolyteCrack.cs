using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Mechanics;

/// <summary>The longest crack of a separator: a natural flaw until stress and plated lithium open it.</summary>
/// <remarks>
/// σ = s P + E |Δα (T - T_set)| / (1 - ν); K/K_Ic = γ σ sqrt(π a) / K_Ic + max(0, j/θ / CCD - 1); where that is above 1,
/// da/dt = r a (K/K_Ic - 1), up to the thickness of the separator. Review Eq. 6 and 7. The last term is lithium plated in the
/// flaw faster than the critical current lets it leave (Porz 2017): alone it cracks at twice the critical current, with stress
/// earlier. A longer crack starts filaments earlier, CCD ~ a^-0.5 (Griffith), and ions go round it. Without a running crack
/// both factors are exactly 1, so the laws of the critical current and of filaments count alone.
/// </remarks>
public sealed class ElectrolyteCrack
{
    // Plating against no critical current at all.
    private const double MostExcess = 10;

    private readonly ElectrolyteFracture? _law;
    private readonly double _set;
    private readonly double _thickness;
    private readonly double _misfitStress;

    /// <summary>Starts with the natural flaw.</summary>
    public ElectrolyteCrack(CellParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _law = parameters.ElectrolyteFracture;
        _set = parameters.Mechanics.SetTemperature;
        _thickness = parameters.Separator.Thickness;
        if (_law is not null)
        {
            _misfitStress = MisfitStrain.Stress(Math.Abs(_law.ExpansionMismatch), _law.YoungsModulus, _law.PoissonRatio);
            Length = Math.Min(_law.Flaw, _thickness);
        }
    }

    /// <summary>Length a, m; 0 if the electrolyte never cracks.</summary>
    public double Length { get; private set; }

    /// <summary>Tensile stress, Pa, as of the last evaluation.</summary>
    public double Stress { get; private set; }

    /// <summary>K/K_Ic, as of the last evaluation: above 1 the crack runs.</summary>
    public double Severity { get; private set; }

    /// <summary>Growth da/dt, m/s, as of the last evaluation.</summary>
    public double Rate { get; private set; }

    /// <summary>Whether a crack has run.</summary>
    public bool HasRun { get; private set; }

    /// <summary>Critical current over that of the natural flaw, at most 1.</summary>
    public double PlatingFactor { get; private set; } = 1;

    /// <summary>Resistance of the separator over that without a crack, at least 1.</summary>
    public double ResistanceFactor { get; private set; } = 1;

    /// <summary>Moves on by an interval.</summary>
    /// <param name="seconds">Length of the interval, s.</param>
    /// <param name="pressure">Stack pressure, MPa.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <param name="plating">Local plating current density over the critical one; 0 while not plating.</param>
    public void Advance(double seconds, double pressure, double temperature, double plating)
    {
        if (_law is null)
        {
            return;
        }

        Stress = (_law.PressureShare * pressure * 1e6) + (_misfitStress * Math.Abs(temperature - _set));
        Severity = (Fracture.Intensity(Stress, Length) / _law.Toughness) + Math.Clamp(plating - 1, 0, MostExcess);
        double growth = _law.GrowthRate * Math.Max(0, Severity - 1);
        Rate = Length < _thickness ? growth * Length : 0;
        if (Rate > 0)
        {
            HasRun = true;
            Length = Math.Min(_thickness, Length * Math.Exp(growth * seconds));
            double flaw = Math.Min(_law.Flaw, _thickness);
            PlatingFactor = Math.Sqrt(flaw / Length);
            ResistanceFactor = 1 + ((Length - flaw) / _thickness);
        }
    }
}

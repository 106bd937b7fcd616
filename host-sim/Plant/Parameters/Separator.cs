using Bms.Plant.Laws;

namespace Bms.Plant.Parameters;

/// <summary>The separator: a layer of solid electrolyte.</summary>
public sealed record Separator
{
    // LiPON 20, LLZO 40 (review); nothing is known of sulfides.
    private const double UsualPermittivity = 20;

    /// <summary>Thickness, m.</summary>
    public required double Thickness { get; init; }

    /// <summary>Ionic conductivity at the reference temperature, S/m.</summary>
    public required double Conductivity { get; init; }

    /// <summary>Activation energy of conduction, J/mol.</summary>
    public required double ConductivityActivation { get; init; }

    /// <summary>Capacitance of the layer between its faces, F/m². Default: permittivity 20 over its thickness.</summary>
    public double GeometricCapacitance
    {
        get => field > 0 ? field : Constants.VacuumPermittivity * UsualPermittivity / Thickness;
        init;
    }
}

using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Degradation;

/// <summary>Electrolyte that decomposes on a carbon additive of the composite cathode, which carries electrons deep into it.</summary>
/// <remarks>
/// A share of interphase growth, none without carbon. Its potential is that of the collector, so it grows faster than the rest above
/// the window of potential, and by current as interfacial decomposition does; what it left behind is not reduced again within the
/// window of use. Zhang et al. 2017 (carbon in Li10GeP2S12 composites, as remembered); review section 3.4.1.
/// </remarks>
public sealed class CarbonDecomposition
{
    private readonly PotentialExcess _excess;

    /// <summary>Takes the constants.</summary>
    public CarbonDecomposition(DegradationLaws laws)
    {
        ArgumentNullException.ThrowIfNull(laws);
        _excess = new PotentialExcess(laws.LowerPotential, 0, laws.UpperPotential, laws.CarbonSensitivity);
        ResistanceShare = laws.CarbonResistance;
    }

    /// <summary>Share of the interphase's law.</summary>
    public double ResistanceShare { get; }

    /// <summary>Growth at a potential, V, over that inside the window.</summary>
    public double Excess(double potential) => _excess.At(potential);
}

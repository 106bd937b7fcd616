using System;
using Bms.Plant.Electrolytes;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Plant.Electrodes;

/// <summary>A collector that holds only the lithium plated on it: what is lost ends the discharge earlier the next time.</summary>
/// <remarks>
/// With the areal charge m of connected lithium: coverage 1 - exp(-m/m_c); plating on what is still bare needs the nucleation
/// overpotential. The first plating forms an interphase, d q_f/dm = (q_form - q_f)/m_f; every later one leaves 1 - ε of itself
/// disconnected. When nothing is left, the potential rises from that of lithium to that at which the electrolyte is oxidised,
/// U exp(-m/m_e), and the electrolyte carries what current remains.
/// </remarks>
public sealed class PlatedCollector : NegativeHost
{
    // Of a collector in an electrolyte that never decomposes: copper dissolves, 3.4 V against lithium.
    private const double CopperPotential = 3.4;
    private const double LeastCoverage = 0.02;

    private readonly BareCollector _law;
    private readonly InterfaceDecomposition? _interphase;
    private readonly double _perAreal;
    private double _lithium;
    private double _formation;
    private double _carried;
    private double _lost;

    /// <summary>Starts with some lithium on it.</summary>
    /// <param name="law">The collector.</param>
    /// <param name="area">Interface, m².</param>
    /// <param name="lithium">Lithium on it, A h.</param>
    /// <param name="isFormed">Whether it has been plated before.</param>
    /// <param name="interphase">Decomposition at it, or null.</param>
    public PlatedCollector(BareCollector law, double area, double lithium, bool isFormed, InterfaceDecomposition? interphase)
    {
        ArgumentNullException.ThrowIfNull(law);
        _law = law;
        _interphase = interphase;
        _perAreal = 1 / (area * Constants.AmperePerSquareMetre);   // 1000 mAh/A h over 10 000 cm²/m²
        _lithium = lithium;
        _formation = isFormed ? 0 : law.FormationLoss / _perAreal;
    }

    /// <inheritdoc/>
    public override double Potential =>
        (_interphase?.PotentialFor(Math.Max(0, _carried)) ?? CopperPotential) * Math.Exp(-Areal / _law.ExhaustionCharge);

    /// <inheritdoc/>
    public override double Coverage => Math.Max(LeastCoverage, 1 - Bare);

    /// <inheritdoc/>
    public override double Barrier => _law.NucleationOverpotential * Bare;

    /// <inheritdoc/>
    public override InterfaceDecomposition? Interface => _interphase;

    /// <inheritdoc/>
    public override double Lithium => _lithium;

    /// <inheritdoc/>
    public override double Lost => _lost;

    // mAh/cm².
    private double Areal => _lithium * _perAreal;

    private double Bare => Math.Exp(-Areal / _law.CoveringCharge);

    /// <inheritdoc/>
    public override void Advance(double seconds, double current, double temperature)
    {
        double charge = current * seconds / Constants.SecondsPerHour;
        _carried = 0;
        if (charge > 0)
        {
            double formed = Math.Min(charge, _formation * (1 - Math.Exp(-charge * _perAreal / _law.FormationCharge)));
            double dead = (charge - formed) * (1 - _law.PlatingEfficiency);
            _formation -= formed;
            _lost += formed + dead;
            _lithium += charge - formed - dead;
        }
        else if (_lithium + charge >= 0)
        {
            _lithium += charge;
        }
        else
        {
            _carried = -(_lithium + charge) * Constants.SecondsPerHour / seconds;
            _lithium = 0;
        }

        _interphase?.Pass(seconds, _carried);
        _interphase?.Refresh(1 / temperature);
    }
}

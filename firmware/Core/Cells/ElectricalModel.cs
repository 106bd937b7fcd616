using Bms.Core.FixedPoint;

namespace Bms.Core.Cells;

/// <summary>
/// Terminal voltage of every cell: open-circuit potential at the surface, Butler-Volmer overpotentials at both
/// interfaces, and the ohmic drops, of which the contact drop grows as contact is lost.
/// </summary>
/// <remarks>
/// Review Eqs. 11, 12 and 16 with alpha = 0.5: eta = (2RT/F) asinh(i / 2 i0). Contact scales the exchange current of the
/// lithium interface (Tian) and divides the contact resistance. Rates are multiples of 1C, positive on charge.
/// </remarks>
public sealed class ElectricalModel
{
    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly int _lastPart;

    private int _openCircuit_uV;
    private int _slope_uV;
    private int _entropic_Q20;
    private int _shape_Q16;

    private int _thermalVoltage_uV;
    private int _positiveBase_Q16;
    private int _positiveDrive_Q16;
    private int _negativeDrive_Q16;
    private long _drop_Q8;
    private int _instant_Q16;

    /// <summary>Makes the model of all cells of <paramref name="states"/>.</summary>
    public ElectricalModel(CellProfile profile, CellStates states)
    {
        _profile = profile;
        _states = states;
        _lastPart = profile.Stoichiometry_Q30.Length - 2;
    }

    /// <summary>Heat of the last evaluated cell at its mean rate, µW; may be negative (reversible cooling).</summary>
    public int Heat_uW { get; private set; }

    /// <summary>Evaluates one cell after its diffusion step.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="scanRate_Q24">Rate during the last voltage scan.</param>
    /// <param name="contactFactor_Q16">Pressure factor of the clamp's contact resistance.</param>
    /// <param name="temperaturePosition">Core temperature as a position in the temperature grid.</param>
    /// <param name="horizonDischarge_Q24">Discharge rate for which the horizon conductance is wanted, above 0.</param>
    /// <param name="horizonCharge_Q24">Charge rate for which the horizon conductance is wanted, above 0.</param>
    public void Advance(int cell, int scanRate_Q24, int contactFactor_Q16, int temperaturePosition, int horizonDischarge_Q24, int horizonCharge_Q24)
    {
        CellProfile profile = _profile;
        CellStates states = _states;
        int surface = states.SurfaceStoichiometry_Q30[cell];
        int temperature_mK = states.CoreTemperature_mK[cell];
        int aboveReference_mK = temperature_mK - profile.ReferenceTemperature_mK;
        int rate_Q24 = states.Rate_Q24[cell];

        // heat first: it needs the open-circuit voltage of the mean stoichiometry
        ReadOpenCircuit(states.MeanStoichiometry_Q30[cell], aboveReference_mK);
        int meanOpenCircuit_uV = _openCircuit_uV;
        int entropic_Q20 = _entropic_Q20;

        ReadOpenCircuit(surface, aboveReference_mK);
        int surfaceOpenCircuit_uV = _openCircuit_uV;
        int window_Q30 = profile.StoichiometryEmpty_Q30 - profile.StoichiometryFull_Q30;
        states.Slope_uV[cell] = (int)(((long)_slope_uV * window_Q30) >> 30);

        int contactDrop_Q8 = Saturating.MultiplyScaled(Grid.AtTemperature(profile.ContactDrop_Q8, temperaturePosition), contactFactor_Q16, 16);
        states.ContactDrop_Q8[cell] = contactDrop_Q8;
        int contact_Q30 = states.Contact_Q30[cell] < 1 << 22 ? 1 << 22 : states.Contact_Q30[cell];
        long inverseContact_Q16 = (1L << 46) / contact_Q30;
        _thermalVoltage_uV = (int)(((long)temperature_mK * 180719) >> 20);
        _positiveBase_Q16 = Grid.AtTemperature(profile.PositiveDrive_Q16, temperaturePosition);
        _positiveDrive_Q16 = Saturating.MultiplyScaled(_positiveBase_Q16, _shape_Q16, 16);
        _negativeDrive_Q16 = Saturating.ToInt((Grid.AtTemperature(profile.NegativeDrive_Q16, temperaturePosition) * inverseContact_Q16) >> 16);
        _drop_Q8 = Grid.AtTemperature(profile.OhmicDrop_Q8, temperaturePosition) + ((contactDrop_Q8 * inverseContact_Q16) >> 16);

        int overpotential_uV = Overpotential(scanRate_Q24);
        states.Overpotential_uV[cell] = overpotential_uV;
        states.ModelVoltage_uV[cell] = surfaceOpenCircuit_uV + overpotential_uV;

        // I (V - U(mean)) + I T dU/dT, positive current on charge
        int meanVoltage_uV = surfaceOpenCircuit_uV + (rate_Q24 == scanRate_Q24 ? overpotential_uV : Overpotential(rate_Q24));
        long reversible_uV = ((long)temperature_mK * entropic_Q20) >> 20;
        long current_uA = ((long)rate_Q24 * profile.OneC_uA) >> 24;
        Heat_uW = Saturating.ToInt(current_uA * (meanVoltage_uV - meanOpenCircuit_uV + reversible_uV) / 1000000);

        // what a current held over the horizon would add
        int position = surface < 0 ? 0 : surface;
        long shift_Q30 = ((long)ShiftPerRate(position) * Grid.AtTemperature(profile.HorizonTemperature_Q16, temperaturePosition)) >> 16;
        states.DischargeConductance_Q40[cell] = Conductance(surface, shift_Q30, -horizonDischarge_Q24, surfaceOpenCircuit_uV, aboveReference_mK);
        states.DischargeInstant_Q16[cell] = _instant_Q16;
        states.ChargeConductance_Q40[cell] = Conductance(surface, shift_Q30, horizonCharge_Q24, surfaceOpenCircuit_uV, aboveReference_mK);
        states.ChargeInstant_Q16[cell] = _instant_Q16;
    }

    /// <summary>Open-circuit voltage of a stoichiometry at a temperature, µV.</summary>
    public int OpenCircuit(int stoichiometry_Q30, int temperature_mK)
    {
        ReadOpenCircuit(stoichiometry_Q30, temperature_mK - _profile.ReferenceTemperature_mK);
        return _openCircuit_uV;
    }

    private int Conductance(int surface_Q30, long shift_Q30, int rate_Q24, int openCircuit_uV, int aboveReference_mK)
    {
        // charging takes lithium out of the positive electrode
        long ahead = surface_Q30 - ((shift_Q30 * rate_Q24) >> 24);
        int inside = ahead > 0x3FFFFFFF ? 0x3FFFFFFF : (int)(ahead < 0 ? 0 : ahead);
        ReadOpenCircuit(inside, aboveReference_mK);
        _positiveDrive_Q16 = Saturating.MultiplyScaled(_positiveBase_Q16, _shape_Q16, 16);

        // where there is no lithium or no site left, the curve goes on as steeply as it ends
        long beyond_uV = ((ahead - inside) * _slope_uV) >> 20;
        long instant_uV = Overpotential(rate_Q24);
        long change_uV = _openCircuit_uV + beyond_uV - openCircuit_uV + instant_uV;
        long magnitude_uV = change_uV < 0 ? -change_uV : change_uV;
        long rate = rate_Q24 < 0 ? -rate_Q24 : rate_Q24;
        if (magnitude_uV < 1)
        {
            _instant_Q16 = 0;
            return int.MaxValue;
        }

        _instant_Q16 = (int)(((instant_uV < 0 ? -instant_uV : instant_uV) << 16) / magnitude_uV);
        return Saturating.ToInt((rate << 16) / magnitude_uV);
    }

    private int Overpotential(int rate_Q24)
    {
        int positive = Asinh.Of(Saturating.ToInt(((long)rate_Q24 * _positiveDrive_Q16) >> 24));
        int negative = Asinh.Of(Saturating.ToInt(((long)rate_Q24 * _negativeDrive_Q16) >> 24));
        long kinetic_uV = ((long)(positive + negative) * _thermalVoltage_uV) >> 16;
        long limited_Q8 = _drop_Q8 > 0x1FFFFFFFFL ? 0x1FFFFFFFFL : _drop_Q8;
        return Saturating.ToInt(kinetic_uV + ((rate_Q24 * limited_Q8) >> 32));
    }

    private int ShiftPerRate(int stoichiometry_Q30)
    {
        int[] table = _profile.HorizonResponse_Q30;
        int node = stoichiometry_Q30 >> Grid.StoichiometryShift;
        node = node > Grid.StoichiometryNodes - 2 ? Grid.StoichiometryNodes - 2 : node;
        int low = table[node];
        return low + (int)(((long)(table[node + 1] - low) * (stoichiometry_Q30 & 0x7FFFFF)) >> Grid.StoichiometryShift);
    }

    /// <summary>Reads all tables over stoichiometry at once; beyond their ends the end value holds.</summary>
    private void ReadOpenCircuit(int stoichiometry_Q30, int aboveReference_mK)
    {
        CellProfile profile = _profile;
        int[] nodes = profile.Stoichiometry_Q30;
        int[] potential = profile.OpenCircuit_uV;
        int last = nodes.Length - 1;
        int x = stoichiometry_Q30;
        x = x < nodes[0] ? nodes[0] : x;
        x = x > nodes[last] ? nodes[last] : x;

        int node = profile.StoichiometryIndex[x >> 24];
        while (node < _lastPart && nodes[node + 1] < x)
        {
            node++;
        }

        int width = nodes[node + 1] - nodes[node];
        width = width < 1 ? 1 : width;
        long fraction_Q30 = ((long)(x - nodes[node]) << 30) / width;
        int rise_uV = potential[node + 1] - potential[node];
        int entropic = profile.Entropic_Q20[node];
        entropic += (int)(((profile.Entropic_Q20[node + 1] - entropic) * fraction_Q30) >> 30);
        int shape = profile.KineticShape_Q16[node];
        shape += (int)(((profile.KineticShape_Q16[node + 1] - shape) * fraction_Q30) >> 30);

        _entropic_Q20 = entropic;
        _shape_Q16 = shape;
        _slope_uV = (int)(((long)rise_uV << 20) / width);
        _openCircuit_uV = potential[node] + (int)((rise_uV * fraction_Q30) >> 30) + (int)(((long)aboveReference_mK * entropic) >> 20);
    }
}

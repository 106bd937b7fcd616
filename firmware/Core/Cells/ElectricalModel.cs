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
    // 2R/F in µV/mK, 20 fraction bits
    private const long ThermalVoltage_Q20 = 180719;

    // keeps rate times drop within 63 bits: 33 V at 1C
    private const long HighestDrop_Q8 = 0x1FFFFFFFFL;

    private const long Millionth_Q36 = 68719;

    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly long _window_Q30;
    private readonly int _lowest_Q30;
    private readonly int _highest_Q30;

    // rise of each table per unit of stoichiometry, from each node to the next
    private readonly int[] _potentialRise_uV;
    private readonly long[] _entropicRise_Q20;
    private readonly long[] _shapeRise_Q16;

    // heat is reckoned from the open-circuit voltage of the mean stoichiometry, which moves slowly
    private readonly int[] _meanOpenCircuit_uV;
    private readonly int[] _meanEntropic_Q20;

    // the last reading of the tables over stoichiometry
    private int _openCircuit_uV;
    private int _slope_uV;
    private int _entropic_Q20;
    private long _shape_Q16;

    // the parts of the last overpotential
    private long _ohmicDrop_Q8;
    private int _negativeReaction_Q16;

    /// <summary>Makes the model of all cells of <paramref name="states"/>.</summary>
    public ElectricalModel(CellProfile profile, CellStates states)
    {
        _profile = profile;
        _states = states;
        _window_Q30 = (long)profile.StoichiometryEmpty_Q30 - profile.StoichiometryFull_Q30;
        int[] nodes = profile.Stoichiometry_Q30;
        int last = nodes.Length - 1;
        _lowest_Q30 = nodes[0];
        _highest_Q30 = nodes[last] < 1 << 30 ? nodes[last] : (1 << 30) - 1;
        _potentialRise_uV = new int[nodes.Length];
        _entropicRise_Q20 = new long[nodes.Length];
        _shapeRise_Q16 = new long[nodes.Length];
        for (int node = 0; node < last; node++)
        {
            long width = ((long)nodes[node + 1] - nodes[node]) | 1;
            _potentialRise_uV[node] = Saturating.ToInt((((long)profile.OpenCircuit_uV[node + 1] - profile.OpenCircuit_uV[node]) << 30) / width);
            _entropicRise_Q20[node] = (((long)profile.Entropic_Q20[node + 1] - profile.Entropic_Q20[node]) << 30) / width;
            _shapeRise_Q16[node] = (((long)profile.KineticShape_Q16[node + 1] - profile.KineticShape_Q16[node]) << 30) / width;
        }

        _meanOpenCircuit_uV = new int[states.Count];
        _meanEntropic_Q20 = new int[states.Count];
    }

    /// <summary>Heat of the last advanced cell, µW; may be negative (reversible cooling).</summary>
    public int Heat_uW;

    /// <summary>Overpotential of the positive interface of the last <see cref="Advance"/> or <see cref="Look"/>, in 2RT/F.</summary>
    public int PositiveReaction_Q16;

    /// <summary>Conductance of the last <see cref="Look"/>, C per µV.</summary>
    public int Conductance_Q40;

    /// <summary>Share of the last <see cref="Look"/>'s drop that comes at once.</summary>
    public int Instant_Q16;

    /// <summary>Renews the open-circuit voltage of one cell's mean stoichiometry, from which heat is reckoned.</summary>
    /// <param name="cell">Cell number.</param>
    public void RenewMean(int cell)
    {
        ReadTables(_states.MeanStoichiometry_Q30[cell], _states.CoreTemperature_mK[cell] - _profile.ReferenceTemperature_mK);
        _meanOpenCircuit_uV[cell] = _openCircuit_uV;
        _meanEntropic_Q20[cell] = _entropic_Q20;
    }

    /// <summary>Evaluates one cell after its diffusion step, at the rate of the last voltage scan.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="rate_Q24">Rate during the last voltage scan.</param>
    /// <param name="contactFactor_Q16">Pressure factor of the clamp's contact resistance.</param>
    /// <param name="temperaturePosition">Core temperature as a position in the temperature grid.</param>
    public void Advance(int cell, int rate_Q24, int contactFactor_Q16, int temperaturePosition)
    {
        CellStates states = _states;
        int temperature_mK = states.CoreTemperature_mK[cell];
        int aboveReference_mK = temperature_mK - _profile.ReferenceTemperature_mK;
        ReadTables(states.SurfaceStoichiometry_Q30[cell], aboveReference_mK);
        states.Slope_uV[cell] = (int)((_slope_uV * _window_Q30) >> 40);
        int overpotential_uV = Overpotential(cell, rate_Q24, contactFactor_Q16, temperature_mK, temperaturePosition);
        int voltage_uV = _openCircuit_uV + overpotential_uV;
        states.Overpotential_uV[cell] = overpotential_uV;
        states.ModelVoltage_uV[cell] = voltage_uV;
        states.OhmicDrop_Q8[cell] = _ohmicDrop_Q8;
        states.PositiveReaction_Q16[cell] = PositiveReaction_Q16;
        states.NegativeReaction_Q16[cell] = _negativeReaction_Q16;

        // I (V - U(mean)) + I T dU/dT, positive current on charge
        long drive_uV = voltage_uV - _meanOpenCircuit_uV[cell] + (((long)temperature_mK * _meanEntropic_Q20[cell]) >> 20);
        long heat_Q4 = (((long)rate_Q24 * _profile.OneC_uA) >> 20) * drive_uV;
        long heat_uW = (((heat_Q4 >> 20) * Millionth_Q36) + 0x80000) >> 20;
        Heat_uW = heat_uW > 2000000000 ? 2000000000 : (int)heat_uW;
    }

    /// <summary>
    /// Looks ahead: what a rate held over the horizon would add to one cell's voltage, in <see cref="Conductance_Q40"/> and
    /// <see cref="Instant_Q16"/>.
    /// </summary>
    /// <param name="cell">Cell number, already advanced.</param>
    /// <param name="rate_Q24">The rate, not 0, positive on charge.</param>
    /// <param name="contactFactor_Q16">Pressure factor of the clamp's contact resistance.</param>
    public void Look(int cell, int rate_Q24, int contactFactor_Q16)
    {
        CellProfile profile = _profile;
        CellStates states = _states;
        int temperature_mK = states.CoreTemperature_mK[cell];
        int aboveReference_mK = temperature_mK - profile.ReferenceTemperature_mK;
        int position = Grid.TemperaturePosition(temperature_mK);
        int surface = states.SurfaceStoichiometry_Q30[cell];
        ReadTables(surface, aboveReference_mK);
        int openCircuit_uV = _openCircuit_uV;

        // charging takes lithium out of the positive electrode
        long perRate_Q30 = SurfaceShift.PerRate_Q30(profile, surface, position);
        long ahead = surface - ((perRate_Q30 * rate_Q24) >> 24);
        int inside = ahead > Grid.StoichiometryLast ? Grid.StoichiometryLast : (int)(ahead < 0 ? 0 : ahead);
        ReadTables(inside, aboveReference_mK);

        // where there is no lithium or no site left, the curve goes on as steeply as it ends
        long beyond_uV = ((ahead - inside) * _slope_uV) >> 30;
        long instant_uV = Overpotential(cell, rate_Q24, contactFactor_Q16, temperature_mK, position);
        long change_uV = _openCircuit_uV + beyond_uV - openCircuit_uV + instant_uV;
        long magnitude_uV = change_uV < 0 ? -change_uV : change_uV;
        magnitude_uV = magnitude_uV < 1 ? 1 : magnitude_uV;
        long rate = rate_Q24 < 0 ? -(long)rate_Q24 : rate_Q24;
        Instant_Q16 = Saturating.ToInt(((instant_uV < 0 ? -instant_uV : instant_uV) << 16) / magnitude_uV);
        Conductance_Q40 = Saturating.ToInt((rate << 16) / magnitude_uV);
    }

    /// <summary>Open-circuit voltage of a stoichiometry at a temperature, µV.</summary>
    public int OpenCircuit(int stoichiometry_Q30, int temperature_mK)
    {
        ReadTables(stoichiometry_Q30, temperature_mK - _profile.ReferenceTemperature_mK);
        return _openCircuit_uV;
    }

    /// <summary>Overpotential of a rate at a cell's temperature and contact, and at the kinetic shape read last.</summary>
    private int Overpotential(int cell, int rate_Q24, int contactFactor_Q16, int temperature_mK, int temperaturePosition)
    {
        CellProfile profile = _profile;
        CellStates states = _states;
        int node = temperaturePosition >> Grid.FineTemperatureShift;
        int next = node + 1;
        long part = temperaturePosition & Grid.FineTemperatureMask;
        int[] table = profile.PositiveDrive_Q16;
        long low = table[node];
        long positive_Q16 = ((low + (((table[next] - low) * part) >> Grid.FineTemperatureShift)) * _shape_Q16) >> 16;
        table = profile.NegativeDrive_Q16;
        low = table[node];
        long negative_Q16 = low + (((table[next] - low) * part) >> Grid.FineTemperatureShift);
        table = profile.ContactDrop_Q8;
        low = table[node];
        long contact_Q8 = ((low + (((table[next] - low) * part) >> Grid.FineTemperatureShift)) * contactFactor_Q16) >> 16;
        if (contact_Q8 > int.MaxValue)
        {
            contact_Q8 = int.MaxValue;
        }

        states.ContactDrop_Q8[cell] = (int)contact_Q8;

        int contact_Q30 = states.Contact_Q30[cell];
        if (contact_Q30 != 1 << 30)
        {
            long inverse_Q16 = (1L << 46) / (contact_Q30 < 1 << 22 ? 1 << 22 : contact_Q30);
            negative_Q16 = (negative_Q16 * inverse_Q16) >> 16;
            contact_Q8 = (contact_Q8 * inverse_Q16) >> 16;
        }

        table = profile.OhmicDrop_Q8;
        low = table[node];
        long drop_Q8 = low + (((table[next] - low) * part) >> Grid.FineTemperatureShift) + states.InterphaseDrop_Q8[cell] + contact_Q8;
        drop_Q8 = (drop_Q8 * states.OhmicScale_Q20[cell]) >> 20;
        if (drop_Q8 > HighestDrop_Q8)
        {
            drop_Q8 = HighestDrop_Q8;
        }

        // a higher charge transfer resistance acts as a higher rate through the same interface
        long drive_Q24 = ((long)rate_Q24 * states.ReactionScale_Q20[cell]) >> 20;
        int positiveReaction_Q16 = Asinh.Of((drive_Q24 * positive_Q16) >> 24);
        int negativeReaction_Q16 = Asinh.Of((drive_Q24 * negative_Q16) >> 24);
        _ohmicDrop_Q8 = drop_Q8;
        PositiveReaction_Q16 = positiveReaction_Q16;
        _negativeReaction_Q16 = negativeReaction_Q16;
        long thermalVoltage_uV = (temperature_mK * ThermalVoltage_Q20) >> 20;
        long overpotential_uV = (((positiveReaction_Q16 + negativeReaction_Q16) * thermalVoltage_uV) >> 16) + ((rate_Q24 * drop_Q8) >> 32);
        if ((ulong)(overpotential_uV + int.MaxValue) > 2UL * int.MaxValue)
        {
            overpotential_uV = overpotential_uV < 0 ? -int.MaxValue : int.MaxValue;
        }

        return (int)overpotential_uV;
    }

    /// <summary>Reads all tables over stoichiometry at once; beyond their ends the end value holds.</summary>
    private void ReadTables(int stoichiometry_Q30, int aboveReference_mK)
    {
        CellProfile profile = _profile;
        int x = stoichiometry_Q30;
        if (x < _lowest_Q30)
        {
            x = _lowest_Q30;
        }
        else if (x > _highest_Q30)
        {
            x = _highest_Q30;
        }

        int[] nodes = profile.Stoichiometry_Q30;
        byte[] index = profile.StoichiometryIndex;
        int part = x >> Grid.IndexShift;
        int node = index[part];
        int beyondNode = index[part + 1] + 1;
        while (node + 1 < beyondNode)
        {
            int middle = (node + beyondNode) >> 1;
            if (nodes[middle] < x)
            {
                node = middle;
            }
            else
            {
                beyondNode = middle;
            }
        }

        long beyond = x - nodes[node];
        int entropic = profile.Entropic_Q20[node] + (int)((_entropicRise_Q20[node] * beyond) >> 30);
        int rise_uV = _potentialRise_uV[node];
        _entropic_Q20 = entropic;
        _shape_Q16 = profile.KineticShape_Q16[node] + ((_shapeRise_Q16[node] * beyond) >> 30);
        _slope_uV = rise_uV;
        _openCircuit_uV = profile.OpenCircuit_uV[node] + (int)((rise_uV * beyond) >> 30) + (int)(((long)aboveReference_mK * entropic) >> 20);
    }
}

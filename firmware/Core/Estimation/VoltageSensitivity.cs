using Bms.Core.Cells;
using Bms.Core.Sensing;

namespace Bms.Core.Estimation;

/// <summary>What each estimated state adds to a cell's voltage, at the current of the last voltage scan.</summary>
/// <remarks>
/// Derivatives of review Eq. 16: along the open-circuit curve for charge, the whole ohmic part for its scale, and for a reaction
/// 2RT/F asinh z, whose z grows with the scale, z / sqrt(1 + z²) = tanh(asinh z) of 2RT/F (review Eqs. 11 and 12, alpha = 0.5).
/// Contact divides its own part of the ohmic drop and the current through the lithium interface (Tian).
/// </remarks>
public sealed class VoltageSensitivity
{
    // 2R/F in µV/mK
    private const long ThermalVoltage_Q20 = 180719;
    private const long HighestSlope_Q20 = 1L << 24;
    private const int LeastContact_Q30 = 1 << 22;

    private readonly CellStates _states;
    private readonly Readings _readings;

    /// <summary>Looks at the cells of <paramref name="states"/> at the currents of <paramref name="readings"/>.</summary>
    public VoltageSensitivity(CellStates states, Readings readings)
    {
        _states = states;
        _readings = readings;
    }

    /// <summary>Fills in the sensitivities of one cell, µV per ppm; capacity has none, it acts by the charge counted.</summary>
    /// <param name="cell">Cell number, already advanced.</param>
    /// <param name="sensitivity_Q20">One entry a state, see <see cref="StateCovariance"/>.</param>
    public void Fill(int cell, long[] sensitivity_Q20)
    {
        CellStates states = _states;

        // the published slope is µV per 2^-10 of full charge and falls with stoichiometry
        long slope_Q20 = -(long)states.Slope_uV[cell] * 1074;
        sensitivity_Q20[StateCovariance.StateOfCharge] = slope_Q20 < 1 ? 1 : (slope_Q20 > HighestSlope_Q20 ? HighestSlope_Q20 : slope_Q20);

        long rate_Q24 = _readings.ScanRate_Q24;
        long thermal_uV = (states.CoreTemperature_mK[cell] * ThermalVoltage_Q20) >> 20;
        long negative_uV = (Tanh_Q16(states.NegativeReaction_Q16[cell]) * thermal_uV) >> 16;
        sensitivity_Q20[StateCovariance.Ohmic] = PerPpm((rate_Q24 * states.OhmicDrop_Q8[cell]) >> 32);
        sensitivity_Q20[StateCovariance.Reaction] = PerPpm(((Tanh_Q16(states.PositiveReaction_Q16[cell]) * thermal_uV) >> 16) + negative_uV);
        long contact_Q30 = states.Contact_Q30[cell];
        contact_Q30 = contact_Q30 < LeastContact_Q30 ? LeastContact_Q30 : contact_Q30;
        long contact_Q8 = ((((long)states.ContactDrop_Q8[cell] << 30) / contact_Q30) * states.OhmicScale_Q20[cell]) >> 20;
        sensitivity_Q20[StateCovariance.Contact] = -PerPpm(((rate_Q24 * contact_Q8) >> 32) + negative_uV);
        sensitivity_Q20[StateCovariance.Bias] = 1L << 20;
    }

    private static long PerPpm(long change_uV)
    {
        long sensitivity_Q20 = (change_uV * 1074) >> 10;
        return sensitivity_Q20 > StateCovariance.HighestSensitivity_Q20
            ? StateCovariance.HighestSensitivity_Q20
            : (sensitivity_Q20 < -StateCovariance.HighestSensitivity_Q20 ? -StateCovariance.HighestSensitivity_Q20 : sensitivity_Q20);
    }

    /// <summary>tanh by its Padé approximant, to 2.4 %.</summary>
    private static long Tanh_Q16(long y_Q16)
    {
        if (y_Q16 >= 3 << 16 || y_Q16 <= -3 << 16)
        {
            return y_Q16 < 0 ? -65536 : 65536;
        }

        long square_Q16 = (y_Q16 * y_Q16) >> 16;
        long divisor_Q16 = (27 << 16) + (9 * square_Q16);
        return y_Q16 * ((27 << 16) + square_Q16) / (divisor_Q16 < 27 << 16 ? 27 << 16 : divisor_Q16);
    }
}

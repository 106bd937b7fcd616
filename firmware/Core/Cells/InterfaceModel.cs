using Bms.Core.FixedPoint;

namespace Bms.Core.Cells;

/// <summary>
/// What current does to the lithium interface of every cell: contact lost by stripping faster than creep replenishes,
/// contact healed by creep, and the filament index grown by plating above the critical current or by pressure.
/// </summary>
/// <remarks>
/// d theta/dt = -a max(0, j/theta - j_strip) + b epsdot (1 - theta);
/// dF/dt = c max(0, j/theta - CCD) + r_mech(P) arr(T) min(1, |j|/j_ref), and where both are 0, - heal arr(T);
/// CCD falls with the resistance of the contact as in the limiter that keeps to it.
/// </remarks>
public sealed class InterfaceModel
{
    private const long Full_Q40 = 1L << 40;

    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly ClampModel _clamps;

    /// <summary>Makes the model of all cells of <paramref name="states"/>, pressed by <paramref name="clamps"/>.</summary>
    public InterfaceModel(CellProfile profile, CellStates states, ClampModel clamps)
    {
        _profile = profile;
        _states = states;
        _clamps = clamps;
    }

    /// <summary>Advances one cell by its mean rate.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="step_ms">Length of the step, up to 60 000 ms.</param>
    /// <param name="clamp">The cell's clamp.</param>
    /// <param name="temperaturePosition">Core temperature as a position in the temperature grid.</param>
    public void Advance(int cell, int step_ms, int clamp, int temperaturePosition)
    {
        CellProfile profile = _profile;
        int rate_Q24 = _states.Rate_Q24[cell];
        int contact_Q30 = _states.Contact_Q30[cell];
        long magnitude_Q24 = rate_Q24 < 0 ? -(long)rate_Q24 : rate_Q24;
        long local_Q24 = contact_Q30 == 1 << 30 ? magnitude_Q24 : (magnitude_Q24 << 30) / (contact_Q30 < 1 << 22 ? 1 << 22 : contact_Q30);

        // the critical current, of stripping or of plating
        bool isStripping = rate_Q24 < 0;
        int[] table = isStripping ? profile.StrippingTemperature_Q16 : profile.PlatingTemperature_Q16;
        int node = temperaturePosition >> Grid.TemperatureShift;
        long factor_Q16 = table[node];
        factor_Q16 += ((table[node + 1] - factor_Q16) * (temperaturePosition & Grid.TemperatureMask)) >> Grid.TemperatureShift;
        table = isStripping ? _clamps.Stripping_Q24 : _clamps.Plating_Q24;
        long limit_Q24 = (table[clamp] * factor_Q16) >> 16;

        long lost = 0;
        long grown_Q40 = 0;
        if (isStripping)
        {
            if (limit_Q24 > profile.StrippingCeiling_Q24)
            {
                limit_Q24 = profile.StrippingCeiling_Q24;
            }

            if (local_Q24 > limit_Q24)
            {
                lost = (((local_Q24 - limit_Q24) * profile.ContactLoss_Q30) >> 24) * step_ms / 1000;
            }
        }
        else
        {
            int decay_Q44 = profile.PlatingDecay_Q44;

            // exp(-z) is never below 1 - z
            if (decay_Q44 != 0 && local_Q24 << 16 > limit_Q24 * (65536 - (((long)_states.ContactDrop_Q8[cell] * decay_Q44) >> 36)))
            {
                limit_Q24 = (limit_Q24 * ContactPenalty_Q16(_states.ContactDrop_Q8[cell], decay_Q44)) >> 16;
            }

            if (limit_Q24 > profile.PlatingCeiling_Q24)
            {
                limit_Q24 = profile.PlatingCeiling_Q24;
            }

            if (local_Q24 > limit_Q24)
            {
                grown_Q40 = (((local_Q24 - limit_Q24) * profile.FilamentGrowth_Q30) >> 14) * step_ms / 1000;
            }
        }

        if (lost != 0 || contact_Q30 < 1 << 30)
        {
            MoveContact(cell, contact_Q30 - lost, step_ms, clamp, temperaturePosition);
        }

        if (_clamps.Mechanical_Q40[clamp] != 0)
        {
            grown_Q40 += Mechanical(magnitude_Q24, step_ms, clamp, temperaturePosition);
        }

        if (grown_Q40 != 0 || _states.Filament_Q40[cell] != 0)
        {
            MoveFilament(cell, grown_Q40, step_ms, temperaturePosition);
        }
    }

    private void MoveContact(int cell, long contact, int step_ms, int clamp, int temperaturePosition)
    {
        CellProfile profile = _profile;
        int[] table = profile.CreepTemperature_Q16;
        int node = temperaturePosition >> Grid.TemperatureShift;
        long healing_Q36 = table[node];
        healing_Q36 += ((table[node + 1] - healing_Q36) * (temperaturePosition & Grid.TemperatureMask)) >> Grid.TemperatureShift;
        healing_Q36 = (_clamps.Healing_Q36[clamp] * healing_Q36) >> 16;
        contact += (((healing_Q36 * ((1L << 30) - contact)) >> 30) * step_ms / 1000) >> 6;
        contact = contact < profile.ContactMinimum_Q30 ? profile.ContactMinimum_Q30 : contact;
        _states.Contact_Q30[cell] = contact > 1L << 30 ? 1 << 30 : (int)contact;
    }

    private long Mechanical(long magnitude_Q24, int step_ms, int clamp, int temperaturePosition)
    {
        CellProfile profile = _profile;
        long rate_Q40 = ((long)_clamps.Mechanical_Q40[clamp] * Grid.AtTemperature(profile.FilamentTemperature_Q16, temperaturePosition)) >> 16;
        if (magnitude_Q24 < profile.FilamentFullRate_Q24)
        {
            rate_Q40 = rate_Q40 * magnitude_Q24 / (profile.FilamentFullRate_Q24 | 1);
        }

        return rate_Q40 * step_ms / 1000;
    }

    private void MoveFilament(int cell, long grown_Q40, int step_ms, int temperaturePosition)
    {
        long filament_Q40 = _states.Filament_Q40[cell] + grown_Q40;
        if (grown_Q40 == 0)
        {
            int[] table = _profile.FilamentHealing_Q40;
            int node = temperaturePosition >> Grid.TemperatureShift;
            long healing_Q40 = table[node];
            healing_Q40 += ((table[node + 1] - healing_Q40) * (temperaturePosition & Grid.TemperatureMask)) >> Grid.TemperatureShift;
            filament_Q40 -= healing_Q40 * step_ms / 1000;
        }

        filament_Q40 = filament_Q40 < 0 ? 0 : filament_Q40;
        filament_Q40 = filament_Q40 > Full_Q40 ? Full_Q40 : filament_Q40;
        _states.Filament_Q40[cell] = filament_Q40;
        _states.Filament_Q30[cell] = (int)(filament_Q40 >> 10);
    }

    /// <summary>Share of the plating limit that is left where the contact has resistance: exp(-drop decay).</summary>
    /// <param name="contactDrop_Q8">Contact drop at 1C and full contact, µV/C, at least 0.</param>
    /// <param name="decay_Q44">Decay of the limit with that drop, C/µV, at least 0; 0 leaves the whole limit.</param>
    /// <returns>From 0 to 65536; the exponent rounds to the side of the smaller share.</returns>
    public static int ContactPenalty_Q16(int contactDrop_Q8, int decay_Q44)
    {
        return Exponential.Of((int)((-(long)contactDrop_Q8 * decay_Q44) >> 36));
    }
}

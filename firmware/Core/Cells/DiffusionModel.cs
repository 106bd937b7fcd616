namespace Bms.Core.Cells;

/// <summary>
/// Lithium in the positive electrode of every cell: implicit finite volumes, graded towards the surface.
/// </summary>
/// <remarks>
/// The state is amounts of charge. A step solves the backward-Euler equations for the change of the profile by Thomas'
/// algorithm; every volume but the innermost takes its change as a whole amount, and the innermost takes what is left of
/// the cell's own charge. So the sum of the amounts follows the charge counter exactly, forever, whatever the rounding inside.
/// The surface lies outside the outermost volume by a distance that makes the quasi-steady excess of a sphere exactly
/// one fifth of flux times radius over diffusivity. A correction of the state of charge is the same everywhere in the
/// particle, so it is kept apart as an offset of the stoichiometry.
/// </remarks>
public sealed class DiffusionModel
{
    private const int Volumes = Grid.Volumes;
    private const int Last = Volumes - 1;
    private const long Highest_Q30 = 0x3FFFFFFF;

    // amounts are read in units of 2^22 quanta, of which the sites of a cell have 2^30 to 2^31
    private const int UnitShift = 22;

    // keeps conductance times gradient within 63 bits
    private const long HighestConductance_Q30 = 1L << 32;

    // beyond this the offset of a cell goes into its amounts
    private const int HighestOffset_ppm = 100000;

    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly int _quantumShift;
    private readonly int _longestStep_ms;
    private readonly long _siteReciprocal_Q61;
    private readonly long _perWindow_Q30;
    private readonly long _emptyLithium_uAms;
    private readonly long _perPpm_uAms;
    private readonly long _perPpm_Q51;
    private readonly long[] _perPpm = new long[Volumes];
    private readonly long[] _volumeUnits = new long[Volumes];
    private readonly long[] _volumeReciprocal_Q60 = new long[Volumes];
    private readonly long[] _fraction_Q30 = new long[Volumes];
    private readonly long[] _face_Q16 = new long[Volumes];
    private readonly long[] _diffusivity_Q36;
    private readonly long[] _diffusivityRise_Q36;

    // quanta: 2^-_quantumShift of a µA ms
    private readonly long[] _amount;
    private readonly long[] _seenCharge_uAms;
    private readonly int[] _offset_ppm;
    private readonly int[] _offset_Q30;

    // what the way in leaves for the way out
    private readonly long[] _ratio_Q30 = new long[Volumes];
    private readonly long[] _change_Q30 = new long[Volumes];

    /// <summary>Makes the model of all cells of <paramref name="states"/>.</summary>
    public DiffusionModel(CellProfile profile, CellStates states)
    {
        _profile = profile;
        _states = states;
        long sites = profile.SiteCharge_uAms < 1 ? 1 : profile.SiteCharge_uAms;
        while (sites < 1L << 52)
        {
            sites <<= 1;
            _quantumShift++;
        }

        long siteUnits = sites >> UnitShift;
        _siteReciprocal_Q61 = (1L << 61) / (siteUnits < 1 ? 1 : siteUnits);
        long width_Q30 = (long)profile.StoichiometryEmpty_Q30 - profile.StoichiometryFull_Q30;
        _perWindow_Q30 = (1L << 60) / (width_Q30 < 1 << 20 ? 1 << 20 : width_Q30);
        _emptyLithium_uAms = Share(profile.SiteCharge_uAms, profile.StoichiometryEmpty_Q30);
        _perPpm_uAms = profile.WindowCharge_uAms / 1000000;
        long perPpm = _perPpm_uAms << _quantumShift;
        _perPpm_Q51 = (perPpm << (51 - UnitShift)) / (siteUnits < 1 ? 1 : siteUnits);
        long left = perPpm;
        for (int k = 0; k < Volumes; k++)
        {
            long units = Share(sites, profile.VolumeFraction_Q30[k]) >> UnitShift;
            _volumeUnits[k] = units;
            _volumeReciprocal_Q60[k] = (1L << 60) / (units < 1 ? 1 : units);
            _fraction_Q30[k] = profile.VolumeFraction_Q30[k];
            _face_Q16[k] = k < Last ? profile.FaceConductance_Q16[k] : 0;
            _perPpm[k] = k < Last ? Share(perPpm, profile.VolumeFraction_Q30[k]) : left;
            left -= _perPpm[k];
        }

        int nodes = profile.Diffusivity_Q36.Length;
        _diffusivity_Q36 = new long[nodes];
        _diffusivityRise_Q36 = new long[nodes];
        for (int node = 0; node < nodes; node++)
        {
            _diffusivity_Q36[node] = profile.Diffusivity_Q36[node];
            _diffusivityRise_Q36[node] = node < nodes - 1 ? profile.Diffusivity_Q36[node + 1] - profile.Diffusivity_Q36[node] : 0;
        }

        _longestStep_ms = Longest(profile);
        _amount = new long[states.Count * Volumes];
        _seenCharge_uAms = new long[states.Count];
        _offset_ppm = new int[states.Count];
        _offset_Q30 = new int[states.Count];
    }

    /// <summary>An amount's unit is 2^-QuantumShift µA ms.</summary>
    public int QuantumShift
    {
        get { return _quantumShift; }
    }

    /// <summary>Sets a cell to rest at a state of charge, and the charge counter it starts from.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="stateOfCharge_Q30">0 empty, 2^30 full.</param>
    /// <param name="charge_uAms">Present value of the pack's charge counter.</param>
    public void Reset(int cell, int stateOfCharge_Q30, long charge_uAms)
    {
        long total_uAms = _emptyLithium_uAms - Share(_profile.WindowCharge_uAms, stateOfCharge_Q30);
        long left = total_uAms << _quantumShift;
        for (int k = Last; k > 0; k--)
        {
            long amount = Share(total_uAms << _quantumShift, _profile.VolumeFraction_Q30[k]);
            _amount[(cell * Volumes) + k] = amount;
            left -= amount;
        }

        _amount[cell * Volumes] = left;
        _offset_ppm[cell] = 0;
        _offset_Q30[cell] = 0;
        _states.Lithium_uAms[cell] = total_uAms;
        _seenCharge_uAms[cell] = charge_uAms;
        Publish(cell, total_uAms);
        _states.SurfaceStoichiometry_Q30[cell] = _states.MeanStoichiometry_Q30[cell];
    }

    /// <summary>Moves a cell's state of charge without current, the same everywhere in the particle.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="charge_ppm">Charge to add, ppm of full charge, up to a whole charge (positive: the cell is fuller than thought).</param>
    /// <returns>The charge added, µA ms, exact.</returns>
    public long Shift(int cell, int charge_ppm)
    {
        int offset_ppm = _offset_ppm[cell] + charge_ppm;
        _offset_ppm[cell] = offset_ppm;
        if (offset_ppm > HighestOffset_ppm || offset_ppm < -HighestOffset_ppm)
        {
            TakeIn(cell);
        }

        _offset_Q30[cell] = (int)((-_offset_ppm[cell] * _perPpm_Q51) >> 21);
        long moved_uAms = charge_ppm * _perPpm_uAms;
        long lithium_uAms = _states.Lithium_uAms[cell] - moved_uAms;
        _states.Lithium_uAms[cell] = lithium_uAms;
        Publish(cell, lithium_uAms);
        return moved_uAms;
    }

    /// <summary>The amount of lithium in one volume of one cell, offset included, in 2^-<see cref="QuantumShift"/> µA ms.</summary>
    public long Amount(int cell, int volume)
    {
        return _amount[(cell * Volumes) + volume] - (_offset_ppm[cell] * _perPpm[volume]);
    }

    /// <summary>Advances one cell to now.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="charge_uAms">The pack's charge counter now; the difference to the cell's step before is what flowed.</param>
    /// <param name="step_ms">Time since the cell's step before, up to 60 000 ms; a long one is taken in parts.</param>
    /// <param name="temperaturePosition">Core temperature as a position in the temperature grid.</param>
    public void Advance(int cell, long charge_uAms, int step_ms, int temperaturePosition)
    {
        long entered_uAms = _seenCharge_uAms[cell] - charge_uAms;   // lithium enters the positive electrode on discharge
        _seenCharge_uAms[cell] = charge_uAms;
        int left_ms = step_ms;
        while (left_ms > _longestStep_ms)
        {
            long part_uAms = entered_uAms / (left_ms | 1) * _longestStep_ms;
            Step(cell, part_uAms, _longestStep_ms, temperaturePosition);
            entered_uAms -= part_uAms;
            left_ms -= _longestStep_ms;
        }

        Step(cell, entered_uAms, left_ms, temperaturePosition);
    }

    private void Step(int cell, long entered_uAms, int step_ms, int temperaturePosition)
    {
        long entered = entered_uAms << _quantumShift;
        long outer_Q30 = ((entered >> UnitShift) * _siteReciprocal_Q61) >> 31;
        long inner_Q30 = 0;
        if (_profile.InnerFluxShare_Q30 != 0)
        {
            inner_Q30 = (outer_Q30 * _profile.InnerFluxShare_Q30) >> 30;
            outer_Q30 -= inner_Q30;
        }

        // 2^30 / 1000 turns ms into s
        long mobility_Q22 = ((long)Grid.AtTemperature(_profile.DiffusionTemperature_Q16, temperaturePosition) * step_ms * 1073742) >> 24;
        int offset_Q30 = _offset_Q30[cell];
        int innermost = cell * Volumes;
        long x = WayOut(innermost, mobility_Q22, inner_Q30, outer_Q30, offset_Q30);
        WayIn(innermost, entered);

        CellStates states = _states;
        long lithium_uAms = states.Lithium_uAms[cell] + entered_uAms;
        states.Lithium_uAms[cell] = lithium_uAms;
        Publish(cell, lithium_uAms);

        // from the outermost volume's middle to the surface
        int node = (int)(x < 0 ? 0 : (x > Highest_Q30 ? Highest_Q30 : x)) >> Grid.StoichiometryShift;
        long here_Q36 = _diffusivity_Q36[node] + ((_diffusivityRise_Q36[node] * (x & 0x7FFFFF)) >> Grid.StoichiometryShift);
        long surfaceMobility_Q30 = (here_Q36 * mobility_Q22) >> 28;
        surfaceMobility_Q30 = surfaceMobility_Q30 < 1 ? 1 : surfaceMobility_Q30;
        long surface_Q30 = x + _change_Q30[Last] + (outer_Q30 * _profile.SurfaceDistance_Q30 / surfaceMobility_Q30);
        states.SurfaceStoichiometry_Q30[cell] = (int)(surface_Q30 > Highest_Q30 ? Highest_Q30 : (surface_Q30 < -Highest_Q30 ? -Highest_Q30 : surface_Q30));
    }

    /// <summary>
    /// From the innermost volume to the surface: how easily lithium moves to the next volume, and the elimination of Thomas'
    /// algorithm on the change of the profile.
    /// </summary>
    /// <returns>Stoichiometry of the outermost volume before the step.</returns>
    private long WayOut(int innermost, long mobility_Q22, long inner_Q30, long outer_Q30, int offset_Q30)
    {
        long[] amount = _amount;
        long[] reciprocal_Q60 = _volumeReciprocal_Q60;
        long[] fraction_Q30 = _fraction_Q30;
        long[] face_Q16 = _face_Q16;
        long[] diffusivity_Q36 = _diffusivity_Q36;
        long[] rise_Q36 = _diffusivityRise_Q36;
        long[] ratios_Q30 = _ratio_Q30;
        long[] changes_Q30 = _change_Q30;

        long x = (((amount[innermost] >> UnitShift) * reciprocal_Q60[0]) >> 30) + offset_Q30;
        long taken = 0;            // what elimination leaves of the conductance of the face before
        long right = inner_Q30;
        int k = 0;
        while (k < Last)
        {
            int next = k + 1;
            long nextX = (((amount[innermost + next] >> UnitShift) * reciprocal_Q60[next]) >> 30) + offset_Q30;
            long middle = (x + nextX) >> 1;
            if ((ulong)middle > Highest_Q30)
            {
                middle = middle < 0 ? 0 : Highest_Q30;
            }

            int node = (int)(middle >> Grid.StoichiometryShift);
            long between_Q36 = diffusivity_Q36[node] + ((rise_Q36[node] * (middle & 0x7FFFFF)) >> Grid.StoichiometryShift);
            long conductance = (((between_Q36 * mobility_Q22) >> 28) * face_Q16[k]) >> 16;
            long flux = (conductance * (nextX - x)) >> 30;
            long pivot = (fraction_Q30[k] + conductance + taken) | 1;
            long ratio = (conductance << 30) / pivot;
            long change = ((right + flux) << 30) / pivot;
            ratios_Q30[k] = ratio;
            changes_Q30[k] = change;
            right = ((conductance * change) >> 30) - flux;
            taken = conductance - ((ratio * conductance) >> 30);
            x = nextX;
            k = next;
        }

        changes_Q30[Last] = ((right + outer_Q30) << 30) / ((fraction_Q30[Last] + taken) | 1);
        return x;
    }

    /// <summary>From the surface to the innermost volume, which takes what the others leave of the charge.</summary>
    private void WayIn(int innermost, long entered)
    {
        long[] amount = _amount;
        long[] units = _volumeUnits;
        long[] ratios_Q30 = _ratio_Q30;
        long[] changes_Q30 = _change_Q30;
        long change = changes_Q30[Last];
        long left = entered;
        int k = Last;
        while (true)
        {
            long moved = (change * units[k]) >> (30 - UnitShift);
            amount[innermost + k] += moved;
            left -= moved;
            k--;
            if (k == 0)
            {
                break;
            }

            change = changes_Q30[k] + ((ratios_Q30[k] * change) >> 30);
        }

        amount[innermost] += left;
    }

    private void TakeIn(int cell)
    {
        for (int k = 0; k < Volumes; k++)
        {
            _amount[(cell * Volumes) + k] -= _offset_ppm[cell] * _perPpm[k];
        }

        _offset_ppm[cell] = 0;
    }

    private void Publish(int cell, long lithium_uAms)
    {
        long mean_Q30 = (((lithium_uAms << _quantumShift) >> UnitShift) * _siteReciprocal_Q61) >> 31;
        _states.MeanStoichiometry_Q30[cell] = (int)mean_Q30;
        _states.StateOfCharge_Q30[cell] = (int)(((_profile.StoichiometryEmpty_Q30 - mean_Q30) * _perWindow_Q30) >> 30);
    }

    /// <summary>A 30-bit fraction of an amount of up to 2^60, rounding down, without overflow.</summary>
    private static long Share(long amount, int fraction_Q30)
    {
        long high = amount >> 30;
        long low = amount & 0x3FFFFFFF;
        return (high * fraction_Q30) + ((low * fraction_Q30) >> 30);
    }

    private static int Longest(CellProfile profile)
    {
        long mobility_Q36 = 1;
        for (int k = 0; k < profile.Diffusivity_Q36.Length; k++)
        {
            mobility_Q36 = profile.Diffusivity_Q36[k] > mobility_Q36 ? profile.Diffusivity_Q36[k] : mobility_Q36;
        }

        long face_Q16 = 1;
        for (int k = 0; k < profile.FaceConductance_Q16.Length; k++)
        {
            face_Q16 = profile.FaceConductance_Q16[k] > face_Q16 ? profile.FaceConductance_Q16[k] : face_Q16;
        }

        // the factor of temperature is largest at the last node
        long factor_Q16 = profile.DiffusionTemperature_Q16[Grid.TemperatureNodes - 1];
        long perSecond_Q30 = ((((mobility_Q36 * factor_Q16) >> 22) * face_Q16) >> 16) | 1;
        long step_ms = HighestConductance_Q30 * 1000 / perSecond_Q30;
        step_ms = step_ms > 60000 ? 60000 : step_ms;
        return step_ms < 100 ? 100 : (int)step_ms;
    }
}

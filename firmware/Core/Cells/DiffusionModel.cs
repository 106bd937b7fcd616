namespace Bms.Core.Cells;

/// <summary>
/// Lithium in the positive electrode of every cell: implicit finite volumes, graded towards the surface.
/// </summary>
/// <remarks>
/// The state is amounts of charge. A step solves the backward-Euler equations for the change of the profile, turns the
/// new gradients into whole amounts that leave one volume and enter the next, and adds the cell's own charge at the
/// surface. So the sum of the amounts follows the charge counter exactly, forever, whatever the rounding inside.
/// The surface lies outside the outermost volume by a distance that makes the quasi-steady excess of a sphere exactly
/// one fifth of flux times radius over diffusivity.
/// </remarks>
public sealed class DiffusionModel
{
    private const int Volumes = Grid.Volumes;
    private const int Last = Volumes - 1;

    // keeps conductance times gradient within 63 bits
    private const long HighestConductance_Q30 = 1L << 32;

    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly ChargeScale _site;
    private readonly ChargeScale _window;
    private readonly int _volumeShift;
    private readonly int _longestStep_ms;
    private readonly long[] _volumeReciprocal_Q60 = new long[Volumes];
    private readonly long _emptyLithium_uAms;
    private readonly long[] _perPpm_uAms;
    private readonly long _allPerPpm_uAms;
    private readonly long[] _amount_uAms;
    private readonly long[] _seenCharge_uAms;
    private readonly long[] _excess_Q30;
    private readonly long _surfaceDelay_Q34;

    // one sweep down and one up: what the way down leaves for the way up
    private readonly int[] _x = new int[Volumes];
    private readonly long[] _conductance_Q30 = new long[Volumes];
    private readonly long[] _ratio_Q30 = new long[Volumes];
    private readonly long[] _change_Q30 = new long[Volumes];

    /// <summary>Makes the model of all cells of <paramref name="states"/>.</summary>
    public DiffusionModel(CellProfile profile, CellStates states)
    {
        _profile = profile;
        _states = states;
        _site = new ChargeScale(profile.SiteCharge_uAms);
        _window = new ChargeScale(profile.WindowCharge_uAms);
        _volumeShift = _site.Shift;
        for (int k = 0; k < Volumes; k++)
        {
            long sites = Share(profile.SiteCharge_uAms, profile.VolumeFraction_Q30[k]) >> _volumeShift;
            _volumeReciprocal_Q60[k] = (1L << 60) / (sites < 1 ? 1 : sites);
        }

        _longestStep_ms = Longest(profile);
        _perPpm_uAms = new long[Volumes];
        for (int k = 0; k < Volumes; k++)
        {
            _perPpm_uAms[k] = Share(profile.WindowCharge_uAms, profile.VolumeFraction_Q30[k]) / 1000000;
            _allPerPpm_uAms += _perPpm_uAms[k];
        }

        _emptyLithium_uAms = Share(profile.SiteCharge_uAms, profile.StoichiometryEmpty_Q30);
        _amount_uAms = new long[states.Count * Volumes];
        _seenCharge_uAms = new long[states.Count];
        _excess_Q30 = new long[states.Count];

        // half the square of the distance, which for a particle is three times the factor
        long distance_Q30 = profile.InnerFluxShare_Q30 == 0 ? 3L * profile.SurfaceDistance_Q30 : profile.SurfaceDistance_Q30;
        _surfaceDelay_Q34 = (distance_Q30 * distance_Q30) >> 27;
    }

    /// <summary>Sets a cell to rest at a state of charge, and the charge counter it starts from.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="stateOfCharge_Q30">0 empty, 2^30 full.</param>
    /// <param name="charge_uAms">Present value of the pack's charge counter.</param>
    public void Reset(int cell, int stateOfCharge_Q30, long charge_uAms)
    {
        long total = _emptyLithium_uAms - Share(_profile.WindowCharge_uAms, stateOfCharge_Q30);
        long left = total;
        for (int k = 0; k < Volumes - 1; k++)
        {
            long amount = Share(total, _profile.VolumeFraction_Q30[k]);
            _amount_uAms[(cell * Volumes) + k] = amount;
            left -= amount;
        }

        _amount_uAms[(cell * Volumes) + Volumes - 1] = left;
        _states.Lithium_uAms[cell] = total;
        _seenCharge_uAms[cell] = charge_uAms;
        Publish(cell);
        _excess_Q30[cell] = 0;
        _states.SurfaceStoichiometry_Q30[cell] = _states.MeanStoichiometry_Q30[cell];
    }

    /// <summary>Moves a cell's state of charge without current, the same everywhere in the particle.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="charge_ppm">Charge to add, ppm of full charge (positive: the cell is fuller than thought).</param>
    /// <returns>The charge added, µA ms, exact.</returns>
    public long Shift(int cell, int charge_ppm)
    {
        long[] perPpm = _perPpm_uAms;
        long[] amount = _amount_uAms;
        int place = cell * Volumes;
        for (int k = 0; k < Volumes; k++)
        {
            amount[place] -= charge_ppm * perPpm[k];
            place++;
        }

        long moved_uAms = charge_ppm * _allPerPpm_uAms;
        _states.Lithium_uAms[cell] -= moved_uAms;
        Publish(cell);
        return moved_uAms;
    }

    /// <summary>The amount of lithium in one volume of one cell, µA ms.</summary>
    public long Amount(int cell, int volume)
    {
        return _amount_uAms[(cell * Volumes) + volume];
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
        CellProfile profile = _profile;
        long entered_Q30 = ((entered_uAms >> _site.Shift) * _site.Reciprocal) >> _site.ReciprocalShift;
        long inner_Q30 = 0;
        long innerCharge_uAms = 0;
        if (profile.InnerFluxShare_Q30 != 0)
        {
            inner_Q30 = (entered_Q30 * profile.InnerFluxShare_Q30) >> 30;
            innerCharge_uAms = Share(entered_uAms, profile.InnerFluxShare_Q30);
        }

        // 2^30 / 1000 turns ms into s
        long mobility_Q22 = ((long)Grid.AtTemperature(profile.DiffusionTemperature_Q20, temperaturePosition) * ((step_ms * 1073742L) >> 10)) >> 18;
        long surfaceMobility_Q34 = Eliminate(cell * Volumes, mobility_Q22, inner_Q30, entered_Q30 - inner_Q30);
        int outermost_Q30 = Exchange(cell * Volumes, innerCharge_uAms, entered_uAms - innerCharge_uAms);

        CellStates states = _states;
        states.Lithium_uAms[cell] += entered_uAms;
        Publish(cell);

        // the surface follows a change of current as the half volume behind it fills
        long excess_Q30 = ((_excess_Q30[cell] * _surfaceDelay_Q34) + (((entered_Q30 - inner_Q30) * profile.SurfaceDistance_Q30) << 4)) / (_surfaceDelay_Q34 + (surfaceMobility_Q34 | 1));
        _excess_Q30[cell] = excess_Q30;
        states.SurfaceStoichiometry_Q30[cell] = Bounded(outermost_Q30 + excess_Q30);
    }

    /// <summary>
    /// The way down, from the innermost volume to the surface: where the lithium is, how easily it moves to the next volume,
    /// and the elimination of Thomas' algorithm on the change of the profile.
    /// </summary>
    /// <returns>Mobility in the outermost volume.</returns>
    private long Eliminate(int first, long mobility_Q22, long inner_Q30, long outer_Q30)
    {
        long[] amount = _amount_uAms;
        long[] reciprocal = _volumeReciprocal_Q60;
        int[] xs = _x;
        long[] conductances = _conductance_Q30;
        long[] ratios = _ratio_Q30;
        long[] changes = _change_Q30;
        int[] fraction = _profile.VolumeFraction_Q30;
        int[] face = _profile.FaceConductance_Q16;
        int[] diffusivity = _profile.Diffusivity_Q36;
        int shift = _volumeShift;

        int x = (int)(((amount[first] >> shift) * reciprocal[0]) >> 30);
        xs[0] = x;
        long taken = 0;            // what elimination leaves of the conductance of the face before
        long right = inner_Q30;
        int node;
        int low;
        int k = 0;
        while (k < Last)
        {
            int next = k + 1;
            int nextX = (int)(((amount[first + next] >> shift) * reciprocal[next]) >> 30);
            xs[next] = nextX;
            int middle = (x + nextX) >> 1;
            if ((uint)middle > 0x3FFFFFFF)
            {
                middle = middle < 0 ? 0 : 0x3FFFFFFF;
            }

            node = middle >> Grid.StoichiometryShift;
            low = diffusivity[node];
            long between_Q36 = low + (((diffusivity[node + 1] - low) * (long)(middle & 0x7FFFFF)) >> Grid.StoichiometryShift);
            long conductance = (((between_Q36 * mobility_Q22) >> 20) * face[k]) >> 24;
            long flux = (conductance * (nextX - x)) >> 30;
            long pivot = (fraction[k] + conductance + taken) | 1;
            long ratio = (conductance << 30) / pivot;
            long change = ((right + flux) << 30) / pivot;
            conductances[k] = conductance;
            ratios[k] = ratio;
            changes[k] = change;
            right = ((conductance * change) >> 30) - flux;
            taken = conductance - ((ratio * conductance) >> 30);
            x = nextX;
            k = next;
        }

        changes[Last] = ((right + outer_Q30) << 30) / ((fraction[Last] + taken) | 1);
        x = (uint)x > 0x3FFFFFFF ? (x < 0 ? 0 : 0x3FFFFFFF) : x;
        node = x >> Grid.StoichiometryShift;
        low = diffusivity[node];
        return ((low + (((diffusivity[node + 1] - low) * (long)(x & 0x7FFFFF)) >> Grid.StoichiometryShift)) * mobility_Q22) >> 24;
    }

    /// <summary>
    /// The way up, from the surface to the innermost volume: the new profile, and the whole amounts that change place with it.
    /// </summary>
    /// <returns>New stoichiometry of the outermost volume.</returns>
    private int Exchange(int first, long innerCharge_uAms, long outerCharge_uAms)
    {
        long[] amount = _amount_uAms;
        int[] xs = _x;
        long[] conductances = _conductance_Q30;
        long[] ratios = _ratio_Q30;
        long[] changes = _change_Q30;
        long shifted = _site.Shifted;
        int back = 30 - _site.Shift;

        long change = changes[Last];
        long above = xs[Last] + change;
        long arriving_uAms = outerCharge_uAms;
        int k = Last;
        int place = first + Last;
        while (k > 0)
        {
            k--;
            change = changes[k] + ((ratios[k] * change) >> 30);
            long here = xs[k] + change;
            long flux_Q30 = ((conductances[k] * (above - here)) + 0x20000000) >> 30;
            long inward_uAms = (flux_Q30 * shifted) >> back;
            amount[place] += arriving_uAms - inward_uAms;
            place--;
            arriving_uAms = inward_uAms;
            above = here;
        }

        amount[first] += arriving_uAms + innerCharge_uAms;
        return (int)(((amount[first + Last] >> _volumeShift) * _volumeReciprocal_Q60[Last]) >> 30);
    }

    private static int Bounded(long stoichiometry_Q30)
    {
        if (stoichiometry_Q30 > 0x3FFFFFFF)
        {
            return 0x3FFFFFFF;
        }

        return stoichiometry_Q30 < -0x3FFFFFFF ? -0x3FFFFFFF : (int)stoichiometry_Q30;
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
        long factor_Q16 = profile.DiffusionTemperature_Q20[Grid.TemperatureNodes - 1] >> 4;
        long perSecond_Q30 = ((((mobility_Q36 * factor_Q16) >> 22) * face_Q16) >> 16) | 1;
        long step_ms = HighestConductance_Q30 * 1000 / perSecond_Q30;
        step_ms = step_ms > 60000 ? 60000 : step_ms;
        return step_ms < 100 ? 100 : (int)step_ms;
    }

    private void Publish(int cell)
    {
        long lithium = _states.Lithium_uAms[cell];
        _states.MeanStoichiometry_Q30[cell] = (int)(((lithium >> _site.Shift) * _site.Reciprocal) >> _site.ReciprocalShift);
        long stored = _emptyLithium_uAms - lithium;
        _states.StateOfCharge_Q30[cell] = (int)(((stored >> _window.Shift) * _window.Reciprocal) >> _window.ReciprocalShift);
    }
}

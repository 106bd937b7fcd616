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
    private const int LongestStep_ms = 60000;

    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly ChargeScale _site;
    private readonly ChargeScale _window;
    private readonly long[] _volumeReciprocal = new long[Volumes];
    private readonly int[] _volumeShift = new int[Volumes];
    private readonly int[] _volumeReciprocalShift = new int[Volumes];
    private readonly long _emptyLithium_uAms;
    private readonly long[] _amount_uAms;
    private readonly long[] _seenCharge_uAms;
    private readonly int[] _x = new int[Volumes];
    private readonly long[] _conductance_Q30 = new long[Volumes];
    private readonly long[] _pivot_Q30 = new long[Volumes];
    private readonly long[] _change_Q30 = new long[Volumes];

    /// <summary>Makes the model of all cells of <paramref name="states"/>.</summary>
    public DiffusionModel(CellProfile profile, CellStates states)
    {
        _profile = profile;
        _states = states;
        _site = new ChargeScale(profile.SiteCharge_uAms);
        _window = new ChargeScale(profile.WindowCharge_uAms);
        for (int k = 0; k < Volumes; k++)
        {
            ChargeScale scale = new ChargeScale(Share(profile.SiteCharge_uAms, profile.VolumeFraction_Q30[k]));
            _volumeReciprocal[k] = scale.Reciprocal;
            _volumeShift[k] = scale.Shift;
            _volumeReciprocalShift[k] = scale.ReciprocalShift;
        }

        _emptyLithium_uAms = Share(profile.SiteCharge_uAms, profile.StoichiometryEmpty_Q30);
        _amount_uAms = new long[states.Count * Volumes];
        _seenCharge_uAms = new long[states.Count];
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
        _states.SurfaceStoichiometry_Q30[cell] = _states.MeanStoichiometry_Q30[cell];
    }

    /// <summary>Moves a cell's state of charge without current, the same everywhere in the particle.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="charge_uAms">Charge to add (positive: the cell is fuller than thought).</param>
    public void Shift(int cell, long charge_uAms)
    {
        int first = cell * Volumes;
        long left = charge_uAms;
        for (int k = 0; k < Volumes - 1; k++)
        {
            long amount = Share(charge_uAms, _profile.VolumeFraction_Q30[k]);
            _amount_uAms[first + k] -= amount;
            left -= amount;
        }

        _amount_uAms[first + Volumes - 1] -= left;
        _states.Lithium_uAms[cell] -= charge_uAms;
        Publish(cell);
    }

    /// <summary>The amount of lithium in one volume of one cell, µA ms.</summary>
    public long Amount(int cell, int volume)
    {
        return _amount_uAms[(cell * Volumes) + volume];
    }

    /// <summary>Advances one cell to now.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="charge_uAms">The pack's charge counter now; the difference to the cell's step before is what flowed.</param>
    /// <param name="step_ms">Time since the cell's step before; more than a minute counts as a minute.</param>
    /// <param name="temperaturePosition">Core temperature as a position in the temperature grid.</param>
    public void Advance(int cell, long charge_uAms, int step_ms, int temperaturePosition)
    {
        CellProfile profile = _profile;
        long[] amount = _amount_uAms;
        long[] conductance = _conductance_Q30;
        long[] change = _change_Q30;
        int[] x = _x;
        int[] fraction = profile.VolumeFraction_Q30;
        int[] diffusivity = profile.Diffusivity_Q36;
        int[] face = profile.FaceConductance_Q16;
        int first = cell * Volumes;

        long flowed_uAms = charge_uAms - _seenCharge_uAms[cell];
        _seenCharge_uAms[cell] = charge_uAms;
        int step = step_ms > LongestStep_ms ? LongestStep_ms : step_ms;

        // 1. where the lithium is
        for (int k = 0; k < Volumes; k++)
        {
            x[k] = (int)(((amount[first + k] >> _volumeShift[k]) * _volumeReciprocal[k]) >> _volumeReciprocalShift[k]);
        }

        // 2. how easily it moves in one step (2^30 / 1000 turns ms into s)
        long mobility_Q22 = ((long)Grid.AtTemperature(profile.DiffusionTemperature_Q16, temperaturePosition) * step * 1073742) >> 24;
        long surfaceMobility_Q30 = 1;
        for (int k = 0; k < Volumes; k++)
        {
            int middle = k < Volumes - 1 ? (x[k] + x[k + 1]) >> 1 : x[k];
            if (middle < 0)
            {
                middle = 0;
            }
            else if (middle > 0x3FFFFFFF)
            {
                middle = 0x3FFFFFFF;
            }

            int node = middle >> Grid.StoichiometryShift;
            int low = diffusivity[node];
            long local = low + (((long)(diffusivity[node + 1] - low) * (middle & 0x7FFFFF)) >> Grid.StoichiometryShift);
            long mobility_Q30 = (local * mobility_Q22) >> 28;
            if (k < Volumes - 1)
            {
                long between = (mobility_Q30 * face[k]) >> 16;
                conductance[k] = between > 0x80000000L ? 0x80000000L : between;
                change[k] = (conductance[k] * (x[k + 1] - x[k])) >> 30;
            }
            else
            {
                surfaceMobility_Q30 = mobility_Q30 < 1 ? 1 : mobility_Q30;
            }
        }

        // 3. what the surface takes in: lithium enters the positive electrode on discharge
        long entered_uAms = -flowed_uAms;
        int entered_Q30 = Bounded(((entered_uAms >> _site.Shift) * _site.Reciprocal) >> _site.ReciprocalShift);
        long inner_Q30 = ((long)entered_Q30 * profile.InnerFluxShare_Q30) >> 30;
        long outer_Q30 = entered_Q30 - inner_Q30;

        Solve(fraction, conductance, change, inner_Q30, outer_Q30);

        // 4. whole amounts change place
        long innerCharge = Share(entered_uAms, profile.InnerFluxShare_Q30);
        amount[first] += innerCharge;
        amount[first + Volumes - 1] += entered_uAms - innerCharge;
        long shifted = _site.Shifted;
        int back = 30 - _site.Shift;
        for (int k = 0; k < Volumes - 1; k++)
        {
            long gradient = x[k + 1] + change[k + 1] - x[k] - change[k];
            long flux_Q30 = ((conductance[k] * gradient) + 0x20000000L) >> 30;
            long inward = back >= 0 ? (flux_Q30 * shifted) >> back : (flux_Q30 * shifted) << -back;
            amount[first + k] += inward;
            amount[first + k + 1] -= inward;
        }

        _states.Lithium_uAms[cell] += entered_uAms;
        Publish(cell);

        // 5. the surface itself
        long outermost = (amount[first + Volumes - 1] >> _volumeShift[Volumes - 1]) * _volumeReciprocal[Volumes - 1];
        long excess = outer_Q30 * profile.SurfaceDistance_Q30 / surfaceMobility_Q30;
        _states.SurfaceStoichiometry_Q30[cell] = Bounded((outermost >> _volumeReciprocalShift[Volumes - 1]) + excess);
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

    /// <summary>Thomas' algorithm on the change of the profile; <paramref name="change"/> brings the old fluxes and takes the solution.</summary>
    private void Solve(int[] fraction, long[] conductance, long[] change, long inner_Q30, long outer_Q30)
    {
        long[] pivot = _pivot_Q30;
        long fluxBefore = change[0];
        pivot[0] = fraction[0] + conductance[0];
        change[0] = fluxBefore + inner_Q30;
        for (int k = 1; k < Volumes; k++)
        {
            long before = conductance[k - 1];
            long divisor = pivot[k - 1] < 1 ? 1 : pivot[k - 1];
            long ratio_Q30 = (before << 30) / divisor;
            long flux = k < Volumes - 1 ? change[k] : outer_Q30;
            long after = k < Volumes - 1 ? conductance[k] : 0;
            change[k] = flux - fluxBefore + ((ratio_Q30 * change[k - 1]) >> 30);
            pivot[k] = fraction[k] + after + before - ((ratio_Q30 * before) >> 30);
            fluxBefore = flux;
        }

        long solved = 0;
        for (int k = Volumes - 1; k >= 0; k--)
        {
            long right = k < Volumes - 1 ? change[k] + ((conductance[k] * solved) >> 30) : change[k];
            long divisor = pivot[k] < 1 ? 1 : pivot[k];
            solved = (right << 30) / divisor;
            change[k] = solved;
        }
    }

    private void Publish(int cell)
    {
        long lithium = _states.Lithium_uAms[cell];
        _states.MeanStoichiometry_Q30[cell] = (int)(((lithium >> _site.Shift) * _site.Reciprocal) >> _site.ReciprocalShift);
        long stored = _emptyLithium_uAms - lithium;
        _states.StateOfCharge_Q30[cell] = (int)(((stored >> _window.Shift) * _window.Reciprocal) >> _window.ReciprocalShift);
    }
}

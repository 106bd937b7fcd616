namespace Bms.Core.Cells;

/// <summary>
/// Lithium in the positive electrode of every cell: implicit finite volumes, graded towards the surface.
/// </summary>
/// <remarks>
/// The state is amounts of charge. A step solves the backward-Euler equations for the change of the profile by Thomas'
/// algorithm; every volume but the innermost takes its change as a whole amount, and the innermost takes what is left of
/// the cell's own charge. So the sum of the amounts follows the charge counter exactly, forever, whatever the rounding inside.
/// Amounts are those of the new cell: sites that fade take their lithium with them, the stoichiometry of the others stays,
/// and a charge that enters counts for as much more as there are fewer sites for it.
/// The surface lies outside the outermost volume by a distance that makes the quasi-steady excess of a sphere exactly
/// one fifth of flux times radius over diffusivity; a change of flux reaches it with the delay of the half volume between them,
/// half the square of that distance over the diffusivity. A correction of the state of charge is the same everywhere in the
/// particle, so it is kept apart as an offset of the stoichiometry.
/// </remarks>
public sealed class DiffusionModel
{
    private const int Volumes = Grid.Volumes;
    private const int Last = Volumes - 1;
    private const long Highest_Q30 = Grid.StoichiometryLast;

    // the sites of a cell have 2^49 to 2^50 quanta, which leaves room for a current sensor that lies wildly; amounts are read
    // in units of 2^19 quanta, of which the sites have 2^30 to 2^31
    private const int UnitShift = 19;

    // keep a flux, and what enters in a step, within 63 bits when 30 more are added for a division
    private const long HighestConductance_Q30 = 1L << 31;
    private const long HighestEntering_Q34 = 1L << 32;

    // beyond this the offset of a cell goes into its amounts
    private const int HighestOffset_ppm = 500000;

    private readonly CellProfile _profile;
    private readonly CellStates _states;
    private readonly int _quantumShift;
    private readonly long _highestMobility_Q22;
    private readonly long _siteReciprocal_Q61;
    private readonly long _perWindow_Q30;
    private readonly long _innerShare_Q30;
    private readonly long _empty_Q30;
    private readonly long _emptyLithium_uAms;
    private readonly long _perPpm_uAms;
    private readonly long _perPpm_Q48;
    private readonly long[] _perPpm = new long[Volumes];
    private readonly long[] _volumeUnits = new long[Volumes];
    private readonly long[] _volumeReciprocal_Q60 = new long[Volumes];
    private readonly long[] _fraction_Q30 = new long[Volumes];
    private readonly long[] _face_Q16 = new long[Volumes];
    // over stoichiometry: each piece's rise from node to node, and where its line meets stoichiometry 0
    private readonly long[] _diffusivity_Q33;
    private readonly long[] _diffusivityRise_Q33;

    // quanta: 2^-_quantumShift of a µA ms
    private readonly long[][] _amount;
    private readonly int[] _crowded_Q30;

    // what the surface has beyond the outermost volume
    private readonly long[] _excess_Q30;
    private readonly long _surfaceDelay_Q34;
    private readonly int[] _offset_ppm;
    private readonly int[] _offset_Q30;

    /// <summary>Makes the model of all cells of <paramref name="states"/>.</summary>
    public DiffusionModel(CellProfile profile, CellStates states)
    {
        _profile = profile;
        _states = states;
        long sites = profile.SiteCharge_uAms < 1 ? 1 : profile.SiteCharge_uAms;
        while (sites < 1L << (UnitShift + 30))
        {
            sites <<= 1;
            _quantumShift++;
        }

        long siteUnits = sites >> UnitShift;
        _siteReciprocal_Q61 = (1L << 61) / (siteUnits < 1 ? 1 : siteUnits);
        long width_Q30 = (long)profile.StoichiometryEmpty_Q30 - profile.StoichiometryFull_Q30;
        _perWindow_Q30 = (1L << 60) / (width_Q30 < 1 << 20 ? 1 << 20 : width_Q30);
        _empty_Q30 = profile.StoichiometryEmpty_Q30;
        _innerShare_Q30 = profile.InnerFluxShare_Q30;
        _emptyLithium_uAms = Share(profile.SiteCharge_uAms, profile.StoichiometryEmpty_Q30);
        _perPpm_uAms = profile.WindowCharge_uAms / 1000000;
        long perPpm = _perPpm_uAms << _quantumShift;
        _perPpm_Q48 = (perPpm << (48 - UnitShift)) / (siteUnits < 1 ? 1 : siteUnits);
        long left = perPpm;
        for (int k = 0; k < Volumes; k++)
        {
            long units = Share(sites, profile.VolumeFraction_Q30[k]) >> UnitShift;
            _volumeUnits[k] = units;
            _volumeReciprocal_Q60[k] = (1L << 60) / (units < 1 ? 1 : units);
            _fraction_Q30[k] = profile.VolumeFraction_Q30[k] < 1 ? 1 : profile.VolumeFraction_Q30[k];
            _face_Q16[k] = k < Last ? profile.FaceConductance_Q16[k] : 0;
            _perPpm[k] = k < Last ? Share(perPpm, profile.VolumeFraction_Q30[k]) : left;
            left -= _perPpm[k];
        }

        int nodes = profile.Diffusivity_Q33.Length;
        _diffusivity_Q33 = new long[nodes];
        _diffusivityRise_Q33 = new long[nodes];
        for (int node = 0; node < nodes; node++)
        {
            _diffusivityRise_Q33[node] = node < nodes - 1 ? profile.Diffusivity_Q33[node + 1] - profile.Diffusivity_Q33[node] : 0;
            _diffusivity_Q33[node] = profile.Diffusivity_Q33[node] - (node * _diffusivityRise_Q33[node]);
        }

        _highestMobility_Q22 = HighestMobility(profile);
        _amount = new long[states.Count][];
        for (int cell = 0; cell < states.Count; cell++)
        {
            _amount[cell] = new long[Volumes];
        }

        _excess_Q30 = new long[states.Count];

        // half the square of the distance, which in a particle is three times the factor
        long distance_Q30 = profile.InnerFluxShare_Q30 == 0 ? 3L * profile.SurfaceDistance_Q30 : profile.SurfaceDistance_Q30;
        _surfaceDelay_Q34 = (distance_Q30 * distance_Q30) >> 27;
        _offset_ppm = new int[states.Count];
        _offset_Q30 = new int[states.Count];
        _crowded_Q30 = new int[states.Count];
    }

    /// <summary>An amount's unit is 2^-QuantumShift µA ms.</summary>
    public int QuantumShift
    {
        get { return _quantumShift; }
    }

    /// <summary>Sets a cell to rest at a state of charge.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="stateOfCharge_Q30">0 empty, 2^30 full.</param>
    public void Reset(int cell, int stateOfCharge_Q30)
    {
        long total_uAms = _emptyLithium_uAms - Share(_profile.WindowCharge_uAms, stateOfCharge_Q30);
        long left = total_uAms << _quantumShift;
        for (int k = Last; k > 0; k--)
        {
            long amount = Share(total_uAms << _quantumShift, _profile.VolumeFraction_Q30[k]);
            _amount[cell][k] = amount;
            left -= amount;
        }

        _amount[cell][0] = left;
        _offset_ppm[cell] = 0;
        _offset_Q30[cell] = 0;
        _states.Lithium_uAms[cell] = total_uAms;
        Publish(cell, total_uAms);
        _excess_Q30[cell] = 0;
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

        _offset_Q30[cell] = (int)((-_offset_ppm[cell] * _perPpm_Q48) >> 18);
        long moved_uAms = charge_ppm * _perPpm_uAms;
        long lithium_uAms = _states.Lithium_uAms[cell] - moved_uAms;
        _states.Lithium_uAms[cell] = lithium_uAms;
        Publish(cell, lithium_uAms);
        return moved_uAms;
    }

    /// <summary>The amount of lithium in one volume of one cell, offset included, in 2^-<see cref="QuantumShift"/> µA ms.</summary>
    public long Amount(int cell, int volume)
    {
        return _amount[cell][volume] - (_offset_ppm[cell] * _perPpm[volume]);
    }

    /// <summary>Advances one cell by a step.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="entered_uAms">Lithium that entered during the step; on charge it is negative.</param>
    /// <param name="step_ms">Time since the cell's step before, up to 60 000 ms; a long one is taken in parts.</param>
    /// <param name="temperaturePosition">Core temperature as a position in the temperature grid.</param>
    public void Advance(int cell, long entered_uAms, int step_ms, int temperaturePosition)
    {
        // 2^30 / 1000 turns ms into s
        int[] table = _profile.DiffusionTemperature_Q20;
        int node = temperaturePosition >> Grid.FineTemperatureShift;
        long factor_Q20 = table[node];
        factor_Q20 += ((table[node + 1] - factor_Q20) * (temperaturePosition & Grid.FineTemperatureMask)) >> Grid.FineTemperatureShift;
        long mobility_Q22 = (factor_Q20 * ((step_ms * 1073742L) >> 10)) >> 18;
        if (mobility_Q22 > _highestMobility_Q22)
        {
            if (step_ms > 1)
            {
                int half_ms = step_ms >> 1;
                long half_uAms = entered_uAms >> 1;
                Advance(cell, half_uAms, half_ms, temperaturePosition);
                Advance(cell, entered_uAms - half_uAms, step_ms - half_ms, temperaturePosition);
                return;
            }

            mobility_Q22 = _highestMobility_Q22;
        }

        CellStates states = _states;
        int crowding_Q30 = states.Crowding_Q30[cell];
        if (crowding_Q30 != 0)
        {
            // what crowding adds, half by half so that no product leaves 63 bits; the part below one unit is kept for the next time
            long fine_Q30 = (entered_uAms * (crowding_Q30 & 0x7FFF)) + _crowded_Q30[cell];
            long coarse_Q15 = (entered_uAms * (crowding_Q30 >> 15)) + (fine_Q30 >> 15);
            _crowded_Q30[cell] = (int)(((coarse_Q15 & 0x7FFF) << 15) | (fine_Q30 & 0x7FFF));
            entered_uAms += coarse_Q15 >> 15;
        }

        long lithium_uAms = states.Lithium_uAms[cell] + entered_uAms;
        states.Lithium_uAms[cell] = lithium_uAms;
        long mean_Q30 = (((lithium_uAms << _quantumShift) >> UnitShift) * _siteReciprocal_Q61) >> 31;
        states.MeanStoichiometry_Q30[cell] = (int)mean_Q30;
        states.StateOfCharge_Q30[cell] = (int)(((_empty_Q30 - mean_Q30) * _perWindow_Q30) >> 30);

        long entered = entered_uAms << _quantumShift;
        long outer_Q34 = ((entered >> (UnitShift - 4)) * _siteReciprocal_Q61) >> 31;
        if ((ulong)(outer_Q34 + HighestEntering_Q34) > 2 * HighestEntering_Q34)
        {
            outer_Q34 = outer_Q34 < 0 ? -HighestEntering_Q34 : HighestEntering_Q34;
        }

        long inner_Q34 = 0;
        if (_innerShare_Q30 != 0)
        {
            inner_Q34 = (outer_Q34 * _innerShare_Q30) >> 30;
            outer_Q34 -= inner_Q34;
        }

        states.SurfaceStoichiometry_Q30[cell] = Sweep(cell, mobility_Q22, inner_Q34, outer_Q34, entered);
    }

    /// <summary>
    /// Thomas' algorithm on the change of the profile, from the innermost volume 0 out to volume 5, where the charge enters, and
    /// back in. Written out volume by volume: an index and an array cost the device's interpreter as much as the arithmetic.
    /// </summary>
    /// <returns>Stoichiometry of the surface.</returns>
    private int Sweep(int cell, long mobility_Q22, long inner_Q34, long outer_Q34, long entered)
    {
        long[] amount = _amount[cell];
        long[] reciprocal_Q60 = _volumeReciprocal_Q60;
        long[] fraction_Q30 = _fraction_Q30;
        long[] face_Q16 = _face_Q16;
        long[] diffusivity_Q33 = _diffusivity_Q33;
        long[] rise_Q33 = _diffusivityRise_Q33;
        long offset_Q30 = _offset_Q30[cell];

        // stoichiometries
        long x0 = (((amount[0] >> UnitShift) * reciprocal_Q60[0]) >> 30) + offset_Q30;
        long x1 = (((amount[1] >> UnitShift) * reciprocal_Q60[1]) >> 30) + offset_Q30;
        long x2 = (((amount[2] >> UnitShift) * reciprocal_Q60[2]) >> 30) + offset_Q30;
        long x3 = (((amount[3] >> UnitShift) * reciprocal_Q60[3]) >> 30) + offset_Q30;
        long x4 = (((amount[4] >> UnitShift) * reciprocal_Q60[4]) >> 30) + offset_Q30;
        long x5 = (((amount[5] >> UnitShift) * reciprocal_Q60[5]) >> 30) + offset_Q30;

        // their diffusivities
        long d0;
        long d1;
        long d2;
        long d3;
        long d4;
        long d5;
        if ((ulong)(x0 | x1 | x2 | x3 | x4 | x5) > Highest_Q30)
        {
            d0 = Diffusivity(x0);
            d1 = Diffusivity(x1);
            d2 = Diffusivity(x2);
            d3 = Diffusivity(x3);
            d4 = Diffusivity(x4);
            d5 = Diffusivity(x5);
        }
        else
        {
            int node = (int)(x0 >> Grid.StoichiometryShift);
            d0 = diffusivity_Q33[node] + ((rise_Q33[node] * x0) >> Grid.StoichiometryShift);
            node = (int)(x1 >> Grid.StoichiometryShift);
            d1 = diffusivity_Q33[node] + ((rise_Q33[node] * x1) >> Grid.StoichiometryShift);
            node = (int)(x2 >> Grid.StoichiometryShift);
            d2 = diffusivity_Q33[node] + ((rise_Q33[node] * x2) >> Grid.StoichiometryShift);
            node = (int)(x3 >> Grid.StoichiometryShift);
            d3 = diffusivity_Q33[node] + ((rise_Q33[node] * x3) >> Grid.StoichiometryShift);
            node = (int)(x4 >> Grid.StoichiometryShift);
            d4 = diffusivity_Q33[node] + ((rise_Q33[node] * x4) >> Grid.StoichiometryShift);
            node = (int)(x5 >> Grid.StoichiometryShift);
            d5 = diffusivity_Q33[node] + ((rise_Q33[node] * x5) >> Grid.StoichiometryShift);
        }

        // conductances of the faces, at the mean diffusivity of their volumes
        long g0 = ((((d0 + d1) * mobility_Q22) >> 18) * face_Q16[0]) >> 24;
        long g1 = ((((d1 + d2) * mobility_Q22) >> 18) * face_Q16[1]) >> 24;
        long g2 = ((((d2 + d3) * mobility_Q22) >> 18) * face_Q16[2]) >> 24;
        long g3 = ((((d3 + d4) * mobility_Q22) >> 18) * face_Q16[3]) >> 24;
        long g4 = ((((d4 + d5) * mobility_Q22) >> 18) * face_Q16[4]) >> 24;

        // out: from each volume its pivot (above 0, since every fraction is and nothing else is below), the share of the next one's change in its own, and what remains to be balanced
        long flux = (g0 * (x1 - x0)) >> 26;
        long pivot = fraction_Q30[0] + g0;
        long share0 = (g0 << 30) / pivot;
        long change0 = ((inner_Q34 + flux) << 30) / pivot;
        long right = ((g0 * change0) >> 30) - flux;
        long taken = g0 - ((share0 * g0) >> 30);

        flux = (g1 * (x2 - x1)) >> 26;
        pivot = fraction_Q30[1] + g1 + taken;
        long share1 = (g1 << 30) / pivot;
        long change1 = ((right + flux) << 30) / pivot;
        right = ((g1 * change1) >> 30) - flux;
        taken = g1 - ((share1 * g1) >> 30);

        flux = (g2 * (x3 - x2)) >> 26;
        pivot = fraction_Q30[2] + g2 + taken;
        long share2 = (g2 << 30) / pivot;
        long change2 = ((right + flux) << 30) / pivot;
        right = ((g2 * change2) >> 30) - flux;
        taken = g2 - ((share2 * g2) >> 30);

        flux = (g3 * (x4 - x3)) >> 26;
        pivot = fraction_Q30[3] + g3 + taken;
        long share3 = (g3 << 30) / pivot;
        long change3 = ((right + flux) << 30) / pivot;
        right = ((g3 * change3) >> 30) - flux;
        taken = g3 - ((share3 * g3) >> 30);

        flux = (g4 * (x5 - x4)) >> 26;
        pivot = fraction_Q30[4] + g4 + taken;
        long share4 = (g4 << 30) / pivot;
        long change4 = ((right + flux) << 30) / pivot;
        right = ((g4 * change4) >> 30) - flux;
        taken = g4 - ((share4 * g4) >> 30);

        // back in: every volume takes its change, the innermost what is left of the charge
        long[] units = _volumeUnits;
        long change = ((right + outer_Q34) << 30) / (fraction_Q30[5] + taken);
        long moved = (change * units[5]) >> (34 - UnitShift);
        long surface = x5 + (change >> 4);
        amount[5] += moved;
        entered -= moved;
        change = change4 + ((share4 * change) >> 30);
        moved = (change * units[4]) >> (34 - UnitShift);
        amount[4] += moved;
        entered -= moved;
        change = change3 + ((share3 * change) >> 30);
        moved = (change * units[3]) >> (34 - UnitShift);
        amount[3] += moved;
        entered -= moved;
        change = change2 + ((share2 * change) >> 30);
        moved = (change * units[2]) >> (34 - UnitShift);
        amount[2] += moved;
        entered -= moved;
        change = change1 + ((share1 * change) >> 30);
        moved = (change * units[1]) >> (34 - UnitShift);
        amount[1] += moved;
        entered -= moved;
        amount[0] += entered;

        // from the outermost volume's middle to the surface
        long mobility_Q34 = ((d5 * mobility_Q22) >> 21) | 1;

        // backward Euler: the surface follows a change of current as the half volume behind it fills
        long excess_Q30 = ((_excess_Q30[cell] * _surfaceDelay_Q34) + (outer_Q34 * _profile.SurfaceDistance_Q30)) / (_surfaceDelay_Q34 + mobility_Q34);
        _excess_Q30[cell] = excess_Q30;
        surface += excess_Q30;
        if (surface > Highest_Q30)
        {
            return (int)Highest_Q30;
        }

        return surface < -Highest_Q30 ? -(int)Highest_Q30 : (int)surface;
    }

    /// <summary>The diffusivity of a stoichiometry that may lie beyond the table, where its end value holds.</summary>
    private long Diffusivity(long stoichiometry_Q30)
    {
        long inside = stoichiometry_Q30;
        if ((ulong)inside > Highest_Q30)
        {
            inside = inside < 0 ? 0 : Highest_Q30;
        }

        int node = (int)(inside >> Grid.StoichiometryShift);
        return _diffusivity_Q33[node] + ((_diffusivityRise_Q33[node] * inside) >> Grid.StoichiometryShift);
    }

    private void TakeIn(int cell)
    {
        for (int k = 0; k < Volumes; k++)
        {
            _amount[cell][k] -= _offset_ppm[cell] * _perPpm[k];
        }

        _offset_ppm[cell] = 0;
    }

    private void Publish(int cell, long lithium_uAms)
    {
        long mean_Q30 = (((lithium_uAms << _quantumShift) >> UnitShift) * _siteReciprocal_Q61) >> 31;
        _states.MeanStoichiometry_Q30[cell] = (int)mean_Q30;
        _states.StateOfCharge_Q30[cell] = (int)(((_empty_Q30 - mean_Q30) * _perWindow_Q30) >> 30);
    }

    /// <summary>A 30-bit fraction of an amount of up to 2^60, rounding down, without overflow.</summary>
    private static long Share(long amount, int fraction_Q30)
    {
        long high = amount >> 30;
        long low = amount & 0x3FFFFFFF;
        return (high * fraction_Q30) + ((low * fraction_Q30) >> 30);
    }

    /// <summary>
    /// The mobility up to which no face conducts more than the highest conductance, whatever the stoichiometry, and up to
    /// which its product with two diffusivities has 63 bits.
    /// </summary>
    private static long HighestMobility(CellProfile profile)
    {
        long diffusivity_Q33 = 1;
        for (int k = 0; k < profile.Diffusivity_Q33.Length; k++)
        {
            diffusivity_Q33 = profile.Diffusivity_Q33[k] > diffusivity_Q33 ? profile.Diffusivity_Q33[k] : diffusivity_Q33;
        }

        long face_Q16 = 1;
        for (int k = 0; k < profile.FaceConductance_Q16.Length; k++)
        {
            face_Q16 = profile.FaceConductance_Q16[k] > face_Q16 ? profile.FaceConductance_Q16[k] : face_Q16;
        }

        // conductance is diffusivity, mobility and face, less 41 bits
        long perMobility_Q19 = ((diffusivity_Q33 * face_Q16) >> 22) + 1;
        long conducting_Q22 = (HighestConductance_Q30 << 19) / perMobility_Q19;
        long fitting_Q22 = long.MaxValue / ((diffusivity_Q33 << 1) | 1);
        return conducting_Q22 < fitting_Q22 ? conducting_Q22 : fitting_Q22;
    }
}

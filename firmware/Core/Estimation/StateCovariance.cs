namespace Bms.Core.Estimation;

/// <summary>
/// How uncertain the estimated states of every cell are, and how these uncertainties hang together: the covariance of an
/// extended Kalman filter with one scalar measurement, the cell's voltage.
/// </summary>
/// <remarks>
/// P- = F P F' + Q; S = H P H' + R; K = P H' / S; P = P- - K H P-. A state whose gain is set to zero before <see cref="Fold"/> is
/// only considered (Schmidt): it is not learnt, but its uncertainty limits what can be learnt of the others. States are in
/// ppm (of full charge, of themselves, of a volt), voltages in µV; entries are kept as ints of 2^8 ppm², and rounded to the nearest.
/// The matrix is symmetric: of each cell its lower triangle is kept, row after row.
/// </remarks>
public sealed class StateCovariance
{
    /// <summary>State of charge.</summary>
    public const int StateOfCharge = 0;

    /// <summary>Scale of the ohmic drop.</summary>
    public const int Ohmic = 1;

    /// <summary>Scale of the charge transfer resistance.</summary>
    public const int Reaction = 2;

    /// <summary>Contact factor.</summary>
    public const int Contact = 3;

    /// <summary>Standing error of the voltage sensor.</summary>
    public const int Bias = 4;

    /// <summary>Capacity; the last, so that its row of the triangle is whole.</summary>
    public const int Capacity = 5;

    /// <summary>Number of states.</summary>
    public const int Count = 6;

    /// <summary>Highest standard deviation, ppm: nothing is known.</summary>
    public const int Highest_ppm = 400000;

    /// <summary>Highest magnitude of a sensitivity but that of the state of charge, which may have four times as much: 4 V.</summary>
    public const long HighestSensitivity_Q20 = 1L << 22;

    private const int Entries = Count * (Count + 1) / 2;
    private const int CapacityRow = Capacity * (Capacity + 1) / 2;
    private const int Shift = 8;
    private const int Highest = (int)((long)Highest_ppm * Highest_ppm >> Shift);

    // 500 ppm: nothing is ever known better, and rounding stays small against it
    private const int Lowest = 1000;

    private readonly int[] _entry;
    private readonly long[] _carried = new long[Count];
    private long _expected_uV2;

    /// <summary>What a state adds to the voltage, µV per ppm; to be filled before <see cref="Carry"/>; that of capacity stays zero.</summary>
    public readonly long[] Sensitivity_Q20 = new long[Count];

    /// <summary>What a µV of innovation tells about a state, ppm; filled by <see cref="Weigh"/>.</summary>
    public readonly long[] Gain_Q20 = new long[Count];

    /// <summary>Makes the covariances of so many cells, all zero.</summary>
    public StateCovariance(int cells)
    {
        _entry = new int[cells * Entries];
    }

    /// <summary>Sets a variance, and forgets what the state hangs together with.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="state">State number.</param>
    /// <param name="deviation_ppm">Standard deviation; above 400 000 ppm as if it were that.</param>
    public void Set(int cell, int state, int deviation_ppm)
    {
        for (int k = 0; k < Count; k++)
        {
            Tie(cell, state, k, 0);
        }

        long variance = (long)deviation_ppm * deviation_ppm;
        _entry[At(cell, state, state)] = Within(variance >> Shift);
    }

    /// <summary>Says that two states err together.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="one">State number.</param>
    /// <param name="other">Another.</param>
    /// <param name="covariance_ppm2">Their covariance, smaller than the product of their deviations.</param>
    public void Tie(int cell, int one, int other, long covariance_ppm2)
    {
        _entry[one < other ? At(cell, other, one) : At(cell, one, other)] = (int)(covariance_ppm2 >> Shift);
    }

    /// <summary>Variance of a state, ppm².</summary>
    public long Variance_ppm2(int cell, int state)
    {
        return (long)_entry[At(cell, state, state)] << Shift;
    }

    /// <summary>Adds to a variance what time did.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="state">State number.</param>
    /// <param name="variance_ppm2">From 0 to 2^38.</param>
    public void Grow(int cell, int state, long variance_ppm2)
    {
        int at = (cell * Entries) + (state * (state + 3) / 2);
        long grown = _entry[at] + (variance_ppm2 >> Shift);
        _entry[at] = grown > Highest ? Highest : (int)grown;
    }

    /// <summary>Takes in that a charge has been counted with a capacity that may be wrong.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="moved_ppm">By how much the state of charge has risen by it, ppm.</param>
    public void CountCharge(int cell, int moved_ppm)
    {
        int[] entry = _entry;
        int first = cell * Entries;
        int capacity = first + CapacityRow;
        long moved = moved_ppm > 1000000 ? 1000000 : (moved_ppm < -1000000 ? -1000000 : moved_ppm);

        // F is the identity but for what capacity does to the state of charge
        long own = entry[first] + (((moved * moved / 1000000 * entry[capacity + Capacity]) - (2 * moved * entry[capacity])) / 1000000);
        int at = first;
        for (int k = 1; k < Count; k++)
        {
            at += k;
            long tied = entry[at] - (moved * entry[capacity + k] / 1000000);
            if ((ulong)(tied + Highest) > 2UL * Highest)
            {
                tied = tied < 0 ? -Highest : Highest;
            }

            entry[at] = (int)tied;
        }

        entry[first] = Within(own);
    }

    /// <summary>Carries the sensitivities through the covariance: the first half of <see cref="Expect"/>.</summary>
    public void Carry(int cell)
    {
        int[] entry = _entry;
        long[] carried = _carried;
        long[] sensitivity = Sensitivity_Q20;
        int at = cell * Entries;
        for (int k = 0; k < Capacity; k++)
        {
            long own = sensitivity[k];
            long sum = 0;
            for (int other = 0; other < k; other++)
            {
                long value = entry[at++];
                sum += value * sensitivity[other];
                carried[other] += value * own;
            }

            carried[k] = sum + (entry[at++] * own);
        }

        // capacity itself adds nothing to the voltage
        long tied = 0;
        for (int k = 0; k < Capacity; k++)
        {
            tied += entry[at++] * sensitivity[k];
        }

        carried[Capacity] = tied;
    }

    /// <summary>What the voltage is expected to be off by, after <see cref="Carry"/>.</summary>
    /// <returns>Its variance without that of the measurement, µV².</returns>
    public long Expect()
    {
        long[] carried = _carried;
        long[] sensitivity = Sensitivity_Q20;
        long expected = 0;
        for (int k = 0; k < Count; k++)
        {
            long sum = carried[k] >> (20 - Shift);
            carried[k] = sum;
            expected += ((sum >> 8) * sensitivity[k]) >> 12;
        }

        expected = expected < 0 ? 0 : expected;
        _expected_uV2 = expected;
        return expected;
    }

    /// <summary>Makes the state of charge of a cell less certain after <see cref="Expect"/>.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="variance_ppm2">Its variance at least, up to the square of <see cref="Highest_ppm"/>.</param>
    public void Reopen(int cell, long variance_ppm2)
    {
        int at = cell * Entries;
        long more = (variance_ppm2 >> Shift) - _entry[at];
        if (more > 0)
        {
            _entry[at] += (int)more;
            long carried = (more * Sensitivity_Q20[StateOfCharge]) >> (20 - Shift);
            _carried[StateOfCharge] += carried;
            _expected_uV2 += ((carried >> 8) * Sensitivity_Q20[StateOfCharge]) >> 12;
        }
    }

    /// <summary>Takes in that the state of charge has been corrected by what another witness says of it alone.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="left_Q20">Share of its variance that is left, up to 1.</param>
    public void Settle(int cell, long left_Q20)
    {
        int[] entry = _entry;
        int first = cell * Entries;
        int at = first;
        for (int k = 1; k < Count; k++)
        {
            at += k;
            entry[at] = (int)((entry[at] * left_Q20) >> 20);
        }

        entry[first] = Within((entry[first] * left_Q20) >> 20);
    }

    /// <summary>Fills the gains.</summary>
    /// <param name="noise_uV2">Variance of the measurement.</param>
    public void Weigh(long noise_uV2)
    {
        long divisor = _expected_uV2 + noise_uV2;
        divisor = divisor < 1 ? 1 : divisor;
        for (int k = 0; k < Count; k++)
        {
            Gain_Q20[k] = (_carried[k] << 20) / divisor;
        }
    }

    /// <summary>Takes in that the states whose gain is not zero have been corrected, for some of the rows.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="first">First state.</param>
    /// <param name="end">The one after the last.</param>
    public void Fold(int cell, int first, int end)
    {
        int[] entry = _entry;
        long[] gain = Gain_Q20;
        long[] carried = _carried;
        int at = At(cell, first, 0);
        for (int k = first; k < end; k++)
        {
            long own = gain[k];
            long product = carried[k];
            for (int other = 0; other < k; other++)
            {
                long less = own != 0 ? own * carried[other] : gain[other] * product;
                long value = entry[at] - ((less + (1L << (19 + Shift))) >> (20 + Shift));
                if ((ulong)(value + Highest) > 2UL * Highest)
                {
                    value = value < 0 ? -Highest : Highest;
                }

                entry[at++] = (int)value;
            }

            if (own != 0)
            {
                entry[at] = Within(entry[at] - ((own * product) >> (20 + Shift)));
            }

            at++;
        }
    }

    /// <summary>Where the triangle holds what a state has to do with one of no higher number.</summary>
    private static int At(int cell, int state, int other)
    {
        return (cell * Entries) + (state * (state + 1) / 2) + other;
    }

    private static int Within(long variance)
    {
        return variance < Lowest ? Lowest : (variance > Highest ? Highest : (int)variance);
    }
}

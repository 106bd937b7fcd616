namespace Bms.Core.FixedPoint;

/// <summary>
/// Smooth reading of tables over nodes that need not be equally spaced: the cubic Hermite interpolant whose slopes keep it
/// monotone wherever the values are. <see cref="Prepare"/> finds the slopes once; <see cref="Of"/> reads.
/// </summary>
/// <remarks>
/// Fritsch and Carlson, SIAM J. Numer. Anal. 17 (1980) 238; slopes after Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5
/// (1984) 300: the weighted harmonic mean of two secants, 0 at an extremum, three points at the ends. It is the PCHIP of
/// Matlab and SciPy.
/// </remarks>
public static class MonotoneCubic
{
    // beyond every table, with 27 fraction bits: four times the largest rise
    private const long Most_Q27 = 1L << 61;

    // what two factors of a proportion may have, so that a digit of 16 bits times one, and a rest, fit a long
    private const int PartBits = 45;

    /// <summary>
    /// Finds what a table would rise from node to node along the tangents at its nodes, at most 0.55 units of the last
    /// place (2^-4) from the exact PCHIP. For start-up: about a thousand instructions a node.
    /// </summary>
    /// <param name="nodes">Strictly rising, any distance apart. Beside an interval that does not rise, slopes are 0.</param>
    /// <param name="values">One value a node, any values. Of arrays of unequal length the longer count as cut.</param>
    /// <param name="rises_Q4">Filled: two numbers an interval, the rise over it at the slope of its left and of its right
    /// node, in the unit of the values with 4 fraction bits. A table of n nodes has 2 (n - 1).</param>
    public static void Prepare(int[] nodes, int[] values, long[] rises_Q4)
    {
        int last = Last(nodes, values, rises_Q4);
        if (last < 1)
        {
            return;
        }

        if (last == 1)
        {
            rises_Q4[0] = ((long)values[1] - values[0]) << 4;
            rises_Q4[1] = rises_Q4[0];
            return;
        }

        rises_Q4[0] = AtEnd(
            (long)nodes[1] - nodes[0], (long)values[1] - values[0],
            (long)nodes[2] - nodes[1], (long)values[2] - values[1]);
        for (int node = 1; node < last; node++)
        {
            Join(nodes, values, rises_Q4, node);
        }

        int before = last - 1;
        rises_Q4[(2 * last) - 1] = AtEnd(
            (long)nodes[last] - nodes[before], (long)values[last] - values[before],
            (long)nodes[before] - nodes[before - 1], (long)values[before] - values[before - 1]);
    }

    /// <summary>
    /// Monotone cubic between nodes, the end value beyond them: at most 0.52 units of the last place from the exact PCHIP of
    /// the nodes. Exact at the nodes, never beyond two neighbours' values, and monotone between them.
    /// </summary>
    /// <param name="nodes">As prepared.</param>
    /// <param name="values">As prepared.</param>
    /// <param name="rises_Q4">From <see cref="Prepare"/>. Of any other numbers a meaningless reading comes.</param>
    /// <param name="argument">In the unit of the nodes, any value.</param>
    /// <returns>In the unit of the values; 0 from a table without nodes.</returns>
    /// <remarks>
    /// Each half of an interval is a Bezier curve seen from its nearer node, whose control points are in order; de Casteljau's
    /// construction with every step rounded down keeps that order, so that no rounding can make the reading fall where the
    /// values rise.
    /// </remarks>
    public static int Of(int[] nodes, int[] values, long[] rises_Q4, int argument)
    {
        int last = Last(nodes, values, rises_Q4);
        if (last < 0)
        {
            return 0;
        }

        if (argument <= nodes[0])
        {
            return values[0];
        }

        if (argument >= nodes[last])
        {
            return values[last];
        }

        int near = Interpolation.Interval(nodes, last, argument);
        int far = near + 1;
        long departing = rises_Q4[2 * near];
        long arriving = rises_Q4[(2 * near) + 1];
        long width = (long)nodes[far] - nodes[near];
        long distance = (long)argument - nodes[near];
        if (distance << 1 > width)
        {
            distance = width - distance;
            far = near;
            near++;
            long forward = departing;
            departing = -arriving;
            arriving = -forward;
        }

        // the place within the half, in two digits of 22 bits
        long place = distance << 23;
        long high_Q22 = place / width;
        long low_Q44 = ((place - (high_Q22 * width)) << 22) / width;

        // distances of the half's control points, in 1/24 of 2^-4: products with the digits stay below 2^62
        long rise = ((long)values[far] - values[near]) << 4;
        long first = departing << 2;
        long second = ((3 * rise) - arriving) << 1;
        long third = (6 * rise) - departing - arriving;

        long a = ((first * high_Q22) + ((first * low_Q44) >> 22)) >> 22;
        long b = first + (((second * high_Q22) + ((second * low_Q44) >> 22)) >> 22);
        long c = first + second + (((third * high_Q22) + ((third * low_Q44) >> 22)) >> 22);
        long step = b - a;
        a += ((step * high_Q22) + ((step * low_Q44) >> 22)) >> 22;
        step = c - b;
        b += ((step * high_Q22) + ((step * low_Q44) >> 22)) >> 22;
        step = b - a;
        a += ((step * high_Q22) + ((step * low_Q44) >> 22)) >> 22;

        // counted from below every value, so that the quotient rounds one way throughout
        long fromLowest = ((values[near] - (long)int.MinValue) * 384) + a;
        return (int)(((fromLowest + 192) / 384) + int.MinValue);
    }

    private static int Last(int[] nodes, int[] values, long[] rises_Q4)
    {
        int last = Interpolation.Last(nodes, values);
        int intervals = rises_Q4 == null ? 0 : rises_Q4.Length >> 1;
        return last < intervals ? last : intervals;
    }

    /// <summary>The rise at an end's slope: that of the parabola through three points, cut to what is monotone.</summary>
    private static long AtEnd(long width, long rise, long nextWidth, long nextRise)
    {
        if (width < 1 || nextWidth < 1 || rise == 0)
        {
            return 0;
        }

        bool falls = rise < 0;
        bool turns = (nextRise < 0) != falls;
        long rise_Q27 = (falls ? -rise : rise) << 27;
        long next_Q27 = Proportion((nextRise < 0 ? -nextRise : nextRise) << 27, width, nextWidth);

        // rise + (rise - rise over this width at the next secant) * width / both widths
        long bend_Q27 = turns ? rise_Q27 + next_Q27 : rise_Q27 - next_Q27;
        bool lessens = bend_Q27 < 0;
        long change_Q27 = Proportion(lessens ? -bend_Q27 : bend_Q27, width, width + nextWidth);
        long end_Q27 = lessens ? rise_Q27 - change_Q27 : rise_Q27 + change_Q27;

        end_Q27 = end_Q27 < 0 ? 0 : end_Q27;
        end_Q27 = end_Q27 > 3 * rise_Q27 ? 3 * rise_Q27 : end_Q27;
        return Rounded(end_Q27, falls);
    }

    /// <summary>The rises over both intervals of an inner node at its slope, the weighted harmonic mean of their secants.</summary>
    private static void Join(int[] nodes, int[] values, long[] rises_Q4, int node)
    {
        int leftEnd = (2 * node) - 1;
        int rightStart = 2 * node;
        rises_Q4[leftEnd] = 0;
        rises_Q4[rightStart] = 0;
        long leftWidth = (long)nodes[node] - nodes[node - 1];
        long rightWidth = (long)nodes[node + 1] - nodes[node];
        long leftRise = (long)values[node] - values[node - 1];
        long rightRise = (long)values[node + 1] - values[node];
        if (leftWidth < 1 || rightWidth < 1 || leftRise == 0 || rightRise == 0 || (leftRise < 0) != (rightRise < 0))
        {
            return;
        }

        bool falls = leftRise < 0;
        leftRise = falls ? -leftRise : leftRise;
        rightRise = falls ? -rightRise : rightRise;

        // the secants compared crosswise; a product may fill the sign bit
        long left = leftRise * rightWidth;
        long right = rightRise * leftWidth;
        if (left < 0 || right < 0)
        {
            left = (left >> 1) & long.MaxValue;
            right = (right >> 1) & long.MaxValue;
        }

        bool leftIsFlatter = left <= right;
        long flatter = leftIsFlatter ? left : right;
        long steeper = leftIsFlatter ? right : left;
        long flatWidth = leftIsFlatter ? leftWidth : rightWidth;
        long steepWidth = leftIsFlatter ? rightWidth : leftWidth;
        int excess = BitLength.Of(steeper) - PartBits;
        if (excess > 0)
        {
            flatter >>= excess;
            steeper >>= excess;
        }

        // slope = flatter secant * total / (its weight + the other weight * flatter / steeper)
        long total = 3 * (leftWidth + rightWidth);
        int spare = PartBits - BitLength.Of(total);
        long weights = ((flatWidth + (2 * steepWidth)) << spare) + Proportion((steepWidth + (2 * flatWidth)) << spare, flatter, steeper);
        total <<= spare;

        long flat_Q27 = (leftIsFlatter ? leftRise : rightRise) << 27;
        long steep_Q27 = Proportion(flat_Q27, steepWidth, flatWidth);
        long flatRise_Q4 = Rounded(Proportion(flat_Q27, total, weights), falls);
        long steepRise_Q4 = Rounded(Proportion(steep_Q27, total, weights), falls);
        rises_Q4[leftEnd] = leftIsFlatter ? flatRise_Q4 : steepRise_Q4;
        rises_Q4[rightStart] = leftIsFlatter ? steepRise_Q4 : flatRise_Q4;
    }

    private static long Rounded(long rise_Q27, bool falls)
    {
        long rise_Q4 = (rise_Q27 + (1 << 22)) >> 23;
        return falls ? -rise_Q4 : rise_Q4;
    }

    /// <summary>value * part / whole, rounded down, in four digits of 16 bits; saturates beyond 2^61.</summary>
    /// <param name="value">0 or more.</param>
    /// <param name="part">0 to 2^45.</param>
    /// <param name="whole">1 to 2^45.</param>
    private static long Proportion(long value, long part, long whole)
    {
        long quotient = 0;
        long rest = 0;
        for (int digit = 48; digit >= 0; digit -= 16)
        {
            if (quotient > Most_Q27 >> 16)
            {
                return Most_Q27;
            }

            long sum = (rest << 16) + (((value >> digit) & 0xFFFF) * part);
            long next = sum / whole;
            rest = sum - (next * whole);
            quotient = (quotient << 16) + next;
        }

        return quotient;
    }
}

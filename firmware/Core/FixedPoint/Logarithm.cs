namespace Bms.Core.FixedPoint;

/// <summary>The natural logarithm in fixed point.</summary>
public static class Logarithm
{
    // round(ln 2 * 2^56)
    private const long Ln2_Q56 = 49946518145322874L;

    // the cubic through 0 nearest to ln(1 + u) over 0 to 1/128 from below: nowhere above it, so that no node is a step down
    private const long Linear_Q32 = 4294967169L;
    private const long Quadratic_Q32 = -2147402718L;
    private const long Cubic_Q32 = 1415028055L;

    // half, and what the cubic and truncation fall short by in the mean
    private const long Rounding_Q40 = 128 + 12;

    // ln(1 + k/128) * 2^40, rounded up
    private static readonly long[] s_steps_Q40 =
    {
        0L, 8556553906L, 17047033376L, 25472451062L, 33833796511L, 42132036864L, 50368117530L,
        58542962829L, 66657476617L, 74712542884L, 82709026332L, 90647772935L, 98529610470L, 106355349042L,
        114125781579L, 121841684316L, 129503817259L, 137112924636L, 144669735330L, 152174963295L, 159629307968L,
        167033454654L, 174388074903L, 181693826884L, 188951355728L, 196161293876L, 203324261410L, 210440866370L,
        217511705065L, 224537362374L, 231518412034L, 238455416924L, 245348929334L, 252199491232L, 259007634518L,
        265773881273L, 272498743997L, 279182725844L, 285826320847L, 292430014138L, 298994282159L, 305519592871L,
        312006405950L, 318455172987L, 324866337669L, 331240335970L, 337577596326L, 343878539803L, 350143580274L,
        356373124574L, 362567572664L, 368727317782L, 374852746593L, 380944239336L, 387002169965L, 393026906287L,
        399018810096L, 404978237302L, 410905538059L, 416801056891L, 422665132806L, 428498099418L, 434300285061L,
        440072012896L, 445813601023L, 451525362583L, 457207605865L, 462860634398L, 468484747059L, 474080238157L,
        479647397533L, 485186510647L, 490697858667L, 496181718552L, 501638363140L, 507068061225L, 512471077640L,
        517847673330L, 523198105435L, 528522627355L, 533821488829L, 539094936001L, 544343211492L, 549566554464L,
        554765200687L, 559939382602L, 565089329383L, 570215267002L, 575317418282L, 580396002959L, 585451237739L,
        590483336352L, 595492509607L, 600478965445L, 605442908991L, 610384542602L, 615304065923L, 620201675926L,
        625077566966L, 629931930824L, 634764956750L, 639576831510L, 644367739429L, 649137862433L, 653887380089L,
        658616469649L, 663325306088L, 668014062139L, 672682908338L, 677332013056L, 681961542539L, 686571660940L,
        691162530356L, 695734310863L, 700287160547L, 704821235541L, 709336690050L, 713833676392L, 718312345019L,
        722772844556L, 727215321823L, 731639921869L, 736046788000L, 740436061804L, 744807883181L, 749162390369L,
        753499719969L, 757820006973L,
    };

    /// <summary>ln(x), to the nearest: at most 0.5001 units of the last place (2^-16) from the exact value; never falls.</summary>
    /// <param name="argument_Q16">x with 16 fraction bits, any value.</param>
    /// <returns>ln(x) with 16 fraction bits, -726817 to 2135026; <see cref="int.MinValue"/> for x &lt;= 0.</returns>
    public static int Of(long argument_Q16)
    {
        return (int)((Of_Q32(argument_Q16) + 0x8000) >> 16);
    }

    /// <summary>ln(x) for sums that are to be rounded once: at most 0.57 units of the last place (2^-32) from the exact
    /// value; never falls.</summary>
    /// <param name="argument_Q16">x with 16 fraction bits, any value.</param>
    /// <returns>ln(x) with 32 fraction bits; -2^47 for x &lt;= 0, which is <see cref="int.MinValue"/> once rounded to 16.</returns>
    public static long Of_Q32(long argument_Q16)
    {
        if (argument_Q16 <= 0)
        {
            return (long)int.MinValue << 16;
        }

        return Of_Q32(argument_Q16, BitLength.Of(argument_Q16) - 1);
    }

    /// <summary>The same where the place of the highest set bit is known already.</summary>
    /// <param name="argument_Q16">x with 16 fraction bits, above 0.</param>
    /// <param name="whole">Place of its highest set bit, 0 to 62; another place gives another number.</param>
    /// <returns>ln(x) with 32 fraction bits.</returns>
    internal static long Of_Q32(long argument_Q16, int whole)
    {
        // x = 2^(n - 16) c (1 + u) with c = 1 + k/128 and 0 <= u < 1/128
        long mantissa_Q62 = argument_Q16 << (62 - whole);
        int step = (int)(mantissa_Q62 >> 55) & 127;
        long u_Q37 = ((mantissa_Q62 & 0x7FFFFFFFFFFFFF) >> 18) / (128 + step);
        long slope_Q32 = Linear_Q32 + ((u_Q37 * (Quadratic_Q32 + ((u_Q37 * Cubic_Q32) >> 37))) >> 37);
        long sum_Q40 = (((whole - 16) * Ln2_Q56) >> 16) + s_steps_Q40[step] + ((u_Q37 * slope_Q32) >> 29);
        return (sum_Q40 + Rounding_Q40) >> 8;
    }
}

namespace Bms.VirtualBoard.Analog;

/// <summary>
/// The board's random numbers. A draw is a function of seed, stream and its number alone, so a conversion has the same noise
/// whether or not the ones before it were looked at: chips need to work out only the results that somebody reads.
/// </summary>
/// <remarks>The output function of SplitMix64 (Steele, Lea and Flood 2014) on a counter. A normal draw is the sum of four uniform
/// ones, so it never passes 3.46 standard deviations.</remarks>
public sealed class NoiseSource
{
    private const ulong Golden = 0x9E3779B97F4A7C15UL;
    private const double FromHalfWords = 1.0 / 65536;
    private const double SquareRootOf3 = 1.7320508075688772;

    private readonly ulong _key;

    /// <summary>Stream number <paramref name="stream"/> of <paramref name="seed"/>.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="stream">One for each source of errors.</param>
    /// <param name="scale">Factor on every draw: 1, or 0 for parts without errors.</param>
    public NoiseSource(ulong seed, ulong stream, double scale = 1)
    {
        _key = Mix(Mix(seed) ^ (stream * Golden));
        Scale = scale;
    }

    /// <summary>Factor on every draw.</summary>
    public double Scale { get; }

    /// <summary>Number <paramref name="index"/> of 64 random bits; not scaled.</summary>
    public ulong Bits(ulong index) => Mix(_key + (index * Golden));

    /// <summary>Draw <paramref name="index"/>, uniform in [-1, 1), scaled.</summary>
    public double Uniform(ulong index) => Scale * (((Bits(index) >> 11) * (1.0 / (1UL << 52))) - 1);

    /// <summary>Draw <paramref name="index"/>, normal with standard deviation 1, scaled.</summary>
    public double Normal(ulong index)
    {
        if (Scale == 0)
        {
            return 0;
        }

        ulong bits = Bits(index);
        ulong sum = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        return Scale * SquareRootOf3 * ((sum * FromHalfWords) - 2 + (2 * FromHalfWords));
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}

using System;

namespace Bms.Plant.Randomness;

/// <summary>
/// The project's random numbers: xoshiro256** seeded by SplitMix64 from a seed and a stream number, so that every cell and
/// every sensor has a stream of its own and the order in which they are asked does not matter.
/// </summary>
/// <remarks>Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 2021. Normal draws use the polar
/// method of Marsaglia.</remarks>
public sealed class RandomSequence
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;
    private double _spare;
    private bool _hasSpare;

    /// <summary>Starts stream number <paramref name="stream"/> of <paramref name="seed"/>.</summary>
    public RandomSequence(ulong seed, ulong stream)
    {
        ulong state = seed;
        ulong mixed = SplitMix(ref state) ^ (stream * 0x9E3779B97F4A7C15UL);
        _s0 = SplitMix(ref mixed);
        _s1 = SplitMix(ref mixed);
        _s2 = SplitMix(ref mixed);
        _s3 = SplitMix(ref mixed);
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform between two bounds.</summary>
    public double Uniform(double low, double high) => low + ((high - low) * Uniform());

    /// <summary>Standard normal.</summary>
    public double Normal()
    {
        if (_hasSpare)
        {
            _hasSpare = false;
            return _spare;
        }

        double u;
        double v;
        double square;
        do
        {
            u = (2 * Uniform()) - 1;
            v = (2 * Uniform()) - 1;
            square = (u * u) + (v * v);
        }
        while (square >= 1 || square == 0);

        double scale = Math.Sqrt(-2 * Math.Log(square) / square);
        _spare = v * scale;
        _hasSpare = true;
        return u * scale;
    }

    /// <summary>Lognormal with median 1 and the given standard deviation of the logarithm.</summary>
    public double LogNormal(double sigma) => Math.Exp(sigma * Normal());

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    private ulong Next()
    {
        ulong result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }
}

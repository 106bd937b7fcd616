using System;
using Bms.Plant.Randomness;

namespace Bms.Simulation.Sensors;

/// <summary>One sensor: a gain and an offset drawn once, noise on every sample, and a resolution.</summary>
public sealed class Sensor
{
    private readonly RandomSequence _random;
    private readonly double _gain;
    private readonly double _offset;
    private readonly double _sigma;
    private readonly double _step;

    /// <summary>Draws a sensor.</summary>
    /// <param name="random">Its own random numbers.</param>
    /// <param name="gain">Bound of the relative gain error.</param>
    /// <param name="offset">Bound of the offset, in the unit of the reading.</param>
    /// <param name="sigma">Standard deviation of the noise, same unit.</param>
    /// <param name="step">Resolution, same unit, above 0.</param>
    /// <param name="atBounds">Whether gain and offset lie at their bounds, on one side or the other.</param>
    public Sensor(RandomSequence random, double gain, double offset, double sigma, double step, bool atBounds = false)
    {
        ArgumentNullException.ThrowIfNull(random);
        _random = random;
        _gain = 1 + Draw(random, gain, atBounds);
        _offset = Draw(random, offset, atBounds);
        _sigma = sigma;
        _step = step;
    }

    /// <summary>One conversion of the true value.</summary>
    public double Read(double truth)
    {
        double value = Settled(truth);
        if (_sigma > 0)
        {
            value += _sigma * _random.Normal();
        }

        return Math.Round(value / _step) * _step;
    }

    /// <summary>What it reads of the true value on average: with its standing error, without noise and resolution.</summary>
    public double Settled(double truth) => (truth * _gain) + _offset;

    private static double Draw(RandomSequence random, double bound, bool atBound)
    {
        double drawn = random.Uniform(-bound, bound);
        return atBound ? Math.CopySign(bound, drawn) : drawn;
    }
}

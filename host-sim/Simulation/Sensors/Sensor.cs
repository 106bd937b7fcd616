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
    public Sensor(RandomSequence random, double gain, double offset, double sigma, double step)
    {
        ArgumentNullException.ThrowIfNull(random);
        _random = random;
        _gain = 1 + random.Uniform(-gain, gain);
        _offset = random.Uniform(-offset, offset);
        _sigma = sigma;
        _step = step;
    }

    /// <summary>One conversion of the true value.</summary>
    public double Read(double truth)
    {
        double value = (truth * _gain) + _offset;
        if (_sigma > 0)
        {
            value += _sigma * _random.Normal();
        }

        return Math.Round(value / _step) * _step;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Profiles;

namespace Bms.Simulation.Loads;

/// <summary>A current asked for over time: every value holds until the next one (zero-order hold), the last until the end.</summary>
public sealed class LoadProfile
{
    private const double ClockTolerance = 1e-6;   // s; a tick that computes to just before a sample's time is that sample's tick

    private readonly double[] _times;
    private readonly double[] _currents;

    /// <summary>Makes a profile.</summary>
    /// <param name="name">What it is called in reports.</param>
    /// <param name="times">Instants from which the values hold, s, strictly rising, the first at 0.</param>
    /// <param name="currents">Values, A, positive = charge; as many.</param>
    /// <param name="duration">End of the last value, s, after its beginning.</param>
    /// <exception cref="ArgumentException">No value, lengths that differ, a number that is not finite, times that do not rise
    /// from 0 or an end that is not after them.</exception>
    public LoadProfile(string name, IReadOnlyList<double> times, IReadOnlyList<double> currents, double duration)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(currents);
        _times = [.. times];
        _currents = [.. currents];
        bool rising = _times.Length > 0 && _times[0] == 0;
        for (int k = 1; k < _times.Length; k++)
        {
            rising &= _times[k] > _times[k - 1];
        }

        if (!rising || _times.Length != _currents.Length || !_currents.All(double.IsFinite) || !double.IsFinite(duration) || !(duration > _times[^1]))
        {
            throw new ArgumentException($"load profile '{name}' needs finite values at times rising from 0 and an end after the last");
        }

        Name = name;
        Duration = duration;
        Peak = _currents.Max(Math.Abs);
    }

    /// <summary>What it is called in reports.</summary>
    public string Name { get; }

    /// <summary>Length, s.</summary>
    public double Duration { get; }

    /// <summary>Number of values.</summary>
    public int Count => _times.Length;

    /// <summary>Largest absolute value, A.</summary>
    public double Peak { get; }

    /// <summary>The current asked for at an instant, A, positive = charge; 0 before the beginning and after the end.</summary>
    /// <param name="time">Time since the beginning, s.</param>
    public double CurrentAt(double time)
    {
        time += ClockTolerance;
        if (!(time >= 0 && time < Duration))
        {
            return 0;
        }

        int found = Array.BinarySearch(_times, time);
        return _currents[found >= 0 ? found : ~found - 1];
    }

    /// <summary>The same shape with another peak.</summary>
    /// <param name="ampere">What the largest absolute value becomes, A, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A peak that is not finite and above 0.</exception>
    /// <exception cref="BadInputException">Every value of this profile is 0.</exception>
    public LoadProfile ScaledToPeak(double ampere)
    {
        if (!double.IsFinite(ampere) || ampere <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(ampere), ampere, "a peak is finite and above 0");
        }

        if (Peak == 0)
        {
            throw new BadInputException(Name, "every current is 0", "a profile that is scaled to a peak needs a current other than 0");
        }

        return new LoadProfile(Name, _times, [.. _currents.Select(current => current / Peak * ampere)], Duration);
    }
}

using System;

namespace Bms.Simulation.Driving;

/// <summary>
/// One stretch of a drive: a change of speed at a constant rate, or a time at the speed reached (at standstill: a stop).
/// Named as a driver would say it: accelerate, cruise, brake, stop.
/// </summary>
public readonly record struct SpeedSegment
{
    private const double KilometresPerHour = 1 / 3.6;

    /// <summary>Speed to be reached, m/s; only of a change of speed.</summary>
    public double TargetSpeed { get; private init; }

    /// <summary>Rate of a change of speed, m/s², above 0 also when braking; 0 in a stretch of constant speed.</summary>
    public double Rate { get; private init; }

    /// <summary>Time at constant speed, s; 0 in a change of speed, whose time follows from its rate.</summary>
    public double Duration { get; private init; }

    /// <summary>Slope of the road, rise over run; above 0 uphill.</summary>
    public double Grade { get; private init; }

    /// <summary>Whether this is a change of speed rather than a time at constant speed.</summary>
    public bool ChangesSpeed => Rate > 0;

    /// <summary>Goes faster.</summary>
    /// <param name="to">Speed to be reached, km/h, above 0.</param>
    /// <param name="at">Acceleration, m/s², above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value that is not above 0.</exception>
    public static SpeedSegment Accelerate(double to, double at)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(to);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(at);
        return new SpeedSegment { TargetSpeed = to * KilometresPerHour, Rate = at };
    }

    /// <summary>Goes slower.</summary>
    /// <param name="to">Speed to be reached, km/h; 0 is standstill.</param>
    /// <param name="at">Deceleration, m/s², above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A speed below 0 or a deceleration that is not above 0.</exception>
    public static SpeedSegment Brake(double to, double at)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(to);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(at);
        return new SpeedSegment { TargetSpeed = to * KilometresPerHour, Rate = at };
    }

    /// <summary>Keeps the speed reached.</summary>
    /// <param name="seconds">Time, s, above 0.</param>
    /// <param name="gradePercent">Slope of the road, percent; above 0 uphill.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time that is not above 0.</exception>
    public static SpeedSegment Cruise(double seconds, double gradePercent = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        return new SpeedSegment { Duration = seconds, Grade = gradePercent / 100 };
    }

    /// <summary>Stands still, as at a traffic light; the vehicle must have been braked to 0 before.</summary>
    /// <param name="seconds">Time, s, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time that is not above 0.</exception>
    public static SpeedSegment Stop(double seconds) => Cruise(seconds);
}

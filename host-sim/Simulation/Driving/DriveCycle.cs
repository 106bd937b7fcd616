using System;
using System.Collections.Generic;
using System.Linq;
using static Bms.Simulation.Driving.SpeedSegment;

namespace Bms.Simulation.Driving;

/// <summary>A drive from standstill to standstill, in speed segments. The cycles are our own, not a type-approval schedule.</summary>
public sealed class DriveCycle
{
    /// <summary>Makes a cycle from its segments.</summary>
    /// <param name="name">Name by which a step sentence calls it, one lower-case word.</param>
    /// <param name="title">What it is, in a few words.</param>
    /// <param name="segments">The stretches in order. They begin and end at standstill.</param>
    /// <exception cref="ArgumentException">No segment that takes time, or the last change of speed is not to standstill.</exception>
    public DriveCycle(string name, string title, params IReadOnlyList<SpeedSegment> segments)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentNullException.ThrowIfNull(segments);
        Name = name;
        Title = title;
        Segments = [.. segments];

        double speed = 0;
        foreach (SpeedSegment segment in Segments)
        {
            Duration += segment.ChangesSpeed ? Math.Abs(segment.TargetSpeed - speed) / segment.Rate : segment.Duration;
            speed = segment.ChangesSpeed ? segment.TargetSpeed : speed;
            TopSpeed = Math.Max(TopSpeed, speed);
        }

        if (Duration <= 0 || speed != 0)
        {
            throw new ArgumentException($"drive cycle '{name}' must take time and end at standstill", nameof(segments));
        }
    }

    /// <summary>Town traffic: 30 and 50 km/h between lights, a ring road, a hill up and down, a stop about every two minutes.</summary>
    public static DriveCycle Urban { get; } = new(
        "urban",
        "town traffic with stops",
        Accelerate(to: 32, at: 1.0), Cruise(18), Brake(to: 0, at: 1.1), Stop(14),
        Accelerate(to: 50, at: 1.2), Cruise(38), Brake(to: 30, at: 0.8), Cruise(12), Accelerate(to: 48, at: 0.9), Cruise(25), Brake(to: 0, at: 1.3), Stop(22),
        Accelerate(to: 30, at: 0.9), Cruise(45, gradePercent: 4), Brake(to: 15, at: 0.7), Cruise(6), Accelerate(to: 30, at: 0.9), Cruise(45, gradePercent: -4), Brake(to: 0, at: 1.0), Stop(9),
        Accelerate(to: 55, at: 1.4), Cruise(20), Accelerate(to: 68, at: 0.8), Cruise(52), Brake(to: 50, at: 0.6), Cruise(16), Brake(to: 0, at: 1.4), Stop(31),
        Accelerate(to: 20, at: 0.7), Cruise(8), Brake(to: 8, at: 0.6), Cruise(10), Accelerate(to: 40, at: 1.1), Cruise(24), Brake(to: 0, at: 1.2), Stop(18),
        Accelerate(to: 50, at: 1.5), Cruise(41), Brake(to: 0, at: 1.1), Stop(26));

    /// <summary>Motorway at 100 to 125 km/h with traffic, roadworks, a long climb and descent, and the roads to and from it.</summary>
    public static DriveCycle Highway { get; } = new(
        "highway",
        "motorway with its slip roads",
        Accelerate(to: 48, at: 1.1), Cruise(25), Accelerate(to: 105, at: 1.2), Cruise(85), Accelerate(to: 118, at: 0.5), Cruise(110),
        Brake(to: 100, at: 0.4), Cruise(75, gradePercent: 3), Cruise(40), Cruise(75, gradePercent: -3), Accelerate(to: 112, at: 0.4), Cruise(95),
        Brake(to: 78, at: 0.8), Cruise(70), Accelerate(to: 110, at: 0.7), Cruise(60), Accelerate(to: 125, at: 0.6), Cruise(28), Brake(to: 112, at: 0.3), Cruise(80),
        Brake(to: 55, at: 1.0), Cruise(22), Brake(to: 0, at: 1.2), Stop(25));

    /// <summary>A driver in a hurry: hard starts, hard braking, little patience at any speed.</summary>
    public static DriveCycle Aggressive { get; } = new(
        "aggressive",
        "hard acceleration and braking",
        Accelerate(to: 60, at: 2.8), Cruise(8), Brake(to: 0, at: 2.8), Stop(6),
        Accelerate(to: 75, at: 2.6), Cruise(12), Brake(to: 40, at: 2.2), Cruise(4), Accelerate(to: 85, at: 2.3), Cruise(10), Brake(to: 0, at: 3.0), Stop(8),
        Accelerate(to: 100, at: 2.2), Cruise(25), Accelerate(to: 128, at: 1.5), Cruise(45), Brake(to: 90, at: 2.0), Cruise(15, gradePercent: 4), Accelerate(to: 130, at: 1.6), Cruise(40),
        Brake(to: 105, at: 1.5), Cruise(15, gradePercent: -4), Brake(to: 50, at: 2.4), Cruise(10), Accelerate(to: 80, at: 2.5), Cruise(12), Brake(to: 0, at: 2.9), Stop(5),
        Accelerate(to: 50, at: 3.0), Cruise(5), Brake(to: 20, at: 2.0), Cruise(3), Accelerate(to: 65, at: 2.7), Cruise(9), Brake(to: 0, at: 2.7), Stop(12));

    /// <summary>Every cycle a step sentence can name.</summary>
    public static IReadOnlyList<DriveCycle> All { get; } = [Urban, Highway, Aggressive];

    /// <summary>Name by which a step sentence calls the cycle.</summary>
    public string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    public string Title { get; }

    /// <summary>The stretches in order.</summary>
    public IReadOnlyList<SpeedSegment> Segments { get; }

    /// <summary>Time of one repetition as written, s.</summary>
    public double Duration { get; }

    /// <summary>Highest speed of the cycle as written, m/s.</summary>
    public double TopSpeed { get; }

    /// <summary>The cycle of that name, in any case of letters; null if there is none.</summary>
    public static DriveCycle? Find(string name) => All.FirstOrDefault(cycle => cycle.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => Name;
}

using System;
using System.Text;
using Bms.Plant.Randomness;

namespace Bms.Simulation.Campaigns;

/// <summary>What is drawn once for a run, beyond the spread of its cells.</summary>
/// <param name="Seed">Seed of everything else that is random in the run.</param>
/// <param name="Capacity">Capacity of every cell over what it would be.</param>
/// <param name="Resistance">Resistance of every cell over what it would be.</param>
/// <param name="SocError_percent">How far off the firmware's first state of charge is.</param>
public readonly record struct RunDraw(ulong Seed, double Capacity, double Resistance, double SocError_percent)
{
    private const double CapacityBound = 0.10;
    private const double ResistanceBound = 0.30;
    private const double SocError = 20;
    private const ulong Stream = 0x4A554447_45000000;   // "JUDGE"

    /// <summary>Draws for a run; the same scenario and seed give the same draws, whatever else is judged.</summary>
    /// <param name="key">Key of the scenario.</param>
    /// <param name="seed">Number of the run.</param>
    public static RunDraw Of(string key, int seed)
    {
        ArgumentNullException.ThrowIfNull(key);
        ulong mixed = 14695981039346656037;   // FNV-1a
        foreach (byte letter in Encoding.UTF8.GetBytes(key))
        {
            mixed = (mixed ^ letter) * 1099511628211;
        }

        mixed = (mixed ^ (ulong)seed) * 1099511628211;
        var random = new RandomSequence(mixed, Stream);
        double capacity = random.Uniform(1 - CapacityBound, 1 + CapacityBound);
        double resistance = random.Uniform(1 - ResistanceBound, 1 + ResistanceBound);
        return new RunDraw(mixed, capacity, resistance, random.Uniform() < 0.5 ? -SocError : SocError);
    }
}

using System.Collections.Generic;
using Bms.Plant.Cells;
using Bms.Plant.Degradation;
using Bms.Plant.Mechanisms;

namespace Bms.Plant.Packs;

/// <summary>Size and start of a pack.</summary>
public sealed record PackOptions
{
    /// <summary>Cells in series, at least 1.</summary>
    public int Cells { get; init; } = 8;

    /// <summary>Cells that share a clamp, at least 1; the last clamp may hold fewer.</summary>
    public int CellsPerClamp { get; init; } = 16;

    /// <summary>State of charge at the start, 0..1.</summary>
    public double StateOfCharge { get; init; } = 0.6;

    /// <summary>Temperature of every cell at the start, K.</summary>
    public double Temperature { get; init; } = 298.15;

    /// <summary>Ambient temperature at the start, K.</summary>
    public double Ambient { get; init; } = 298.15;

    /// <summary>Clamp pressure at the start, in the start state, MPa; null: what follows from the profile's set pressure.</summary>
    public double? ClampPressure { get; init; }

    /// <summary>Seed of the spread between cells.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether cells differ from their design.</summary>
    public bool Spread { get; init; } = true;

    /// <summary>By how much single cells differ further, beyond what is drawn, from the first cell on; the others do not.</summary>
    public IReadOnlyList<CellFactors> Own { get; init; } = [];

    /// <summary>The mechanisms that act; default: all.</summary>
    public MechanismSet Mechanisms { get; init; }

    /// <summary>How aged the cells start, each by its own rate of ageing; default: new.</summary>
    public CellAge Age { get; init; }

    /// <summary>Relative humidity of the air around the cells at the start, 0..1.</summary>
    public double Humidity { get; init; } = 0.3;

    /// <summary>Free volume of air in the pack's housing, m³.</summary>
    public double EnclosureVolume { get; init; } = 0.02;

    /// <summary>Exchange of that air with the outside, 1/s; by default once an hour.</summary>
    public double AirExchange { get; init; } = 1.0 / 3600;

    /// <summary>Threads that may advance a large pack, at least 1; the result does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Longest step of the plant, s, at most 600: 1 under load; more only in storage, where nothing moves fast.</summary>
    public double LongestStep { get; init; } = 1;

    /// <summary>Diffusion volumes of each cell, 8..2000.</summary>
    public int Volumes { get; init; } = 60;
}

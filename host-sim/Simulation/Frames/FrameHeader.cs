using System;

namespace Bms.Simulation.Frames;

/// <summary>What the core takes in before the first frame: profile image, map of the pack, settings, restored state.</summary>
public sealed record FrameHeader
{
    /// <summary>The cell profile image.</summary>
    public required byte[] Profile { get; init; }

    /// <summary>Clamp of each cell.</summary>
    public required int[] ClampOfCell { get; init; }

    /// <summary>Temperature sensor of each cell.</summary>
    public required int[] SensorOfCell { get; init; }

    /// <summary>Value of every setting by number.</summary>
    public required int[] Settings { get; init; }

    /// <summary>Restored state of charge of each cell, 2^30 is full; empty if nothing was restored.</summary>
    public required int[] StateOfCharge_Q30 { get; init; }

    /// <summary>Restored contact factor of each cell.</summary>
    public required int[] Contact_Q30 { get; init; }

    /// <summary>Restored filament index of each cell.</summary>
    public required int[] Filament_Q30 { get; init; }

    /// <summary>Restored square of each cell's interphase growth; empty if all are new.</summary>
    public long[] InterphaseSquare_Q20 { get; init; } = [];

    /// <summary>Restored square of each cell's calendar fade; empty if all are new.</summary>
    public long[] CalendarSquare_Q60 { get; init; } = [];

    /// <summary>Restored cycle fade of each cell; empty if all are new.</summary>
    public long[] CycleFade_Q60 { get; init; } = [];

    /// <summary>Time of the first frame, ms.</summary>
    public required long Start_ms { get; init; }
}

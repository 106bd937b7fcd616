using Bms.Core.Storage;

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

    /// <summary>The restored state; of no cells if nothing was restored. Never changed.</summary>
    public RestoredState Restored { get; init; } = new(0);

    /// <summary>Time of the first frame, ms.</summary>
    public required long Start_ms { get; init; }
}

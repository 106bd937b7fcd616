using Bms.Core.Sensing;

namespace Bms.Simulation.Frames;

/// <summary>Recorded frames, one after the other, and what the core took in before them.</summary>
public interface IFrameSource
{
    /// <summary>What the core took in before the first frame.</summary>
    public FrameHeader Header { get; }

    /// <summary>Number of frames read so far.</summary>
    public long Count { get; }

    /// <summary>Turns the frame before into the next one.</summary>
    /// <returns>False at the end.</returns>
    public bool Next(SensorFrame frame);
}

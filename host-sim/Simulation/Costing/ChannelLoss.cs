using Bms.Core.Sensing;

namespace Bms.Simulation.Costing;

/// <summary>Conversions that fail for a while, whatever the sensors say.</summary>
/// <param name="Channel">First channel, a number of <see cref="Core.Sensing.Channel"/>.</param>
/// <param name="Count">How many channels from there.</param>
/// <param name="From_s">Since when, s from the beginning.</param>
/// <param name="Until_s">Until when.</param>
internal sealed record ChannelLoss(int Channel, int Count, double From_s, double Until_s) : IFrameTrouble
{
    /// <inheritdoc/>
    public void Strike(SensorFrame frame)
    {
        if (frame.Time_ms >= From_s * 1000 && frame.Time_ms < Until_s * 1000)
        {
            for (int channel = Channel; channel < Channel + Count; channel++)
            {
                frame.Invalidate(channel);
            }
        }
    }
}

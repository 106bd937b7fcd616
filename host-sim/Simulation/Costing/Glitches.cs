using System.Linq;
using Bms.Core.Sensing;
using Bms.Plant.Randomness;

namespace Bms.Simulation.Costing;

/// <summary>In every frame up to three conversions fail, jump or are late: rare paths meet in one tick.</summary>
/// <param name="seed">Seed.</param>
internal sealed class Glitches(ulong seed) : IFrameTrouble
{
    private const int Most = 3;
    private const int Late_ms = 3000;
    private const double Jump = 0.25;

    // What a module of 16 cells has.
    private static readonly int[] s_channels =
    [
        .. Enumerable.Range(Channel.CellVoltage, 16), .. Enumerable.Range(Channel.Temperature, 8), .. Enumerable.Range(Channel.ClampPressure, 2),
        .. Enumerable.Range(Channel.PackCurrentA, Channel.FrontEndStatus - Channel.PackCurrentA),
    ];

    private readonly RandomSequence _random = new(seed, 0);

    /// <inheritdoc/>
    public void Strike(SensorFrame frame)
    {
        for (int count = Below(Most + 1); count > 0; count--)
        {
            int channel = s_channels[Below(s_channels.Length)];
            switch (Below(4))
            {
                case 0:
                    frame.Invalidate(channel);
                    break;
                case 1:
                    frame.Timestamp_ms[channel] -= Below(Late_ms);
                    break;
                case 2:
                    frame.Value[channel] = Below(int.MaxValue);
                    break;
                default:
                    frame.Value[channel] = frame.Value[channel] is 0 or 1 ? 1 - frame.Value[channel] : (int)(frame.Value[channel] * _random.Uniform(1 - Jump, 1 + Jump));
                    break;
            }
        }
    }

    private int Below(int count) => (int)(_random.Uniform() * count);
}

using Bms.Core.Sensing;

namespace Bms.Device.Drivers;

/// <summary>Supply of the controller through a divider.</summary>
public sealed class SupplyInput : AnalogInput
{
    private readonly int _divider_ppm;

    /// <summary>Makes the input.</summary>
    /// <param name="divider_ppm">What the input sees over the supply, ppm: 100000 for a divider by ten. Less than 1 counts as 1.</param>
    public SupplyInput(int divider_ppm)
    {
        _divider_ppm = divider_ppm < 1 ? 1 : divider_ppm;
    }

    /// <inheritdoc/>
    public override void Take(SensorFrame frame, int voltage_uV, long time_ms)
    {
        // nearest for what the converter can give, which is not below 0
        frame.Set(Channel.Supply, (int)(((voltage_uV * 1000L) + (_divider_ppm >> 1)) / _divider_ppm), time_ms);
    }
}

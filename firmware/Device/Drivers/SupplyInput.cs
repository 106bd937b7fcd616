using Bms.Core.Sensing;

namespace Bms.Device.Drivers;

/// <summary>Supply of the controller through a divider.</summary>
public sealed class SupplyInput : AnalogInput
{
    private readonly int _ratio_permille;

    /// <summary>Makes the input.</summary>
    /// <param name="ratio_permille">Supply over what the input sees, permille: 10000 for a divider by ten.</param>
    public SupplyInput(int ratio_permille)
    {
        _ratio_permille = ratio_permille;
    }

    /// <inheritdoc/>
    public override void Take(SensorFrame frame, int voltage_uV, long time_ms)
    {
        // nearest
        frame.Set(Channel.Supply, (int)((((long)voltage_uV * _ratio_permille) + 500000) / 1000000), time_ms);
    }
}

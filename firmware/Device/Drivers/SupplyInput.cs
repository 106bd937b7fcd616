using Bms.Core.Sensing;

namespace Bms.Device.Drivers;

/// <summary>Supply of the controller through a divider. It is also the reference of what is ratiometric.</summary>
public sealed class SupplyInput : AnalogInput
{
    private readonly int _divider_permille;

    /// <summary>Makes the input.</summary>
    /// <param name="divider_permille">Supply over what the input sees, permille: 1000 without a divider, up to 10000.</param>
    public SupplyInput(int divider_permille)
    {
        _divider_permille = divider_permille;
    }

    /// <summary>Last supply measured, µV; 0 as long as there is none.</summary>
    public int Supply_uV;

    /// <inheritdoc/>
    public override void Take(SensorFrame frame, int voltage_uV, long time_ms)
    {
        Supply_uV = (int)((long)voltage_uV * _divider_permille / 1000);
        frame.Set(Channel.Supply, Supply_uV / 1000, time_ms);
    }
}

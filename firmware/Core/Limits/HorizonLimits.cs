namespace Bms.Core.Limits;

/// <summary>What holds for one horizon: the currents and powers that may flow so long, and the windows in which they may.</summary>
public sealed class HorizonLimits
{
    /// <summary>Highest charge current, µA, 0 or above.</summary>
    public int Charge_uA;

    /// <summary>Highest discharge current, µA, 0 or above.</summary>
    public int Discharge_uA;

    /// <summary>Highest charge power at the terminals, µW, 0 or above.</summary>
    public long Charge_uW;

    /// <summary>Highest discharge power at the terminals, µW, 0 or above.</summary>
    public long Discharge_uW;

    /// <summary>Core temperature below which these currents fade, mK.</summary>
    public int TemperatureLow_mK;

    /// <summary>Core temperature above which these currents fade, mK.</summary>
    public int TemperatureHigh_mK;

    /// <summary>Clamp pressure below which these currents fade, Pa.</summary>
    public int PressureLow_Pa;

    /// <summary>Clamp pressure above which these currents fade, Pa.</summary>
    public int PressureHigh_Pa;
}

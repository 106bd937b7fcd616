namespace Bms.Core.Limits;

/// <summary>What holds for one horizon: how much more or less current than the limits in force, and the windows; renewed every four seconds.</summary>
public sealed class HorizonLimits
{
    /// <summary>What the charge limit differs by from the one in force, µA.</summary>
    public int ChargeShift_uA;

    /// <summary>What the discharge limit differs by from the one in force, µA.</summary>
    public int DischargeShift_uA;

    /// <summary>Core temperature below which currents fade, mK.</summary>
    public int TemperatureLow_mK;

    /// <summary>Core temperature above which currents fade, mK.</summary>
    public int TemperatureHigh_mK;

    /// <summary>Clamp pressure below which currents fade, Pa.</summary>
    public int PressureLow_Pa;

    /// <summary>Clamp pressure above which currents fade, Pa.</summary>
    public int PressureHigh_Pa;
}

namespace Bms.Core.Storage;

/// <summary>Stable numbers of the settings; <see cref="SettingTable"/> says what each means.</summary>
public static class Setting
{
    /// <summary>Tolerance of the temperature sensors.</summary>
    public const int TemperatureTolerance = 0;

    /// <summary>Tolerance of the load cells.</summary>
    public const int PressureTolerance = 1;

    /// <summary>Distance kept from the working voltages.</summary>
    public const int VoltageMargin = 2;

    /// <summary>Standard deviations of critical current kept as a margin.</summary>
    public const int CriticalCurrentMargin = 3;

    /// <summary>How fast limits rise again.</summary>
    public const int ReleaseRamp = 4;

    /// <summary>Warning time between limits at zero and opening after a fault.</summary>
    public const int OpeningDelay = 5;

    /// <summary>Duration of precharge.</summary>
    public const int PrechargeTime = 6;

    /// <summary>Time without a fault before the contactors close again.</summary>
    public const int ReclosingDelay = 7;

    /// <summary>Standard deviation of the voltage correction's measurement.</summary>
    public const int VoltageNoise = 8;

    /// <summary>Uncertainty of the overpotential.</summary>
    public const int ResistanceUncertainty = 9;

    /// <summary>Standing voltage error the correction never averages away.</summary>
    public const int VoltageBias = 10;

    /// <summary>Standard deviation of a restored state of charge.</summary>
    public const int RestoredUncertainty = 11;

    /// <summary>Filament growth from which current is reduced.</summary>
    public const int FilamentBudgetSoft = 12;

    /// <summary>Filament growth at which current stops.</summary>
    public const int FilamentBudgetHard = 13;

    /// <summary>How far above the duty minimum the heater warms.</summary>
    public const int HeatAboveDuty = 14;

    /// <summary>Temperature over which current fades in above the lowest temperature.</summary>
    public const int ColdFade = 15;

    /// <summary>Temperature over which current fades out below the highest temperature.</summary>
    public const int HotFade = 16;

    /// <summary>One more than the highest number.</summary>
    public const int Count = 17;
}

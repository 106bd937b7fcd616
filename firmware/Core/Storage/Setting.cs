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

    /// <summary>Time over which a limiter follows a trend ahead.</summary>
    public const int TrendHorizon = 17;

    /// <summary>Rate of change of stack pressure from which current is reduced.</summary>
    public const int PressureRateSoft = 18;

    /// <summary>Rate of change of stack pressure at which current stops.</summary>
    public const int PressureRateHard = 19;

    /// <summary>Share of the stripping limit from which the void budget counts.</summary>
    public const int VoidCaution = 20;

    /// <summary>Voids, as contact they may have cost, from which current is reduced.</summary>
    public const int VoidBudgetSoft = 21;

    /// <summary>Voids at which no more may open.</summary>
    public const int VoidBudgetHard = 22;

    /// <summary>Open-circuit voltage over which charge fades out below a storage ceiling.</summary>
    public const int StorageFade = 23;

    /// <summary>Wear of a charge, against that of a slow and shallow one, that is allowed.</summary>
    public const int WearAllowed = 24;

    /// <summary>Deviation of the state of charge from which current is reduced.</summary>
    public const int DeviationSoft = 25;

    /// <summary>Deviation at which the least current is left.</summary>
    public const int DeviationHard = 26;

    /// <summary>Whether the model's voltage is corrected by what it was off by.</summary>
    public const int VoltageCorrection = 27;

    /// <summary>One more than the highest number.</summary>
    public const int Count = 28;

    /// <summary>
    /// Limiters that are switched off, bit k for the limiter of number k. No row of the device's table, where it reads as 0:
    /// only a simulator's table has it.
    /// </summary>
    public const int LimitersOff = Count;
}

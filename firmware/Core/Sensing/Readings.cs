using Bms.Core.Cells;

namespace Bms.Core.Sensing;

/// <summary>What can be believed of the newest frames: trusted values and their extremes.</summary>
public sealed class Readings
{
    /// <summary>Multiplier of the digests.</summary>
    public const long DigestPrime = 0x100000001B3L;

    /// <summary>Obstacle: it is not known what flows.</summary>
    public const int UnknownCurrent = 1;

    /// <summary>Obstacle: not every clamp is known to be between the pressures that every current needs and stands.</summary>
    public const int BadPressure = 2;

    /// <summary>Obstacle: a front end's alert line reports something, or has not been read recently.</summary>
    public const int UnquietFrontEnd = 4;

    /// <summary>Digest of the times of all frames and of every raw value taken so far.</summary>
    public long InputDigest;

    /// <summary>Monotonic time of the newest frame, ms.</summary>
    public long Time_ms;

    /// <summary>Pack current, µA, positive on charge.</summary>
    public int Current_uA;

    /// <summary>Charge since the start, µA ms, integrated from every current sample; exact, positive on charge.</summary>
    public long Charge_uAms;

    /// <summary>Whether a trusted current sample is recent.</summary>
    public bool CurrentIsTrusted;

    /// <summary>Difference of the two current sensors, µA.</summary>
    public int CurrentDisagreement_uA;

    /// <summary>Mean rate over the last voltage scan, C, positive on charge.</summary>
    public int ScanRate_Q24;

    /// <summary>Whether the current hardly changed during the last voltage scan.</summary>
    public bool ScanIsSteady;

    /// <summary>Counts voltage scans that brought every cell.</summary>
    public int Scans;

    /// <summary>Cell voltages, µV.</summary>
    public readonly int[] CellVoltage_uV;

    /// <summary>Whether every cell's voltage is recent.</summary>
    public bool VoltagesAreTrusted;

    /// <summary>Lowest cell voltage, µV.</summary>
    public int LowestVoltage_uV;

    /// <summary>Cell of the lowest voltage.</summary>
    public int LowestVoltageCell;

    /// <summary>Highest cell voltage, µV.</summary>
    public int HighestVoltage_uV;

    /// <summary>Cell of the highest voltage.</summary>
    public int HighestVoltageCell;

    /// <summary>Temperature per sensor, mK; 0 where none can be trusted.</summary>
    public readonly int[] SensorTemperature_mK;

    /// <summary>Whether every sensor's temperature is recent.</summary>
    public bool TemperaturesAreTrusted;

    /// <summary>Lowest measured temperature, mK.</summary>
    public int LowestTemperature_mK;

    /// <summary>Highest measured temperature, mK.</summary>
    public int HighestTemperature_mK;

    /// <summary>Ambient temperature, mK; 0 when unknown.</summary>
    public int Ambient_mK;

    /// <summary>Per clamp the pressure the lower load cell allows after its tolerance, Pa.</summary>
    public readonly int[] ClampLow_Pa;

    /// <summary>Per clamp the pressure the higher load cell allows after its tolerance, Pa.</summary>
    public readonly int[] ClampHigh_Pa;

    /// <summary>Whether every clamp has a recent trusted load cell.</summary>
    public bool PressuresAreTrusted;

    /// <summary>Whether a clamp may be below the pressure that every current needs.</summary>
    public bool PressureIsLost;

    /// <summary>Whether a clamp may be above the pressure that every current stands.</summary>
    public bool PressureIsExcessive;

    /// <summary>Lowest of <see cref="ClampLow_Pa"/>, Pa.</summary>
    public int LowestPressure_Pa;

    /// <summary>Clamp of the lowest pressure.</summary>
    public int LowestPressureClamp;

    /// <summary>Highest of <see cref="ClampHigh_Pa"/>, Pa.</summary>
    public int HighestPressure_Pa;

    /// <summary>Clamp of the highest pressure.</summary>
    public int HighestPressureClamp;

    /// <summary>What the contactors report: bit 0 positive closed, bit 1 negative closed.</summary>
    public int Feedback;

    /// <summary>Whether the front end reports a short circuit or hardware protection.</summary>
    public bool FrontEndAlert;

    /// <summary>Whether the front end's alert line has been read recently.</summary>
    public bool FrontEndIsTrusted;

    /// <summary>What of that which is read every tick stands against any current: bits, 0 for nothing.</summary>
    public int Obstacles = UnknownCurrent | BadPressure | UnquietFrontEnd;

    /// <summary>Counts the frames with an alert, so that none is too short to be diagnosed.</summary>
    public int Alerts;

    /// <summary>Current the load asks for, µA, positive on charge; 0 when unknown.</summary>
    public int LoadRequest_uA;

    /// <summary>Whether the load may be connected.</summary>
    public bool ConnectIsRequested;

    /// <summary>Whether the pack may be heated.</summary>
    public bool HeatIsRequested;

    /// <summary>Whether one complete set of trusted readings has been seen since the start.</summary>
    public bool IsComplete;

    /// <summary>Makes the readings of a pack.</summary>
    public Readings(PackProfile pack)
    {
        CellVoltage_uV = new int[pack.CellCount];
        SensorTemperature_mK = new int[pack.SensorCount];
        ClampLow_Pa = new int[pack.ClampCount];
        ClampHigh_Pa = new int[pack.ClampCount];
    }

    /// <summary>Whether everything that limits depend on is recent and plausible.</summary>
    public bool AllAreTrusted()
    {
        return CurrentIsTrusted && PressuresAreTrusted && FrontEndIsTrusted && VoltagesAreTrusted && TemperaturesAreTrusted;
    }

    /// <summary>Pressure of a clamp, Pa: half-way between the ends of its tolerance, which is the same on both sides.</summary>
    public int ClampMiddle_Pa(int clamp)
    {
        return (int)(((long)ClampLow_Pa[clamp] + ClampHigh_Pa[clamp]) >> 1);
    }

    /// <summary>Times so long ago that every sample is newer and every age is stale, one a channel.</summary>
    public static long[] Never(int count)
    {
        long[] times = new long[count];
        for (int k = 0; k < count; k++)
        {
            times[k] = -1000000000L;
        }

        return times;
    }
}

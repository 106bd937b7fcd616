namespace Bms.Core.Sensing;

/// <summary>
/// Stable numbers of every reading and request the core can take in. A number never changes its meaning; readers skip
/// numbers they do not know.
/// </summary>
public static class Channel
{
    /// <summary>First of 128 cell voltages, µV.</summary>
    public const int CellVoltage = 0;

    /// <summary>First of 64 temperature sensors, mK.</summary>
    public const int Temperature = 128;

    /// <summary>First of 16 load cells, Pa: clamp c has the two load cells 2c and 2c + 1.</summary>
    public const int ClampPressure = 192;

    /// <summary>Pack current, first sensor, µA, positive on charge.</summary>
    public const int PackCurrentA = 208;

    /// <summary>Pack current, second sensor, µA, positive on charge.</summary>
    public const int PackCurrentB = 209;

    /// <summary>Pack voltage, first sensor, mV.</summary>
    public const int PackVoltageA = 210;

    /// <summary>Pack voltage, second sensor, mV.</summary>
    public const int PackVoltageB = 211;

    /// <summary>Voltage behind the contactors, mV.</summary>
    public const int LinkVoltage = 212;

    /// <summary>Ambient temperature, mK.</summary>
    public const int AmbientTemperature = 213;

    /// <summary>Relative humidity, ppm.</summary>
    public const int Humidity = 214;

    /// <summary>Hydrogen sulfide, ppb.</summary>
    public const int Gas = 215;

    /// <summary>Feedback of the positive contactor, 0 open, 1 closed.</summary>
    public const int ContactorPositive = 216;

    /// <summary>Feedback of the negative contactor, 0 open, 1 closed.</summary>
    public const int ContactorNegative = 217;

    /// <summary>Feedback of the precharge relay, 0 open, 1 closed.</summary>
    public const int Precharge = 218;

    /// <summary>Supply of the controller, mV.</summary>
    public const int Supply = 219;

    /// <summary>Current the load asks for, µA, positive on charge.</summary>
    public const int LoadRequest = 220;

    /// <summary>Whether the load may be connected, 0 or 1.</summary>
    public const int ConnectRequest = 221;

    /// <summary>Whether the pack may be heated, 0 or 1.</summary>
    public const int HeatRequest = 222;

    /// <summary>Alert line of the analogue front ends, 0 quiet, 1 short circuit or hardware protection.</summary>
    public const int FrontEndAlert = 223;

    /// <summary>First of 8 front-end status words.</summary>
    public const int FrontEndStatus = 224;

    /// <summary>One more than the highest number.</summary>
    public const int Count = 232;

    /// <summary>Most cells a pack can have.</summary>
    public const int MaximumCells = 128;

    /// <summary>Most temperature sensors.</summary>
    public const int MaximumTemperatures = 64;

    /// <summary>Most clamps.</summary>
    public const int MaximumClamps = 8;
}

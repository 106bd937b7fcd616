namespace Bms.VirtualBoard;

/// <summary>Which pin of the microcontroller is soldered to what, by GPIO number.</summary>
public sealed record BoardWiring
{
    /// <summary>ESP32-DevKitC with a WROOM-32 module.</summary>
    public static BoardWiring Esp32DevKitC { get; } = new()
    {
        TargetName = "ESP32_REV3",
        PinCount = 40,
        InputOnlyFrom = 34,
        FirstBusData = 21,
        FirstBusClock = 22,
        SecondBusData = 18,
        SecondBusClock = 19,
        LinkReceive = 16,
        LinkTransmit = 17,
        ContactorNegative = 25,
        ContactorPrecharge = 32,
        ContactorPositive = 33,
        Heater = 26,
        Actuator = 27,
        WatchdogPulse = 23,
        FeedbackPositive = 34,
        FeedbackNegative = 35,
        FeedbackPrecharge = 36,
        Alert = 39,
    };

    /// <summary>ESP32-S3-DevKitC-1.</summary>
    public static BoardWiring Esp32S3DevKitC1 { get; } = new()
    {
        TargetName = "ESP32_S3",
        PinCount = 49,
        InputOnlyFrom = 49,
        FirstBusData = 8,
        FirstBusClock = 9,
        SecondBusData = 11,
        SecondBusClock = 12,
        LinkReceive = 18,
        LinkTransmit = 17,
        ContactorNegative = 4,
        ContactorPrecharge = 5,
        ContactorPositive = 6,
        Heater = 7,
        Actuator = 13,
        WatchdogPulse = 14,
        FeedbackPositive = 1,
        FeedbackNegative = 2,
        FeedbackPrecharge = 15,
        Alert = 16,
    };

    /// <summary>Name of the runtime's build, as SystemInfo.TargetName says it.</summary>
    public required string TargetName { get; init; }

    /// <summary>Processor family, as SystemInfo.Platform says it.</summary>
    public string Platform { get; init; } = "ESP32";

    /// <summary>Whether it is an ESP32-S3, whose functions have no default pins.</summary>
    public bool IsS3 => TargetName.StartsWith("ESP32_S3", System.StringComparison.Ordinal);

    /// <summary>Number of GPIO numbers.</summary>
    public required int PinCount { get; init; }

    /// <summary>First pin that is an input only and has no pull resistors.</summary>
    public required int InputOnlyFrom { get; init; }

    /// <summary>SDA of the first bus: front end, current monitor, first load-cell converter, auxiliary converter, FRAM.</summary>
    public required int FirstBusData { get; init; }

    /// <summary>SCL of the first bus.</summary>
    public required int FirstBusClock { get; init; }

    /// <summary>SDA of the second bus: second load-cell converter.</summary>
    public required int SecondBusData { get; init; }

    /// <summary>SCL of the second bus.</summary>
    public required int SecondBusClock { get; init; }

    /// <summary>Receives from the host.</summary>
    public required int LinkReceive { get; init; }

    /// <summary>Transmits to the host.</summary>
    public required int LinkTransmit { get; init; }

    /// <summary>Coil driver of the negative contactor, active high, 10 kohm pull-down.</summary>
    public required int ContactorNegative { get; init; }

    /// <summary>Coil driver of the precharge relay, active high, 10 kohm pull-down.</summary>
    public required int ContactorPrecharge { get; init; }

    /// <summary>Coil driver of the positive contactor, active high, 10 kohm pull-down.</summary>
    public required int ContactorPositive { get; init; }

    /// <summary>PWM of the heater, 10 kohm pull-down.</summary>
    public required int Heater { get; init; }

    /// <summary>PWM of the pressure actuator, 10 kohm pull-down.</summary>
    public required int Actuator { get; init; }

    /// <summary>Pulses to the external watchdog, 10 kohm pull-down.</summary>
    public required int WatchdogPulse { get; init; }

    /// <summary>Auxiliary contact of the positive contactor: closed pulls low.</summary>
    public required int FeedbackPositive { get; init; }

    /// <summary>Auxiliary contact of the negative contactor: closed pulls low.</summary>
    public required int FeedbackNegative { get; init; }

    /// <summary>Auxiliary contact of the precharge relay: closed pulls low.</summary>
    public required int FeedbackPrecharge { get; init; }

    /// <summary>ALERT of the front end, external pull-up, high is alert.</summary>
    public required int Alert { get; init; }
}

namespace Bms.Device.Storage;

/// <summary>Stable numbers of the board's settings; <see cref="BoardSettingTable"/> says what each means.</summary>
public static class BoardSetting
{
    /// <summary>What the firmware runs as: 0 finds out, 1 demo, 2 board, 3 hardware in the loop.</summary>
    public const int Mode = 0;

    /// <summary>Cells in series.</summary>
    public const int Cells = 1;

    /// <summary>Cells that share a clamp.</summary>
    public const int CellsPerClamp = 2;

    /// <summary>Cells that share a temperature sensor.</summary>
    public const int CellsPerSensor = 3;

    /// <summary>Shunt of the current monitor.</summary>
    public const int CurrentShunt = 4;

    /// <summary>Sense resistor of the front end.</summary>
    public const int FrontEndShunt = 5;

    /// <summary>Beta of the thermistor on the converter.</summary>
    public const int ThermistorBeta = 6;

    /// <summary>Pull-up of the thermistor on the converter.</summary>
    public const int ThermistorPullUp = 7;

    /// <summary>First of four tares of load cells, counts.</summary>
    public const int LoadCellTare = 8;

    /// <summary>First of four pressures at rated output of a load cell.</summary>
    public const int LoadCellSpan = 12;

    /// <summary>Sensitivity of the gas sensor with its amplifier.</summary>
    public const int GasSensitivity = 16;

    /// <summary>Output of the gas sensor's amplifier in clean air.</summary>
    public const int GasZero = 17;

    /// <summary>Whether a humidity sensor is fitted.</summary>
    public const int HumidityFitted = 18;

    /// <summary>Divider of the supply measurement.</summary>
    public const int SupplyDivider = 19;

    /// <summary>Duty of the heater when it runs.</summary>
    public const int HeaterDuty = 20;

    /// <summary>What the thermistor on the converter and the humidity sensor are supplied with.</summary>
    public const int Reference = 21;

    /// <summary>One more than the highest number.</summary>
    public const int Count = 22;
}

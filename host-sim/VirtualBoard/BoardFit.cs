namespace Bms.VirtualBoard;

/// <summary>What is fitted to a board, and with which values.</summary>
public sealed record BoardFit
{
    /// <summary>Cells in series, 3..16.</summary>
    public int Cells { get; init; } = 8;

    /// <summary>Whether the top cell is at the front end's sixteenth input and the inputs between are shorted, as the chip wants it; otherwise the cells are on the lowest inputs.</summary>
    public bool TopAtLastInput { get; init; } = true;

    /// <summary>Thermistors on the cells, 0..8.</summary>
    public int Sensors { get; init; } = 4;

    /// <summary>Clamps with two load cells each, 1 or 2; the second has its converter on the second bus.</summary>
    public int Clamps { get; init; } = 1;

    /// <summary>Shunt of the current monitor, ohm.</summary>
    public double Shunt_ohm { get; init; } = 0.0005;

    /// <summary>Sense resistor of the front end, ohm.</summary>
    public double Sense_ohm { get; init; } = 0.0005;

    /// <summary>Clamp pressure at the rated output of a load cell, MPa.</summary>
    public double LoadCellSpan_MPa { get; init; } = 12;

    /// <summary>Gas sensor with its amplifier, V per ppm.</summary>
    public double GasSlope_V { get; init; } = 0.036;

    /// <summary>Gas amplifier in clean air, V.</summary>
    public double GasZero_V { get; init; } = 0.2;

    /// <summary>Supply divider, output over input.</summary>
    public double SupplyRatio { get; init; } = 0.1;

    /// <summary>Whether a humidity sensor is fitted.</summary>
    public bool HasHumiditySensor { get; init; }

    /// <summary>Whether the FRAM is fitted.</summary>
    public bool HasFram { get; init; } = true;

    /// <summary>Comm Type the front end starts with.</summary>
    public byte FrontEndCommType { get; init; }

    /// <summary>Seed of the parts' errors and of all noise.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Whether parts have errors and noise.</summary>
    public bool HasErrors { get; init; } = true;
}

using System;

namespace Bms.VirtualBoard.Analog;

/// <summary>A world that stays as it is set. Conversions that ended shortly before a change but were not looked at yet may see it already.</summary>
public sealed class SteadyWorld : IAnalogWorld
{
    /// <summary>Sixteen cells at 3.7 V, no current, 25 °C, 5 MPa, clean dry air, 12 V supply, link discharged.</summary>
    public SteadyWorld()
    {
        Array.Fill(CellVoltages_V, 3.7);
        Array.Fill(SensorTemperatures_K, 298.15);
        Array.Fill(ClampPressures_MPa, 5);
    }

    /// <summary>Voltage per cell, V.</summary>
    public double[] CellVoltages_V { get; } = new double[16];

    /// <summary>Temperature per sensor, K.</summary>
    public double[] SensorTemperatures_K { get; } = new double[8];

    /// <summary>Pressure per load cell, MPa.</summary>
    public double[] ClampPressures_MPa { get; } = new double[4];

    /// <summary>Cells in series, for the pack voltage; at most 16.</summary>
    public int Cells { get; set; } = 8;

    /// <summary>A, positive on charge.</summary>
    public double Current_A { get; set; }

    /// <summary>V, behind the contactors.</summary>
    public double Link_V { get; set; }

    /// <summary>K.</summary>
    public double Ambient_K { get; set; } = 298.15;

    /// <summary>0..1.</summary>
    public double Humidity_1 { get; set; } = 0.1;

    /// <summary>ppm.</summary>
    public double HydrogenSulfide_ppm { get; set; }

    /// <summary>V.</summary>
    public double Supply_V { get; set; } = 12;

    /// <inheritdoc/>
    public double CellVoltage(int cell, long time_us) => CellVoltages_V[cell];

    /// <inheritdoc/>
    public double PackCurrent(long time_us) => Current_A;

    /// <inheritdoc/>
    public double PackVoltage(long time_us)
    {
        double sum = 0;
        for (int cell = 0; cell < Cells; cell++)
        {
            sum += CellVoltages_V[cell];
        }

        return sum;
    }

    /// <inheritdoc/>
    public double LinkVoltage(long time_us) => Link_V;

    /// <inheritdoc/>
    public double SensorTemperature(int sensor, long time_us) => SensorTemperatures_K[sensor];

    /// <inheritdoc/>
    public double AmbientTemperature(long time_us) => Ambient_K;

    /// <inheritdoc/>
    public double ClampPressure(int loadCell, long time_us) => ClampPressures_MPa[loadCell];

    /// <inheritdoc/>
    public double Humidity(long time_us) => Humidity_1;

    /// <inheritdoc/>
    public double HydrogenSulfide(long time_us) => HydrogenSulfide_ppm;

    /// <inheritdoc/>
    public double Supply(long time_us) => Supply_V;
}

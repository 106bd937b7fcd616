namespace Bms.VirtualBoard.Analog;

/// <summary>
/// What there is to measure. Asked at the instants at which conversions end: never later than the machine's time, at most about
/// 200 ms before it, and not always in order.
/// </summary>
public interface IAnalogWorld
{
    /// <summary>Voltage of a cell, V; cell 0 is the lowest.</summary>
    public double CellVoltage(int cell, long time_us);

    /// <summary>Current of the pack, A, positive on charge.</summary>
    public double PackCurrent(long time_us);

    /// <summary>Voltage of the pack before the contactors, V.</summary>
    public double PackVoltage(long time_us);

    /// <summary>Voltage behind the contactors, V.</summary>
    public double LinkVoltage(long time_us);

    /// <summary>Temperature at a sensor on the cells, K.</summary>
    public double SensorTemperature(int sensor, long time_us);

    /// <summary>Temperature of the surroundings and the board, K.</summary>
    public double AmbientTemperature(long time_us);

    /// <summary>Pressure of the clamp on a load cell, MPa; clamp c has the load cells 2c and 2c + 1.</summary>
    public double ClampPressure(int loadCell, long time_us);

    /// <summary>Relative humidity, 0..1.</summary>
    public double Humidity(long time_us);

    /// <summary>Hydrogen sulfide, ppm.</summary>
    public double HydrogenSulfide(long time_us);

    /// <summary>Supply of the controller, V.</summary>
    public double Supply(long time_us);
}

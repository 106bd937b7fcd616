using System;
using System.Linq;
using Bms.Core.Cells;
using Bms.Plant.Degradation;
using Bms.Plant.Packs;
using Bms.Simulation.Running;
using Bms.VirtualBoard.Analog;

namespace Bms.Simulation.Boards;

/// <summary>The true pack as the chips of a board see it.</summary>
/// <remarks>The pack is advanced in steps of half a second and may be sampled at any instant after the last: what a chip converted
/// shortly before the last step is taken at that step.</remarks>
internal sealed class PlantWorld(PackUnderLoad load, PackProfile map) : IAnalogWorld
{
    private const double ControllerSupply = 12;

    private readonly int[][] _cellsOfSensor =
        [.. Enumerable.Range(0, map.SensorCount).Select(sensor => Enumerable.Range(0, map.CellCount).Where(cell => map.SensorOfCell[cell] == sensor).ToArray())];

    /// <summary>What flowed lately.</summary>
    public CurrentHistory Current { get; } = new();

    /// <summary>Voltage behind the contactors, V.</summary>
    public double Link { get; set; }

    private Pack Pack => load.Pack;

    public double CellVoltage(int cell, long time_us) => Pack.CellVoltage(cell, Current.At(time_us), Since(time_us));

    public double PackCurrent(long time_us) => Current.At(time_us);

    public double PackVoltage(long time_us)
    {
        double current = Current.At(time_us);
        double since = Since(time_us);
        double sum = 0;
        for (int cell = 0; cell < Pack.CellCount; cell++)
        {
            sum += Pack.CellVoltage(cell, current, since);
        }

        return sum;
    }

    public double LinkVoltage(long time_us) => Link;

    public double SensorTemperature(int sensor, long time_us)
    {
        int[] cells = _cellsOfSensor[sensor];
        double since = Since(time_us);
        double sum = 0;
        foreach (int cell in cells)
        {
            sum += Pack.SurfaceTemperature(cell, since);
        }

        return sum / Math.Max(1, cells.Length);
    }

    public double AmbientTemperature(long time_us) => Pack.Ambient;

    public double ClampPressure(int loadCell, long time_us) => Pack.ClampPressure(loadCell / 2, Since(time_us));

    public double Humidity(long time_us) => Pack.Humidity;

    public double HydrogenSulfide(long time_us) => Pack.Gas(GasSpecies.HydrogenSulfide);

    public double Supply(long time_us) => ControllerSupply;

    private double Since(long time_us) => Math.Max(0, (time_us / 1e6) - (load.PlantTime_ms / 1e3));
}

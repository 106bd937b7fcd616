using Bms.Core.Sensing;

namespace Bms.Core.Cells;

/// <summary>How cells, clamps and temperature sensors belong together. Pressure belongs to clamps, temperature to sensors.</summary>
public sealed class PackProfile
{
    /// <summary>Cells in series, 1 to 128.</summary>
    public readonly int CellCount;

    /// <summary>Clamps, 1 to 8.</summary>
    public readonly int ClampCount;

    /// <summary>Temperature sensors, 1 to 64.</summary>
    public readonly int SensorCount;

    /// <summary>Clamp of each cell.</summary>
    public readonly int[] ClampOfCell;

    /// <summary>Temperature sensor of each cell.</summary>
    public readonly int[] SensorOfCell;

    /// <summary>Number of cells in each clamp.</summary>
    public readonly int[] CellsInClamp;

    /// <summary>Makes a pack from its two maps, each with one entry a cell.</summary>
    /// <remarks>Counts are kept in their ranges and map entries at 0 or above; maps shorter than the pack must not be given.</remarks>
    public PackProfile(int[] clampOfCell, int[] sensorOfCell)
    {
        CellCount = clampOfCell.Length < Channel.MaximumCells ? clampOfCell.Length : Channel.MaximumCells;
        ClampOfCell = new int[CellCount];
        SensorOfCell = new int[CellCount];
        CellsInClamp = new int[Channel.MaximumClamps];
        int clamps = 1;
        int sensors = 1;
        for (int cell = 0; cell < CellCount; cell++)
        {
            int clamp = Within(clampOfCell[cell], Channel.MaximumClamps);
            int sensor = Within(sensorOfCell[cell], Channel.MaximumTemperatures);
            ClampOfCell[cell] = clamp;
            SensorOfCell[cell] = sensor;
            CellsInClamp[clamp]++;
            clamps = clamp >= clamps ? clamp + 1 : clamps;
            sensors = sensor >= sensors ? sensor + 1 : sensors;
        }

        ClampCount = clamps;
        SensorCount = sensors;
    }

    /// <summary>A pack of equal modules: one clamp for every so many cells, one sensor for every so many cells.</summary>
    public static PackProfile Uniform(int cells, int cellsPerClamp, int cellsPerSensor)
    {
        int[] clamps = new int[cells];
        int[] sensors = new int[cells];
        int perClamp = cellsPerClamp < 1 ? 1 : cellsPerClamp;
        int perSensor = cellsPerSensor < 1 ? 1 : cellsPerSensor;
        for (int cell = 0; cell < cells; cell++)
        {
            clamps[cell] = cell / perClamp;
            sensors[cell] = cell / perSensor;
        }

        return new PackProfile(clamps, sensors);
    }

    private static int Within(int value, int count)
    {
        if (value < 0)
        {
            return 0;
        }

        return value < count ? value : count - 1;
    }
}

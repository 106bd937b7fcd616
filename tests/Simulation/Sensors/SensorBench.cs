using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Plant.Packs;
using Bms.Simulation.Sensors;

namespace Bms.Simulation.Tests.Sensors;

/// <summary>The sensors of a pack that stands still between the ticks of 20 ms in which they look at it.</summary>
internal sealed class SensorBench
{
    public const int Tick_ms = 20;

    private readonly SensorArray _sensors;
    private bool _hasBegun;

    public SensorBench(SensorErrors errors, int cells = 16, ulong seed = 1, int cellsPerClamp = 8, double celsius = 25)
    {
        Pack = new Pack(Cells.Pouch, new PackOptions { Cells = cells, CellsPerClamp = cellsPerClamp, Temperature = celsius + 273.15, Ambient = celsius + 273.15 });
        Map = PackProfile.Uniform(cells, cellsPerClamp, 2);
        _sensors = new SensorArray(Pack, Map, Cells.Pouch, errors, seed);
    }

    public Pack Pack { get; }

    public PackProfile Map { get; }

    public SensorFrame Frame { get; } = new();

    /// <summary>End of the newest tick, ms.</summary>
    public long Time_ms { get; private set; }

    /// <summary>Current that flows from now on, A.</summary>
    public double Current { get; set; }

    /// <summary>What a sensor without errors would read of a cell's voltage now, µV.</summary>
    public double TrueVoltage_uV(int cell) => Pack.CellVoltage(cell, Current, 0) * 1e6;

    /// <summary>The next tick; the first is that of time 0.</summary>
    public SensorFrame Tick()
    {
        Time_ms += _hasBegun ? Tick_ms : 0;
        _sensors.Convert(Frame, Time_ms, _hasBegun ? Tick_ms : 0, Current, 0);
        _hasBegun = true;
        return Frame;
    }

    /// <summary>Ticks up to and with an instant.</summary>
    public SensorBench Until(long time_ms)
    {
        while (!_hasBegun || Time_ms < time_ms)
        {
            Tick();
        }

        return this;
    }

    /// <summary>The next so many readings of a channel, each after its own conversion.</summary>
    public double[] Readings(int channel, int count)
    {
        List<double> readings = [];
        long last = -1;
        while (readings.Count < count)
        {
            Tick();
            if (Frame.Timestamp_ms[channel] > last)
            {
                last = Frame.Timestamp_ms[channel];
                readings.Add(Frame.Value[channel]);
            }
        }

        return [.. readings];
    }

    public static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}

using System;
using BenchmarkDotNet.Attributes;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Plant.Parameters;
using Bms.Profiles;

namespace Bms.Benchmarks;

/// <summary>One step of the battery manager, 20 ms, at rest: what a battery second costs a PC is fifty of them.</summary>
public class ManagerStep
{
    private const int RoundTicks = 50;

    private readonly SensorFrame _frame = new();
    private readonly Decision _decision = new();
    private BatteryManager _manager = null!;
    private int _tick;

    /// <summary>Cells in series.</summary>
    [Params(16)]
    public int Cells { get; set; } = 16;

    /// <summary>Connects every channel.</summary>
    [GlobalSetup]
    public void AtRest()
    {
        CellParameters cell = ProfileLibrary.Load(ProfileLibrary.Default);
        PackProfile pack = PackProfile.Uniform(Cells, cellsPerClamp: 16, cellsPerSensor: 2);
        _manager = new BatteryManager(new CellProfile(ProfileImage.Read(FirmwareImage.Build(cell))), pack, new Settings());
        Array.Fill(_frame.IsValid, true);
        Array.Fill(_frame.Value, 3_800_000, Channel.CellVoltage, Cells);
        Array.Fill(_frame.Value, 298_150, Channel.Temperature, pack.SensorCount);
        Array.Fill(_frame.Value, 5_000_000, Channel.ClampPressure, 2 * pack.ClampCount);
        Array.Fill(_frame.Value, 3_800 * Cells, Channel.PackVoltageA, 3);
        _frame.Value[Channel.AmbientTemperature] = 298_150;
        _frame.Value[Channel.Humidity] = 300_000;
        _frame.Value[Channel.Supply] = 12_000;
        for (int tick = 0; tick < 100 * RoundTicks; tick++)
        {
            Step();
        }
    }

    /// <summary>A step, with fresh readings of every channel.</summary>
    [Benchmark]
    public int Step()
    {
        _tick++;
        _frame.Time_ms = _tick * (long)BatteryManager.Tick_ms;
        Array.Fill(_frame.Timestamp_ms, _frame.Time_ms);
        _frame.Value[Channel.CellVoltage + (_tick % Cells)] ^= 1;   // no sensor stands still
        _manager.Step(_frame, _decision);
        return _decision.LimitDischarge_uA;
    }
}

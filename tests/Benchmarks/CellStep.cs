using System;
using BenchmarkDotNet.Attributes;
using Bms.Core.Cells;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Verification;

namespace Bms.Benchmarks;

/// <summary>One cell, one second: the firmware's model, the same scheme in double precision, and the full physics.</summary>
/// <remarks>The current is a sine of ten minutes, so that every step meets another state; what it takes to draw it is small.</remarks>
public class CellStep
{
    private const int Seconds = 600;
    private const double Ambient = 298.15;

    private readonly int[] _current_uA = new int[Seconds];
    private readonly int[] _rate_Q24 = new int[Seconds];
    private CellModel _fixed = null!;
    private ReducedOrderCell _double = null!;
    private Pack _plant = null!;
    private int _second;
    private long _time_ms;
    private long _charge_uAms;

    /// <summary>The cell.</summary>
    [Params("pouch-lpscl-nmc", "thin-film-lipon-lco")]
    public string Profile { get; set; } = ProfileLibrary.Default;

    /// <summary>Puts the three at rest at 60 %.</summary>
    [GlobalSetup]
    public void AtRest()
    {
        CellParameters cell = ProfileLibrary.Load(Profile);
        var image = new CellProfile(ProfileImage.Read(FirmwareImage.Build(cell)));
        var scale = new RateScale(image.OneC_uA);
        for (int second = 0; second < Seconds; second++)
        {
            _current_uA[second] = (int)(0.3e6 * cell.Cell.OneC * Math.Sin(2 * Math.PI * second / Seconds));
            _rate_Q24[second] = scale.Rate_Q24(_current_uA[second]);
        }

        _plant = new Pack(cell, new PackOptions { Cells = 1, Spread = false });
        double pressure = _plant.ClampPressure(0, since: 0);
        _double = new ReducedOrderCell(cell, 0.6, Ambient, pressure);
        _fixed = new CellModel(image, PackProfile.Uniform(cells: 1, cellsPerClamp: 1, cellsPerSensor: 1));
        _fixed.Clamps.Update(0, (int)(pressure * 1e6));
    }

    /// <summary>The same scheme in double precision.</summary>
    [Benchmark(Baseline = true)]
    public double Double()
    {
        _double.Advance(1, 1e-6 * _current_uA[Next()], Ambient);
        return _double.Voltage;
    }

    /// <summary>The firmware's.</summary>
    [Benchmark]
    public int Fixed()
    {
        int second = Next();
        _time_ms += 1000;
        _charge_uAms += 1000L * _current_uA[second];
        _fixed.Advance(0, _time_ms, _charge_uAms, _rate_Q24[second], sensor_mK: 298_150, ambient_mK: 298_150, heaterOn: false);
        return _fixed.States.ModelVoltage_uV[0];
    }

    /// <summary>The full physics, with its clamp.</summary>
    [Benchmark]
    public double Full()
    {
        double current = 1e-6 * _current_uA[Next()];
        _plant.Advance(1, current);
        return _plant.CellVoltage(0, current, since: 0);
    }

    private int Next()
    {
        _second = _second + 1 < Seconds ? _second + 1 : 0;
        return _second;
    }
}

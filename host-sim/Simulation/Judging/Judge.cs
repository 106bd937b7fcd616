using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Simulation.Results;

namespace Bms.Simulation.Judging;

/// <summary>
/// Judges a run by the hidden truth: the plant's own states, its own limits, the current that flowed. Never by what the
/// firmware measured or believed.
/// </summary>
/// <remarks>
/// States are looked at after every step of the plant, pressure and current every tick. A condition counts as broken once it
/// has lasted longer than its grace; one episode counts once, for each cell or clamp.
/// </remarks>
public sealed class Judge
{
    private const double VoltageTolerance = 0.010;
    private const double SurfaceTolerance = 0.005;
    private const double PlatingTolerance = 1.03;
    private const double StrippingBudget = 0.02;
    private const double TemperatureTolerance = 1;
    private const double FilamentBudget = 0.01;
    private const double IdleRate = 0.01;
    private const double StateGrace = 1;
    private const double PressureGrace = 0.25;
    private const double ZeroCelsius = 273.15;

    private readonly Pack _pack;
    private readonly CellParameters _cell;
    private readonly List<ViolationEpisode> _episodes = [];
    private readonly Dictionary<string, Watch[]> _watches;
    private readonly double[] _stripped;
    private readonly double[] _filamentStart;
    private double _fuse;

    /// <summary>Begins to judge a pack, at its start.</summary>
    public Judge(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        _pack = pack;
        _cell = pack.Parameters;
        _stripped = new double[pack.CellCount];
        _filamentStart = [.. Enumerable.Range(0, pack.CellCount).Select(pack.FilamentIndex)];
        _watches = TrueConstraint.All.ToDictionary(c => c.Key, Watches);
    }

    /// <summary>Every episode that has ended.</summary>
    public IReadOnlyList<ViolationEpisode> Episodes => _episodes;

    /// <summary>Episodes per key; every key is there.</summary>
    public IReadOnlyDictionary<string, int> Counts => TrueConstraint.All.ToDictionary(c => c.Key, c => _episodes.Count(e => e.Key == c.Key));

    /// <summary>Charge stripped beyond what the interface replenished, mAh/cm², of a cell.</summary>
    public double StrippedCharge(int cell) => _stripped[cell];

    /// <summary>Looks at the states after a step of the plant.</summary>
    /// <param name="time">Now, s.</param>
    /// <param name="dt">Length of the step, s.</param>
    /// <param name="mean">Mean current over the step, A.</param>
    /// <param name="current">Current that flows at its end, A.</param>
    public void LookAtStates(double time, double dt, double mean, double current)
    {
        OperatingLimits limits = _cell.Limits;
        double idle = IdleRate * _cell.Cell.OneC;
        Watch[] high = _watches["voltage_high"];
        Watch[] low = _watches["voltage_low"];
        Watch[] surfaceHigh = _watches["surface_high"];
        Watch[] surfaceLow = _watches["surface_low"];
        Watch[] plating = _watches["plating"];
        Watch[] stripping = _watches["stripping"];
        Watch[] hot = _watches["core_temperature_high"];
        Watch[] cold = _watches["core_temperature_low"];
        Watch[] filament = _watches["filament"];
        for (int cell = 0; cell < _pack.CellCount; cell++)
        {
            double voltage = _pack.CellVoltage(cell, current, 0);
            high[cell].Look(time, dt, voltage - limits.VoltageMaximum - VoltageTolerance, voltage);
            low[cell].Look(time, dt, limits.VoltageMinimum - VoltageTolerance - voltage, voltage);

            double surface = _pack.SurfaceStoichiometry(cell);
            surfaceHigh[cell].Look(time, dt, _cell.Positive.StoichiometryFull - SurfaceTolerance - surface, surface);
            surfaceLow[cell].Look(time, dt, surface - _cell.Positive.StoichiometryEmpty - SurfaceTolerance, surface);

            double local = _pack.LocalCurrentDensity(cell, current);
            plating[cell].Look(time, dt, current > 0 ? local - (PlatingTolerance * _pack.PlatingLimit(cell)) : 0, local);

            double excess = mean < 0 ? Math.Max(0, _pack.LocalCurrentDensity(cell, mean) - _pack.StrippingLimit(cell)) : 0;
            _stripped[cell] = Math.Max(0, _stripped[cell] + (dt * ((excess / 3600) - (_pack.HealingRate(cell) * _stripped[cell]))));
            stripping[cell].Look(time, dt, _stripped[cell] - StrippingBudget, _stripped[cell]);

            double core = _pack.CoreTemperature(cell);
            hot[cell].Look(time, dt, core - limits.TemperatureMaximum - TemperatureTolerance, core - ZeroCelsius);
            bool works = current > 0 || current < -idle;
            cold[cell].Look(time, dt, works ? limits.TemperatureMinimum - TemperatureTolerance - core : 0, core - ZeroCelsius);

            double grown = _pack.FilamentIndex(cell) - _filamentStart[cell];
            filament[cell].Look(time, dt, grown - FilamentBudget, _pack.FilamentIndex(cell));
        }
    }

    /// <summary>Looks at pressure and current over one tick.</summary>
    /// <param name="time">End of the tick, s.</param>
    /// <param name="dt">Its length, s.</param>
    /// <param name="current">Current that flowed, A.</param>
    /// <param name="since">Time from the plant's last advance to the end of the tick, s.</param>
    public void LookAtTick(double time, double dt, double current, double since)
    {
        OperatingLimits limits = _cell.Limits;
        bool works = Math.Abs(current) > IdleRate * _cell.Cell.OneC;
        Watch[] high = _watches["pressure_high"];
        Watch[] low = _watches["pressure_low"];
        for (int clamp = 0; clamp < _pack.ClampCount; clamp++)
        {
            double pressure = _pack.ClampPressure(clamp, since);
            high[clamp].Look(time, dt, works ? pressure - limits.TruePressureMaximum : 0, pressure);
            low[clamp].Look(time, dt, works ? limits.TruePressureMinimum - pressure : 0, pressure);
        }

        double rated = limits.FuseRatedCurrent;
        if (Math.Abs(current) > rated)
        {
            _fuse += ((current * current) - (rated * rated)) * dt;
        }

        _watches["overcurrent"][0].Look(time, dt, _fuse - limits.FuseI2t, _fuse);
    }

    /// <summary>Closes every episode under way: the run is over.</summary>
    public void End()
    {
        foreach (Watch watch in _watches.Values.SelectMany(w => w))
        {
            watch.End();
        }

        _episodes.Sort((a, b) => a.Start_s != b.Start_s ? a.Start_s.CompareTo(b.Start_s) : a.Index.CompareTo(b.Index));
    }

    private Watch[] Watches(TrueConstraint constraint)
    {
        int places = constraint.Place switch
        {
            "cell" => _pack.CellCount,
            "clamp" => _pack.ClampCount,
            _ => 1,
        };
        double grace = constraint.Key switch
        {
            "stripping" or "filament" or "overcurrent" => 0,
            "pressure_high" or "pressure_low" => PressureGrace,
            _ => StateGrace,
        };
        return [.. Enumerable.Range(0, places).Select(place => new Watch(constraint.Key, place, grace, _episodes))];
    }
}

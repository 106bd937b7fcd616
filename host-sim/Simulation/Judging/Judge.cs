using System;
using System.Collections.Generic;
using System.Linq;
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
    /// <summary>Charge that may be stripped beyond what the interface replenishes, mAh/cm².</summary>
    public const double StrippingBudget = 0.02;

    /// <summary>Growth of the filament index that a run may bring.</summary>
    public const double FilamentBudget = 0.01;

    /// <summary>Current up to which a pack is idle, multiples of 1C.</summary>
    public const double IdleRate = 0.01;

    private const double VoltageTolerance = 0.010;
    private const double SurfaceTolerance = 0.005;
    private const double PlatingTolerance = 1.03;
    private const double TemperatureTolerance = 1;
    private const double StateGrace = 1;
    private const double PressureGrace = 0.25;
    private const double NoGrace = 0;
    private const double ZeroCelsius = 273.15;
    private const double SecondsPerHour = 3600;

    private readonly ITruth _truth;
    private readonly OperatingLimits _limits;
    private readonly PositiveElectrode _positive;
    private readonly double _idle;
    private readonly List<ViolationEpisode> _episodes = [];
    private readonly List<Watch> _watches = [];
    private readonly Watch[] _voltageHigh;
    private readonly Watch[] _voltageLow;
    private readonly Watch[] _surfaceHigh;
    private readonly Watch[] _surfaceLow;
    private readonly Watch[] _plating;
    private readonly Watch[] _stripping;
    private readonly Watch[] _hot;
    private readonly Watch[] _cold;
    private readonly Watch[] _pressureHigh;
    private readonly Watch[] _pressureLow;
    private readonly Watch[] _filament;
    private readonly Watch[] _overcurrent;
    private readonly double[] _stripped;
    private readonly double[] _filamentStart;
    private readonly double[] _filamentHighest;
    private double _fuse;

    /// <summary>Begins to judge a pack, at its start.</summary>
    public Judge(ITruth truth)
    {
        ArgumentNullException.ThrowIfNull(truth);
        _truth = truth;
        _limits = truth.Parameters.Limits;
        _positive = truth.Parameters.Positive;
        _idle = IdleRate * truth.Parameters.Cell.OneC;
        _voltageHigh = Watches("voltage_high", StateGrace);
        _voltageLow = Watches("voltage_low", StateGrace);
        _surfaceHigh = Watches("surface_high", StateGrace);
        _surfaceLow = Watches("surface_low", StateGrace);
        _plating = Watches("plating", StateGrace);
        _stripping = Watches("stripping", NoGrace);
        _hot = Watches("core_temperature_high", StateGrace);
        _cold = Watches("core_temperature_low", StateGrace);
        _pressureHigh = Watches("pressure_high", PressureGrace);
        _pressureLow = Watches("pressure_low", PressureGrace);
        _filament = Watches("filament", NoGrace);
        _overcurrent = Watches("overcurrent", NoGrace);
        _stripped = new double[truth.CellCount];
        _filamentStart = [.. Enumerable.Range(0, truth.CellCount).Select(truth.FilamentIndex)];
        _filamentHighest = [.. _filamentStart];
        for (int cell = 0; cell < truth.CellCount; cell++)
        {
            CoreTemperature.Include(truth.CoreTemperature(cell));
            CellVoltage.Include(truth.CellVoltage(cell, 0));
        }

        LookAtPressure();
    }

    /// <summary>Every episode that has ended.</summary>
    public IReadOnlyList<ViolationEpisode> Episodes => _episodes;

    /// <summary>Episodes per key; every key is there.</summary>
    public IReadOnlyDictionary<string, int> Counts => TrueConstraint.All.ToDictionary(c => c.Key, c => _episodes.Count(e => e.Key == c.Key));

    /// <summary>Terminal voltage of every cell at every look, V.</summary>
    public Extent CellVoltage { get; } = new();

    /// <summary>Core temperature of every cell at every look, K.</summary>
    public Extent CoreTemperature { get; } = new();

    /// <summary>Pressure of every clamp at every look, MPa.</summary>
    public Extent ClampPressure { get; } = new();

    /// <summary>Charge stripped beyond what the interface replenished, mAh/cm², of a cell.</summary>
    public double StrippedCharge(int cell) => _stripped[cell];

    /// <summary>Charge stripped beyond what the interface replenished, mAh/cm², a step later.</summary>
    /// <param name="before">The charge before.</param>
    /// <param name="excess">Local current density beyond the stripping limit, mA/cm²; 0 unless discharging.</param>
    /// <param name="healingRate">Rate at which creep closes voids, 1/s.</param>
    /// <param name="dt">Length of the step, s.</param>
    public static double Stripped(double before, double excess, double healingRate, double dt) =>
        Math.Max(0, before + (dt * ((excess / SecondsPerHour) - (healingRate * before))));

    /// <summary>Looks at the states after a step of the plant.</summary>
    /// <param name="time">Now, s.</param>
    /// <param name="dt">Length of the step, s.</param>
    /// <param name="mean">Mean current over the step, A.</param>
    /// <param name="current">Current that flows at its end, A.</param>
    public void LookAtStates(double time, double dt, double mean, double current)
    {
        LookAtPressure();
        bool works = current > 0 || current < -_idle;
        for (int cell = 0; cell < _stripped.Length; cell++)
        {
            double voltage = _truth.CellVoltage(cell, current);
            CellVoltage.Include(voltage);
            _voltageHigh[cell].Look(time, dt, voltage - _limits.VoltageMaximum - VoltageTolerance, voltage);
            _voltageLow[cell].Look(time, dt, _limits.VoltageMinimum - VoltageTolerance - voltage, voltage);

            double surface = _truth.SurfaceStoichiometry(cell);
            _surfaceHigh[cell].Look(time, dt, _positive.StoichiometryFull - SurfaceTolerance - surface, surface);
            _surfaceLow[cell].Look(time, dt, surface - _positive.StoichiometryEmpty - SurfaceTolerance, surface);

            double local = _truth.LocalCurrentDensity(cell, current);
            _plating[cell].Look(time, dt, current > 0 ? local - (PlatingTolerance * _truth.PlatingLimit(cell)) : 0, local);

            double excess = mean < 0 ? Math.Max(0, _truth.LocalCurrentDensity(cell, mean) - _truth.StrippingLimit(cell)) : 0;
            _stripped[cell] = Stripped(_stripped[cell], excess, _truth.HealingRate(cell), dt);
            _stripping[cell].Look(time, dt, _stripped[cell] - StrippingBudget, _stripped[cell]);

            double core = _truth.CoreTemperature(cell);
            CoreTemperature.Include(core);
            _hot[cell].Look(time, dt, core - _limits.TemperatureMaximum - TemperatureTolerance, core - ZeroCelsius);
            _cold[cell].Look(time, dt, works ? _limits.TemperatureMinimum - TemperatureTolerance - core : 0, core - ZeroCelsius);

            double filament = Math.Max(_filamentHighest[cell], _truth.FilamentIndex(cell));   // healing undoes nothing
            _filamentHighest[cell] = filament;
            _filament[cell].Look(time, dt, filament - _filamentStart[cell] - FilamentBudget, filament);
        }
    }

    /// <summary>Looks at pressure and current over one tick.</summary>
    /// <param name="time">End of the tick, s.</param>
    /// <param name="dt">Its length, s.</param>
    /// <param name="current">Current that flowed, A.</param>
    /// <param name="since">Time from the plant's last advance to the end of the tick, s.</param>
    public void LookAtTick(double time, double dt, double current, double since)
    {
        bool works = Math.Abs(current) > _idle;
        for (int clamp = 0; clamp < _pressureHigh.Length; clamp++)
        {
            double pressure = _truth.ClampPressure(clamp, since);
            ClampPressure.Include(pressure);
            _pressureHigh[clamp].Look(time, dt, works ? pressure - _limits.TruePressureMaximum : 0, pressure);
            _pressureLow[clamp].Look(time, dt, works ? _limits.TruePressureMinimum - pressure : 0, pressure);
        }

        double rated = _limits.FuseRatedCurrent;
        if (Math.Abs(current) > rated)
        {
            _fuse += ((current * current) - (rated * rated)) * dt;
        }

        _overcurrent[0].Look(time, dt, _fuse - _limits.FuseI2t, _fuse);
    }

    /// <summary>Closes every episode under way: the run is over.</summary>
    public void End()
    {
        foreach (Watch watch in _watches)
        {
            watch.End();
        }

        _episodes.Sort((a, b) => a.Start_s != b.Start_s ? a.Start_s.CompareTo(b.Start_s) : a.Index.CompareTo(b.Index));
    }

    private void LookAtPressure()
    {
        for (int clamp = 0; clamp < _truth.ClampCount; clamp++)
        {
            ClampPressure.Include(_truth.ClampPressure(clamp, 0));
        }
    }

    // One watch for every cell, every clamp, or the pack, as the row of the key says.
    private Watch[] Watches(string key, double grace)
    {
        int places = TrueConstraint.Of(key)!.Place switch
        {
            "cell" => _truth.CellCount,
            "clamp" => _truth.ClampCount,
            _ => 1,
        };
        Watch[] watches = [.. Enumerable.Range(0, places).Select(place => new Watch(key, place, grace, _episodes))];
        _watches.AddRange(watches);
        return watches;
    }
}

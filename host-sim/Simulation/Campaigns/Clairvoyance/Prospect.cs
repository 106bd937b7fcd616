using System;
using System.Linq;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Simulation.Campaigns.Trials;
using Bms.Simulation.Judging;
using Bms.Simulation.Running;

namespace Bms.Simulation.Campaigns.Clairvoyance;

/// <summary>What becomes of the true pack under a current: tried on a shadow of it, held against the true constraints.</summary>
/// <remarks>Windows and critical currents count without the judge's tolerance, budgets (stripped charge, filament growth) nearly as
/// they are; the tolerances are left for what a shadow does not foresee.</remarks>
internal sealed class Prospect
{
    private const double StrippingBudget = 0.99 * Judge.StrippingBudget;
    private const double FilamentBudget = 0.98 * Judge.FilamentBudget;
    private const double PressureMargin = 0.02;   // MPa: its window has no tolerance, and what a clamp does by itself is not foreseen
    private const double Step = PlantStride.Step_ms / 1000.0;

    private readonly Trial _trial;
    private readonly Shadow<Pack> _shadow;
    private readonly PackTruth _truth;
    private readonly Thermostat _thermostat;
    private readonly double[] _stripped;
    private readonly double[] _filamentStart;
    private readonly OperatingLimits _limits;
    private readonly PositiveElectrode _positive;
    private readonly double _idle;
    private readonly double _raise;

    /// <summary>Begins at the start of a trial.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="raise">By how much its critical currents and the budgets of them are taken too high; 1: as they are.</param>
    public Prospect(Trial trial, double raise)
    {
        _trial = trial;
        _raise = raise;
        _shadow = new Shadow<Pack>(trial.Pack);
        _truth = new PackTruth(_shadow.Copy);
        _thermostat = new Thermostat(trial, _shadow.Copy);
        _stripped = new double[trial.Pack.CellCount];
        _filamentStart = [.. Enumerable.Range(0, trial.Pack.CellCount).Select(trial.Pack.FilamentIndex)];
        _limits = trial.Pack.Parameters.Limits;
        _positive = trial.Pack.Parameters.Positive;
        _idle = Judge.IdleRate * trial.Pack.Parameters.Cell.OneC;
    }

    /// <summary>What a current would break first.</summary>
    /// <param name="current">The current, A, positive on charge.</param>
    /// <param name="seconds">For how long.</param>
    public Binding Broken(double current, double seconds)
    {
        _shadow.Follow();
        for (int cell = 0; cell < _stripped.Length; cell++)
        {
            _stripped[cell] = _trial.Judge.StrippedCharge(cell);
        }

        for (double time = 0; time < seconds; time += Step)
        {
            // what flows in the first instant counts with the state it finds
            if (time == 0 && Look(current, 0) is var atOnce && atOnce != Binding.None)
            {
                return atOnce;
            }

            _shadow.Copy.Advance(Step, current);
            _shadow.Copy.HeaterOn = _thermostat.Heats;
            if (Look(current, Step) is var broken && broken != Binding.None)
            {
                return broken;
            }
        }

        return Binding.None;
    }

    private Binding Look(double current, double dt)
    {
        bool works = Math.Abs(current) > _idle;
        for (int clamp = 0; works && clamp < _truth.ClampCount; clamp++)
        {
            double pressure = _truth.ClampPressure(clamp, 0);
            if (pressure > _limits.TruePressureMaximum - PressureMargin || pressure < _limits.TruePressureMinimum + PressureMargin)
            {
                return Binding.Pressure;
            }
        }

        for (int cell = 0; cell < _stripped.Length; cell++)
        {
            if (Look(cell, current, dt) is var broken && broken != Binding.None)
            {
                return broken;
            }
        }

        return Binding.None;
    }

    private Binding Look(int cell, double current, double dt)
    {
        double local = _truth.LocalCurrentDensity(cell, current);
        if (current > 0 && local > _raise * _truth.PlatingLimit(cell))
        {
            return Binding.Plating;
        }

        double excess = current < 0 ? Math.Max(0, local - _truth.StrippingLimit(cell)) : 0;
        double before = _stripped[cell];
        _stripped[cell] = Judge.Stripped(before, excess, _truth.HealingRate(cell), dt);
        if (_stripped[cell] > _raise * StrippingBudget && _stripped[cell] > before)
        {
            return Binding.Stripping;
        }

        double voltage = _truth.CellVoltage(cell, current);
        if (current > 0 ? voltage > _limits.VoltageMaximum : voltage < _limits.VoltageMinimum)
        {
            return Binding.Voltage;
        }

        double surface = _truth.SurfaceStoichiometry(cell);
        if (current > 0 ? surface < _positive.StoichiometryFull : surface > _positive.StoichiometryEmpty)
        {
            return Binding.Surface;
        }

        double core = _truth.CoreTemperature(cell);
        return core > _limits.TemperatureMaximum || core < _limits.TemperatureMinimum ? Binding.Temperature
            : _truth.FilamentIndex(cell) - _filamentStart[cell] > FilamentBudget ? Binding.Filament
            : Binding.None;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Bms.Core;
using Bms.Plant.Cells;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Simulation.Judging;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Campaigns.Trials;

/// <summary>One run of a scenario of a campaign under some controller, judged by the truth.</summary>
/// <remarks>The load is told nothing, so it asks every controller for the same.</remarks>
internal sealed class Trial
{
    private const int Tick_ms = BatteryManager.Tick_ms;
    private const double Tick = Tick_ms / 1000.0;
    private const double SecondsPerHour = 3600;

    private readonly ScenarioPlayer _player;
    private readonly PlantStride _stride;
    private readonly List<double> _moved = [];
    private readonly List<bool> _limited = [];
    private double _requestedCharge;
    private double _energyIn;
    private double _energyOut;
    private long _steps;

    /// <summary>Gets ready.</summary>
    public Trial(TrialSetup setup)
    {
        Setup = setup;
        Scenario scenario = setup.Row.Scenario;
        CellFactors common = CellFactors.Nominal with { Capacity = setup.Draw.Capacity, Resistance = setup.Draw.Resistance };
        IReadOnlyList<CellFactors> own = setup.Row.Own;
        Pack = new Pack(setup.TrueCell, scenario.Start(setup.Design.ReferenceTemperature) with
        {
            Seed = setup.Draw.Seed,
            Age = setup.Row.Age,
            Own = [.. Enumerable.Range(0, scenario.Cells).Select(cell => cell < own.Count ? own[cell].Times(common) : common)],
        });
        Controls = new TruePack(Pack);
        Truth = new PackTruth(Pack);
        Judge = new Judge(Truth);
        _stride = new PlantStride(Pack, Judge);
        CellParameters nameplate = setup.Design;
        _player = new ScenarioPlayer(
            scenario with { Seed = setup.Draw.Seed },
            new PackRating(nameplate.Cell.OneC, nameplate.Cell.WindowCapacity * NominalVoltage(nameplate) * scenario.Cells),
            Controls);
    }

    /// <summary>What it is made of.</summary>
    public TrialSetup Setup { get; }

    /// <summary>The true pack.</summary>
    public Pack Pack { get; }

    /// <summary>The true pack as the scenario changes it.</summary>
    public TruePack Controls { get; }

    /// <summary>The truth about it.</summary>
    public PackTruth Truth { get; }

    /// <summary>Who judges.</summary>
    public Judge Judge { get; }

    /// <summary>Current that flows, A, positive on charge.</summary>
    public double Current { get; private set; }

    /// <summary>Current asked for, A, positive on charge.</summary>
    public double Requested { get; private set; }

    /// <summary>Time up to which the plant has been advanced, ms.</summary>
    public long PlantTime_ms => _stride.Time_ms;

    /// <summary>Runs to the end.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public TrialOutcome Run(IGovernor governor, CancellationToken cancellation = default)
    {
        for (long time_ms = 0; ; time_ms += Tick_ms)
        {
            governor.Look(time_ms);
            Requested = _player.Request(time_ms / 1000.0, LoadFeedback.Unknown);
            if (_player.Done)
            {
                break;
            }

            Current = Allowed(governor, time_ms);
            Book(time_ms);
            if (_stride.Carry(time_ms, Current, governor.HeaterOn))
            {
                BookStep();
                cancellation.ThrowIfCancellationRequested();
            }
        }

        Judge.End();
        return new TrialOutcome
        {
            Episodes = Judge.Episodes,
            Moved = _moved,
            Limited = _limited,
            Requested = _requestedCharge,
            EnergyIn = _energyIn / SecondsPerHour,
            EnergyOut = _energyOut / SecondsPerHour,
            CellSteps = _steps * Pack.CellCount,
        };
    }

    private static double NominalVoltage(CellParameters cell) => 0.5 * (cell.Limits.VoltageMinimum + cell.Limits.VoltageMaximum);

    private double Allowed(IGovernor governor, long time_ms)
    {
        if (Requested == 0)
        {
            return 0;
        }

        bool charges = Requested > 0;
        double limit = governor.Limit(time_ms, charges);
        if (Math.Abs(Requested) <= limit)
        {
            return Requested;
        }

        governor.HeldBack(charges);
        return charges ? limit : -limit;
    }

    private void Book(long time_ms)
    {
        int second = (int)(time_ms / 1000);
        if (second == _moved.Count)
        {
            _moved.Add(0);
            _limited.Add(false);
        }

        _moved[second] += Math.Abs(Current) * Tick;
        _limited[second] |= Current != Requested;
        _requestedCharge += Math.Abs(Requested) * Tick;
    }

    private void BookStep()
    {
        _steps++;
        double energy = 0;
        for (int cell = 0; cell < Pack.CellCount; cell++)
        {
            energy += Pack.TerminalPower(cell) * (PlantStride.Step_ms / 1000.0);
        }

        _energyIn += Math.Max(0, energy);
        _energyOut += Math.Max(0, -energy);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Diagnostics;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Simulation.Sensors;

namespace Bms.Simulation.Campaigns.Scoring;

/// <summary>How right the firmware is about its cells, how calm its limits are, and whether it trips for nothing.</summary>
internal sealed class FirmwareScore
{
    /// <summary>From when on the state of charge is scored, s: a wrong start must have been found out by then.</summary>
    public const double From = 1800;

    private const double ZeroCelsius = 273.15;
    private const double One_Q30 = 1 << 30;

    // Two percent of 1C: a move of the limit below that is no move.
    private const double ChatterRate = 0.02;

    private readonly Pack _pack;
    private readonly IReadOnlyList<int> _expected;
    private readonly SensorBound[] _bounds;
    private readonly Chatter _charge;
    private readonly Chatter _discharge;
    private readonly SortedSet<string> _trips = [];
    private int _active;

    public FirmwareScore(Pack pack, CellParameters design, SensorErrors sensors, IReadOnlyList<int> expected)
    {
        _bounds = [.. Enumerable.Range(0, pack.CellCount).Select(_ => new SensorBound(design.Positive, sensors))];
        _pack = pack;
        _expected = expected;
        _charge = new Chatter(ChatterRate * design.Cell.OneC);
        _discharge = new Chatter(ChatterRate * design.Cell.OneC);
    }

    /// <summary>Error of the state of charge of cells at 0 degC or above, percent.</summary>
    public ErrorSum WarmSoc { get; private set; }

    /// <summary>The same of colder cells.</summary>
    public ErrorSum ColdSoc { get; private set; }

    /// <summary>What the voltage sensors alone allow at the same times: the RMS as errors, and the largest.</summary>
    public ErrorSum SocBound { get; private set; }

    /// <summary>Faults that were raised although the scenario does not bring them about.</summary>
    public int FalseTrips { get; private set; }

    /// <summary>Their names.</summary>
    public IReadOnlyCollection<string> Trips => _trips;

    /// <summary>Reversals of both limits.</summary>
    public int Reversals => _charge.Count + _discharge.Count;

    /// <summary>Seconds in which the firmware was looked at.</summary>
    public double Seconds { get; private set; }

    /// <summary>Looks at a firmware that is on, every tick.</summary>
    /// <param name="time">Now, s.</param>
    /// <param name="manager">The firmware.</param>
    /// <param name="decision">What it has decided.</param>
    public void Look(double time, BatteryManager manager, Decision decision)
    {
        LookAtDiagnoses(manager.Diagnosis);
        if (time != Math.Floor(time))
        {
            return;
        }

        Seconds++;
        _charge.Look(time, decision.LimitCharge_uA * 1e-6, (int)decision.ChargeReason);
        _discharge.Look(time, decision.LimitDischarge_uA * 1e-6, (int)decision.DischargeReason);
        for (int cell = 0; cell < _pack.CellCount; cell++)
        {
            _bounds[cell].Look(_pack.StateOfCharge(cell));
        }

        if (time < From || !manager.Readings.IsComplete)
        {
            return;
        }

        CellStates states = manager.Cells.States;
        for (int cell = 0; cell < _pack.CellCount; cell++)
        {
            double error = 100 * ((states.StateOfCharge_Q30[cell] / One_Q30) - _pack.StateOfCharge(cell));
            if (_pack.CoreTemperature(cell) >= ZeroCelsius)
            {
                WarmSoc = WarmSoc.With(error);
            }
            else
            {
                ColdSoc = ColdSoc.With(error);
            }

            SocBound = SocBound.With(new ErrorSum(1, _bounds[cell].Rms_percent * _bounds[cell].Rms_percent, _bounds[cell].Largest_percent));
        }
    }

    /// <summary>The firmware has restarted: what it had raised is forgotten.</summary>
    public void Restart() => _active = 0;

    private void LookAtDiagnoses(Diagnosis diagnosis)
    {
        int raised = diagnosis.ActiveBits & ~_active;
        _active = diagnosis.ActiveBits;
        for (int k = 0; raised != 0 && k < diagnosis.Count; k++)
        {
            DiagnosisRow row = diagnosis.Row(k);
            if ((raised & (1 << k)) != 0 && row.Severity >= Severity.Fault && !_expected.Contains(row.Number))
            {
                FalseTrips++;
                _trips.Add(row.Name);
            }
        }
    }
}

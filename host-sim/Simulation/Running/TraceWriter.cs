using System;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Limits;
using Bms.Core.Pack;
using Bms.Plant.Degradation;
using Bms.Plant.Packs;
using Bms.Simulation.Judging;
using Bms.Simulation.Results;

namespace Bms.Simulation.Running;

/// <summary>Puts together the row of an instant: what the load asked, what the firmware decided and believed, what was true.</summary>
internal sealed class TraceWriter
{
    private const double ZeroCelsius = 273.15;

    private readonly Pack _pack;
    private readonly TraceLayout _layout;
    private readonly double[] _row;
    private double _squares;
    private long _samples;

    public TraceWriter(Pack pack, BatteryManager manager, double expected_s)
    {
        _pack = pack;
        Manager = manager;
        _layout = new TraceLayout(pack.CellCount, pack.ClampCount, Array.ConvertAll(LimitReasonTable.Rows(), row => row.Name), Enum.GetNames<ContactorState>());
        _row = new double[_layout.Columns.Count];
        Trace = new Trace(_layout.Columns, expected_s);
    }

    public Trace Trace { get; }

    /// <summary>The firmware whose beliefs are written.</summary>
    public BatteryManager Manager { get; set; }

    /// <summary>Root of the mean square error of the state of charge, percent.</summary>
    public double SocRmse => _samples == 0 ? 0 : 100 * Math.Sqrt(_squares / _samples);

    /// <summary>Largest error of the state of charge, percent.</summary>
    public double SocMaxError { get; private set; }

    /// <summary>True terminal voltages of all rows, V.</summary>
    public Extent CellVoltage { get; } = new();

    /// <summary>Mean true state of charge of the newest row.</summary>
    public double MeanSoc { get; private set; }

    public void Add(double time, double current, double requested, double since, Decision decision)
    {
        double[] row = _row;
        Pack pack = _pack;
        row[_layout[ColumnName.TestTime]] = time;
        row[_layout[ColumnName.Current]] = current;
        row[_layout[ColumnName.RequestedCurrent]] = requested;
        row[_layout[ColumnName.ChargeLimit]] = decision.LimitCharge_uA * 1e-6;
        row[_layout[ColumnName.DischargeLimit]] = decision.LimitDischarge_uA * 1e-6;
        row[_layout[ColumnName.ChargeBinding]] = (int)decision.ChargeReason;
        row[_layout[ColumnName.DischargeBinding]] = (int)decision.DischargeReason;
        row[_layout[ColumnName.ContactorState]] = (int)Manager.Contactors;
        row[_layout[ColumnName.AmbientTemperature]] = pack.Ambient - ZeroCelsius;
        row[_layout[ColumnName.HeaterPower]] = pack.HeaterOn ? pack.Parameters.Thermal.HeaterPower * pack.CellCount : 0;
        row[_layout[ColumnName.TrueHydrogenSulfide]] = pack.Gas(GasSpecies.HydrogenSulfide);
        row[_layout[ColumnName.TruePhosphine]] = pack.Gas(GasSpecies.Phosphine);
        row[_layout[ColumnName.TrueAmmonia]] = pack.Gas(GasSpecies.Ammonia);
        Span<double> pressure = Family(ColumnName.AppliedPressure, pack.ClampCount);
        for (int clamp = 0; clamp < pressure.Length; clamp++)
        {
            pressure[clamp] = pack.ClampPressure(clamp, since) * 1e6;
        }

        AddTruth(current, since);
        AddEstimates();
        Trace.Add(row);
    }

    private void AddTruth(double current, double since)
    {
        Pack pack = _pack;
        int cells = pack.CellCount;
        Span<double> voltage = Family(ColumnName.CellVoltage, cells);
        Span<double> soc = Family(ColumnName.TrueSoc, cells);
        Span<double> contact = Family(ColumnName.TrueContact, cells);
        Span<double> local = Family(ColumnName.TrueLocalCurrent, cells);
        Span<double> plating = Family(ColumnName.TruePlatingLimit, cells);
        Span<double> stripping = Family(ColumnName.TrueStrippingLimit, cells);
        Span<double> temperature = Family(ColumnName.TrueCoreTemperature, cells);
        Span<double> filament = Family(ColumnName.TrueFilament, cells);
        double packVoltage = 0;
        double sum = 0;
        for (int cell = 0; cell < cells; cell++)
        {
            voltage[cell] = pack.CellVoltage(cell, current, since);
            CellVoltage.Include(voltage[cell]);
            soc[cell] = pack.StateOfCharge(cell);
            contact[cell] = pack.Contact(cell);
            local[cell] = pack.LocalCurrentDensity(cell, current);
            plating[cell] = pack.PlatingLimit(cell);
            stripping[cell] = pack.StrippingLimit(cell);
            temperature[cell] = pack.CoreTemperature(cell) - ZeroCelsius;
            filament[cell] = pack.FilamentIndex(cell);
            packVoltage += voltage[cell];
            sum += soc[cell];
        }

        _row[_layout[ColumnName.Voltage]] = packVoltage;
        MeanSoc = sum / cells;
    }

    private void AddEstimates()
    {
        int cells = _pack.CellCount;
        bool isKnown = Manager.Readings.IsComplete;
        CellStates states = Manager.Cells.States;
        Span<double> truth = Family(ColumnName.TrueSoc, cells);
        Span<double> soc = Family(ColumnName.EstimatedSoc, cells);
        Span<double> temperature = Family(ColumnName.EstimatedCoreTemperature, cells);
        for (int cell = 0; cell < cells; cell++)
        {
            soc[cell] = states.StateOfCharge_Q30[cell] / (double)(1 << 30);
            temperature[cell] = isKnown ? (states.CoreTemperature_mK[cell] / 1000.0) - ZeroCelsius : double.NaN;
            double error = soc[cell] - truth[cell];
            _squares += error * error;
            SocMaxError = Math.Max(SocMaxError, 100 * Math.Abs(error));
        }

        _samples += cells;
    }

    // The part of the row that belongs to a quantity: one value a cell or clamp.
    private Span<double> Family(string name, int count) => _row.AsSpan(_layout[name], count);
}

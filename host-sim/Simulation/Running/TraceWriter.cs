using System;
using Bms.Core;
using Bms.Core.Limits;
using Bms.Core.Pack;
using Bms.Plant.Packs;
using Bms.Simulation.Results;

namespace Bms.Simulation.Running;

/// <summary>Puts together the row of an instant: what the load asked, what the firmware decided and believed, what was true.</summary>
internal sealed class TraceWriter
{
    private const double ZeroCelsius = 273.15;

    private readonly Pack _pack;
    private readonly BatteryManager _manager;
    private readonly TraceLayout _layout;
    private readonly double[] _row;
    private double _squares;
    private long _samples;

    public TraceWriter(Pack pack, BatteryManager manager, double expected_s)
    {
        _pack = pack;
        _manager = manager;
        _layout = new TraceLayout(pack.CellCount, pack.ClampCount, Array.ConvertAll(LimitReasonTable.Rows(), row => row.Name), Enum.GetNames<ContactorState>());
        _row = new double[_layout.Columns.Count];
        Trace = new Trace(_layout.Columns, expected_s);
    }

    public Trace Trace { get; }

    /// <summary>Root of the mean square error of the state of charge, percent.</summary>
    public double SocRmse => _samples == 0 ? 0 : 100 * Math.Sqrt(_squares / _samples);

    /// <summary>Largest error of the state of charge, percent.</summary>
    public double SocMaxError { get; private set; }

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
        row[_layout[ColumnName.ContactorState]] = (int)_manager.Contactors;
        row[_layout[ColumnName.AmbientTemperature]] = pack.Ambient - ZeroCelsius;
        row[_layout[ColumnName.HeaterPower]] = pack.HeaterOn ? pack.Parameters.Thermal.HeaterPower * pack.CellCount : 0;
        for (int clamp = 0; clamp < pack.ClampCount; clamp++)
        {
            row[_layout[ColumnName.AppliedPressure] + clamp] = pack.ClampPressure(clamp, since) * 1e6;
        }

        double voltage = 0;
        double soc = 0;
        for (int cell = 0; cell < pack.CellCount; cell++)
        {
            double cellVoltage = pack.CellVoltage(cell, current, since);
            double truth = pack.StateOfCharge(cell);
            double estimate = _manager.Cells.States.StateOfCharge_Q30[cell] / (double)(1 << 30);
            voltage += cellVoltage;
            soc += truth;
            double error = estimate - truth;
            _squares += error * error;
            SocMaxError = Math.Max(SocMaxError, 100 * Math.Abs(error));
            row[_layout[ColumnName.CellVoltage] + cell] = cellVoltage;
            row[_layout[ColumnName.TrueSoc] + cell] = truth;
            row[_layout[ColumnName.EstimatedSoc] + cell] = estimate;
            row[_layout[ColumnName.TrueContact] + cell] = pack.Contact(cell);
            row[_layout[ColumnName.TrueLocalCurrent] + cell] = pack.LocalCurrentDensity(cell, current);
            row[_layout[ColumnName.TruePlatingLimit] + cell] = pack.PlatingLimit(cell);
            row[_layout[ColumnName.TrueStrippingLimit] + cell] = pack.StrippingLimit(cell);
            row[_layout[ColumnName.TrueCoreTemperature] + cell] = pack.CoreTemperature(cell) - ZeroCelsius;
            row[_layout[ColumnName.EstimatedCoreTemperature] + cell] = !_manager.Readings.IsComplete ? double.NaN : (_manager.Cells.States.CoreTemperature_mK[cell] / 1000.0) - ZeroCelsius;
            row[_layout[ColumnName.TrueFilament] + cell] = pack.FilamentIndex(cell);
        }

        _samples += pack.CellCount;
        MeanSoc = soc / pack.CellCount;
        row[_layout[ColumnName.Voltage]] = voltage;
        Trace.Add(row);
    }
}

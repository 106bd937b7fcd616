using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Limits;
using Bms.Plant.Parameters;
using Bms.Simulation.Results;
using Bms.Simulation.Scenarios;
using Bms.Simulation.Sensors;

namespace Bms.Simulation.Running;

/// <summary>Asks each limiter alone, all others switched off, what it allows a half full cell at rest.</summary>
public static class LimiterSurvey
{
    // long enough for the slowest ramp up to what nothing bounds
    private const string Rest = "Rest for 60 s";

    // what is allowed while nothing binds, multiples of 1C
    private const double Unbound = 15;

    /// <summary>The answers, in the order of the table.</summary>
    /// <param name="cell">The cell, at its reference temperature and set pressure.</param>
    /// <exception cref="Bms.Profiles.BadInputException">The cell does not fit the firmware.</exception>
    public static IReadOnlyList<LimiterBound> Ask(CellParameters cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return [.. LimiterTable.Rows().Select(row => Ask(cell, row))];
    }

    private static LimiterBound Ask(CellParameters cell, LimiterRow row)
    {
        Scenario scenario = new() { Name = row.Key, Title = row.Key, Cells = 1, Soc = 50, Pressure = cell.Mechanics.SetPressure, Steps = [StepSentence.Parse(Rest)] };
        int others = ((1 << LimiterNumber.Count) - 1) & ~(1 << row.Number);
        RunResult result = new ClosedLoop(new RunOptions { Scenario = scenario, Cell = cell, Sensors = SensorErrors.None, LimitersOff = others }).Run();
        return new LimiterBound(row.Key, Last(result, ColumnName.ChargeLimit, cell), Last(result, ColumnName.DischargeLimit, cell));
    }

    private static double? Last(RunResult result, string column, CellParameters cell)
    {
        double rate = result.Trace.At(result.Trace.Count - 1, result.Trace.IndexOf(column)) / cell.Cell.OneC;
        return rate < Unbound ? rate : null;
    }
}

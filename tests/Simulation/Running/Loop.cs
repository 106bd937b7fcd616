using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Loads;
using Bms.Simulation.Results;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Tests.Running;

/// <summary>Short runs of the closed loop.</summary>
internal static class Loop
{
    /// <summary>Two cells at 45 degC, 60 % and 5 MPa, unless changed.</summary>
    public static Scenario Scenario(params string[] steps) => new()
    {
        Name = "test",
        Title = "Test",
        Cells = 2,
        Temperature = 45,
        Pressure = 5,
        Steps = [.. steps.Select(step => StepSentence.Parse(step))],
    };

    /// <summary>A load of currents, A, positive on charge, each for so many seconds.</summary>
    public static Scenario Load(double seconds, params double[] currents) => Scenario() with
    {
        Steps = [new LoadStep(new LoadProfile("load", [.. currents.Select((_, k) => k * seconds)], currents, currents.Length * seconds))],
    };

    public static Scenario With(this Scenario scenario, params string[] events) =>
        scenario with { Events = [.. events.Select(sentence => EventSentence.Parse(sentence))] };

    public static RunResult Run(Scenario scenario, Func<RunOptions, RunOptions>? change = null, Action<RunProgress>? progress = null)
    {
        RunOptions options = new() { Scenario = scenario, Cell = Cells.Pouch };
        return new ClosedLoop(change?.Invoke(options) ?? options).Run(progress);
    }

    /// <summary>All values of a column; of a run up to an hour that is one a second, so the index is the time.</summary>
    public static double[] Column(this RunResult run, string name, int? index = null)
    {
        int column = run.Trace.IndexOf(index is int k ? ColumnName.Of(name, k) : name);
        return [.. Enumerable.Range(0, run.Trace.Count).Select(row => run.Trace.At(row, column))];
    }

    /// <summary>All columns of the quantities, one after the other.</summary>
    public static double[] Columns(this RunResult run, params string[] families) =>
        [.. families.SelectMany(run.Trace.IndicesOf).SelectMany(column => Enumerable.Range(0, run.Trace.Count).Select(row => run.Trace.At(row, column)))];

    /// <summary>When something first happened whose text contains a word, s.</summary>
    public static double TimeOf(this RunResult run, string word) =>
        run.Events.FirstOrDefault(happened => happened.Text.Contains(word, StringComparison.Ordinal))?.Time
        ?? throw new KeyNotFoundException($"'{word}' did not happen; events: {string.Join(", ", run.Events.Select(happened => happened.Text))}");

    /// <summary>The truth of a run: everything in its trace that no firmware has a part in but through the current.</summary>
    public static double[] Truth(this RunResult run) => run.Columns(
        ColumnName.Current, ColumnName.AppliedPressure, ColumnName.CellVoltage, ColumnName.TrueSoc, ColumnName.TrueContact, ColumnName.TrueLocalCurrent,
        ColumnName.TruePlatingLimit, ColumnName.TrueStrippingLimit, ColumnName.TrueCoreTemperature, ColumnName.TrueFilament);
}

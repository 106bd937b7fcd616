using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bms.Plant.Degradation;
using Bms.Plant.Mechanisms;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Laboratory;

/// <summary>The cell under test, and what the experiments on it share: how a specimen is made, how points are measured at once.</summary>
public sealed record Workbench
{
    /// <summary>0 degC in K.</summary>
    public const double ZeroCelsius = 273.15;

    private const double CloseToReference = 10;

    /// <summary>Sets up a bench.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="mechanisms">The mechanisms that act in it.</param>
    public Workbench(CellParameters cell, MechanismSet mechanisms = default)
    {
        Cell = mechanisms.Of(cell);
        Without = [.. mechanisms.Missing.Select(mechanism => mechanism.Key)];
    }

    /// <summary>The cell, with the mechanisms that act in it.</summary>
    public CellParameters Cell { get; }

    /// <summary>Keys of the mechanisms that don't act.</summary>
    public IReadOnlyList<string> Without { get; }

    /// <summary>Seed by which every specimen is drawn from the profile's spread; null: the cell as designed.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Points measured at once, at least 1; the result does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Told which share is done, from several threads.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Ends the experiment early.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Reference temperature of the cell to whole degrees, degC.</summary>
    public double Reference => Math.Round(Cell.ReferenceTemperature - ZeroCelsius);

    /// <summary>Usual temperatures, degC, one of which gives way to the cell's reference temperature if that is close.</summary>
    public IReadOnlyList<double> Usual(IEnumerable<double> temperatures) =>
        [.. temperatures.Select(celsius => Math.Abs(celsius - Reference) < CloseToReference ? Reference : celsius).Distinct()];

    /// <summary>Makes a cell at rest in a chamber of its own temperature.</summary>
    /// <param name="celsius">Temperature, degC.</param>
    /// <param name="stateOfCharge">State of charge, 0..1.</param>
    /// <param name="pressure">Stack pressure at the start, MPa; null: as the profile's clamp makes it.</param>
    /// <param name="changed">Another cell than the one under test; null for that one.</param>
    /// <param name="volumes">Diffusion volumes.</param>
    /// <param name="longestStep">Longest step of the plant, s.</param>
    /// <param name="age">Age at the start.</param>
    public Pack Specimen(
        double celsius, double stateOfCharge, double? pressure = null, CellParameters? changed = null, int volumes = 60, double longestStep = 1, CellAge age = default) =>
        new(changed ?? Cell, new PackOptions
        {
            Cells = 1,
            CellsPerClamp = 1,
            Spread = Seed is not null,
            Seed = Seed ?? 0,
            StateOfCharge = stateOfCharge,
            Temperature = ZeroCelsius + celsius,
            Ambient = ZeroCelsius + celsius,
            ClampPressure = pressure,
            Volumes = volumes,
            LongestStep = longestStep,
            Age = age,
        });

    /// <summary>Measures points, several at once; the results stand in the order of the points.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public TResult[] Each<TPoint, TResult>(IReadOnlyList<TPoint> points, Func<TPoint, TResult> measure)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(measure);
        var results = new TResult[points.Count];
        int done = 0;
        try
        {
            Parallel.For(
                0,
                points.Count,
                new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = Cancellation },
                point =>
                {
                    results[point] = measure(points[point]);
                    Progress?.Report(Interlocked.Increment(ref done) / (double)points.Count);
                });
        }
        catch (AggregateException failures) when (failures.InnerException is OperationCanceledException)
        {
            throw new OperationCanceledException(failures.InnerException.Message, failures, Cancellation);
        }

        return results;
    }

    /// <summary>Which cell it was, for people: title, draw, what was switched off.</summary>
    internal IEnumerable<string> Described() =>
    [
        Cell.Title,
        Seed is ulong seed ? string.Create(CultureInfo.InvariantCulture, $"cell drawn with seed {seed}") : "cell as designed",
        .. Without.Count > 0 ? (string[])[$"without {string.Join(", ", Without)}"] : [],
    ];
}

using System;
using System.Collections.Generic;
using Bms.Plant.Cells;
using Bms.Plant.Degradation;
using Bms.Plant.Parameters;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Campaigns;

/// <summary>A scenario of a campaign: a row of <see cref="CampaignTable"/>. What its load asks for depends on nothing but time, so that
/// every controller is asked for the same.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Scenario">Start, load and events.</param>
public sealed record CampaignScenario(string Key, string Title, Scenario Scenario)
{
    /// <summary>When the manager restarts, in order of time; it remembers what it has written down.</summary>
    public IReadOnlyList<Restart> Restarts { get; init; } = [];

    /// <summary>How aged the cells start; the firmware believes them new.</summary>
    public CellAge Age { get; init; }

    /// <summary>Contact factor of every cell at the start over that of a new one, 0..1; the firmware believes it new.</summary>
    public double Contact { get; init; } = 1;

    /// <summary>By how much single cells differ further than they are drawn, from the first on.</summary>
    public IReadOnlyList<CellFactors> Own { get; init; } = [];

    /// <summary>Whether every sensor is as far off as its tolerance allows.</summary>
    public bool SensorsAtBounds { get; init; }

    /// <summary>Numbers of the diagnoses that may be raised because the scenario brings about what they tell.</summary>
    public IReadOnlyList<int> Expected { get; init; } = [];

    /// <summary>Length, s.</summary>
    public double Duration => DurationOf(Scenario.Steps);

    /// <summary>The cell of the true pack: as it is when new, but for its contact.</summary>
    public CellParameters Worn(CellParameters cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell with { Interface = cell.Interface with { ContactInitial = Contact * cell.Interface.ContactInitial } };
    }

    private static double DurationOf(IEnumerable<Step> steps)
    {
        double sum = 0;
        foreach (Step step in steps)
        {
            sum += step switch
            {
                RepeatStep repeat => repeat.Times * DurationOf(repeat.Steps),
                LastingStep lasting => OnlyTime(lasting.Ends) ?? throw new ArgumentException($"'{step.Sentence}' must end by its time alone"),
                _ => 0,
            };
        }

        return sum;
    }

    private static double? OnlyTime(StepEnds ends) => ends is { Volt: null, Percent: null, Celsius: null } ? ends.Seconds : null;
}

/// <summary>A restart of the manager.</summary>
/// <param name="At_s">When it goes off, s.</param>
/// <param name="Off_s">How long it stays off, s.</param>
public readonly record struct Restart(double At_s, double Off_s);

using System;
using System.Collections.Generic;
using Bms.Plant.Parameters;
using Bms.Simulation.Scenarios;
using Bms.Simulation.Sensors;

namespace Bms.Simulation.Campaigns.Necessity;

/// <summary>A scenario in which the true cell stays whole with all limiters, and does not with one of them switched off: a row of
/// <see cref="LimiterCaseTable"/>.</summary>
/// <param name="Limiter">Key of the limiter.</param>
/// <param name="Row">Pack, load and events.</param>
public sealed record LimiterCase(string Limiter, CampaignScenario Row)
{
    /// <summary>What is wrong besides, for people: with a sensor, in the firmware's knowledge, or with the line of defence before this one. Empty: nothing.</summary>
    public string Misled { get; init; } = string.Empty;

    /// <summary>What of the true cells' wear is looked at, where no constraint tells what the limiter keeps; null: nothing.</summary>
    public Harm? Harm { get; init; }

    /// <summary>Name of the cell profile.</summary>
    public string Profile { get; init; } = Scenario.DefaultProfile;

    /// <summary>How this pack differs from the profile, which the firmware knows; null: not at all.</summary>
    public Func<CellParameters, CellParameters>? Build { get; init; }

    /// <summary>How what the firmware takes the cell to be differs from what it is; null: not at all.</summary>
    public Func<CellParameters, CellParameters>? Believe { get; init; }

    /// <summary>Settings of the firmware that are not its defaults: number and value.</summary>
    public IReadOnlyList<(int Number, int Value)> Settings { get; init; } = [];

    /// <summary>How far the sensors are off.</summary>
    public SensorErrors Sensors { get; init; } = new();

    /// <summary>By how much the firmware's first state of charge is wrong, percent.</summary>
    public double SocError { get; init; }

    /// <summary>Seed of spread and sensors.</summary>
    public ulong Seed { get; init; } = 1;
}

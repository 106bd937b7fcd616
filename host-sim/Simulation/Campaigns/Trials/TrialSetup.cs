using System.Collections.Generic;
using Bms.Plant.Parameters;
using Bms.Simulation.Sensors;

namespace Bms.Simulation.Campaigns.Trials;

/// <summary>What a trial is made of.</summary>
/// <param name="Row">Its scenario.</param>
/// <param name="Draw">What is drawn for it.</param>
/// <param name="Design">The cell as the profile has it: what firmware and nameplate know.</param>
/// <param name="TrueCell">The cell of the true pack.</param>
internal sealed record TrialSetup(CampaignScenario Row, RunDraw Draw, CellParameters Design, CellParameters TrueCell)
{
    /// <summary>Limiters of the firmware that are switched off, a bit each.</summary>
    public int LimitersOff { get; init; }

    /// <summary>The cell as the firmware takes it to be; null: <see cref="Design"/>.</summary>
    public CellParameters? Believed { get; init; }

    /// <summary>Settings of the firmware that are not its defaults: number and value.</summary>
    public IReadOnlyList<(int Number, int Value)> Settings { get; init; } = [];

    /// <summary>How far the sensors are off.</summary>
    public SensorErrors Sensors { get; init; } = new();
}

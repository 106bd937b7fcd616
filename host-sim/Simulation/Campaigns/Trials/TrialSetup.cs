using Bms.Plant.Parameters;

namespace Bms.Simulation.Campaigns.Trials;

/// <summary>What a trial is made of.</summary>
/// <param name="Row">Its scenario.</param>
/// <param name="Draw">What is drawn for it.</param>
/// <param name="Design">The cell as the profile has it: what firmware and nameplate know.</param>
/// <param name="TrueCell">The cell of the true pack.</param>
internal sealed record TrialSetup(CampaignScenario Row, RunDraw Draw, CellParameters Design, CellParameters TrueCell);

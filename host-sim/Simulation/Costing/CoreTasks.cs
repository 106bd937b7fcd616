using System.Collections.Generic;

namespace Bms.Simulation.Costing;

/// <summary>The tasks of a step of the battery manager: one row a method. What no row covers is the rest, and counts as done in every tick.</summary>
public static class CoreTasks
{
    /// <summary>The cell models, whose cost has a budget of its own.</summary>
    public const string Models = "cell models";

    /// <summary>What no row covers: the step's own instructions, and whatever it calls that has no row.</summary>
    public const string Rest = "rest";

    /// <summary>The rows.</summary>
    public static IReadOnlyList<CostTask> Rows { get; } =
    [
        new("fast pass", "CurrentGuard::Read", Turn.EveryTick),
        new("fast pass", "PressureGuard::Read", Turn.EveryTick),
        new("publish", "BatteryManager::Forbid", Turn.EveryTick),
        new("voltages", "VoltageGuard::Read", Turn.Slice),
        new("slow sensors", "BatteryManager::ReadScan", Turn.Slice),
        new("diagnosis", "Diagnosis::Evaluate", Turn.Slice),
        new("diagnosis", "Diagnosis::GatherSlow", Turn.Slice),
        new("limits prepare", "LimitEngine::Prepare", Turn.Slice),
        new("limits prepare", "LimitEngine::Consider", Turn.Slice),
        new("limits prepare", "CellExtremes::Find", Turn.Slice),
        new("limits advise", "LimitEngine::Advise", Turn.Slice),
        new("limits evaluate", "LimitEngine::Evaluate", Turn.Slice),
        new("contactors, heater", "BatteryManager::Decide", Turn.Slice),
        new("clamps", "BatteryManager::UpdateClamps", Turn.Slice),
        new(Models, "CellModel::Advance", Turn.Slice),
        new(Models, "CellModel::RenewMeans", Turn.Slice),
        new(Models, "AgeingModel::Advance", Turn.Slice),
        new("cell slices", "BatteryManager::TakeSlice", Turn.Slice),
        new("cell slices", "BatteryManager::CorrectCells", Turn.Slice),
        new("estimator", "StateOfChargeEstimator::Correct", Turn.Slice),
        new("record", "DecisionDigest::Add", Turn.Slice),
    ];
}

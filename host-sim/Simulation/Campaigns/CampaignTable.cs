using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Cells;
using Bms.Plant.Degradation;
using Bms.Profiles;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Campaigns;

/// <summary>The scenarios of a campaign: packs of five cells, at most four hours each, from -10 to 60 degC.</summary>
/// <remarks>Every step ends by its time alone. A clamp that changes does so slowly: no controller that decides every 10 s can
/// foresee a jump.</remarks>
public static class CampaignTable
{
    /// <summary>Cells of every pack.</summary>
    public const int Cells = 5;

    /// <summary>Longest scenario, s.</summary>
    public const double Longest = 4 * 3600;

    private const int ClampPressureLow = 5;
    private const int ClampPressureLost = 6;
    private const int ClampPressureHigh = 7;
    private const int ClampPressureExcessive = 8;

    /// <summary>Every row, in the order in which results list them.</summary>
    public static IReadOnlyList<CampaignScenario> All { get; } =
    [
        Row("drive-hot", "Driving and charging at 55 °C", 90, 55,
            ["Rest for 10 min", "Drive highway for 40 min", "Drive aggressive for 20 min", "Rest for 10 min", "Charge at 2C for 12 min", "Drive aggressive for 45 min"]),
        Row("drive-warm", "Driving and charging at 45 °C", 85, 45,
            ["Rest for 10 min", "Drive urban for 30 min", "Drive highway for 40 min", "Drive aggressive for 20 min", "Rest for 10 min", "Charge at 1.5C for 15 min", "Drive aggressive for 40 min"]),
        Row("drive-room", "Driving and charging at 25 °C", 80, 25,
            ["Rest for 10 min", "Drive urban for 60 min", "Rest for 10 min", "Drive aggressive for 30 min", "Charge at 1C for 20 min", "Drive highway for 40 min"]),
        Row("drive-cool", "Driving and charging at 10 °C", 75, 10,
            ["Rest for 10 min", "Drive urban for 60 min", "Drive highway for 30 min", "Charge at C/2 for 60 min"]),
        Row("drive-cold", "Driving and charging at 2 °C without heat", 70, 2,
            ["Rest for 10 min", "Drive urban for 70 min", "Rest for 10 min", "Charge at C/4 for 60 min"]),
        Row("charge-hot", "Fast charge at 60 °C, then the motorway", 10, 60,
            ["Rest for 30 min", "Charge at 2C for 24 min", "Rest for 5 min", "Drive highway for 40 min"]),
        Row("charge-warm", "Fast charge at 45 °C, then a hard discharge", 10, 45,
            ["Rest for 30 min", "Charge at 2C for 30 min", "Rest for 5 min", "Discharge at 1C for 30 min"]),
        Row("charge-room", "Fast charge at 25 °C", 12, 25,
            ["Rest for 30 min", "Charge at 1.5C for 60 min", "Rest for 10 min"]),
        Heated(Row("charge-cold", "Fast charge from -10 °C, heated", 15, -10,
            ["Rest for 10 min", "Charge at 1.5C for 90 min", "Rest for 10 min"])),
        Row("charge-cool", "Charge at 8 °C without heat", 30, 8,
            ["Rest for 10 min", "Charge at C/2 for 120 min", "Rest for 15 min"]),
        Row("winter", "Parked at -6 °C with small loads and a slow charge, without heat", 50, -6,
            ["Rest for 20 min", "Discharge at C/60 for 60 min", "Rest for 10 min", "Charge at C/20 for 90 min", "Rest for 10 min"]),
        Row("full-empty", "From two thirds to empty, then full, at 45 °C", 65, 45,
            ["Rest for 10 min", "Discharge at 1C for 100 min", "Rest for 10 min", "Charge at 2C for 80 min"]),
        Clamped([ClampPressureLow, ClampPressureLost], Row("pressure-loss", "A clamp works loose in a hard drive at 45 °C", 75, 45,
            ["Rest for 10 min", "Drive aggressive for 70 min", "Rest for 5 min", "Charge at 1C for 20 min"],
            ["at 20 min clamp 0 loses 4.4 MPa over 80 min"])),
        Clamped([ClampPressureHigh, ClampPressureExcessive], Row("pressure-excess", "A clamp tightens while charging at 40 °C", 25, 40,
            ["Rest for 10 min", "Charge at 1C for 40 min", "Rest for 5 min", "Drive highway for 60 min"],
            ["at 20 min clamp 0 gains 5.5 MPa over 60 min"])),
        Row("aged", "Aged cells at 35 °C, which the firmware believes new", 80, 35,
            ["Rest for 10 min", "Drive aggressive for 40 min", "Rest for 10 min", "Charge at 1.5C for 20 min", "Rest for 10 min", "Drive highway for 40 min"]) with { Age = new CellAge(0.0008, 0.03, 0.03) },
        Row("worn", "Worn cells at 40 °C, a twentieth of contact and a tenth of capacity gone, which the firmware believes new", 80, 40,
            ["Rest for 10 min", "Drive aggressive for 40 min", "Rest for 10 min", "Charge at 1C for 25 min", "Rest for 10 min", "Drive highway for 40 min"]) with { Age = new CellAge(0.0005, 0.05, 0.05), Contact = 0.95 },
        Row("weak-cell", "One weak cell in the string at 35 °C", 80, 35,
            ["Rest for 10 min", "Drive aggressive for 45 min", "Rest for 10 min", "Charge at 1.5C for 20 min", "Drive highway for 40 min"]) with { Own = WeakThird() },
        Row("sensor-edge", "Every sensor at the edge of its tolerance, 30 °C", 70, 30,
            ["Rest for 10 min", "Drive aggressive for 45 min", "Rest for 10 min", "Charge at 1C for 25 min", "Drive highway for 40 min"]) with { SensorsAtBounds = true },
        Row("check-up", "A check-up at 45 °C: most of the charge out and in again, each time from rest to rest", 90, 45,
            ["Rest for 10 min", "Discharge at 1C for 80 min", "Rest for 30 min", "Charge at 1C for 35 min", "Rest for 20 min"]),
        Row("storage", "Parked two hours in the cooling air, the manager off", 75, 40,
            ["Rest for 10 min", "Drive highway for 30 min", "Rest for 125 min", "Drive highway for 30 min", "Charge at C/2 for 30 min"],
            ["at 50 min ambient becomes 15 degC"]) with { Restarts = [new Restart(2700, 6900)] },
        Row("restart", "Restarts in mid-drive and in mid-charge at 35 °C", 75, 35,
            ["Rest for 10 min", "Drive aggressive for 40 min", "Rest for 10 min", "Charge at 1C for 30 min", "Drive highway for 40 min"]) with { Restarts = [new Restart(1503, 3), new Restart(2100, 1), new Restart(4203, 5)] },
    ];

    /// <summary>The rows a person names.</summary>
    /// <param name="keys">Keys apart by commas, or <c>all</c>.</param>
    /// <param name="where">What a message begins with.</param>
    /// <exception cref="BadInputException">A key that no row has.</exception>
    public static IReadOnlyList<CampaignScenario> Named(string keys, string where)
    {
        ArgumentNullException.ThrowIfNull(keys);
        string[] known = [.. All.Select(row => row.Key)];
        string[] wanted = keys.Split(',', StringSplitOptions.TrimEntries);
        if (wanted.FirstOrDefault(key => key != "all" && !known.Contains(key)) is string unknown)
        {
            throw new BadInputException($"{where}: no campaign scenario '{unknown}'; known: all, {string.Join(", ", known)}{Spelling.Suggest(unknown, known)}");
        }

        return [.. All.Where(row => wanted.Contains("all") || wanted.Contains(row.Key))];
    }

    private static CampaignScenario Row(string key, string title, double soc, double temperature, string[] steps, string[]? events = null) => new(key, title, new Scenario
    {
        Name = key,
        Title = title,
        Cells = Cells,
        Soc = soc,
        Temperature = temperature,
        Steps = [.. steps.Select(step => StepSentence.Parse(step, key))],
        Events = [.. (events ?? []).Select(happening => EventSentence.Parse(happening, key))],
    });

    private static CampaignScenario Heated(CampaignScenario row) => row with { Scenario = row.Scenario with { Heater = true } };

    private static CampaignScenario Clamped(int[] expected, CampaignScenario row) => row with
    {
        Scenario = row.Scenario with { CellsPerClamp = 3, Pressure = 5 },
        Expected = expected,
    };

    private static CellFactors[] WeakThird() => [CellFactors.Nominal, CellFactors.Nominal, CellFactors.Nominal with { Capacity = 0.9, Resistance = 1.25, CriticalCurrent = 0.93 }];
}

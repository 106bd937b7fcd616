using System.Collections.Generic;
using System.Linq;
using Bms.Core.Storage;
using Bms.Plant.Cells;
using Bms.Plant.Parameters;
using Bms.Simulation.Scenarios;
using Bms.Simulation.Sensors;

namespace Bms.Simulation.Campaigns.Necessity;

/// <summary>What each limiter of the firmware is needed for: packs of two cells, at most two hours.</summary>
/// <remarks>A second line of defence is shown with the first line's parameter wrong by a quarter. Two limiters have a second case, which
/// looks at the wear that they are there to keep small.</remarks>
public static class LimiterCaseTable
{
    private const int Cells = 2;
    private const string Film = "thin-film-lipon-lco";

    // Beyond the tolerance of 1.5 % that the firmware takes into account; drawn so that both cells of the clamp read low.
    private const double LoadCellGain = 0.02;
    private const ulong BothLow = 4;

    // Beyond what the two current sensors may differ by; drawn so that they err to opposite sides.
    private const double CurrentSensorOffset = 0.08;
    private const ulong OppositeCurrents = 3;

    // Two standard deviations below the design.
    private const double Weak = 0.9;

    // What the firmware gets wrong of the line of defence before the one that is shown.
    private const double Wrong = 1.25;
    private const double ZeroCelsius = 273.15;

    /// <summary>Every case, in the order of the limiters.</summary>
    public static IReadOnlyList<LimiterCase> All { get; } =
    [
        new("rating", Row("rating", "Charge a little above the rating at 60 °C, the fuse rated like the cells", 40, 60, 5, ["Rest for 10 min", "Charge at 1.08C for 20 min"]))
        {
            Misled = "the firmware takes the fuse's rated current for 25 % higher",
            Build = cell => Fused(cell with { Limits = cell.Limits with { ChargeRateMaximum = 1, DischargeRateMaximum = 1 } }, 1),
            Believe = FuseTooHigh,
        },
        new("fuse", Row("fuse", "Fast charge at 60 °C in a pack whose fuse is rated 1C", 40, 60, 5, ["Rest for 10 min", "Charge at 2C for 3 min"]))
        {
            Build = cell => Fused(cell, 1),
        },
        new("cell-voltage", Row("cell-voltage", "Charge to the end at 25 °C", 85, 25, null, ["Rest for 1 min", "Charge at 1C for 30 min"])),
        new("electrode-surface", Row("electrode-surface", "Charge to the end, the voltage window 50 mV wider than the electrode's", 90, 25, null, ["Rest for 10 min", "Charge at C/4 for 60 min"]))
        {
            Build = cell => cell with { Limits = cell.Limits with { VoltageMaximum = cell.Limits.VoltageMaximum + 0.05 } },
        },
        new("temperature", Row("temperature-low", "Charge while a pack cools to -15 °C", 50, -8, null, ["Rest for 1 min", "Charge at C/20 for 60 min"], "at 1 min ambient becomes -16 degC")),
        new("temperature", Row("temperature-high", "Hard discharge and charge in air of 78 °C", 80, 72, null, ["Rest for 1 min", "Discharge at 3C for 10 min", "Charge at 2C for 12 min"], "at 1 min ambient becomes 78 degC")),
        new("pressure", Row("pressure", "A clamp tightens slowly while charging at 45 °C", 50, 45, 8, ["Rest for 1 min", "Charge at C/2 for 10 min"], "at 2 min clamp 0 gains 3.5 MPa over 175 s") with { SensorsAtBounds = true })
        {
            Misled = "both load cells read 2 % low",
            Sensors = new SensorErrors { PressureGain = LoadCellGain },
            Seed = BothLow,
        },
        new("pressure-rate", Row("pressure-rate", "A clamp that got too tight springs back as a charge begins at 45 °C", 50, 45, 8, ["Rest for 303.2 s", "Charge at 1C for 10 min"], "at 1 min clamp 0 gains 4 MPa over 60 s", "at 5 min clamp 0 loses 5 MPa over 10 s"))
        {
            Misled = "the firmware takes the upper ends of the pressure window for 25 % higher",
            Believe = PressureTooHigh,
        },
        new("stripping", Row("stripping", "Discharge at -5 °C", 70, -5, null, ["Rest for 1 min", "Discharge at C/20 for 110 min"]))
        {
            Misled = "the activation energy of stripping is 25 % higher than the firmware takes it for",
            Build = cell => Activated(cell, Wrong),
            Believe = cell => Activated(cell, 1 / Wrong),
        },
        new("void-budget", Row("void-budget", "Discharge at 25 °C with a weak cell", 90, 25, null, ["Rest for 1 min", "Discharge at 1C for 80 min"]) with { Own = WeakFirst(Weak) })
        {
            Misled = "the stripping limiter's margins are left out: its limit is 24 % too high",
            Settings = [(Setting.CriticalCurrentMargin, 0), (Setting.TemperatureTolerance, 0), (Setting.PressureTolerance, 0)],
        },
        new("plating", Row("plating", "Fast charge at 25 °C", 20, 25, null, ["Rest for 1 min", "Charge at 1.5C for 10 min"])),
        new("filament", Row("filament", "Two hours of cycling at 9.3 MPa and 60 °C", 50, 60, 9.3, ["Hold 9.3 MPa", "Rest for 1 min", .. Cycles(6)]))
        {
            Misled = "the firmware takes the upper ends of the pressure window for 25 % higher",
            Believe = PressureTooHigh,
        },
        new("interphase", Row("interphase", "Charge while a pack warms to 79.5 °C", 15, 70, 5, ["Rest for 1 min", "Charge at 2C for 20 min"], "at 1 min ambient becomes 79.5 degC"))
        {
            Misled = "the firmware takes the highest core temperature for 25 % higher, 100 °C",
            Believe = cell => cell with { Limits = cell.Limits with { TemperatureMaximum = ZeroCelsius + (Wrong * (cell.Limits.TemperatureMaximum - ZeroCelsius)) } },
        },
        new("interphase", Row("interphase-wear", "Charge at 70 °C, then storage", 80, 70, 5, ["Rest for 10 min", "Charge at 1C for 30 min", "Rest for 80 min"]))
        {
            Harm = Harm.Interphase,
        },
        new("cracking", Row("cracking", "Fast charge of a film at 45 °C, the fuse rated 3.4C", 50, 45, null, ["Rest for 10 min", "Charge at 4C for 8 min"]))
        {
            Misled = "the firmware takes the fuse's rated current for 25 % higher",
            Profile = Film,
            Build = cell => Fused(cell, 3.4),
            Believe = FuseTooHigh,
        },
        new("cracking", Row("cracking-wear", "Fast charge and discharge of a full film at 60 °C", 80, 60, null, ["Rest for 10 min", .. Enumerable.Repeat<string[]>(["Charge at 4C for 10 min", "Discharge at 4C for 10 min"], 4).SelectMany(steps => steps)]))
        {
            Profile = Film,
            Harm = Harm.CycleFade,
        },
        new("sensor-confidence", Row("sensor-confidence", "Charge at 60 °C while the current sensors part, the fuse rated 1C", 40, 60, 5, ["Rest for 10 min", "Charge at 1.25C for 20 min"]) with { SensorsAtBounds = true })
        {
            Misled = "one current sensor reads 8 % of 1C too much, the other as much too little, and the firmware takes the fuse's rated current for 25 % higher",
            Build = cell => Fused(cell, 1),
            Believe = FuseTooHigh,
            Sensors = new SensorErrors { CurrentOffset = CurrentSensorOffset },
            Seed = OppositeCurrents,
        },
    ];

    private static CampaignScenario Row(string key, string title, double soc, double temperature, double? pressure, string[] steps, params string[] events) => new(key, title, new Scenario
    {
        Name = key,
        Title = title,
        Cells = Cells,
        Soc = soc,
        Temperature = temperature,
        Pressure = pressure,
        Steps = [.. steps.Select(step => StepSentence.Parse(step, key))],
        Events = [.. events.Select(happening => EventSentence.Parse(happening, key))],
    });

    private static IEnumerable<string> Cycles(int count) => Enumerable.Repeat<string[]>(["Charge at C/5 for 10 min", "Discharge at C/5 for 10 min"], count).SelectMany(steps => steps);

    private static CellFactors[] WeakFirst(double criticalCurrent) => [CellFactors.Nominal with { CriticalCurrent = criticalCurrent }];

    private static CellParameters Fused(CellParameters cell, double rate) => cell with { Limits = cell.Limits with { FuseRatedCurrent = rate * cell.Cell.OneC } };

    private static CellParameters FuseTooHigh(CellParameters cell) => cell with { Limits = cell.Limits with { FuseRatedCurrent = Wrong * cell.Limits.FuseRatedCurrent } };

    private static CellParameters PressureTooHigh(CellParameters cell) => cell with
    {
        Limits = cell.Limits with { PressureMaximum = Wrong * cell.Limits.PressureMaximum, PressureMaximumHard = Wrong * cell.Limits.PressureMaximumHard },
    };

    private static CellParameters Activated(CellParameters cell, double by) => cell with { Stripping = cell.Stripping with { Activation = by * cell.Stripping.Activation } };
}

using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Costing;

/// <summary>The tasks of the firmware on its board: one row a method. What no row covers is the start, before the loop.</summary>
public static class BoardTasks
{
    /// <summary>The battery manager: what is counted by itself, row by row of <see cref="CoreTasks"/>.</summary>
    public const string Core = "core";

    /// <summary>Chips and pins that are read.</summary>
    public const string Acquisition = "acquisition";

    /// <summary>The wait for the next tick: its sleep is no work.</summary>
    public const string Clock = "clock";

    private const string Outputs = "outputs";
    private const string Link = "link";
    private const string Loop = "loop";
    private const string Checks = "checks";

    /// <summary>The rows.</summary>
    public static IReadOnlyList<BoardTask> Rows { get; } =
    [
        new(Core, Core, "BatteryManager::Step"),
        new(Acquisition, "INA228", "Ina228::Renew"),
        new(Acquisition, "NAU7802", "Nau7802::Renew"),
        new(Acquisition, "BQ76952", "Bq76952::Renew"),
        new(Acquisition, "ADS1115", "Ads1115::Renew"),
        new(Acquisition, "pins", "AlertPin::Renew"),
        new(Acquisition, "pins", "ContactorFeedback::Renew"),
        new(Outputs, "contactors, heater", "ContactorOutputs::Apply"),
        new(Outputs, "contactors, heater", "Heater::Apply"),
        new(Outputs, "watchdog pulse", "WatchdogPulse::Give"),
        new(Link, "link receive", "HostLink::Renew"),
        new(Link, "link telemetry", "HostLink::Apply"),
        new(Loop, "application", "Application::Loop"),
        new(Loop, Clock, "Clock::WaitForTick"),
        new(Loop, "event log", "Application::Note"),
        new(Loop, "report line", "LineReport::Advance"),
        new(Loop, "state keeper", "StateKeeper::Advance"),
        new(Checks, "CRC of the bus", "Bq76952Link::IsWhole"),
        new(Checks, "CRC of link, records", "Crc32::Add"),
    ];

    /// <summary>The rows as they are woven.</summary>
    internal static IReadOnlyList<CostTask> Woven { get; } = [.. Rows.Select(row => new CostTask(row.Title, row.Method, Turn.EveryTick))];

    /// <summary>Part of a task.</summary>
    internal static string PartOf(string title) => Rows.First(row => row.Title == title).Part;
}

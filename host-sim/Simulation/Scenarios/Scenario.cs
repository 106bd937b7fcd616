using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Mechanisms;
using Bms.Plant.Packs;
using Bms.Profiles;
using Bms.Simulation.Loads;

namespace Bms.Simulation.Scenarios;

/// <summary>
/// What happens to a pack: which pack, how it starts, what its load asks for over time and what befalls it. Immutable: what a
/// command line overrides is changed with <c>with</c>.
/// </summary>
public sealed record Scenario
{
    /// <summary>The pack every scenario describes unless it says otherwise.</summary>
    public const string DefaultProfile = "pouch-lpscl-nmc";

    /// <summary>Most cells of a clamp: one module with one front end.</summary>
    public const int MostCellsPerClamp = 16;

    /// <summary>Most cells of a pack.</summary>
    public const int MostCells = 128;

    private const double ZeroCelsius = 273.15;

    /// <summary>Short name, fit for a folder.</summary>
    public required string Name { get; init; }

    /// <summary>One line for a report.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the cell profile.</summary>
    public string Profile { get; init; } = DefaultProfile;

    /// <summary>Cells in series, 1 to <see cref="MostCells"/>.</summary>
    public int Cells { get; init; } = 8;

    /// <summary>Cells that share a clamp, 1 to <see cref="MostCellsPerClamp"/>; the last clamp may hold fewer.</summary>
    public int CellsPerClamp { get; init; } = MostCellsPerClamp;

    /// <summary>Seed of every random number of the run.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>True mean state of charge at the start, percent.</summary>
    public double Soc { get; init; } = 60;

    /// <summary>How far off the firmware's first state of charge is, percent; above 0 it believes too much.</summary>
    public double SocError { get; init; }

    /// <summary>Temperature of the whole pack at the start, degC; null is the reference temperature of the profile.</summary>
    public double? Temperature { get; init; }

    /// <summary>Ambient temperature at the start, degC; null is <see cref="Temperature"/>.</summary>
    public double? Ambient { get; init; }

    /// <summary>Clamp pressure at the start, MPa; null: what the profile's set pressure, at its own state of charge and
    /// temperature, has become at the start.</summary>
    public double? Pressure { get; init; }

    /// <summary>Whether the firmware may heat.</summary>
    public bool Heater { get; init; }

    /// <summary>The mechanisms of the true cells that act; default: all.</summary>
    public MechanismSet Mechanisms { get; init; }

    /// <summary>How often the steps are played.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>What the load asks for, in order.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>What befalls the pack, at set times.</summary>
    public IReadOnlyList<ScenarioEvent> Events { get; init; } = [];

    /// <summary>Number of clamps.</summary>
    public int Clamps => (Cells + CellsPerClamp - 1) / CellsPerClamp;

    /// <summary>The scenario of a given current: played once, on the default pack, at the profile's own temperature and pressure.</summary>
    /// <param name="load">The current over time.</param>
    public static Scenario Of(LoadProfile load)
    {
        ArgumentNullException.ThrowIfNull(load);
        return new Scenario { Name = load.Name, Title = $"Current profile {load.Name}", Steps = [new LoadStep(load)] };
    }

    /// <summary>The true pack as it starts.</summary>
    /// <param name="referenceTemperature">Temperature where none is given, K.</param>
    public PackOptions Start(double referenceTemperature)
    {
        double start = Temperature is double celsius ? celsius + ZeroCelsius : referenceTemperature;
        return new PackOptions
        {
            Cells = Cells,
            CellsPerClamp = CellsPerClamp,
            StateOfCharge = Soc / 100,
            Temperature = start,
            Ambient = Ambient is double ambient ? ambient + ZeroCelsius : start,
            ClampPressure = Pressure,
            Seed = Seed,
            Mechanisms = Mechanisms,
        };
    }

    /// <summary>Checks what single values can't show: that every event finds its clamp or cell. Called by whatever reads or plays a scenario.</summary>
    /// <param name="where">What the message begins with.</param>
    /// <exception cref="BadInputException">An event names a clamp or a cell the pack does not have.</exception>
    public void CheckEvents(string where)
    {
        if (Events.OfType<ClampPressureEvent>().FirstOrDefault(change => change.Clamp >= Clamps) is ClampPressureEvent lost)
        {
            string known = Clamps == 1 ? "only clamp 0" : $"clamps 0 to {Clamps - 1}";
            throw new BadInputException($"{where}: '{lost.Sentence}': no clamp {lost.Clamp}; {Cells} cells, {CellsPerClamp} a clamp, have {known}");
        }

        if (Events.OfType<BreachEvent>().FirstOrDefault(change => change.Cell >= Cells) is BreachEvent breach)
        {
            throw new BadInputException($"{where}: '{breach.Sentence}': no cell {breach.Cell}; {(Cells == 1 ? "there is only cell 0" : $"there are cells 0 to {Cells - 1}")}");
        }
    }
}

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Loads;
using Bms.Simulation.Running;
using Bms.Simulation.Scenarios;

namespace Bms.Cli.Options;

/// <summary>What can be said about a run on the command line: one row an option.</summary>
internal sealed class RunArguments
{
    private const int MostThreads = 256;

    private readonly Argument<string?> _scenario = new("SCENARIO")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = $"Name of a built-in scenario, or a YAML file of your own [default: {ScenarioLibrary.Default}]",
    };

    private readonly ValueOption<string> _current = Kind.Text("--current", "FILE.csv", "the path of a CSV file", "Play a measured current instead: one column in A at 1 Hz, positive = discharge, or the columns test_time_second and current_ampere, positive = charge");
    private readonly ValueOption<double?> _peak = Kind.Positive("--peak-c-rate", "X", 20, "Scale --current so that its peak is X times 1C");
    private readonly ValueOption<string> _profile = Kind.Text("--profile", "NAME", "the name of a cell profile, or a JSON file of your own", $"Cell: a built-in profile, or a JSON file of your own [default: the scenario's, else {ProfileLibrary.Default}]");
    private readonly ValueOption<int?> _cells = Kind.Whole("--cells", "N", 1, Scenario.MostCells, $"Cells in series, 1 to {Scenario.MostCells} [default: the scenario's, else 8]");
    private readonly ValueOption<double?> _temperature = Kind.Number("--temperature", "C", -40, 100, "degC", "Temperature of pack and ambient at the start, -40 to 100 degC");
    private readonly ValueOption<double?> _pressure = Kind.Number("--pressure", "MPA", 0, 100, "MPa", "Clamp pressure at the start, 0 to 100 MPa");
    private readonly ValueOption<double?> _soc = Kind.Number("--soc", "PERCENT", 0, 100, "%", "True state of charge at the start, 0 to 100 %");
    private readonly ValueOption<double?> _socError = Kind.Number("--soc-error", "PERCENT", -100, 100, "%", "By how much the firmware's first belief is too high, -100 to 100 %");
    private readonly Option<bool> _noLimits = Kind.Flag("--no-limits", "The load ignores the limits and the contactors stay closed; what the firmware decides is only recorded");
    private readonly ValueOption<string> _without = Kind.Text("--plant-without", "KEYS", "mechanisms of the true cell, apart by commas", "Switch mechanisms of the true cells off, e.g. voids,filaments; mechanisms lists them");
    private readonly ValueOption<string> _limitersOff = Kind.Text("--without", "NAMES", "limiters of the firmware, apart by commas", "Switch limiters of the firmware off, e.g. plating,filament, to see what they are needed for; limits lists them");
    private readonly Option<bool> _noCorrection = Kind.Flag("--without-correction", "The firmware does not learn what the voltage of its model is off by; experiment correction shows the difference");
    private readonly ValueOption<int?> _threads = Kind.Whole("--threads", "N", 1, MostThreads, $"Threads, 1 to {MostThreads}; the result does not depend on it [default: one for each processor]");
    private readonly ValueOption<ulong?> _seed = Kind.Seed("--seed", "N", "Seed of every random number, 0 or above [default: the scenario's, else 1]");

    /// <summary>The argument.</summary>
    public Argument Argument => _scenario;

    /// <summary>The options, in the order of help.</summary>
    public IReadOnlyList<Option> All => [_current, _peak, _profile, _cells, _temperature, _pressure, _soc, _socError, _noLimits, _without, _limitersOff, _noCorrection, _threads, _seed];

    /// <summary>The run that was asked for.</summary>
    /// <exception cref="BadInputException">Something that was named can't be used, or two things exclude each other.</exception>
    public RunOptions Read(ParseResult parsed)
    {
        LoadProfile? load = Load(parsed);
        Scenario scenario = Overridden(load is null ? ScenarioLibrary.Load(Named(parsed)) : Scenario.Of(load), parsed);
        CellParameters cell = Cell(scenario, parsed);
        if (load is not null && parsed.GetValue(_peak) is double rate)
        {
            scenario = scenario with { Steps = [new LoadStep(load.ScaledToPeak(rate * cell.Cell.OneC))] };
        }

        if (load is not null)
        {
            scenario = scenario with { Pressure = scenario.Pressure ?? cell.Mechanics.SetPressure };
        }

        return new RunOptions
        {
            Scenario = scenario,
            Cell = cell,
            RespectLimits = !parsed.GetValue(_noLimits),
            LimitersOff = parsed.GetValue(_limitersOff) is string names ? LimiterNames.Switches(names.Split(',', StringSplitOptions.TrimEntries), _limitersOff.Name) : 0,
            CorrectsVoltage = !parsed.GetValue(_noCorrection),
            Threads = parsed.GetValue(_threads) ?? Math.Min(Environment.ProcessorCount, MostThreads),
        };
    }

    private LoadProfile? Load(ParseResult parsed)
    {
        string? file = parsed.GetValue(_current);
        if (file is null && parsed.GetValue(_peak) is double)
        {
            throw new BadInputException(_peak.Name, "there is nothing to scale", $"expected {_current.Name} {_current.HelpName} beside it");
        }

        if (file is null)
        {
            return null;
        }

        if (parsed.GetValue(_scenario) is string scenario)
        {
            throw new BadInputException(_current.Name, $"given beside the scenario '{scenario}'", "expected one of the two");
        }

        RefuseFolder(file, _current.Expected);
        LoadProfile load = CurrentFile.Read(file);
        return load.Peak > 0 || parsed.GetValue(_peak) is null
            ? load
            : throw new BadInputException(file, "every current is 0", $"expected one other than 0 to scale with {_peak.Name}");
    }

    private string Named(ParseResult parsed)
    {
        string name = parsed.GetValue(_scenario) ?? ScenarioLibrary.Default;
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new BadInputException(_scenario.Name, $"found '{name}'", $"expected the name of a scenario ({string.Join(", ", ScenarioLibrary.Names)}) or the path of a YAML file");
        }

        if (ScenarioLibrary.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return name;
        }

        RefuseFolder(name, "the name of a scenario or the path of a YAML file");
        return File.Exists(name) && Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase)
            ? throw new BadInputException(name, "a CSV file where a scenario is expected", $"expected {_current.Name} before it")
            : name;
    }

    private Scenario Overridden(Scenario scenario, ParseResult parsed) => scenario with
    {
        Profile = parsed.GetValue(_profile) ?? scenario.Profile,
        Cells = parsed.GetValue(_cells) ?? scenario.Cells,
        Temperature = parsed.GetValue(_temperature) ?? scenario.Temperature,
        Ambient = parsed.GetValue(_temperature) ?? scenario.Ambient,
        Pressure = parsed.GetValue(_pressure) ?? scenario.Pressure,
        Soc = parsed.GetValue(_soc) ?? scenario.Soc,
        SocError = parsed.GetValue(_socError) ?? scenario.SocError,
        Seed = parsed.GetValue(_seed) ?? scenario.Seed,
        Mechanisms = parsed.GetValue(_without) is string keys
            ? MechanismNames.Without(keys.Split(',', StringSplitOptions.TrimEntries), _without.Name)
            : scenario.Mechanisms,
    };

    private CellParameters Cell(Scenario scenario, ParseResult parsed)
    {
        try
        {
            return ProfileLibrary.Load(scenario.Profile);
        }
        catch (BadInputException refused) when (parsed.GetValue(_profile) is null && parsed.GetValue(_scenario) is string file)
        {
            throw new BadInputException($"{file}: profile: {refused.Message}", refused);
        }
    }

    private static void RefuseFolder(string path, string expected)
    {
        if (Directory.Exists(path))
        {
            throw new BadInputException(path, "a folder", $"expected {expected}");
        }
    }
}

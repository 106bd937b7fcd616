using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bms.Profiles;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bms.Simulation.Scenarios;

/// <summary>Reads a scenario from YAML. <see cref="Keys"/> is the whole of the format; README.md beside this file describes it.</summary>
public static class ScenarioFile
{
    private const int DeepestNesting = 64;

    private const int MostNested = 8;

    private static readonly Key[] s_keys =
    [
        new("name", (scenario, value) => scenario with { Name = value.Name() }),
        new("title", (scenario, value) => scenario with { Title = value.Text() }),
        new("profile", (scenario, value) => scenario with { Profile = value.Text() }),
        new("cells", (scenario, value) => scenario with { Cells = value.WholeNumber(1, Scenario.MostCells) }),
        new("cells_per_clamp", (scenario, value) => scenario with { CellsPerClamp = value.WholeNumber(1, Scenario.MostCellsPerClamp) }),
        new("seed", (scenario, value) => scenario with { Seed = value.Seed() }),
        new("soc", (scenario, value) => scenario with { Soc = value.Number(0, 100, "%") }),
        new("soc_error", (scenario, value) => scenario with { SocError = value.Number(-100, 100, "%") }),
        new("temperature", (scenario, value) => scenario with { Temperature = value.Number(-60, 150, "degC") }),
        new("ambient", (scenario, value) => scenario with { Ambient = value.Number(-60, 150, "degC") }),
        new("pressure", (scenario, value) => scenario with { Pressure = value.Number(0, 100, "MPa") }),
        new("heater", (scenario, value) => scenario with { Heater = value.TrueOrFalse() }),
        new("without", (scenario, value) => scenario with { Mechanisms = MechanismNames.Without(value.Texts("a list of mechanisms, e.g. [voids, filaments]"), $"{value.File}:{value.Node.Start.Line}: {value.Key}") }),
        new("repeat", (scenario, value) => scenario with { Repeat = value.WholeNumber(1, 100_000) }),
        new("steps", (scenario, value) => scenario with { Steps = ReadSteps(value.File, value.Key, value.Node, 0) }),
        new("events", (scenario, value) => scenario with { Events = ReadEvents(value) }),
    ];

    /// <summary>Every key a scenario may have.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. s_keys.Select(key => key.Name)];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The YAML file.</param>
    /// <exception cref="BadInputException">Missing, unreadable, or as in <see cref="Parse"/>.</exception>
    public static Scenario Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            bool missing = failure is FileNotFoundException or DirectoryNotFoundException;
            throw new BadInputException($"{path}: {(missing ? "no such file" : $"cannot be read ({failure.Message})")}; expected a readable YAML file", failure);
        }
    }

    /// <summary>Reads a scenario from its text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="file">What messages call it; its last part without extension is the name of a scenario that gives none.</param>
    /// <exception cref="BadInputException">Empty, not YAML, an unknown key, a value of the wrong type or out of range, or a
    /// sentence that is not understood; the message names file and line.</exception>
    public static Scenario Parse(string yaml, string file)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentException.ThrowIfNullOrEmpty(file);
        YamlMappingNode root = Root(yaml, file);
        var scenario = new Scenario { Name = ScenarioValue.NameFrom(file), Title = string.Empty, Steps = [] };
        foreach ((YamlNode keyNode, YamlNode node) in root.Children)
        {
            string where = $"{file}:{keyNode.Start.Line}";
            string name = (keyNode as YamlScalarNode)?.Value ?? string.Empty;
            Key key = Array.Find(s_keys, row => row.Name == name)
                ?? throw new BadInputException($"{where}: no key '{name}'; {Spelling.Known(name, Keys)}");
            scenario = key.Set(scenario, new ScenarioValue(file, name, node));
        }

        if (scenario.Steps.Count == 0)
        {
            throw new BadInputException(file, "no steps", "expected a list of at least one under 'steps:', e.g. '- Rest for 30 minutes'");
        }

        scenario = scenario.Title.Length > 0 ? scenario : scenario with { Title = scenario.Name };
        int events = root.Children.Keys.FirstOrDefault(key => key is YamlScalarNode { Value: "events" }) is YamlNode found ? (int)found.Start.Line : 1;
        scenario.CheckEvents($"{file}:{events}");
        return scenario;
    }

    private static YamlMappingNode Root(string yaml, string file)
    {
        var stream = new YamlStream();
        CheckNesting(yaml, file);
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (Exception failure) when (failure is YamlException or InvalidOperationException or ArgumentException)
        {
            // the parser has exceptions of other kinds for some broken files
            string reason = failure.Message.ReplaceLineEndings(" ");
            throw new BadInputException($"{file}:{(failure as YamlException)?.Start.Line ?? 1}: not YAML ({reason}); expected lines like 'cells: 8'", failure);
        }

        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" })
        {
            throw new BadInputException(file, "the file is empty", "expected a scenario with at least 'steps:'");
        }

        return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root
            ? root
            : throw new BadInputException(file, "not one set of keys with values", "expected a scenario, lines like 'cells: 8'");
    }

    private static List<Step> ReadSteps(string file, string key, YamlNode node, int depth)
    {
        string where = $"{file}:{node.Start.Line}";
        if (node is not YamlSequenceNode list || list.Children.Count == 0)
        {
            throw new BadInputException(where, $"nothing listed under '{key}'", "expected at least one step, e.g. '- Rest for 30 minutes'");
        }

        return depth < MostNested
            ? [.. list.Children.Select(item => ReadStep(file, item, depth))]
            : throw new BadInputException(where, $"repetitions {depth} deep", $"expected at most {MostNested - 1}");
    }

    private static Step ReadStep(string file, YamlNode item, int depth)
    {
        string where = $"{file}:{item.Start.Line}";
        if (item is YamlScalarNode scalar)
        {
            return StepSentence.Parse(scalar.Value ?? string.Empty, where);
        }

        if (item is YamlMappingNode { Children.Count: 1 } map && map.Children[0].Key is YamlScalarNode head)
        {
            string sentence = head.Value ?? string.Empty;
            return new RepeatStep { Times = StepSentence.ParseRepeat(sentence, where), Steps = ReadSteps(file, sentence, map.Children[0].Value, depth + 1) };
        }

        throw new BadInputException(where, "not a step", "expected a sentence, e.g. 'Rest for 30 minutes', or 'Repeat 3 times:' with a list under it");
    }

    private static List<ScenarioEvent> ReadEvents(ScenarioValue value)
    {
        if (value.Node is not YamlSequenceNode list)
        {
            throw value.Wrong("a list of sentences, e.g. '- at 10 minutes clamp 0 loses 3 MPa over 20 s'");
        }

        return [.. list.Children.Select(item => EventSentence.Parse((item as YamlScalarNode)?.Value ?? string.Empty, $"{value.File}:{item.Start.Line}"))];
    }

    private sealed record Key(string Name, Func<Scenario, ScenarioValue, Scenario> Set);

    // The parser goes down one level of its stack for each bracket.
    private static void CheckNesting(string yaml, string file)
    {
        int depth = 0;
        int line = 1;
        foreach (char character in yaml)
        {
            line += character == '\n' ? 1 : 0;
            depth += character is '[' or '{' ? 1 : character is ']' or '}' ? -1 : 0;
            if (depth > DeepestNesting)
            {
                throw new BadInputException($"{file}:{line}", $"brackets nested more than {DeepestNesting} deep", "expected a scenario with at least 'steps:'");
            }
        }
    }
}

using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Bms.Profiles;
using Bms.Simulation.Scenarios;
using Xunit;

namespace Bms.Simulation.Tests.Scenarios;

public class ScenarioFileTests
{
    private const string Whole =
        """
        name: winter
        title: A morning in the cold
        profile: pellet-llzo-nmc
        cells: 12
        cells_per_clamp: 5
        seed: 18446744073709551615
        soc: 80.5
        soc_error: -3
        temperature: -5
        ambient: -7.5
        pressure: 4
        heater: true
        repeat: 2
        steps:
          - Preheat until 20 degC or for 30 minutes   # in the garage
          - Repeat 3 times:
              - Charge at 1C until 4.2 V
              - Repeat 2 times:
                  - Drive urban for 10 minutes
              - Rest for 10 minutes
        events:
          - at 10 minutes clamp 2 loses 3 MPa over 20 s
        """;

    [Fact]
    public void Every_key_is_read()
    {
        Scenario scenario = ScenarioFile.Parse(Whole, "file.yaml");
        Assert.Equal("winter", scenario.Name);
        Assert.Equal("A morning in the cold", scenario.Title);
        Assert.Equal("pellet-llzo-nmc", scenario.Profile);
        Assert.Equal(12, scenario.Cells);
        Assert.Equal(5, scenario.CellsPerClamp);
        Assert.Equal(3, scenario.Clamps);
        Assert.Equal(ulong.MaxValue, scenario.Seed);
        Assert.Equal(80.5, scenario.Soc);
        Assert.Equal(-3, scenario.SocError);
        Assert.Equal(-5, scenario.Temperature);
        Assert.Equal(-7.5, scenario.Ambient);
        Assert.Equal(4, scenario.Pressure);
        Assert.True(scenario.Heater);
        Assert.Equal(2, scenario.Repeat);
        Assert.Equal(["at 10 minutes clamp 2 loses 3 MPa over 20 s"], scenario.Events.Select(change => change.Sentence));

        Assert.Equal(["Preheat until 20 degC or for 30 minutes", "Repeat 3 times"], scenario.Steps.Select(step => step.Sentence));
        var outer = Assert.IsType<RepeatStep>(scenario.Steps[1]);
        Assert.Equal(["Charge at 1C until 4.2 V", "Repeat 2 times", "Rest for 10 minutes"], outer.Steps.Select(step => step.Sentence));
        Assert.Equal("Drive urban for 10 minutes", Assert.IsType<RepeatStep>(outer.Steps[1]).Steps.Single().Sentence);
    }

    [Fact]
    public void Only_steps_must_be_there()
    {
        Scenario scenario = ScenarioFile.Parse("steps:\n  - Rest for 1 h\n", "some/where/my scenario.yaml");
        Assert.Equal("my-scenario", scenario.Name);
        Assert.Equal("my-scenario", scenario.Title);
        Assert.Equal(("pouch-lpscl-nmc", 8, 16, 1, 60.0), (scenario.Profile, scenario.Cells, scenario.CellsPerClamp, scenario.Clamps, scenario.Soc));
        Assert.Null(scenario.Temperature);
        Assert.Null(scenario.Ambient);
        Assert.Null(scenario.Pressure);
        Assert.False(scenario.Heater);
        Assert.Empty(scenario.Events);
    }

    [Fact]
    public void Values_can_be_overridden_after_reading()
    {
        Scenario read = ScenarioFile.Parse(Whole, "file.yaml");
        Scenario changed = read with { Cells = 128, Seed = 4 };
        Assert.Equal((128, 4ul, 12, 26), (changed.Cells, changed.Seed, read.Cells, changed.Clamps));
        Assert.Equal(read.Steps, changed.Steps);
    }

    [Theory]
    [InlineData("", "file.yaml: the file is empty; expected a scenario with at least 'steps:'")]
    [InlineData("# nothing but a comment\n", "file.yaml: the file is empty; expected a scenario with at least 'steps:'")]
    [InlineData("just words", "file.yaml: not one set of keys with values; expected a scenario, lines like 'cells: 8'")]
    [InlineData("- Rest for 1 h", "file.yaml: not one set of keys with values; expected a scenario, lines like 'cells: 8'")]
    [InlineData("cells: 8\n", "file.yaml: no steps; expected a list of at least one under 'steps:', e.g. '- Rest for 30 minutes'")]
    [InlineData("cells: 8\ncels: 9\n", "file.yaml:2: no key 'cels'; known: name, title, profile, cells, cells_per_clamp, seed, soc, soc_error, temperature, ambient, pressure, heater, without, repeat, steps, events (did you mean cells?)")]
    [InlineData("cells: eight\n", "file.yaml:1: cells: found 'eight'; expected a whole number from 1 to 128")]
    [InlineData("cells: 8.5\n", "file.yaml:1: cells: found '8.5'; expected a whole number from 1 to 128")]
    [InlineData("cells: 0\n", "file.yaml:1: cells: found '0'; expected a whole number from 1 to 128")]
    [InlineData("cells:\n", "file.yaml:1: cells: found nothing; expected a whole number from 1 to 128")]
    [InlineData("cells: [8]\n", "file.yaml:1: cells: found a list; expected a whole number from 1 to 128")]
    [InlineData("cells_per_clamp: 17\n", "file.yaml:1: cells_per_clamp: found '17'; expected a whole number from 1 to 16")]
    [InlineData("seed: -1\n", "file.yaml:1: seed: found '-1'; expected a whole number, 0 or above")]
    [InlineData("soc: 101\n", "file.yaml:1: soc: found '101'; expected a number from 0 to 100 %")]
    [InlineData("soc: NaN\n", "file.yaml:1: soc: found 'NaN'; expected a number from 0 to 100 %")]
    [InlineData("\n\ntemperature: warm\n", "file.yaml:3: temperature: found 'warm'; expected a number from -60 to 150 degC")]
    [InlineData("pressure: -1\n", "file.yaml:1: pressure: found '-1'; expected a number from 0 to 100 MPa")]
    [InlineData("heater: yes\n", "file.yaml:1: heater: found 'yes'; expected true or false")]
    [InlineData("name: a/b\n", "file.yaml:1: name: found 'a/b'; expected a name of letters, digits, '.', '-' and '_', e.g. cold-start")]
    [InlineData("title: {a: b}\n", "file.yaml:1: title: found keys with values; expected some text")]
    [InlineData("steps: Rest for 1 h\n", "file.yaml:1: nothing listed under 'steps'; expected at least one step, e.g. '- Rest for 30 minutes'")]
    [InlineData("steps: []\n", "file.yaml:1: nothing listed under 'steps'; expected at least one step, e.g. '- Rest for 30 minutes'")]
    [InlineData("steps:\n  - Rest for 1 h\n  - Drive hihgway\n", "file.yaml:3: 'Drive hihgway': no drive cycle 'hihgway'; known: urban, highway, aggressive (did you mean highway?)")]
    [InlineData("steps:\n  - Repeat 3 times:\n", "file.yaml:2: nothing listed under 'Repeat 3 times'; expected at least one step, e.g. '- Rest for 30 minutes'")]
    [InlineData("steps:\n  - Repeat:\n    - Rest for 1 h\n", "file.yaml:2: 'Repeat': how often is missing, a whole number from 1 to 100000")]
    [InlineData("steps:\n  - Repeat 0 times:\n    - Rest for 1 h\n", "file.yaml:2: 'Repeat 0 times': '0' where how often belongs, a whole number from 1 to 100000")]
    [InlineData("steps:\n  - Repaet 3 times:\n    - Rest for 1 h\n", "file.yaml:2: 'Repaet 3 times': only a repetition has a list under it, as in 'Repeat 3 times:' (did you mean Repeat?)")]
    [InlineData("steps:\n  - Repeat 3 tmies:\n    - Rest for 1 h\n", "file.yaml:2: 'Repeat 3 tmies': 'tmies' where 'times' belongs, as in 'Repeat 3 times:' (did you mean times?)")]
    [InlineData("steps:\n  - Repeat 3 times:\n    - Rest for 1 x\n", "file.yaml:3: 'Rest for 1 x': no unit 'x'; known: s, min, h, V, A, C, degC, MPa, %")]
    [InlineData("steps:\n  - [Rest]\n", "file.yaml:2: not a step; expected a sentence, e.g. 'Rest for 30 minutes', or 'Repeat 3 times:' with a list under it")]
    [InlineData("steps:\n  - Rest for 1 h\nevents: soon\n", "file.yaml:3: events: found 'soon'; expected a list of sentences, e.g. '- at 10 minutes clamp 0 loses 3 MPa over 20 s'")]
    [InlineData("steps:\n  - Rest for 1 h\nevents:\n  - at 1 h clamp 0 shrinks\n", "file.yaml:4: 'at 1 h clamp 0 shrinks': 'shrinks' where 'loses' or 'gains' belongs, as in 'at 10 minutes clamp 0 loses 3 MPa over 20 s'")]
    [InlineData("steps:\n  - Rest for 1 h\nevents:\n  - at 1 h clamp 1 loses 1 MPa\n", "file.yaml:3: 'at 1 hour clamp 1 loses 1 MPa': no clamp 1; 8 cells, 16 a clamp, have only clamp 0")]
    public void Bad_input_names_line_and_key(string yaml, string message)
    {
        Assert.Equal(message, Assert.Throws<BadInputException>(() => ScenarioFile.Parse(yaml, "file.yaml")).Message);
    }

    [Theory]
    [InlineData("cells: 8\n  - what: is\n this\n", "file.yaml:")]
    [InlineData("cells: 8\ncells: 9\n", "file.yaml:2: not YAML (")]
    [InlineData("title: \"no end\n", "file.yaml:")]
    public void What_is_not_yaml_is_told_in_one_line(string yaml, string beginning)
    {
        string message = Assert.Throws<BadInputException>(() => ScenarioFile.Parse(yaml, "file.yaml")).Message;
        Assert.StartsWith(beginning, message);
        Assert.Contains("not YAML", message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_user_file_is_read_by_its_path_and_a_missing_one_is_bad_input()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("scenario").FullName, "mine.yaml");
        File.WriteAllText(path, Whole.Replace("name: winter\n", string.Empty, StringComparison.Ordinal));
        Assert.Equal("mine", ScenarioLibrary.Load(path).Name);

        string missing = path + ".old";
        Assert.Equal($"{missing}: no such file; expected a readable YAML file", Assert.Throws<BadInputException>(() => ScenarioFile.Read(missing)).Message);
    }

    [Fact]
    public void The_readme_describes_every_key_and_every_step()
    {
        string readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "host-sim", "Simulation", "Scenarios", "README.md"));
        Assert.All(ScenarioFile.Keys, key => Assert.Contains($"| `{key}` |", readme, StringComparison.Ordinal));
        string[] verbs = ["Charge", "Discharge", "Rest", "Preheat", "Drive", "Hold", "Release", "Repeat"];
        Assert.All(verbs, verb => Assert.Contains($"`{verb} ", readme, StringComparison.Ordinal));

        string example = readme.Split("```yaml\n")[1].Split("```")[0];
        Assert.Equal(3, ScenarioFile.Parse(example, "README.md").Steps.Count);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}

using System;
using System.IO;
using Bms.Profiles;
using CsCheck;
using Xunit;

namespace Bms.Cli.Tests;

/// <summary>Whatever can't be used is refused in one line, with exit code 2, and leaves nothing behind.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Shell _shell = new();

    public BadInputTests()
    {
        Directory.CreateDirectory(_shell.At("folder"));
        _shell.Write("folder/mine.txt", "mine");
        _shell.Write("empty", string.Empty);
        _shell.Write("nan.csv", "1\n2\nNaN\n");
        _shell.Write("infinite.csv", "1\n-Infinity\n");
        _shell.Write("word.csv", "1\nfast\n");
        _shell.Write("wide.csv", "1\n2,3\n");
        _shell.Write("columns.csv", "time,amps\n0,1\n");
        _shell.Write("backwards.csv", "test_time_second,current_ampere\n0,1\n1,1\n0.5,1\n");
        _shell.Write("long.csv", new string('1', 5000));
        _shell.Write("zero.csv", "0\n0\n");
        _shell.Write("torn.yaml", "cells: 4: 5\n");
        _shell.Write("good.yaml", "steps:\n  - Rest for 30 s\n");
        _shell.Write("key.yaml", "cells: 4\ncels: 8\nsteps:\n  - Rest for 30 s\n");
        _shell.Write("value.yaml", "soc: full\nsteps:\n  - Rest for 30 s\n");
        _shell.Write("range.yaml", "steps:\n  - Rest for 30 s\ncells: 129\n");
        _shell.Write("sentence.yaml", "steps:\n  - Rest for 30 s\n  - Drive hihgway for 1 min\n");
        _shell.Write("event.yaml", "steps:\n  - Rest for 30 s\nevents:\n  - at 1 s clamp 3 loses 1 MPa\n");
        _shell.Write("cell.yaml", "profile: nosuch\nsteps:\n  - Rest for 30 s\n");
        _shell.Write("stepless.yaml", "cells: 8\n");
        string cell = File.ReadAllText(Shell.CellFile("pouch-lpscl-nmc"));
        _shell.Write("negative.json", cell.Replace("\"Nominal cell capacity [A.h]\": 6,", "\"Nominal cell capacity [A.h]\": -6,", StringComparison.Ordinal));
        _shell.Write("torn.json", cell[..4000]);
        _shell.Write("heavy.json", cell.Replace("\"value\": 59.2327", "\"value\": 1e9", StringComparison.Ordinal).Replace("\"range\": [30, 100]", "\"range\": [0, 1e12]", StringComparison.Ordinal));
        _shell.Write("empty.bmsp", string.Empty);
        byte[] image = FirmwareImage.Build(ProfileLibrary.Load("pouch-lpscl-nmc"));
        File.WriteAllBytes(_shell.At("good.bmsp"), image);
        File.WriteAllBytes(_shell.At("torn.bmsp"), image[..5000]);
    }

    /// <summary>Words, and what the line must say: where, what was found, what would be right.</summary>
    public static TheoryData<string, string[]> Lines => new()
    {
        // the command itself
        { "rnu", ["'rnu'", "no such command", "run, board, scenarios, profiles, profile, ", "did you mean run?"] },
        { "full-day", ["'full-day'", "no such command", "did you mean run full-day?"] },
        { "scenarios please", ["'please'", "one word too many", "scenarios --help"] },
        { "run @good.yaml @good.yaml", ["good.yaml", "one word too many", "run --help"] },
        { "replay", ["replay", "no FILE", "frame file"] },
        { "cost please", ["'please'", "one word too many", "cost --help"] },
        { "cost --cells 129", ["--cells", "'129'", "from 1 to 128"] },
        { "cost --methods -1", ["--methods", "'-1'", "from 0 to 1000"] },
        { "cost --profile nosuch", ["'nosuch'", "no such profile or file", "known:"] },

        // options
        { "run --cels 4", ["--cels", "no such option", "did you mean --cells?"] },
        { "--frobnicate", ["--frobnicate", "no such option", "run --help"] },
        { "scenarios --cells 4", ["--cells", "no such option", "scenarios --help"] },
        { "run --cells", ["--cells", "no value", "a whole number from 1 to 128"] },
        { "run --cells --json", ["--cells", "'--json'", "a whole number from 1 to 128"] },
        { "run --cells 2 --cells 3", ["--cells", "2 times", "once"] },
        { "run --cells 0", ["--cells", "'0'", "from 1 to 128"] },
        { "run --cells 129", ["--cells", "'129'", "from 1 to 128"] },
        { "run --cells abc", ["--cells", "'abc'", "a whole number"] },
        { "run --cells 1.5", ["--cells", "'1.5'", "a whole number"] },
        { "run --temperature 101", ["--temperature", "'101'", "-40 to 100 degC"] },
        { "run --temperature -41", ["--temperature", "'-41'", "-40 to 100 degC"] },
        { "run --temperature NaN", ["--temperature", "'NaN'", "-40 to 100 degC"] },
        { "run --temperature 1,5", ["--temperature", "'1,5'", "-40 to 100 degC"] },
        { "run --pressure -0.1", ["--pressure", "'-0.1'", "0 to 100 MPa"] },
        { "run --pressure Infinity", ["--pressure", "'Infinity'", "0 to 100 MPa"] },
        { "run --soc 100.1", ["--soc", "'100.1'", "0 to 100 %"] },
        { "run --soc-error -101", ["--soc-error", "'-101'", "-100 to 100 %"] },
        { "run --current @zero.csv --peak-c-rate 0", ["--peak-c-rate", "'0'", "above 0", "20"] },
        { "run --current @zero.csv --peak-c-rate 21", ["--peak-c-rate", "'21'", "above 0", "20"] },
        { "run --threads 0", ["--threads", "'0'", "1 to 256"] },
        { "run --seed -1", ["--seed", "'-1'", "0 to 18446744073709551615"] },
        { "run --seed 18446744073709551616", ["--seed", "'18446744073709551616'", "0 to 18446744073709551615"] },
        { "run --profile --json", ["--profile", "'--json'", "profile"] },
        { "run --peak-c-rate 1", ["--peak-c-rate", "nothing to scale", "--current"] },
        { "run full-day --current @zero.csv", ["--current", "full-day", "one of the two"] },

        // where results go
        { "run --out @empty", ["empty", "this is a file", "a new folder"] },
        { "run --out @folder", ["folder", "not empty and not a result", "a new folder"] },
        { "run --out @empty/below", ["empty", "is a file", "a new folder"] },
        { "run --frames @folder", ["--frames", "folder", "a new file"] },
        { "run --frames @good.yaml", ["--frames", "good.yaml", "no recording", "a new file"] },
        { "run --frames @out/trace.csv", ["--frames", "trace.csv", "the result", "a new file"] },

        // a current
        { "run --current @nosuch.csv", ["nosuch.csv", "no such file", "current"] },
        { "run --current @folder", ["folder", "a folder", "a CSV file"] },
        { "run --current @empty", ["empty", "the file is empty", "current"] },
        { "run --current @nan.csv", ["nan.csv:3", "'NaN'", "finite number"] },
        { "run --current @infinite.csv", ["infinite.csv:2", "'-Infinity'", "finite number"] },
        { "run --current @word.csv", ["word.csv:2", "'fast'", "finite number"] },
        { "run --current @long.csv", ["long.csv:1", "'1111", " ... ", "finite number"] },
        { "run --current @wide.csv", ["wide.csv:2", "2 columns", "one number a line"] },
        { "run --current @columns.csv", ["columns.csv:1", "no column", "'amps'", "current_ampere"] },
        { "run --current @backwards.csv", ["backwards.csv:4", "0.5", "rises"] },
        { "run --current @zero.csv --peak-c-rate 1", ["zero.csv", "every current is 0", "--peak-c-rate"] },

        // a scenario
        { "run full-dya", ["'full-dya'", "known: full-day", "did you mean full-day?"] },
        { "run @nosuch.yaml", ["nosuch.yaml", "no scenario or file", "known: full-day"] },
        { "run @folder", ["folder", "a folder", "YAML file"] },
        { "run @empty", ["empty", "the file is empty", "steps:"] },
        { "run @torn.yaml", ["torn.yaml:1", "not YAML"] },
        { "run @nan.csv", ["nan.csv", "a CSV file", "--current"] },
        { "run @key.yaml", ["key.yaml:2", "no key 'cels'", "known: name", "did you mean cells?"] },
        { "run @value.yaml", ["value.yaml:1", "soc", "'full'", "0 to 100 %"] },
        { "run @range.yaml", ["range.yaml:3", "cells", "'129'", "1 to 128"] },
        { "run @sentence.yaml", ["sentence.yaml:3", "'Drive hihgway for 1 min'", "known: urban", "did you mean highway?"] },
        { "run @event.yaml", ["event.yaml:3", "no clamp 3", "only clamp 0"] },
        { "run @stepless.yaml", ["stepless.yaml", "no steps", "Rest for 30 minutes"] },
        { "run @cell.yaml", ["cell.yaml", "profile", "'nosuch'", "known: pellet-llzo-nmc"] },

        // a cell
        { "run --profile puch-lpscl-nmc", ["'puch-lpscl-nmc'", "no such profile", "did you mean pouch-lpscl-nmc?"] },
        { "run --profile @nosuch.json", ["nosuch.json", "no such profile or file", "known:"] },
        { "run --profile @folder", ["folder", "a folder", "JSON"] },
        { "run --profile @empty", ["empty", "an empty file", "JSON"] },
        { "run --profile @negative.json", ["negative.json:15", "Nominal cell capacity [A.h]", "-6", "above 0"] },
        { "run --profile @torn.json", ["torn.json:", "not JSON"] },

        { "run --profile @good.bmsp", ["good.bmsp", "a built image", "parameter file"] },

        // a profile
        { "profile", ["profile", "a command is missing", "show, check"] },
        { "profile sohw", ["'sohw'", "no such command", "did you mean show?"] },
        { "profile pouch-lpscl-nmc", ["'pouch-lpscl-nmc'", "no such command", "did you mean profile show pouch-lpscl-nmc?"] },
        { "profile show", ["profile show", "no PROFILE", "a parameter file"] },
        { "profile show pouch-lpscl-nmc please", ["'please'", "one word too many", "profile show --help"] },
        { "profile show pouch-lpscl-nmc --out @out", ["--out", "no such option", "profile show --help"] },
        { "profile show nosuch", ["'nosuch'", "no such profile or file", "known: pellet-llzo-nmc"] },
        { "profile show @negative.json", ["negative.json:15", "Nominal cell capacity [A.h]", "-6", "above 0"] },
        { "profile show @nosuch.bmsp", ["nosuch.bmsp", "no such file", "an image"] },
        { "profile show @empty.bmsp", ["empty.bmsp", "too short for an image (0 bytes)"] },
        { "profile show @torn.bmsp", ["torn.bmsp", "its length word differs from its length"] },
        { "profile show @folder", ["folder", "a folder", "JSON"] },
        { "profile build", ["profile build", "no PROFILE", "a parameter file"] },
        { "profile build nosuch --out @out", ["'nosuch'", "no such profile or file"] },
        { "profile build @negative.json --out @out", ["negative.json:15", "above 0"] },
        { "profile build @heavy.json --out @out", ["heavy", "not for the firmware", "'heat capacity of the core' is too large"] },
        { "profile build @good.bmsp --out @out", ["good.bmsp", "a built image"] },
        { "profile build pouch-lpscl-nmc --out", ["--out", "no value", "a folder"] },
        { "profile build pouch-lpscl-nmc --out @empty", ["empty", "this is a file", "a new folder"] },
        { "profile build pouch-lpscl-nmc --out @empty/below", ["empty", "is a file", "a new folder"] },
        { "profile build pouch-lpscl-nmc --out @folder", ["folder", "not empty", "a new folder"] },

        // a recording
        { "replay @nosuch", ["nosuch", "no such file", "a frame file"] },
        { "replay @folder", ["folder", "a folder", "a frame file"] },
        { "replay @empty", ["empty", "breaks off", "frame file"] },
        { "replay @good.yaml", ["good.yaml", "frame file"] },
    };

    [Theory, MemberData(nameof(Lines))]
    public void Bad_input_is_refused_in_one_line_and_leaves_nothing(string line, string[] parts)
    {
        string[] before = _shell.Listing();
        string[] place = line.StartsWith("run", StringComparison.Ordinal) && !line.Contains("--out", StringComparison.Ordinal) ? ["--out", "@out"] : [];
        string[] words = [.. line.Split(' '), .. place];
        if (line.EndsWith("--cells", StringComparison.Ordinal))
        {
            words = line.Split(' ');   // the value must be missing
        }

        Outcome outcome = _shell.Run(words);

        AssertRefused(outcome);
        Assert.All(parts, part => Assert.Contains(part, outcome.Error, StringComparison.Ordinal));
        Assert.Equal(before, _shell.Listing());
    }

    [Theory]
    [InlineData("run", "a\nb.yaml")]
    [InlineData("run", "\u001b[31mred.yaml")]
    [InlineData("run", "")]
    [InlineData("replay", "")]
    [InlineData("replay", "a\r\nb")]
    [InlineData("", "")]
    public void A_strange_name_neither_breaks_the_line_nor_steers_the_terminal(string command, string name)
    {
        Outcome outcome = _shell.Run(command, name);

        AssertRefused(outcome);
        Assert.DoesNotContain('\u001b', outcome.Error);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_refused_before_the_run()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "needs a file system on which nobody can write");

        AssertRefused(_shell.Run("run", "@good.yaml", "--out", "/proc/bms-sim"));
        AssertRefused(_shell.Run("run", "@good.yaml", "--out", "@out", "--frames", "/proc/bms-sim.frames"));
        Assert.False(Directory.Exists(_shell.At("out")));
    }

    [Fact]
    public void A_result_of_an_earlier_run_survives_a_refused_one()
    {
        _shell.RunShort();
        string[] before = _shell.Listing();

        AssertRefused(_shell.Run("run", "--current", "@nan.csv", "--out", "@out"));
        AssertRefused(_shell.Run("run", "@good.yaml", "--out", "@out", "--cells", "0"));

        Assert.Equal(before, _shell.Listing());
    }

    [Fact]
    public void Any_number_of_cells_outside_the_range_is_refused() =>
        Gen.OneOf(Gen.Int[int.MinValue, 0], Gen.Int[129, int.MaxValue]).Sample(cells => AssertRefused(_shell.Run("run", "--cells", $"{cells}")), iter: 200);

    [Fact]
    public void One_bad_word_refuses_the_line_wherever_it_stands()
    {
        string[] good = ["--json", "--no-limits", "--cells=4", "--soc=50", "--seed=3", "@good.yaml", "--temperature=-5", "--threads=2"];
        string[] bad = ["--cells=129", "--sco=50", "--pressure=x", "--seed=-1", "--peak-c-rate=2", "--out="];
        Gen.Select(Gen.Shuffle(good), Gen.Int[0, bad.Length - 1].Select(k => bad[k]), Gen.Int[0, good.Length]).Sample(
            (words, word, place) =>
            {
                string[] line = ["run", .. words[..place], word, .. words[place..]];
                AssertRefused(_shell.Run(line));
            },
            iter: 200);
    }

    public void Dispose() => _shell.Dispose();

    private static void AssertRefused(Outcome outcome)
    {
        Assert.Equal((ExitCode.BadInput, string.Empty), (outcome.Code, outcome.Output));
        Assert.EndsWith(Environment.NewLine, outcome.Error, StringComparison.Ordinal);
        string line = outcome.Error[..^Environment.NewLine.Length];
        Assert.InRange(line.Length, 1, 900);
        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain('\r', line);
    }
}

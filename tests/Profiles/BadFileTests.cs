using System;
using System.IO;
using Xunit;

namespace Bms.Profiles.Tests;

/// <summary>A file that can't be used is refused in one line: where, what was found, what would be right.</summary>
public class BadFileTests
{
    private const string Pouch = "pouch-lpscl-nmc";
    private const string Capacity = "Parameterisation/Cell/Nominal cell capacity [A.h]";
    private const string Clamp = "Parameterisation/User-defined/Clamp";
    private const string Limits = "Parameterisation/User-defined/Limits";
    private const string Rates = Limits + "/Charge rate that holds contact [h-1]";
    private const string DataSheet = "Parameterisation/User-defined/Data sheet";
    private const string Potential = "Parameterisation/Positive electrode/OCP [V]";

    /// <summary>Path, raw JSON put there; what the message says was found, and what would be right.</summary>
    public static TheoryData<string, string, string, string> Edits { get; } = new()
    {
        { Capacity, "-6", "-6", "above 0" },
        { Capacity, "0", "0", "above 0" },
        { Capacity, "NaN", "NaN", "a finite number" },
        { Capacity, "Infinity", "Infinity", "a finite number" },
        { Capacity, "\"six\"", "\"six\"", "a number" },
        { Capacity, "null", "null", "a number" },
        { Capacity, "[6]", "[6]", "a number" },
        { Capacity, "1e300", "1E+300", "from 5.5 to 6.5, the range given with it" },
        { Capacity, "999999999999999999999999999999", "9.999999999999999E+29", "from 5.5 to 6.5" },
        { Capacity, "60", "60", "from 5.5 to 6.5, the range given with it" },
        { "Parameterisation/Cell/Number of electrode pairs connected in parallel to make a cell", "2.5", "2.5", "a whole number" },
        { "Parameterisation/Cell/Capacity", "6", "unknown key", "known here: Electrode area [m2], " },
        { "Parameterisation/Cell/Nominal cell capacity [Ah]", "6", "unknown key", "(did you mean Nominal cell capacity [A.h]?)" },
        { "Parameterisation/Negative electrode", "{}", "unknown key", "known here: Cell, " },
        { "Header/Model", "\"DFN\"", "\"DFN\"", "one of Partial" },
        { "Header/Title", "\"\"", "\"\"", "a text that is not empty" },
        { "Header", "[]", "[]", "an object in braces" },
        { Clamp + "/Set pressure [MPa]/value", "-1", "-1", "at least 0" },
        { Clamp + "/Set pressure [MPa]/value", "9", "9", "from 3 to 8, the range given with it" },
        { Clamp + "/Set pressure [MPa]", "5", "5", "an object in braces" },
        { Clamp + "/Set pressure [MPa]/description/range", "[8, 3]", "[8,3]", "the lower bound first" },
        { Clamp + "/Set pressure [MPa]/description/range", "[3]", "[3]", "at least 2 values" },
        { Clamp + "/Set pressure [MPa]/description/status", "\"guessed\"", "\"guessed\"", "one of measured, fitted, derived, tunable" },
        { Clamp + "/Set state of charge/value", "1.5", "1.5", "at most 1" },
        { "Parameterisation/User-defined/Short circuit/Soft short index/value", "1", "1", "below 1" },
        { "Parameterisation/User-defined/Positive electrode/Diffusion dimension/value", "2", "2", "one of 1, 3" },
        { Potential, "4", "4", "an object in braces" },
        { Potential + "/x/3", "0.1", "0.1", "strictly rising x, so above " },
        { Potential + "/x/0", "-0.2", "-0.2", "at least 0" },
        { Potential + "/y/0", "\"4.4\"", "\"4.4\"", "a number" },
        { Potential + "/y", "[4.2, 3.0]", "121 x and 2 y", "as many y as x" },
        { Potential + "/y/1", "4.4689831", "4.4689831", "from 1.64221 to 4.468983, the range given with it" },
        { Potential + "/y/5", "4.42", "4.42 V at x = ", "an open-circuit potential that falls as x rises" },
        { "Parameterisation/Positive electrode/Minimum stoichiometry", "0.96", "0.96", "from 0.27 to 0.33" },
        { "Parameterisation/Cell/Upper voltage cut-off [V]", "4.29", "4.28", "above 4.29, which is Cell/Upper voltage cut-off [V]" },
        { Rates, "1", "1", "an object in braces" },
        { Rates + "/value", "1", "1", "an object in braces" },
        { Rates + "/value/y/2", "-0.1", "-0.1", "at least 0" },
        { Rates + "/value/y/2", "20", "20", "from 0 to 2, the range given with it" },
        { Rates + "/value/y", "[0.1, 0.2]", "5 x and 2 y", "as many y as x" },
        { Rates + "/value/x/1", "-10", "-10", "strictly rising x, so above -10" },
        { Rates + "/value/x/0", "-300", "-300", "at least -273.15" },
        { Rates + "/description/argument", "\"stoichiometry\"", "\"stoichiometry\"", "one of temperature [degC]" },
        { DataSheet + "/Charge rate [h-1]/value", "-1", "-1", "at least 0" },
        { DataSheet + "/Charge rate [h-1]/value", "\"fast\"", "\"fast\"", "a number" },
        { DataSheet + "/Maximum temperature [degC]/value", "10", "10", "above 20, which is User-defined/Data sheet/Minimum temperature [degC]" },
        { DataSheet + "/Charge rate", "{}", "unknown key", "(did you mean Charge rate [h-1]?)" },
        { "Parameterisation/User-defined/Limits/Maximum true pressure [MPa]/value", "1001", "1001", "from 5 to 1000" },
        { "Parameterisation/User-defined/Provenance/Cell/Electrode area [m2]", "{}", "missing", "this key is needed" },
    };

    [Theory, MemberData(nameof(Edits))]
    public void Wrong_content_is_named(string path, string raw, string found, string expected)
    {
        using EditedFile file = EditedFile.With(Pouch, (path, raw));

        string message = Refusal(file.Path);

        Assert.StartsWith(file.Path + ":", message);
        Assert.Contains($": {found}", message, StringComparison.Ordinal);
        Assert.Contains(expected, message[message.IndexOf(';')..], StringComparison.Ordinal);
    }

    [Fact]
    public void Line_and_key_lead_to_the_place()
    {
        using EditedFile file = EditedFile.With(Pouch, (Capacity, "-6"));

        string message = Refusal(file.Path);

        int line = int.Parse(message[(file.Path.Length + 1)..].Split(':')[0]);
        Assert.Contains("Nominal cell capacity [A.h]", File.ReadAllLines(file.Path)[line - 1], StringComparison.Ordinal);
        Assert.Equal($"{file.Path}:{line}: {Capacity}: -6; above 0", message);
    }

    [Theory]
    [InlineData("Header")]
    [InlineData("Header/Title")]
    [InlineData("Parameterisation")]
    [InlineData("Parameterisation/User-defined/Spread")]
    [InlineData(Rates)]
    [InlineData(Rates + "/value/y")]
    [InlineData(Limits + "/Discharge rate that holds contact [h-1]")]
    [InlineData(DataSheet)]
    [InlineData(DataSheet + "/Minimum pressure [MPa]")]
    [InlineData("Parameterisation/User-defined/Spread/Capacity/description/source")]
    [InlineData(Capacity)]
    [InlineData(Potential + "/x")]
    public void Missing_key_is_named(string path)
    {
        using EditedFile file = EditedFile.Without(Pouch, path);

        Assert.EndsWith($": {path}: missing; this key is needed", Refusal(file.Path));
    }

    [Theory]
    [InlineData(Potential, "[4.1, 3.1]")]
    [InlineData("Parameterisation/User-defined/Positive electrode/Volume change/value", "[-0.02, -0.01]")]
    public void Table_that_misses_the_window_is_refused(string path, string values)
    {
        using EditedFile file = EditedFile.With(Pouch, (path, $"{{ \"x\": [0.5, 0.9], \"y\": {values} }}"));

        Assert.EndsWith(": a table over x from 0.5 to 0.9; one that reaches over the window from 0.304628 to 0.955", Refusal(file.Path));
    }

    [Theory]
    [InlineData("Cell/Lower voltage cut-off [V]", "1.5", "within 1 V of the open-circuit potential at that end of the window, 3 V")]
    [InlineData("Cell/Upper voltage cut-off [V]", "3.6", "within 0.2 V of the open-circuit potential at that end of the window, 4.2 V")]
    [InlineData("Positive electrode/Surface area per unit volume [m-1]", "700000", "at most 1")]
    public void Contradiction_is_refused_though_each_value_is_in_its_range(string term, string raw, string expected)
    {
        using EditedFile file = EditedFile.With(
            Pouch,
            ("Parameterisation/" + term, raw),
            ($"Parameterisation/User-defined/Provenance/{term}/description/range", "[0, 1e9]"),
            ("Parameterisation/User-defined/Limits/Minimum fault voltage [V]/value", "1"),
            ("Parameterisation/User-defined/Limits/Minimum fault voltage [V]/description/range", "[0, 9]"));

        string message = Refusal(file.Path);

        Assert.Contains(term, message, StringComparison.Ordinal);
        Assert.EndsWith(expected, message);
    }

    [Theory]
    [InlineData("", "an empty file")]
    [InlineData("  \n\n", "an empty file")]
    [InlineData("no parameters here", "cell.json:1: not JSON")]
    [InlineData("{ \"Header\": ", "not JSON")]
    [InlineData("{} {}", "not JSON")]
    [InlineData("{ \"Header\": {}, \"Header\": {} }", "not JSON")]
    [InlineData("[]", "the file: []; an object in braces")]
    [InlineData("3", "the file: 3; an object in braces")]
    [InlineData("{}", "Header: missing; this key is needed")]
    public void Text_that_is_no_parameter_file_is_refused(string text, string found)
    {
        using EditedFile file = new(text);

        Assert.Contains(found, Refusal(file.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_json_is_located()
    {
        using EditedFile file = new("{\n  \"Header\": {\n    \"Title\": oops\n");

        Assert.StartsWith($"{file.Path}:3: not JSON (", Refusal(file.Path));
    }

    [Fact]
    public void Missing_file_is_told_with_the_known_names() =>
        Assert.Equal(
            "'nowhere/cell.json': no such profile or file; known: pellet-llzo-nmc, pouch-lpscl-nmc, thin-film-lipon-lco",
            Refusal("nowhere/cell.json"));

    [Fact]
    public void Misspelt_name_gets_the_nearest_one() =>
        Assert.Equal(
            "'puoch-lpscl-nmc': no such profile or file; known: pellet-llzo-nmc, pouch-lpscl-nmc, thin-film-lipon-lco (did you mean pouch-lpscl-nmc?)",
            Refusal("puoch-lpscl-nmc"));

    [Fact]
    public void Folder_is_refused()
    {
        using EditedFile file = new("{}");

        Assert.Contains(": a folder; a parameter file in JSON", Refusal(Path.GetDirectoryName(file.Path)!));
    }

    private static string Refusal(string nameOrFile)
    {
        string message = Assert.Throws<BadInputException>(() => ProfileLibrary.Load(nameOrFile)).Message;
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain('\r', message);
        return message;
    }
}

using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Bms.Core.Cells;
using Bms.Profiles;
using Xunit;

namespace Bms.Cli.Tests;

/// <summary>A profile is shown, and built for the firmware.</summary>
public sealed class ProfileTests : IDisposable
{
    private const string Pouch = "pouch-lpscl-nmc";
    private const string Source = "EmbeddedProfile.cs";

    private readonly Shell _shell = new();

    public static TheoryData<string> Profiles { get; } = [.. ProfileLibrary.Names];

    [Theory, MemberData(nameof(Profiles))]
    public void A_card_shows_every_parameter_within_100_columns(string name)
    {
        string card = Text("profile", "show", name);

        CellFile file = ProfileLibrary.Open(name);
        Assert.StartsWith(name, card);
        Assert.All(card.Split('\n'), row => Assert.InRange(row.TrimEnd('\r').Length, 0, 100));
        Assert.All(file.Parameters.Select(parameter => parameter.Group).Distinct(), group => Assert.Contains($"\n{group}{Environment.NewLine}", card, StringComparison.Ordinal));
        Assert.All(file.Parameters, parameter => Assert.Contains(parameter.Name.Split(' ')[0], card, StringComparison.Ordinal));
        Assert.Equal(file.Parameters.Count, new[] { "measured: ", "fitted: ", "derived: ", "tunable: " }.Sum(status => Count(Rows(card), status)));
    }

    [Fact]
    public void A_card_says_what_a_person_asks()
    {
        string card = Text("profile", "show", Pouch);

        Assert.All(
            [
                "6.00 Ah, 1C is 6.00 A", "3.00 to 4.20 V", "-10 to 80 °C", "set to 5.0 MPa at 50 % and 25 °C", "3C discharge and 2C charge",
                "0.022C at -10 °C, 0.07C at 10 °C, 0.16C at 25 °C, 0.42C at 45 °C, 0.79C at 60 °C", "0.53C at 25 °C",
                "0.13C discharge, 0.45C charge at 20 to 60 °C and 4.0 to 7.0 MPa", $"{Image(Pouch).Length} bytes, checksum {Checksum(Image(Pouch))}",
            ],
            part => Assert.Contains(part, card, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void A_card_for_a_program_holds_the_same(string name)
    {
        JsonElement card = _shell.Run("profile", "show", name, "--json").Json();

        CellFile file = ProfileLibrary.Open(name);
        Assert.Equal(
            ["name", "title", "description", "references", "is_default", "capacity_ah", "window_capacity_ah", "one_c_current_a", "window", "clamp", "rates_by_temperature", "datasheet_limits", "parameters", "image"],
            card.EnumerateObject().Select(property => property.Name));
        Assert.Equal([-10, 10, 25, 45, 60], card.GetProperty("rates_by_temperature").EnumerateArray().Select(row => row.GetProperty("temperature_c").GetDouble()));
        Assert.Equal(file.Cell.Limits.Datasheet.Charge, card.GetProperty("datasheet_limits").GetProperty("charge_c_rate").GetDouble());
        Assert.Equal(name == Pouch, card.GetProperty("is_default").GetBoolean());
        Assert.Equal((Image(name).Length, Checksum(Image(name))), (card.GetProperty("image").GetProperty("bytes").GetInt32(), card.GetProperty("image").GetProperty("checksum").GetString()));
        Assert.Equal(file.Parameters.Select(parameter => parameter.Source), card.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("source").GetString()));
    }

    [Fact]
    public void A_file_is_shown_as_a_built_in_cell_is()
    {
        string text = Text("profile", "show", Shell.CellFile(Pouch));

        Assert.Equal(Text("profile", "show", Pouch), text);
    }

    [Theory, MemberData(nameof(Profiles))]
    public void A_built_image_is_what_the_firmware_takes(string name)
    {
        JsonElement built = _shell.Run("profile", "build", name, "--out", "@deep/out", "--json").Json();

        Assert.Equal(["profile", "image", "image_file", "source_file"], built.EnumerateObject().Select(property => property.Name));
        byte[] image = File.ReadAllBytes(built.GetProperty("image_file").GetString()!);
        Assert.Equal(Image(name), image);
        Assert.Equal(ProfileError.None, ProfileImage.Read(image).Error);
        Assert.Equal(EmbeddedSource.Of(ProfileLibrary.Open(name), image), File.ReadAllText(built.GetProperty("source_file").GetString()!));
        Assert.Equal(["EmbeddedProfile.cs", $"{name}.bmsp"], Files("deep/out"));
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(_shell.At("deep")).Select(Path.GetFileName));
    }

    [Fact]
    public void The_embedded_default_is_the_one_that_is_built()
    {
        Text("profile", "build", Pouch, "--out", "@out");

        byte[] committed = File.ReadAllBytes(Shell.Source("firmware", "Core", "Cells", Source));
        Assert.True(
            committed.SequenceEqual(File.ReadAllBytes(_shell.At($"out/{Source}"))),
            $"firmware/Core/Cells/{Source} is out of date: run `bms-sim profile build {Pouch}` and copy runs/{Pouch}/{Source} over it");
    }

    [Fact]
    public void Building_tells_a_person_what_and_where()
    {
        string text = Text("profile", "build", Pouch, "--out", "@out");

        Assert.All([Pouch, $"{Image(Pouch).Length} bytes", Checksum(Image(Pouch)), _shell.At($"out/{Pouch}.bmsp"), _shell.At($"out/{Source}")], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_number_makes_another_image()
    {
        string cell = File.ReadAllText(Shell.CellFile(Pouch));
        _shell.Write("mine.json", cell.Replace("\"Conductivity [S.m-1]\": 0.2,", "\"Conductivity [S.m-1]\": 0.21,", StringComparison.Ordinal));
        Text("profile", "build", "@mine.json", "--out", "@out");

        byte[] image = File.ReadAllBytes(_shell.At("out/mine.bmsp"));
        Assert.NotEqual(Checksum(Image(Pouch)), Checksum(image));
        Assert.Contains("bms-sim profile build mine", File.ReadAllText(_shell.At($"out/{Source}")), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_build_joins_or_replaces_an_earlier_one_and_leaves_the_rest()
    {
        Text("profile", "build", Pouch, "--out", "@out");
        _shell.Write("out/notes.txt", "mine");
        File.WriteAllBytes(_shell.At($"out/{Pouch}.bmsp"), Image("thin-film-lipon-lco"));
        Text("profile", "build", Pouch, "--out", "@out");
        Text("profile", "build", "pellet-llzo-nmc", "--out", "@out");

        Assert.Equal([Source, "notes.txt", "pellet-llzo-nmc.bmsp", $"{Pouch}.bmsp"], Files("out"));
        Assert.Equal(Image(Pouch), File.ReadAllBytes(_shell.At($"out/{Pouch}.bmsp")));
        Assert.Contains("profile build pellet-llzo-nmc", File.ReadAllText(_shell.At($"out/{Source}")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_is_taken()
    {
        Directory.CreateDirectory(_shell.At("out"));

        Text("profile", "build", Pouch, "--out", "@out");

        Assert.Equal([Source, $"{Pouch}.bmsp"], Files("out"));
    }

    [Fact]
    public void A_built_image_is_shown_field_by_field()
    {
        File.WriteAllBytes(_shell.At("mine.bmsp"), Image(Pouch));
        string card = Text("profile", "show", "@mine.bmsp");
        JsonElement json = _shell.Run("profile", "show", "@mine.bmsp", "--json").Json();

        Assert.Contains($"checksum {Checksum(Image(Pouch))}", card, StringComparison.Ordinal);
        Assert.All(ProfileTable.Rows(), row => Assert.Contains(row.Name, card, StringComparison.Ordinal));
        Assert.All(card.Split('\n'), row => Assert.InRange(row.TrimEnd('\r').Length, 0, 100));
        Assert.Equal(["file", "image", "fields"], json.EnumerateObject().Select(property => property.Name));
        JsonElement oneC = json.GetProperty("fields")[0];
        Assert.Equal((1, "1C current", 6_000_000), (oneC.GetProperty("number").GetInt32(), oneC.GetProperty("name").GetString(), oneC.GetProperty("values")[0].GetInt32()));
    }

    public void Dispose() => _shell.Dispose();

    private static byte[] Image(string name) => FirmwareImage.Build(ProfileLibrary.Load(name));

    private static string Checksum(byte[] image) => ProfileImage.Read(image).Checksum.ToString("x8");

    /// <summary>The rows of parameters, without what the file says about itself.</summary>
    private static string Rows(string card) => card[..card.IndexOf($"\nDescription{Environment.NewLine}", StringComparison.Ordinal)];

    /// <summary>How many rows have a word where the status stands.</summary>
    private static int Count(string text, string status) => text.Split('\n').Count(row => row.IndexOf($"  {status}", StringComparison.Ordinal) >= 54);

    private string Text(params string[] words)
    {
        Outcome outcome = _shell.Run(words);
        Assert.Equal((ExitCode.Fine, string.Empty), (outcome.Code, outcome.Error));
        return outcome.Output;
    }

    private string?[] Files(string folder) => [.. Directory.EnumerateFileSystemEntries(_shell.At(folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal)];
}

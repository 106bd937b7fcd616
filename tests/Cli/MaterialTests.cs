using System;
using System.Linq;
using System.Text.Json;
using Bms.Plant.Materials;
using Xunit;

namespace Bms.Cli.Tests;

public sealed class MaterialTests : IDisposable
{
    private readonly Shell _shell = new();

    public static TheoryData<string> Every => new(Catalogue.Materials.Select(material => material.Name));

    [Fact]
    public void Without_a_name_all_are_listed()
    {
        string list = Text("material");
        JsonElement json = _shell.Run("material", "--json").Json();

        Assert.All(Catalogue.Materials, material => Assert.Contains(material.Title, list, StringComparison.Ordinal));
        Assert.Equal(Catalogue.Materials.Select(material => material.Name), json.EnumerateArray().Select(card => card.GetProperty("name").GetString()));
    }

    [Theory, MemberData(nameof(Every))]
    public void A_card_says_everything_and_fits_a_terminal(string name)
    {
        string card = Text("material", name);

        Assert.All(Catalogue.Find(name)!.Values, value => Assert.Contains(value.Source.Split(' ')[0], card, StringComparison.Ordinal));
        Assert.All(card.Split('\n'), row => Assert.InRange(row.TrimEnd('\r').Length, 0, 100));
    }

    [Fact]
    public void A_card_for_a_program_has_values_and_verdicts_with_their_reasons()
    {
        JsonElement card = _shell.Run("material", "llzo", "--json").Json();

        Assert.Equal(
            ["name", "title", "class", "other_names", "moisture_products", "values", "derived", "verdicts", "missing"],
            card.EnumerateObject().Select(property => property.Name));
        JsonElement conductivity = card.GetProperty("values")[0];
        Assert.Equal(("ionic_conductivity", 1e-4, "S/cm", "measured", "review Table 1"), (
            conductivity.GetProperty("quantity").GetString(),
            conductivity.GetProperty("value").GetDouble(),
            conductivity.GetProperty("unit").GetString(),
            conductivity.GetProperty("status").GetString(),
            conductivity.GetProperty("source").GetString()));
        JsonElement verdict = card.GetProperty("verdicts")[0];
        Assert.Equal(("monroe-newman", "holds", "at_least", 2), (
            verdict.GetProperty("criterion").GetString(), verdict.GetProperty("verdict").GetString(), verdict.GetProperty("bound").GetString(), verdict.GetProperty("threshold").GetDouble()));
    }

    [Theory]
    [InlineData("LPX", "did you mean LPS?")]
    [InlineData("argirodite", "did you mean argyrodite?")]
    [InlineData("wood", "known: LiPON")]
    public void An_unknown_name_is_refused_with_a_guess(string name, string hint)
    {
        Outcome outcome = _shell.Run("material", name);

        Assert.Equal((ExitCode.BadInput, string.Empty), (outcome.Code, outcome.Output));
        Assert.Contains(hint, outcome.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();

    private string Text(params string[] words)
    {
        Outcome outcome = _shell.Run(words);
        Assert.Equal((ExitCode.Fine, string.Empty), (outcome.Code, outcome.Error));
        return outcome.Output;
    }
}

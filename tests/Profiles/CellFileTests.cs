using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Xunit;

namespace Bms.Profiles.Tests;

/// <summary>A file tells of each of its values what it is and where it comes from.</summary>
public class CellFileTests
{
    public static TheoryData<string> Profiles { get; } = [.. ProfileLibrary.Names];

    [Theory, MemberData(nameof(Profiles))]
    public void Every_value_of_a_file_is_told(string name)
    {
        CellFile file = ProfileLibrary.Open(name);

        Assert.Equal(Sources(EditedFile.Root(name)).Count(), file.Parameters.Count);
        Assert.All(file.Parameters, parameter => Assert.True(parameter.Value.HasValue != parameter.X is { Count: > 1 } && parameter.X?.Count == parameter.Y?.Count, parameter.Name));
        Assert.Equal(file.Parameters.Count, file.Parameters.Select(parameter => (parameter.Group, parameter.Name)).Distinct().Count());
    }

    [Fact]
    public void A_number_is_told_as_it_stands()
    {
        Parameter conductivity = Named("Electrolyte", "Conductivity");

        Assert.Equal((0.2, "S.m-1", "measured"), (conductivity.Value, conductivity.Unit, conductivity.Status));
        Assert.StartsWith("2 mS/cm, Doux 2020", conductivity.Source);
        Assert.InRange(0.2, conductivity.Lowest, conductivity.Highest);
        Assert.Null(conductivity.Argument);
    }

    [Fact]
    public void A_table_is_told_as_it_stands()
    {
        Parameter rates = Named("User-defined/Limits", "Discharge rate that holds contact");

        Assert.Equal([-10, 10, 25, 45, 60], rates.X!);
        Assert.Equal([0.022, 0.07, 0.16, 0.42, 0.79], rates.Y!);
        Assert.Equal(("h-1", "temperature [degC]", "linear", "derived"), (rates.Unit, rates.Argument, rates.Interpolation, rates.Status));
    }

    [Fact]
    public void A_plain_number_has_no_unit() => Assert.Equal(string.Empty, Named("User-defined/Spread", "Capacity").Unit);

    private static Parameter Named(string group, string name) =>
        Assert.Single(ProfileLibrary.Open(ProfileLibrary.Default).Parameters, parameter => parameter.Group == group && parameter.Name == name);

    /// <summary>One for each value: wherever a source stands.</summary>
    private static IEnumerable<JsonNode> Sources(JsonNode node) => node is JsonObject group
        ? group.SelectMany(pair => pair.Key == "source" ? [pair.Value!] : Sources(pair.Value!))
        : [];
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NJsonSchema;
using Xunit;

namespace Bms.Profiles.Tests;

/// <summary>The built-in files keep to BPX 1.1, and say of every value what it is and where it comes from.</summary>
public class BpxFormTests
{
    private const string UserDefined = "User-defined";

    public static TheoryData<string> Profiles { get; } = [.. ProfileLibrary.Names];

    /// <summary>Section; the keys BPX requires there and, after a bar, those it allows.</summary>
    public static TheoryData<string, string> Sections { get; } = new()
    {
        {
            "Cell",
            "Electrode area [m2];Number of electrode pairs connected in parallel to make a cell;Lower voltage cut-off [V];Upper voltage cut-off [V];Nominal cell capacity [A.h]" +
            "|External surface area [m2];Volume [m3];Reference temperature [K];Density [kg.m-3];Specific heat capacity [J.K-1.kg-1]"
        },
        {
            "Electrolyte",
            "Cation transference number;Diffusivity [m2.s-1];Conductivity [S.m-1]" +
            "|Diffusivity activation energy [J.mol-1];Conductivity activation energy [J.mol-1]"
        },
        {
            "Positive electrode",
            "Thickness [m];Porosity;Transport efficiency;Conductivity [S.m-1];Minimum stoichiometry;Maximum stoichiometry;Maximum concentration [mol.m-3];Particle radius [m];" +
            "Surface area per unit volume [m-1];Diffusivity [m2.s-1];OCP [V];Reaction rate constant [mol.m-2.s-1]" +
            "|Diffusivity activation energy [J.mol-1];Entropic change coefficient [V.K-1];Reaction rate constant activation energy [J.mol-1]"
        },
        { "Separator", "Thickness [m];Porosity;Transport efficiency|" },
    };

    [Theory, MemberData(nameof(Sections))]
    public void Standard_sections_have_the_keys_of_bpx(string section, string keys)
    {
        string[][] known = [.. keys.Split('|').Select(part => part.Split(';', StringSplitOptions.RemoveEmptyEntries))];
        foreach (string profile in ProfileLibrary.Names)
        {
            string[] found = [.. Parameterisation(profile)[section]!.AsObject().Select(term => term.Key)];

            Assert.Empty(known[0].Except(found));
            Assert.Empty(found.Except(known.SelectMany(part => part)));
        }
    }

    [Theory, MemberData(nameof(Profiles))]
    public void There_are_no_sections_but_those_of_bpx(string profile)
    {
        JsonNode root = EditedFile.Root(profile);

        Assert.Equal(["Header", "Parameterisation"], root.AsObject().Select(part => part.Key));
        Assert.Equal("Partial", (string?)root["Header"]!["Model"]);   // BPX has no lithium-metal electrode
        Assert.Equal(["Cell", "Electrolyte", "Positive electrode", "Separator", UserDefined], root["Parameterisation"]!.AsObject().Select(part => part.Key));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void User_defined_holds_what_bpx_allows_there(string profile) =>
        Assert.Empty(Refused(Parameterisation(profile)[UserDefined]!.AsObject(), UserDefined));

    [Theory, MemberData(nameof(Profiles))]
    public void Every_standard_term_has_its_provenance(string profile)
    {
        JsonObject provenance = Parameterisation(profile)[UserDefined]!["Provenance"]!.AsObject();
        foreach ((string section, JsonNode? terms) in provenance)
        {
            Assert.Equal(Parameterisation(profile)[section]!.AsObject().Select(term => term.Key), terms!.AsObject().Select(term => term.Key));
        }

        Assert.Equal(4, provenance.Count);
    }

    [Theory, MemberData(nameof(Profiles))]
    public void Every_value_has_status_source_and_range(string profile)
    {
        JsonNode[] terms = [.. Objects(Parameterisation(profile)[UserDefined]!).Where(node => node["value"] is not null)];

        Assert.True(terms.Length > 120, $"{terms.Length} terms");
        Assert.All(terms, term =>
        {
            JsonNode origin = term["description"]!;
            Assert.Contains((string?)origin["status"], new[] { "measured", "fitted", "derived", "tunable" });
            Assert.NotEmpty((string?)origin["source"] ?? string.Empty);
            Assert.True((double)origin["range"]![0]! <= (double)origin["range"]![1]!);
        });
    }

    [Theory, MemberData(nameof(Profiles))]
    public void Sources_stand_for_themselves(string profile)
    {
        string text = ProfileLibrary.Text(profile);

        Assert.DoesNotContain("science ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("brief", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Profiles))]
    public async Task Schema_accepts_the_file(string profile)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(ProfileLibrary.Schema, TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(ProfileLibrary.Text(profile)));
    }

    [Fact]
    public void Schema_is_draft_7() => Assert.Equal("http://json-schema.org/draft-07/schema#", (string?)JsonNode.Parse(ProfileLibrary.Schema)!["$schema"]);

    private static JsonNode Parameterisation(string profile) => EditedFile.Root(profile)["Parameterisation"]!;

    private static IEnumerable<JsonNode> Objects(JsonNode node) =>
        node is JsonObject group ? group.SelectMany(term => Objects(term.Value!)).Prepend(node) : [];

    /// <summary>The rule of BPX: numbers, tables, groups of these, and anything as the description inside a group.</summary>
    private static IEnumerable<string> Refused(JsonObject group, string path) => group.SelectMany(term => (term.Key, term.Value) switch
    {
        ("description", _) => [],
        (_, JsonValue value) when value.GetValueKind() == JsonValueKind.Number => [],
        (_, JsonObject table) when table["x"] is JsonArray x && table["y"] is JsonArray y && table.Count == 2 => x.Count == y.Count ? [] : [$"{path}/{term.Key}"],
        (_, JsonObject inner) => Refused(inner, $"{path}/{term.Key}"),
        _ => (string[])[$"{path}/{term.Key}"],
    });
}

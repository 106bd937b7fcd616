using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Xunit;

namespace Bms.Profiles.Tests;

/// <summary>What can happen to any single number of any file.</summary>
public class NumericLeafTests
{
    private static readonly (string Profile, string Path, double Value)[] _leaves =
    [
        .. from profile in ProfileLibrary.Names
           from leaf in Numbers(EditedFile.Root(profile), string.Empty)
           select (profile, leaf.Path, leaf.Value),
    ];

    private static readonly string[] _neverNumbers =
        ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "\"0.5\"", "\"\"", "null", "true", "[]", "{}", "[0.5]"];

    private static readonly string[] _ofEitherSign = ["Entropic change coefficient [V.K-1]", "Volume change", "Minimum temperature [degC]", "Correlation of"];

    /// <summary>Terms that a file carries for readers of BPX or of the sources, and no parameter is computed from.</summary>
    private static readonly string[] _carriedOnly =
    [
        "Electrolyte/Cation transference number", "Electrolyte/Diffusivity [m2.s-1]", "Positive electrode/Porosity", "Separator/Porosity",
    ];

    private static readonly string[] _kinds = ["Diffusion dimension", "Class", "Kind", "Time exponent"];

    [Fact]
    public void A_number_replaced_by_what_is_none_is_refused_with_its_place() =>
        Gen.Select(OneOf(_leaves), OneOf(_neverNumbers)).Sample(
            (leaf, raw) =>
            {
                using EditedFile file = EditedFile.With(leaf.Profile, (leaf.Path, raw));
                string message = Assert.Throws<BadInputException>(() => ProfileLibrary.Load(file.Path)).Message;
                Assert.Contains($": {leaf.Path}", message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', message);
            },
            iter: 300,
            threads: 1);

    [Fact]
    public void A_number_with_its_sign_turned_is_refused_unless_its_own_range_allows_it() =>
        OneOf([.. _leaves.Where(leaf => leaf.Value != 0 && !leaf.Path.Contains("/range/", StringComparison.Ordinal))]).Sample(
            leaf =>
            {
                using EditedFile file = EditedFile.With(leaf.Profile, (leaf.Path, (-leaf.Value).ToString("R", CultureInfo.InvariantCulture)));
                double lowest = Range(leaf.Profile, leaf.Path)[0];
                double highest = Range(leaf.Profile, leaf.Path)[1];
                if (-leaf.Value < lowest || -leaf.Value > highest)
                {
                    Assert.Contains(file.Path, Assert.Throws<BadInputException>(() => ProfileLibrary.Load(file.Path)).Message, StringComparison.Ordinal);
                }
                else
                {
                    Assert.Contains(_ofEitherSign, key => leaf.Path.Contains(key, StringComparison.Ordinal));
                }
            },
            iter: 300,
            threads: 1);

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        string text = ProfileLibrary.Text(ProfileLibrary.Default).TrimEnd();
        Gen.Int[0, text.Length - 1].Sample(
            length =>
            {
                using EditedFile file = new(text[..length]);
                Assert.Throws<BadInputException>(() => ProfileLibrary.Load(file.Path));
            },
            iter: 100,
            threads: 1);
    }

    [Fact]
    public void A_character_changed_anywhere_breaks_nothing_but_the_file()
    {
        string text = ProfileLibrary.Text(ProfileLibrary.Default);
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Char[' ', '~']).Sample(
            (position, character) =>
            {
                using EditedFile file = new(string.Concat(text.AsSpan(0, position), character.ToString(), text.AsSpan(position + 1)));
                try
                {
                    ProfileLibrary.Load(file.Path);
                }
                catch (BadInputException refusal)
                {
                    Assert.DoesNotContain('\n', refusal.Message);
                }
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void Every_number_that_a_cell_is_read_from_moves_it()
    {
        IReadOnlyDictionary<string, object> original = Fields.Of(ProfileLibrary.Load(ProfileLibrary.Default));
        HashSet<string> moved = [];
        foreach ((string profile, string path, double value) in _leaves.Where(leaf => leaf.Profile == ProfileLibrary.Default && IsQuantity(leaf.Path)))
        {
            double nudged = path.Contains("Number of", StringComparison.Ordinal) ? value + 1 : value == 0 ? 1e-9 : value * (1 - 1e-6);
            using EditedFile file = EditedFile.With(profile, (path, nudged.ToString("R", CultureInfo.InvariantCulture)), (RangePath(path), "[-1e12, 1e12]"));
            IReadOnlyDictionary<string, object> now = Fields.Of(ProfileLibrary.Load(file.Path));
            string[] changed = [.. original.Keys.Where(field => original[field] is double or int && !original[field].Equals(now[field]))];

            Assert.True(changed.Length > 0 != _carriedOnly.Any(path.EndsWith) || !IsRequired(path), $"{path} moves {changed.Length} fields");
            moved.UnionWith(changed);
        }

        // how finely the plant solves is no property of a cell, and a doubt comes from a range
        Assert.Equal(["Cell.AreaEnhancement", "Positive.Depths"], original.Where(field => field.Value is double or int).Select(field => field.Key).Where(field => !field.Contains("Doubt", StringComparison.Ordinal)).Except(moved));
    }

    private static Gen<T> OneOf<T>(T[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);

    /// <summary>A plain number of a term; what numbers a kind is no quantity.</summary>
    private static bool IsQuantity(string path) => path.Split('/') switch
    {
        ["Parameterisation", "User-defined", _, var key, "value"] => !_kinds.Contains(key),
        ["Parameterisation", _, _] => true,
        _ => false,
    };

    /// <summary>Whether a file must have it: all standard terms, and the solid-state terms that the schema requires.</summary>
    private static bool IsRequired(string path)
    {
        if (path.Split('/') is not ["Parameterisation", "User-defined", var group, var key, "value"])
        {
            return true;
        }

        JsonNode schema = At(JsonNode.Parse(ProfileLibrary.Schema)!, $"properties/Parameterisation/properties/User-defined/properties/{group}");
        return schema["required"]?.AsArray().Any(name => (string?)name == key) == true;
    }

    private static double[] Range(string profile, string path) =>
        [.. At(EditedFile.Root(profile), RangePath(path)).AsArray().Select(bound => (double)bound!)];

    private static string RangePath(string path)
    {
        string term = path.Contains("/value", StringComparison.Ordinal)
            ? path[..path.IndexOf("/value", StringComparison.Ordinal)]
            : string.Join('/', path.Replace("Parameterisation/", "Parameterisation/User-defined/Provenance/", StringComparison.Ordinal).Split('/').Take(5));
        return term + "/description/range";
    }

    private static JsonNode At(JsonNode root, string path) => path.Split('/').Aggregate(root, (node, key) => node[key]!);

    private static IEnumerable<(string Path, double Value)> Numbers(JsonNode node, string path) => node switch
    {
        JsonObject group => group.SelectMany(term => Numbers(term.Value!, path.Length == 0 ? term.Key : $"{path}/{term.Key}")),
        JsonArray list => list.SelectMany((item, index) => Numbers(item!, $"{path}/{index}")),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => [(path, value.GetValue<double>())],
        _ => [],
    };
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Numerics;
using Bms.Plant.Parameters;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Bms.Profiles.Reading;

/// <summary>A parameter file whose form and single values are right: every term by its path, e.g. <c>Cell/Nominal cell
/// capacity [A.h]</c> or <c>User-defined/Spread/Capacity</c>.</summary>
internal sealed class ParameterFile
{
    // of a tunable value, either way; beyond it a design would have to be measured first
    private const double DesignDoubt = 0.25;

    private readonly string _file;
    private readonly Dictionary<string, Term> _terms;

    private ParameterFile(string file, JToken root)
    {
        _file = file;
        JToken header = root["Header"]!;
        Title = (string)header["Title"]!;
        Description = (string?)header["Description"] ?? string.Empty;
        References = (string?)header["References"] ?? string.Empty;
        JObject parameterisation = (JObject)root["Parameterisation"]!;
        _terms = Standard(parameterisation).Concat(SolidState(parameterisation.Property(Term.UserDefined)!, Term.UserDefined))
            .ToDictionary(pair => pair.Path, pair => pair.Term);
    }

    /// <summary>Title of the cell, from the header.</summary>
    public string Title { get; }

    /// <summary>What the file says about itself; empty if nothing.</summary>
    public string Description { get; }

    /// <summary>What the file was built from; empty if it says nothing.</summary>
    public string References { get; }

    /// <summary>Every term with where it stands, in the order of the file.</summary>
    public IEnumerable<Parameter> Parameters => _terms.Select(pair => pair.Value.Described(pair.Key));

    /// <summary>Reads a file: JSON, then the schema, then each term against its own range.</summary>
    /// <param name="file">The file's name for messages.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="value">What to take instead of each number; null: what stands there.</param>
    /// <exception cref="BadInputException">What is wrong, at the first line where something is.</exception>
    public static ParameterFile Parse(string file, string text, Func<Parameter, double>? value = null)
    {
        JToken root = Json(file, text);
        foreach (JValue leaf in Leaves(root).Where(leaf => leaf.Value is BigInteger))
        {
            leaf.Value = (double)(BigInteger)leaf.Value!;   // the schema knows no whole numbers of this size
        }

        JValue? unbounded = Leaves(root).FirstOrDefault(leaf => !IsFinite(leaf));
        if (unbounded is not null)
        {
            throw new BadInputException(Location.Of(file, unbounded), unbounded.ToString(CultureInfo.InvariantCulture), "a finite number");
        }

        ParameterSchema.Check(file, root);
        ParameterFile parameters = new(file, root);
        foreach ((string path, Term term) in parameters._terms.Where(pair => value is not null && pair.Value.Value is JValue))
        {
            ((JValue)term.Value).Value = value!(term.Described(path));
        }

        foreach (Term term in parameters._terms.Values)
        {
            term.Check(file);
        }

        return parameters;
    }

    /// <summary>The terms under a path, e.g. <c>User-defined/Clamp</c>.</summary>
    public Group this[string path] => new(this, path);

    /// <summary>Whether the file has a term at a path.</summary>
    public bool Has(string path) => _terms.ContainsKey(path);

    /// <summary>The number at a path.</summary>
    public double Number(string path) => _terms[path].Number;

    /// <summary>How well the number at a path is known.</summary>
    public Doubt Doubt(string path)
    {
        Parameter term = _terms[path].Described(path);
        double value = term.Value ?? 0;
        if (term.Status != Parameter.Tunable || value <= 0)
        {
            return default;
        }

        return new Doubt(Math.Clamp(1 - (term.Lowest / value), 0, DesignDoubt), Math.Clamp((term.Highest / value) - 1, 0, DesignDoubt));
    }

    /// <summary>The table at a path.</summary>
    public Table Table(string path) => _terms[path].Table;

    /// <summary>Says that the term at a path can't be used.</summary>
    public BadInputException Refuse(string path, string found, string expected) =>
        new(Location.Of(_file, _terms[path].Value), found, expected);

    /// <summary>The names of the groups under a path, in the order of the file.</summary>
    public IEnumerable<string> GroupsUnder(string path) => _terms.Keys
        .Where(key => key.StartsWith(path + "/", StringComparison.Ordinal) && key.IndexOf('/', path.Length + 1) > 0)
        .Select(key => key[(path.Length + 1)..key.IndexOf('/', path.Length + 1)])
        .Distinct();

    private static JToken Json(string file, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new BadInputException(file, "an empty file", "cell parameters in BPX form (JSON)");
        }

        try
        {
            using JsonTextReader reader = new(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
            JToken root = JToken.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
            return reader.Read() ? throw new JsonReaderException("text after the end", string.Empty, reader.LineNumber, reader.LinePosition, null) : root;
        }
        catch (JsonReaderException failure)
        {
            string reason = failure.Message.ReplaceLineEndings(" ").Split(" Path '")[0];
            throw new BadInputException($"{file}:{Math.Max(1, failure.LineNumber)}: not JSON ({reason.TrimEnd('.')}); cell parameters in BPX form (JSON)", failure);
        }
    }

    private static IEnumerable<JValue> Leaves(JToken root) => root is JValue leaf ? [leaf] : root.Children().SelectMany(Leaves);

    private static bool IsFinite(JValue leaf) => leaf.Value is not double number || double.IsFinite(number);

    private static IEnumerable<(string Path, Term Term)> Standard(JObject parameterisation) =>
        from section in ((JObject)parameterisation[Term.UserDefined]![Term.Provenance]!).Properties()
        from term in ((JObject)section.Value).Properties()
        select ($"{section.Name}/{term.Name}", new Term(parameterisation[section.Name]![term.Name]!, term.Value[Term.Description]!));

    private static IEnumerable<(string Path, Term Term)> SolidState(JProperty property, string path) => property.Value switch
    {
        JObject group when property.Name == Term.Provenance => [],
        JObject term when term.ContainsKey(Term.ValueKey) => [(path, new Term(term[Term.ValueKey]!, term[Term.Description]!))],
        JObject group => group.Properties().SelectMany(inner => SolidState(inner, $"{path}/{inner.Name}")),
        _ => [],
    };
}

using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Bms.Profiles.Reading;

/// <summary>The form of a parameter file: which keys there are and what may stand behind them.</summary>
internal static class ParameterSchema
{
    private const int LongestExcerpt = 40;

    private static readonly Lazy<JsonSchema> _schema = new(() => JsonSchema.FromJsonAsync(ProfileLibrary.Schema).GetAwaiter().GetResult());

    /// <summary>What would be right, for each way in which a token can be wrong.</summary>
    private static readonly FrozenDictionary<ValidationErrorKind, Func<ValidationError, string>> _expected =
        new Dictionary<ValidationErrorKind, Func<ValidationError, string>>
        {
            [ValidationErrorKind.ObjectExpected] = _ => "an object in braces",
            [ValidationErrorKind.ArrayExpected] = _ => "a list in brackets",
            [ValidationErrorKind.NumberExpected] = _ => "a number",
            [ValidationErrorKind.IntegerExpected] = _ => "a whole number",
            [ValidationErrorKind.StringExpected] = _ => "a text",
            [ValidationErrorKind.StringTooShort] = _ => "a text that is not empty",
            [ValidationErrorKind.PatternMismatch] = error => "a text like " + error.Schema.Pattern,
            [ValidationErrorKind.NumberTooSmall] = error => error.Schema.ExclusiveMinimum is { } above ? $"above {above}" : $"at least {error.Schema.Minimum}",
            [ValidationErrorKind.NumberTooBig] = error => error.Schema.ExclusiveMaximum is { } below ? $"below {below}" : $"at most {error.Schema.Maximum}",
            [ValidationErrorKind.TooFewItems] = error => $"at least {error.Schema.MinItems} values",
            [ValidationErrorKind.TooManyItems] = error => $"at most {error.Schema.MaxItems} values",
            [ValidationErrorKind.NotInEnumeration] = error => "one of " + string.Join(", ", error.Schema.Enumeration),
        }.ToFrozenDictionary();

    /// <summary>Holds a file against the schema.</summary>
    /// <exception cref="BadInputException">The first thing that does not fit, by line.</exception>
    public static void Check(string file, JToken root)
    {
        ValidationError? first = _schema.Value.Validate(root)
            .SelectMany(Innermost).OrderBy(error => error.LineNumber).ThenBy(error => error.LinePosition).FirstOrDefault();
        if (first is not null)
        {
            throw Refuse(file, first);
        }
    }

    private static IEnumerable<ValidationError> Innermost(ValidationError error) =>
        error is ChildSchemaValidationError list ? list.Errors.Values.SelectMany(inside => inside).SelectMany(Innermost) : [error];

    private static BadInputException Refuse(string file, ValidationError error)
    {
        JToken token = error.Token!;
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => new(Location.Of(file, token, error.Property), "missing", "this key is needed"),
            ValidationErrorKind.NoAdditionalPropertiesAllowed => Unknown(file, (token as JProperty)?.Name ?? error.Property!, token, error.Schema.Properties.Keys),
            _ => new(Location.Of(file, token), Excerpt(token), _expected.GetValueOrDefault(error.Kind, AsTheSchemaAsks)(error)),
        };
    }

    private static BadInputException Unknown(string file, string key, JToken token, IEnumerable<string> known) =>
        new(Location.Of(file, token), "unknown key", "known here: " + string.Join(", ", known) + Spelling.Suggest(key, known));

    private static string AsTheSchemaAsks(ValidationError error) => $"what the schema asks ({error.Kind})";

    private static string Excerpt(JToken token)
    {
        string text = token.ToString(Formatting.None);
        return text.Length <= LongestExcerpt ? text : string.Concat(text.AsSpan(0, LongestExcerpt), "…");
    }
}

using System.Globalization;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Bms.Profiles.Reading;

/// <summary>Where something stands in a JSON file, as a person looks for it: file, line, keys from the top.</summary>
internal static class Location
{
    /// <summary>For example <c>cell.json:14: Parameterisation/Cell/Nominal cell capacity [A.h]</c>.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="token">A token that was parsed with its line.</param>
    /// <param name="key">A key inside <paramref name="token"/> that is meant, though it may not be there.</param>
    public static string Of(string file, JToken token, string? key = null)
    {
        string[] keys =
        [
            .. token.AncestorsAndSelf().Reverse().Select(Step).Where(step => step.Length > 0),
            .. key is null ? [] : new[] { key },
        ];
        int line = ((IJsonLineInfo)token).LineNumber;
        return $"{file}:{line.ToString(CultureInfo.InvariantCulture)}: {(keys.Length == 0 ? "the file" : string.Join('/', keys))}";
    }

    private static string Step(JToken token) => token switch
    {
        JProperty property => property.Name,
        { Parent: JArray list } => list.IndexOf(token).ToString(CultureInfo.InvariantCulture),
        _ => string.Empty,
    };
}

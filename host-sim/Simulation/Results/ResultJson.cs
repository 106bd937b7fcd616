using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bms.Simulation.Results;

/// <summary>The form of a <c>summary.json</c>: keys are the names of the properties in lower case with underlines; numbers have six
/// significant digits, and what is undefined is null.</summary>
internal static class ResultJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // a file, not a page: names and units stay readable
        Converters = { new SignificantDigits() },
    };

    /// <summary>A value as JSON text, indented, without a line end after it.</summary>
    public static string Of(object value) => JsonSerializer.Serialize(value, value.GetType(), s_options);
}

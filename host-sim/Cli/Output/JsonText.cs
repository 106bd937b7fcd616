using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bms.Cli.Output;

/// <summary>Results for a program: indented, keys in lower case with underlines.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // for a program, not a page: titles stay readable
    };

    /// <summary>The text of a value.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, s_options);
}

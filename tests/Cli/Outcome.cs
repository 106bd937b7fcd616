using System.Text.Json;
using Xunit;

namespace Bms.Cli.Tests;

/// <summary>What a command left on the streams and told the shell.</summary>
public sealed record Outcome(int Code, string Output, string Error)
{
    /// <summary>The output as JSON, of a command that went well.</summary>
    public JsonElement Json()
    {
        Assert.Equal((ExitCode.Fine, string.Empty), (Code, Error));
        using JsonDocument document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }
}

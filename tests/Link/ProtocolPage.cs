using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Bms.Core.Limits;
using Bms.Core.Sensing;
using Bms.Simulation.Link;

namespace Bms.Link.Tests;

/// <summary>The parts of hardware/protocol.md that follow from the tables; each stands between a pair of comments with its name.</summary>
internal static class ProtocolPage
{
    /// <summary>The message of the worked example.</summary>
    public static LinkMessage Example { get; } =
        LinkMessage.Of("update", 1000, new List<ReadingRun> { new(Channel.PackCurrentA, true, 5, [-1_500_000, 0]) });

    public static string Path { get; } = Find();

    public static IReadOnlyDictionary<string, string> Parts { get; } = new Dictionary<string, string>
    {
        ["example"] = WorkedExample(),
        ["messages"] = Messages(),
        ["results"] = Table("number", "result", "meaning", CommandResult.All.Select(row => (row.Number, row.Name, row.Text))),
        ["reasons"] = Table("number", "reason", "meaning", LimitReasonTable.Rows().Select(row => ((int)row.Reason, row.Name, row.Text))),
        ["channels"] = Channels(),
    };

    /// <summary>The part as it stands on the page.</summary>
    public static string Written(string part) => Pattern(part).Match(File.ReadAllText(Path)).Groups[1].Value;

    /// <summary>Writes all parts anew.</summary>
    public static void Renew()
    {
        string page = File.ReadAllText(Path);
        foreach ((string part, string text) in Parts)
        {
            page = Pattern(part).Replace(page, $"<!-- {part} -->\n{text.Replace("$", "$$", StringComparison.Ordinal)}<!-- end -->");
        }

        File.WriteAllText(Path, page);
    }

    /// <summary>The Python script on the page.</summary>
    public static string Script() => Regex.Match(File.ReadAllText(Path), "```python\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    private static Regex Pattern(string part) => new($"<!-- {part} -->\n(.*?)<!-- end -->", RegexOptions.Singleline);

    private static string WorkedExample() => $"```\n{Hex(LinkEncoder.Encode(Example))}\n```\n";

    private static string Hex(byte[] bytes) => string.Join(" ", bytes.Select(one => one.ToString("X2", CultureInfo.InvariantCulture)));

    private static string Messages()
    {
        StringBuilder text = new();
        foreach (LinkMessageRow row in LinkMessageTable.All)
        {
            string sender = row.IsFromHost ? "host" : "device";
            text.Append(CultureInfo.InvariantCulture, $"### {row.Number} {row.Name} ({sender}{(row.NeedsOpenContactors ? ", only while all contactors are open" : "")})\n\n");
            text.Append(CultureInfo.InvariantCulture, $"{row.Text}\n\n| at | field | type | unit | meaning |\n|---|---|---|---|---|\n");
            int at = 0;
            bool isFixed = true;
            foreach (LinkField field in row.Fields)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {(isFixed ? at : "")} | {field.Name} | {field.Type.ToString().ToLowerInvariant()} | {field.Unit} | {field.Text} |\n");
                at += LinkMessageRow.LengthOf(field.Type);
                isFixed = isFixed && field.Type is not (FieldType.Text or FieldType.Runs);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Channels()
    {
        StringBuilder text = new("| channel | reading | unit | lowest | highest | stale after |\n|---|---|---|---|---|---|\n");
        foreach (ChannelRow row in ChannelTable.Rows())
        {
            string numbers = row.Count == 1 ? $"{row.First}" : $"{row.First}..{row.First + row.Count - 1}";
            text.Append(CultureInfo.InvariantCulture, $"| {numbers} | {row.Name} | {row.Unit} | {row.Lowest} | {row.Highest} | {row.MaximumAge_ms} ms |\n");
        }

        return text.ToString();
    }

    private static string Table(string first, string second, string third, IEnumerable<(int Number, string Name, string Text)> rows) =>
        $"| {first} | {second} | {third} |\n|---|---|---|\n" + string.Concat(rows.Select(row => $"| {row.Number} | {row.Name} | {row.Text} |\n"));

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "BmsFirmware.sln")))
        {
            folder = folder.Parent;
        }

        return System.IO.Path.Combine(folder?.FullName ?? throw new InvalidOperationException("not inside the repository"), "hardware", "protocol.md");
    }
}

using System;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bms.Profiles.Tests;

/// <summary>A parameter file in a temporary folder: a built-in one with something changed, or any text.</summary>
internal sealed class EditedFile : IDisposable
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _folder = Directory.CreateTempSubdirectory("bms-profiles-").FullName;

    /// <summary>A file that holds a text.</summary>
    public EditedFile(string text)
    {
        Path = System.IO.Path.Combine(_folder, "cell.json");
        File.WriteAllText(Path, text);
    }

    /// <summary>Where it stands.</summary>
    public string Path { get; }

    /// <summary>A built-in file in which raw JSON, valid or not, stands in the place of what stood at each path, such as
    /// <c>Header/Title</c>; a last key that was not there is added.</summary>
    public static EditedFile With(string profile, params (string Path, string Raw)[] edits) => new(Text(profile, edits));

    /// <inheritdoc cref="With(string, ValueTuple{string, string}[])"/>
    public static string Text(string profile, params (string Path, string Raw)[] edits)
    {
        JsonNode root = Root(profile);
        for (int k = 0; k < edits.Length; k++)
        {
            (JsonNode parent, string key) = Parent(root, edits[k].Path);
            if (parent is JsonArray list)
            {
                list[int.Parse(key)] = Mark(k);
            }
            else
            {
                parent[key] = Mark(k);
            }
        }

        string text = root.ToJsonString(_indented);
        for (int k = 0; k < edits.Length; k++)
        {
            text = text.Replace($"\"{Mark(k)}\"", edits[k].Raw, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A built-in file without the key at a path.</summary>
    public static EditedFile Without(string profile, string path)
    {
        JsonNode root = Root(profile);
        (JsonNode parent, string key) = Parent(root, path);
        parent.AsObject().Remove(key);
        return new(root.ToJsonString(_indented));
    }

    /// <summary>A built-in file as a tree.</summary>
    public static JsonNode Root(string profile) => JsonNode.Parse(ProfileLibrary.Text(profile))!;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Mark(int edit) => $"@{edit}@";

    private static (JsonNode Parent, string Key) Parent(JsonNode root, string path)
    {
        string[] keys = path.Split('/');
        JsonNode parent = keys.SkipLast(1).Aggregate(root, (node, key) => node is JsonArray list ? list[int.Parse(key)]! : node[key]!);
        return (parent, keys[^1]);
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Xunit;

namespace Bms.Cli.Tests;

/// <summary>A folder of its own, in which commands are run as a person would, in this process.</summary>
public sealed class Shell : IDisposable
{
    /// <summary>Half a minute of gentle driving, sampled once a second, positive = discharge.</summary>
    public const string ShortCurrent = "current.csv";

    private const string Repository = "BmsFirmware.sln";

    public Shell()
    {
        Folder = Directory.CreateTempSubdirectory("bms-sim-").FullName;
        Write(ShortCurrent, string.Join('\n', Enumerable.Range(0, 30).Select(second => Number(second < 5 ? 0 : Math.Sin(second / 3.0)))));
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Whether a terminal is watched by a person.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Interrupts what runs.</summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>Path of a built-in cell's parameter file.</summary>
    public static string CellFile(string name) => Source("host-sim", "Profiles", "Cells", $"{name}.json");

    /// <summary>Path of a file of the repository.</summary>
    public static string Source(params string[] path)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, Repository)))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new FileNotFoundException($"no {Repository} above {AppContext.BaseDirectory}");
        }

        return Path.Combine([folder, .. path]);
    }

    /// <summary>Path of something in the folder.</summary>
    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    /// <summary>Runs a command; a word that begins with @ is a path in the folder.</summary>
    public Outcome Run(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal { Output = output, Error = error, IsWatched = IsWatched, Interrupted = Interrupted };
        int code = CommandLine.Invoke([.. words.Select(word => word.StartsWith('@') ? At(word[1..]) : word)], terminal);
        return new Outcome(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs the short current, its result going to "out", and reads its JSON.</summary>
    public JsonElement RunShort(params string[] more) => Run(["run", "--current", $"@{ShortCurrent}", "--out", "@out", "--json", .. more]).Json();

    /// <summary>Every file and folder below the folder, with the length of files.</summary>
    public string[] Listing() =>
        [.. Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Select(path => $"{path} {(File.Exists(path) ? new FileInfo(path).Length : 0)}").Order(StringComparer.Ordinal)];

    /// <summary>A column of the trace in "out".</summary>
    public double[] Column(string name)
    {
        string[] lines = File.ReadAllLines(At(Path.Combine("out", "trace.csv")));
        int column = Array.IndexOf(lines[0].Split(','), name);
        Assert.True(column >= 0, $"no column {name} in {lines[0]}");
        return [.. lines.Skip(1).Select(line => double.Parse(line.Split(',')[column], CultureInfo.InvariantCulture))];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);
}

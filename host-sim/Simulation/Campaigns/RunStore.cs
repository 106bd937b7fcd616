using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bms.Core;
using Bms.Plant.Packs;
using Bms.Profiles;

namespace Bms.Simulation.Campaigns;

/// <summary>
/// The finished runs of a campaign, a line of JSON each, in a file that grows as they finish: a campaign that was interrupted goes on
/// where it was. A line is written whole or not taken for one.
/// </summary>
/// <remarks>The first line says what the runs are runs of: the profile's text and the program's own code, and the limiters that were off. Runs of anything else are put
/// aside, not gone on with.</remarks>
public sealed class RunStore : IDisposable
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "runs.jsonl";

    /// <summary>Name under which runs of something else are put aside.</summary>
    public const string AsideName = "runs.aside.jsonl";

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly Dictionary<(string Scenario, int Seed), CampaignRun> _runs = [];
    private readonly FileStream? _file;

    private RunStore(FileStream? file) => _file = file;

    /// <summary>Runs that were there when it was opened.</summary>
    public int Resumed { get; private set; }

    /// <summary>Whether runs of another profile, of another program or with other limiters were put aside.</summary>
    public bool PutAside { get; private set; }

    /// <summary>A store without a file.</summary>
    public static RunStore InMemory() => new(null);

    /// <summary>Opens the store of a folder, which is made if need be.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="profile">Name or file of the cell profile.</param>
    /// <param name="without">Keys of the limiters that are switched off, in the order of their table; null: none.</param>
    /// <exception cref="BadInputException">The folder or the file can't be written.</exception>
    public static RunStore Open(string folder, string profile, IReadOnlyList<string>? without = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        string path = Path.Combine(folder, FileName);
        string mark = JsonSerializer.Serialize(new Mark(Fingerprint(profile), without ?? []), s_json);
        try
        {
            Directory.CreateDirectory(folder);
            string[] lines = File.Exists(path) ? File.ReadAllText(path).Split('\n')[..^1] : [];   // what has no line end was interrupted
            bool foreign = lines.Length > 0 && lines[0] != mark;
            if (foreign)
            {
                File.Move(path, Path.Combine(folder, AsideName), overwrite: true);
                lines = [];
            }

            lines = lines.Length > 0 ? lines : [mark];
            var store = new RunStore(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read)) { PutAside = foreign };
            store.Write(lines[0]);
            foreach (string line in lines.Skip(1))
            {
                store.Add(JsonSerializer.Deserialize<CampaignRun>(line, s_json)!);
            }

            store.Resumed = lines.Length - 1;
            return store;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{folder}: the runs can't be kept there ({failure.Message.TrimEnd('.')}); give a folder that can be written", failure);
        }
        catch (JsonException failure)
        {
            throw new BadInputException($"{path}: a line is no run of ours; give another folder, or remove the file", failure);
        }
    }

    /// <summary>Whether a run is finished.</summary>
    public bool Has(string scenario, int seed)
    {
        lock (_runs)
        {
            return _runs.ContainsKey((scenario, seed));
        }
    }

    /// <summary>Takes a finished run; from any thread.</summary>
    public void Add(CampaignRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        string line = JsonSerializer.Serialize(run, s_json);
        lock (_runs)
        {
            _runs[(run.Scenario, run.Seed)] = run;
            Write(line);
        }
    }

    /// <summary>The runs of a campaign that are finished, in the order of its scenarios and seeds.</summary>
    public IReadOnlyList<CampaignRun> Of(CampaignOptions campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        lock (_runs)
        {
            return
            [
                .. from row in campaign.Scenarios
                   from seed in Enumerable.Range(1, campaign.Seeds)
                   where _runs.ContainsKey((row.Key, seed))
                   select _runs[(row.Key, seed)],
            ];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private static string Fingerprint(string profile)
    {
        string text = ProfileLibrary.Names.Contains(profile) ? ProfileLibrary.Text(profile) : File.ReadAllText(profile);
        IEnumerable<string> code = new[] { typeof(BatteryManager), typeof(Pack), typeof(ProfileLibrary), typeof(RunStore) }
            .Select(type => type.Assembly.ManifestModule.ModuleVersionId.ToString("N"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', code.Append(text)))))[..32];
    }

    private void Write(string line)
    {
        _file?.Write(Encoding.UTF8.GetBytes(line + "\n"));
        _file?.Flush();
    }

    private sealed record Mark(string RunsOf, IReadOnlyList<string> Without);
}

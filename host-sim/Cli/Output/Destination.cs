using System;
using System.IO;
using System.Linq;
using Bms.Profiles;
using Bms.Simulation.Frames;
using Bms.Simulation.Results;
using Bms.Simulation.Running;

namespace Bms.Cli.Output;

/// <summary>Where a run leaves its results: tried before it begins, so that no long run is lost, and filled after it has ended.</summary>
internal sealed class Destination : IDisposable
{
    private static readonly string[] s_own = [ResultFolder.TraceFile, ResultFolder.SummaryFile, ResultFolder.ReportFile];

    private readonly string _folder;
    private readonly string? _frames;

    /// <summary>Tries the places.</summary>
    /// <param name="folder">The result folder.</param>
    /// <param name="frames">The frame file; null for none.</param>
    /// <exception cref="BadInputException">One of them is taken by something else, or can't be written.</exception>
    public Destination(string folder, string? frames)
    {
        _folder = folder;
        _frames = frames;
        ResultFolder.Check(folder);
        TryToWrite(folder);
        if (frames is not null)
        {
            CheckFrames(frames);
            Recording = Path.Combine(Standing(frames), $".{Path.GetFileName(frames)}.{Guid.NewGuid().ToString("N")[..8]}");
        }
    }

    /// <summary>Where frames are recorded during the run; null if they are not. They reach their place with the result, since
    /// that may be in the result folder, which is not there before it is whole.</summary>
    public string? Recording { get; }

    /// <summary>Writes the result folder.</summary>
    /// <returns>The summary with the path of the report.</returns>
    /// <exception cref="BadInputException">It can't be written after all.</exception>
    public RunSummary Keep(RunResult result)
    {
        RunSummary summary = ResultFolder.Write(_folder, result.Summary, result.Trace, result.Context, result.Events);
        if (Recording is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_frames!))!);
            File.Move(Recording, _frames!, overwrite: true);
        }

        return summary;
    }

    /// <summary>Removes a recording that did not reach its place.</summary>
    public void Dispose()
    {
        if (Recording is not null)
        {
            File.Delete(Recording);
        }
    }

    /// <summary>Makes a file, and removes it, where folders up to a place would be made.</summary>
    /// <exception cref="BadInputException">It can't be made.</exception>
    public static void TryToWrite(string place)
    {
        try
        {
            using FileStream probe = new(Path.Combine(Standing(place), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{place}: nothing can be written in {Standing(place)}; name a place where this user may write", failure);
        }
    }

    private static void CheckFrames(string frames)
    {
        const string Expected = "expected the path of a new file, or of an earlier recording";
        if (Directory.Exists(frames))
        {
            throw new BadInputException($"--frames: {frames}", "a folder", Expected);
        }

        if (s_own.Contains(Path.GetFileName(frames), StringComparer.OrdinalIgnoreCase))
        {
            throw new BadInputException($"--frames: {frames}", "the name of a file of the result", Expected);
        }

        if (File.Exists(frames) && !IsRecording(frames))
        {
            throw new BadInputException($"--frames: {frames}", "there is a file already, and it is no recording", Expected);
        }

        TryToWrite(frames);
    }

    /// <summary>Whether a file may be replaced: it is empty, or begins as a recording does.</summary>
    private static bool IsRecording(string file)
    {
        if (new FileInfo(file).Length == 0)
        {
            return true;
        }

        try
        {
            using var reader = new FrameReader(file);
            return true;
        }
        catch (BadInputException)
        {
            return false;
        }
    }

    /// <summary>The nearest folder above a place that is there already.</summary>
    private static string Standing(string place)
    {
        string above = Path.GetFullPath(place);
        do
        {
            above = Path.GetDirectoryName(above) ?? Path.GetPathRoot(above)!;
        }
        while (!Directory.Exists(above));
        return above;
    }
}

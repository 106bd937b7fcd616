using System;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Profiles;
using Bms.Simulation.Running;

namespace Bms.Simulation.Frames;

/// <summary>What a replay found.</summary>
/// <param name="Digest">Digest of inputs and decisions, 16 hexadecimal digits.</param>
/// <param name="Frames">Number of frames.</param>
/// <param name="Duration_s">Time from the first to the last frame, s.</param>
public sealed record ReplayResult(string Digest, long Frames, double Duration_s);

/// <summary>Feeds recorded frames to the core alone: no plant, no sensors, the same decisions bit by bit.</summary>
public static class Replay
{
    /// <summary>A digest as it is printed.</summary>
    public static string Print(long digest) => digest.ToString("x16");

    /// <summary>A battery manager as a header describes it, its state restored.</summary>
    /// <exception cref="BadInputException">The header's profile image is damaged or its settings are out of range.</exception>
    public static BatteryManager Start(FrameHeader header, string where)
    {
        ArgumentNullException.ThrowIfNull(header);
        ProfileImage image = ProfileImage.Read(header.Profile);
        if (image.Error != ProfileError.None)
        {
            throw ImageFile.Refusal($"{where}: its profile image is refused", image);
        }

        Settings settings = header.Settings.Length > Setting.Count ? new TrialSettings() : new Settings();
        for (int number = 0; number < Math.Min(header.Settings.Length, settings.Count); number++)
        {
            if (!settings.Change(number, header.Settings[number]))
            {
                SettingRow row = TrialSettings.Table()[number];
                throw new BadInputException(where, $"setting '{row.Name}' is {header.Settings[number]}", $"{row.Lowest} to {row.Highest} {row.Unit}");
            }
        }

        BatteryManager manager = new(new CellProfile(image), new PackProfile(header.ClampOfCell, header.SensorOfCell), settings);
        manager.Restore(header.Restored, header.Start_ms);
        return manager;
    }

    /// <summary>Replays a file.</summary>
    /// <exception cref="BadInputException">The file is missing or damaged.</exception>
    public static ReplayResult Run(string path)
    {
        using FrameReader reader = new(path);
        return Run(reader, path);
    }

    /// <summary>Replays frames of any origin.</summary>
    /// <param name="source">The frames, from the first.</param>
    /// <param name="where">What a message about them begins with.</param>
    /// <exception cref="BadInputException">They can't be read, or no core can be made as they say.</exception>
    public static ReplayResult Run(IFrameSource source, string where)
    {
        ArgumentNullException.ThrowIfNull(source);
        BatteryManager manager = Start(source.Header, where);
        SensorFrame frame = new();
        Decision decision = new();
        while (source.Next(frame))
        {
            manager.Step(frame, decision);
        }

        return new ReplayResult(Print(manager.Digest), source.Count, (frame.Time_ms - source.Header.Start_ms) / 1000.0);
    }
}

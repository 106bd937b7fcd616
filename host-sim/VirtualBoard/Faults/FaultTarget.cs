using System;
using System.Collections.Generic;

namespace Bms.VirtualBoard.Faults;

/// <summary>What faults of a kind can be aimed at.</summary>
public sealed class FaultTarget
{
    private readonly Func<string, bool> _accepts;

    private FaultTarget(string summary, string[] names, string standard, Func<string, bool>? accepts = null)
    {
        Summary = summary;
        Names = names;
        Standard = standard;
        _accepts = accepts ?? (target => Array.IndexOf(names, target) >= 0);
    }

    /// <summary>Nothing to choose.</summary>
    public static FaultTarget None { get; } = new("-", [], string.Empty);

    /// <summary>A chip; all of them if none is named.</summary>
    public static FaultTarget Chip { get; } = new("a chip, or all", ["bq76952", "ina228", "nau7802-1", "nau7802-2", "ads1115", "fram"], string.Empty);

    /// <summary>A chip; the front end if none is named.</summary>
    public static FaultTarget OneChip { get; } = new("a chip", ["bq76952", "ina228", "nau7802-1", "nau7802-2", "ads1115", "fram"], "bq76952");

    /// <summary>A bus.</summary>
    public static FaultTarget Bus { get; } = new("bus1, bus2", ["bus1", "bus2"], "bus1");

    /// <summary>A load-cell converter.</summary>
    public static FaultTarget Converter { get; } = new("nau7802-1, nau7802-2", ["nau7802-1", "nau7802-2"], "nau7802-1");

    /// <summary>A sense wire of the cells: n between cell n and cell n + 1, counted from 1.</summary>
    public static FaultTarget Wire { get; } = new("wire 0..16", Numbers(17), "2");

    /// <summary>A thermistor.</summary>
    public static FaultTarget Sensor { get; } = new("sensor 0..7, ambient", [.. Numbers(8), "ambient"], "0");

    /// <summary>A load cell.</summary>
    public static FaultTarget LoadCell { get; } = new("load cell 0..3", Numbers(4), "0");

    /// <summary>A contactor.</summary>
    public static FaultTarget Contactor { get; } = new("positive, negative, precharge", ["positive", "negative", "precharge"], "positive");

    /// <summary>A length of time.</summary>
    public static FaultTarget Duration { get; } = new("a time such as 500ms", [], "500ms", target => FaultTime.Parse(target) >= 0);

    /// <summary>A file; all of them if none is named.</summary>
    public static FaultTarget File { get; } = new("a file, or all", [], string.Empty, _ => true);

    /// <summary>What can be written, for people.</summary>
    public string Summary { get; }

    /// <summary>The names there are; empty where anything of a form goes.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What is meant if nothing is written.</summary>
    public string Standard { get; }

    internal bool Accepts(string target) => target.Length == 0 || _accepts(target);

    private static string[] Numbers(int count)
    {
        string[] names = new string[count];
        for (int i = 0; i < count; i++)
        {
            names[i] = $"{i}";
        }

        return names;
    }
}

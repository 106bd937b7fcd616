using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Bms.Plant.Mechanisms;
using Bms.Plant.Parameters;
using Bms.Profiles;
using Bms.Simulation.Laboratory;
using Bms.Simulation.Laboratory.Reporting;
using Xunit;

namespace Bms.Simulation.Tests.Laboratory;

/// <summary>A bench for a built-in cell.</summary>
internal static class Lab
{
    public const string Pouch = "pouch-lpscl-nmc";
    public const string Pellet = "pellet-llzo-nmc";
    public const string Film = "thin-film-lipon-lco";

    public static TheoryData<string> Profiles => [Pouch, Pellet, Film];

    public static Workbench Bench(string profile, params string[] without) =>
        new(ProfileLibrary.Load(profile), without.Aggregate(MechanismSet.All, (set, key) => set.Without(MechanismTable.Find(key)!))) { Threads = Environment.ProcessorCount };

    public static JsonElement Json(this Findings findings)
    {
        using JsonDocument document = JsonDocument.Parse(findings.Summary.ToJson());
        return document.RootElement.Clone();
    }

    public static DataTable Table(this Findings findings, string file) => Assert.Single(findings.Tables, table => table.File == file);

    /// <summary>Whether a figure lies within a share of what it should be.</summary>
    public static void Near(double expected, double actual, double share) =>
        Assert.InRange(actual, expected - (Math.Abs(expected) * share), expected + (Math.Abs(expected) * share));

    /// <summary>Whether numbers never fall by more than a share.</summary>
    public static void NeverFalls(IEnumerable<double> values)
    {
        double[] all = [.. values];
        Assert.All(all.Zip(all.Skip(1)), pair => Assert.True(pair.Second >= pair.First, $"{pair.Second} after {pair.First}"));
    }
}

using System;
using System.Diagnostics;
using System.Linq;
using Bms.Plant.Mechanisms;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Profiles;

namespace Bms.Benchmarks;

/// <summary>Cell-steps a second in a few seconds: full physics, without each of its dearer parts, and a large pack on all cores.</summary>
internal static class Speed
{
    private const int Seconds = 2000;
    private const int Repeats = 5;

    private static readonly string[] _dear = ["transmission-line", "double-layers"];

    /// <summary>Prints the summary.</summary>
    /// <returns>0, or 1 if a pack on all cores ends otherwise than on one.</returns>
    public static int Print()
    {
        foreach (string profile in new[] { "pouch-lpscl-nmc", "pellet-llzo-nmc", "thin-film-lipon-lco" })
        {
            CellParameters cell = ProfileLibrary.Load(profile);
            Console.WriteLine($"{profile,-22} {Rate(cell, MechanismSet.All, 8, 1, out _),10:N0} cell-steps/s on one core, full physics");
            foreach (Mechanism row in MechanismTable.All.Where(row => _dear.Contains(row.Key)))
            {
                Console.WriteLine($"{string.Empty,-22} {Rate(cell, MechanismSet.All.Without(row), 8, 1, out _),10:N0} without {row.Key}");
            }
        }

        return Scale(ProfileLibrary.Load(ProfileLibrary.Default));
    }

    private static int Scale(CellParameters cell)
    {
        int cores = Environment.ProcessorCount;
        double alone = Rate(cell, MechanismSet.All, 100, 1, out ulong digest);
        double together = Rate(cell, MechanismSet.All, 100, cores, out ulong same);
        Console.WriteLine($"100 cells: {alone:N0} cell-steps/s on 1 thread, {together:N0} on {cores}: {together / alone:0.00} times; digest {digest:x16} {(same == digest ? "on both" : $"and {same:x16}")}");
        return same == digest ? 0 : 1;
    }

    // The best of a few runs: whatever else the machine does only slows it down.
    private static double Rate(CellParameters cell, MechanismSet mechanisms, int cells, int threads, out ulong digest)
    {
        double best = 0;
        digest = 0;
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            var pack = new Pack(cell, new PackOptions { Cells = cells, Threads = threads, Mechanisms = mechanisms });
            int seconds = Seconds * 8 / cells;
            Run(pack, cell, seconds / 4);
            long start = Stopwatch.GetTimestamp();
            Run(pack, cell, seconds);
            best = Math.Max(best, seconds * cells / Stopwatch.GetElapsedTime(start).TotalSeconds);
            digest = Digest(pack);
        }

        return best;
    }

    private static void Run(Pack pack, CellParameters cell, int seconds)
    {
        for (int second = 0; second < seconds; second++)
        {
            pack.Advance(1, 0.3 * cell.Cell.OneC * Math.Sin(0.01 * second));
        }
    }

    private static ulong Digest(Pack pack)
    {
        ulong digest = 14695981039346656037;
        for (int cell = 0; cell < pack.CellCount; cell++)
        {
            foreach (double value in new[] { pack.CellVoltage(cell, 0, 0.5), pack.StateOfCharge(cell), pack.CoreTemperature(cell) })
            {
                digest = (digest ^ BitConverter.DoubleToUInt64Bits(value)) * 1099511628211;
            }
        }

        return digest;
    }
}

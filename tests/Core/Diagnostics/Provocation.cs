using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Sensing;
using Bms.Core.Tests.Benches;
using static Bms.Core.Tests.Benches.Units;

namespace Bms.Core.Tests.Diagnostics;

/// <summary>How to make one diagnosis true on the bench, at one place, and how to take it back.</summary>
/// <param name="Name">The diagnosis.</param>
/// <param name="Place">Which cell, sensor, clamp or direction.</param>
/// <param name="Apply">Makes it true.</param>
/// <param name="Relieve">Takes it back.</param>
/// <param name="Latency_ms">Longest time until the evaluator sees it, beyond its own period.</param>
/// <param name="Lasting_ms">Longest time for which the evaluator still sees it after it is gone.</param>
internal sealed record Provocation(string Name, int Place, Action<Bench, int> Apply, Action<Bench, int> Relieve, int Latency_ms = 0, int Lasting_ms = 0)
{
    private const int Cells = 8;
    private const int Sensors = 4;
    private const int Clamps = 2;

    private static readonly BenchSetup _setup = new();

    /// <summary>Every diagnosis of the table at every place it can arise.</summary>
    public static IReadOnlyList<Provocation> All { get; } =
    [
        .. At(Cells, "cell voltage low", (b, cell) => b.Voltage(cell, Volt(2.4)), Rested),
        .. At(Cells, "cell voltage high", (b, cell) => b.Voltage(cell, Volt(4.3)), Rested),
        .. At(Sensors, "temperature low", (b, sensor) => b.Temperature(sensor, Celsius(-13)), Tempered, 400, 400),
        .. At(Sensors, "temperature high", (b, sensor) => b.Temperature(sensor, Celsius(84)), Tempered, 400, 400),
        .. At(Clamps, "clamp pressure low", (b, clamp) => b.Pressure(clamp, MPa(1.9)), Pressed, 20),
        .. At(Clamps, "clamp pressure lost", (b, clamp) => b.Pressure(clamp, MPa(0.6)), Pressed, 20),
        .. At(Clamps, "clamp pressure high", (b, clamp) => b.Pressure(clamp, MPa(8.2)), Pressed, 20),
        .. At(Clamps, "clamp pressure excessive", (b, clamp) => b.Pressure(clamp, MPa(10.1)), Pressed, 20),
        .. At(Clamps, "clamp pressure implausible", (b, clamp) => b.Pressure(clamp, MPa(6.5)), Pressed, 1100, 1100),
        .. At(Cells, "cell voltage missing", (b, cell) => b.Break(cell, Breakage.Failed), (b, cell) => b.Mend(cell), 400),
        .. At(Sensors, "temperature missing", (b, sensor) => b.Break(Channel.Temperature + sensor, Breakage.Silent), (b, sensor) => b.Mend(Channel.Temperature + sensor), 1500),
        .. At(Clamps, "clamp pressure missing", Clamp(Breakage.TooHigh), Clamp(Breakage.None), 200),
        .. At(1, "pack current missing", Currents(Breakage.Failed), Currents(Breakage.None), 120),
        .. At(1, "current sensors disagree", (b, _) => b.Raw(Channel.PackCurrentB, 1_000_000), (b, _) => b.Current(0), 1100, 1100),
        .. At(2, "overcurrent", (b, direction) => b.Current(direction == 0 ? 2.3 : -3.4), (b, _) => b.Current(0)),
        .. At(2, "contactor does not follow", (b, side) => b.Weld(Channel.ContactorPositive + side, 0), (b, side) => b.Weld(Channel.ContactorPositive + side, null), 200),
        .. At(Cells, "filament", Filament(0.6), Filament(0.1), 1100, 1100),
        .. At(1, "short circuit", (b, _) => b.Alert(true), (b, _) => b.Alert(false)),
        .. At(1, "front end silent", (b, _) => b.Break(Channel.FrontEndAlert, Breakage.Silent), (b, _) => b.Mend(Channel.FrontEndAlert), 220),
    ];

    public override string ToString() => $"{Name}, place {Place}";

    private static IEnumerable<Provocation> At(int places, string name, Action<Bench, int> apply, Action<Bench, int> relieve, int latency_ms = 0, int lasting_ms = 0)
        => Enumerable.Range(0, places).Select(place => new Provocation(name, place, apply, relieve, latency_ms, lasting_ms));

    private static void Rested(Bench bench, int cell) => bench.Voltage(cell, Volt(3.75));

    private static void Tempered(Bench bench, int sensor) => bench.Temperature(sensor, Celsius(_setup.Temperature));

    private static void Pressed(Bench bench, int clamp) => bench.Pressure(clamp, MPa(_setup.Pressure));

    private static Action<Bench, int> Clamp(Breakage how) => (b, clamp) => b.Break(Channel.ClampPressure + (2 * clamp), how).Break(Channel.ClampPressure + (2 * clamp) + 1, how);

    private static Action<Bench, int> Currents(Breakage how) => (b, _) => b.Break(Channel.PackCurrentA, how).Break(Channel.PackCurrentB, how);

    private static Action<Bench, int> Filament(double index) => (b, cell) => (b.States.Filament_Q40[cell], b.States.Filament_Q30[cell]) = ((long)Q30(index) << 10, Q30(index));
}

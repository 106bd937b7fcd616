using System.Collections.Generic;
using System.Linq;
using Bms.Core.Sensing;

namespace Bms.Simulation.Demo;

/// <summary>The form of a demo trace; <see cref="Bms.Device.Demo.TracePlayer"/> describes it.</summary>
internal static class DemoForm
{
    /// <summary>Version of the form.</summary>
    public const int Version = 1;

    /// <summary>Most channels: one bit each.</summary>
    public const int MostChannels = 31;

    private const int Millivolt = 1000;
    private const int Centivolt = 10;
    private const int TenthKelvin = 100;
    private const int Kilopascal = 1000;
    private const int Milliampere = 1000;

    /// <summary>What a trace holds of a pack. What changes oftenest comes first: the mask of a row is the shorter for it.</summary>
    public static IReadOnlyList<DemoChannel> Channels(int cells, int clamps, int sensors) =>
    [
        .. Family(Channel.CellVoltage, cells, Millivolt),
        new(Channel.PackCurrentA, 5 * Milliampere),
        new(Channel.PackCurrentB, 20 * Milliampere),
        new(Channel.LoadRequest, 5 * Milliampere),
        .. Family(Channel.ClampPressure, 2 * clamps, 5 * Kilopascal),
        .. Family(Channel.Temperature, sensors, TenthKelvin),
        new(Channel.PackVoltageA, Centivolt),
        new(Channel.PackVoltageB, Centivolt),
        new(Channel.AmbientTemperature, TenthKelvin),
        new(Channel.ContactorPositive, 1),
        new(Channel.ContactorNegative, 1),
        new(Channel.Precharge, 1),
        new(Channel.HeatRequest, 1),
        new(Channel.ConnectRequest, 1),
        new(Channel.FrontEndAlert, 1),
        new(Channel.FrontEndStatus, 1),
        new(Channel.Supply, 1),
        new(Channel.Gas, 1),
        new(Channel.Humidity, 1),
    ];

    private static IEnumerable<DemoChannel> Family(int first, int count, int step) => Enumerable.Range(first, count).Select(number => new DemoChannel(number, step));
}

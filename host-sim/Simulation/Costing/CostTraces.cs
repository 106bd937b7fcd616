using System;
using System.Collections.Generic;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Simulation.Costing;

/// <summary>
/// The traces of a count. The first is the yardstick of what is counted per second; the longest tick and the fast pass are the
/// worst of all: charge, discharge, rest, limits that bind, cold, lost and glitching sensors, a fault that stands.
/// </summary>
internal static class CostTraces
{
    /// <summary>The traces, made anew: some have a random sequence of their own.</summary>
    public static IReadOnlyList<CostTrace> All() =>
    [
        new() { Name = "drive", Steps = ["Drive aggressive for 10 minutes"] },
        new() { Name = "day", Steps = ["Rest for 30 s", "Charge at 1C for 3 minutes", "Rest for 30 s", "Drive urban for 2 minutes", "Drive highway for 3 minutes"] },
        new() { Name = "full", Soc = 96, Steps = ["Charge at 1C for 3 minutes", "Drive aggressive for 1 minute"] },
        new() { Name = "empty", Soc = 4, Steps = ["Discharge at 1C for 3 minutes", "Charge at 1C for 1 minute"] },
        new() { Name = "cold", Temperature = -5, Steps = ["Preheat until 20 degC or for 2 minutes", "Drive aggressive for 3 minutes"] },
        new()
        {
            Name = "lost sensors",
            Steps = ["Drive aggressive for 3 minutes"],
            Troubles =
            [
                new ChannelLoss(Channel.PackCurrentA, 1, 20, 30),
                new ChannelLoss(Channel.PackCurrentA, 2, 40, 50),
                new ChannelLoss(Channel.CellVoltage, 1, 60, 70),
                new ChannelLoss(Channel.Temperature, 1, 80, 90),
                new ChannelLoss(Channel.ClampPressure, 1, 100, 110),
                new ChannelLoss(Channel.ClampPressure, 2, 120, 130),
                new ChannelLoss(0, Channel.Count, 140, 150),
            ],
        },
        new() { Name = "glitches", Steps = ["Drive aggressive for 10 minutes"], Troubles = [new Glitches(seed: 1)] },
        new() { Name = "restart", Steps = ["Drive aggressive for 1 minute"], Memory = OfAMonthAgo },
        new() { Name = "fault", RespectLimits = false, Steps = ["Drive aggressive for 3 minutes"], Events = ["at 1 minute clamp 0 loses 100 MPa over 1 minute"] },
    ];

    // a little more pressure and warmth than now: the pressures have something to say
    private static void OfAMonthAgo(RestoredState state)
    {
        state.Age_s = 30 * 24 * 3600;
        Array.Fill(state.Deviation_ppm, 15_000);
        Array.Fill(state.ClampPressure_Pa, 5_030_000);
        Array.Fill(state.CoreTemperature_mK, 300_000);
    }
}

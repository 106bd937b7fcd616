using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Bms.Simulation.Results.Charts;

/// <summary>The stretches of time in which a limit of the true cell was broken, shaded over a plot.</summary>
internal static class EpisodeMarks
{
    private const double LeastWidth = 2;
    private const int MostDecimals = 4;

    /// <summary>Draws them; those that touch become one.</summary>
    public static IEnumerable<XElement> Render(IEnumerable<ViolationEpisode> episodes, TimeAxis time, double height)
    {
        var stretches = new List<(double From, double To)>();
        foreach (ViolationEpisode episode in episodes.OrderBy(episode => episode.Start_s))
        {
            double from = time.X(episode.Start_s);
            double to = Math.Max(from + LeastWidth, time.X(episode.Start_s + episode.Duration_s));
            if (stretches.Count > 0 && from <= stretches[^1].To)
            {
                stretches[^1] = (stretches[^1].From, Math.Max(to, stretches[^1].To));
            }
            else
            {
                stretches.Add((from, to));
            }
        }

        return stretches.Select(stretch => Markup.Box(stretch.From, 0, stretch.To - stretch.From, height, "episode", null));
    }

    /// <summary>An episode in words.</summary>
    public static string Text(ViolationEpisode episode) =>
        $"{Words(episode)}, {Place(episode)}, at {Quantity.Clock(episode.Start_s)} for {Quantity.Duration(episode.Duration_s)}, worst {Worst(episode)}";

    /// <summary>What was broken.</summary>
    public static string Words(ViolationEpisode episode) => TrueConstraint.Of(episode.Key)?.Words ?? Markup.Foreign(episode.Key);

    /// <summary>Where.</summary>
    public static string Place(ViolationEpisode episode) => TrueConstraint.Of(episode.Key)?.Place switch
    {
        null or "pack" => "pack",
        string place => $"{place} {episode.Index}",
    };

    /// <summary>How far.</summary>
    public static string Worst(ViolationEpisode episode) =>
        Quantity.Of(episode.Worst, Math.Min(MostDecimals, Quantity.DecimalsFor(episode.Worst, 4)), TrueConstraint.Of(episode.Key)?.Unit ?? string.Empty);
}

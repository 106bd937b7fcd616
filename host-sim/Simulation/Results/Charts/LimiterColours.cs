using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Results.Charts;

/// <summary>
/// The colour of each limiter, from the palette of Okabe and Ito. A mechanism keeps its colour from report to report; a colour
/// is given twice only when all are taken.
/// </summary>
internal sealed class LimiterColours
{
    private const string Nothing = "grey";

    private static readonly string[] Palette = ["vermillion", "purple", "blue", "orange", "green", "sky", "yellow"];

    private static readonly (string Part, string Colour)[] Preferred =
    [
        ("strip", "vermillion"),
        ("plat", "purple"),
        ("volt", "blue"),
        ("temp", "orange"),
        ("press", "green"),
        ("rat", "sky"),
        ("fault", "yellow"),
    ];

    private readonly Dictionary<string, string> _colours = [];

    /// <summary>Gives each limiter its colour.</summary>
    public LimiterColours(IEnumerable<string> limiters)
    {
        var waiting = new List<string>();
        foreach (string limiter in limiters.Distinct())
        {
            string wish = limiter.Length == 0 || limiter.Equals("none", StringComparison.OrdinalIgnoreCase)
                ? Nothing
                : Preferred.FirstOrDefault(row => limiter.Contains(row.Part, StringComparison.OrdinalIgnoreCase)).Colour ?? string.Empty;
            if (wish == Nothing || (wish.Length > 0 && !_colours.ContainsValue(wish)))
            {
                _colours[limiter] = wish;
            }
            else
            {
                waiting.Add(limiter);
            }
        }

        foreach (string limiter in waiting)
        {
            _colours[limiter] = Palette.FirstOrDefault(colour => !_colours.ContainsValue(colour)) ?? Palette[_colours.Count % Palette.Length];
        }
    }

    /// <summary>The style class of a limiter's colour; grey for one that was not there at the start.</summary>
    public string this[string limiter] => _colours.GetValueOrDefault(limiter, Nothing);
}

using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;
using Bms.Profiles;

namespace Bms.Simulation.Campaigns;

/// <summary>A true cell whose constants are not those of the profile: each tunable number of its physics drawn anew.</summary>
/// <remarks>Drawn are interfaces, lithium mechanics, critical currents, ageing, mechanics, heat and short circuit; neither geometry,
/// stoichiometry and fractions nor limits and spread.</remarks>
public static class TunableDraw
{
    private const double Lowest = 0.7;
    private const double Highest = 1.4;
    private const ulong FirstStream = 0x54554E45_00000000;   // "TUNE"

    /// <summary>The groups of a parameter file in which is drawn.</summary>
    public static IReadOnlyList<string> Groups { get; } =
    [
        .. new[]
        {
            "Interface", "Contact resistance", "Contact factor", "Lithium", "Stripping limit", "Plating limit", "Filament",
            "Interphase", "Calendar fade", "Cycle fade", "Degradation", "Clamp", "Thermal", "Short circuit",
        }.Select(group => $"User-defined/{group}"),
    ];

    /// <summary>Whether a parameter is drawn.</summary>
    public static bool IsDrawn(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Value is not null && parameter.Status == Parameter.Tunable && Groups.Contains(parameter.Group);
    }

    /// <summary>Draws a cell.</summary>
    /// <param name="profile">Name or file of the profile it differs from.</param>
    /// <param name="seed">The same seed gives the same cell.</param>
    /// <exception cref="BadInputException">The profile can't be read.</exception>
    public static CellParameters Of(string profile, ulong seed)
    {
        ulong stream = FirstStream;
        return ProfileLibrary.Altered(profile, parameter =>
        {
            double drawn = new RandomSequence(seed, stream++).Uniform(Lowest, Highest);   // one for each number, so that a further one moves no other
            return IsDrawn(parameter) ? Math.Clamp(parameter.Value!.Value * drawn, parameter.Lowest, parameter.Highest) : parameter.Value!.Value;
        }).Cell;
    }
}

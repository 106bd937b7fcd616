using System.Collections.Generic;
using System.Linq;
using Bms.Simulation.Results;

namespace Bms.Simulation.Campaigns.Trials;

/// <summary>What a trial leaves: what was broken, and what was moved when.</summary>
internal sealed record TrialOutcome
{
    /// <summary>Every violation.</summary>
    public required IReadOnlyList<ViolationEpisode> Episodes { get; init; }

    /// <summary>Charge moved in each second, A s, both directions as magnitudes.</summary>
    public required IReadOnlyList<double> Moved { get; init; }

    /// <summary>Seconds in which more was asked for than was allowed.</summary>
    public required IReadOnlyList<bool> Limited { get; init; }

    /// <summary>Charge asked for, A s, both directions as magnitudes.</summary>
    public required double Requested { get; init; }

    /// <summary>Energy into the terminals, W h.</summary>
    public required double EnergyIn { get; init; }

    /// <summary>Energy out of the terminals, W h.</summary>
    public required double EnergyOut { get; init; }

    /// <summary>Steps of single cells that the true pack took.</summary>
    public required long CellSteps { get; init; }

    /// <summary>Whether nothing was broken.</summary>
    public bool Clean => Episodes.Count == 0;

    /// <summary>Charge moved in all, A s.</summary>
    public double Delivered => Moved.Sum();
}

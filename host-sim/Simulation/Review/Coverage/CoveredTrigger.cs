using System.Collections.Generic;

namespace Bms.Simulation.Review.Coverage;

/// <summary>A cell of review Table 2 with the limiters that answer it; its properties are the keys of the JSON object.</summary>
/// <param name="Mechanism">Key of the mechanism.</param>
/// <param name="Title">The mechanism as the review calls it.</param>
/// <param name="Condition">Key of the condition.</param>
/// <param name="Reference">Whether the review has a T there.</param>
/// <param name="Limiters">Keys of the limiters that answer it.</param>
public sealed record CoveredTrigger(string Mechanism, string Title, string Condition, bool Reference, IReadOnlyList<string> Limiters);

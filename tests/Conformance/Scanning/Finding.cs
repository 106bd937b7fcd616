namespace Bms.Conformance.Tests.Scanning;

/// <summary>A rule and a place that breaks it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Spot">The place.</param>
internal sealed record Finding(Rule Rule, Spot Spot)
{
    /// <summary>File, line and reason, as a compiler would say it.</summary>
    public override string ToString() => $"{Spot.File}:{Spot.Line}: {Rule.Id} {Rule.Name}: {Spot.What}: {Rule.Reason}";
}

using System.Text.Json.Serialization;

namespace Bms.Simulation.Review.Triggers;

/// <summary>A cell of review Table 2, measured; its properties are the keys of the JSON object.</summary>
/// <param name="Mechanism">Key of the mechanism.</param>
/// <param name="Condition">Key of the condition, the only one moved from the neutral point.</param>
/// <param name="Title">Where that condition goes.</param>
/// <param name="Reference">Whether the review has a T there.</param>
/// <param name="Rate">The mechanism's rate.</param>
/// <param name="Neutral">Its rate at the neutral point.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Ratio">Rate over neutral rate, both at least the rate below which nothing is seen.</param>
/// <param name="Triggered">Whether it counts, by the mechanism's rule.</param>
/// <param name="Reason">Why the equations give a trigger that the review does not list; empty otherwise.</param>
public sealed record Trigger(
    string Mechanism, string Condition, string Title, bool Reference, double Rate, double Neutral, string Unit, double Ratio, bool Triggered, string Reason)
{
    /// <summary>T: listed and there; +: there, not listed; MISSING: listed, not there; a dot: neither.</summary>
    [JsonIgnore]
    public string Mark => (Reference, Triggered) switch
    {
        (true, true) => "T",
        (true, false) => "MISSING",
        (false, true) => "+",
        _ => "·",
    };
}

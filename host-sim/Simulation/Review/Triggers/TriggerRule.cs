namespace Bms.Simulation.Review.Triggers;

/// <summary>What counts as triggered of a mechanism, and why; its properties are the keys of the JSON object.</summary>
/// <param name="Mechanism">Key of the mechanism.</param>
/// <param name="Title">As the review calls it.</param>
/// <param name="Quantity">The rate that is measured.</param>
/// <param name="Rule">The rule with its reason.</param>
public sealed record TriggerRule(string Mechanism, string Title, string Quantity, string Rule);

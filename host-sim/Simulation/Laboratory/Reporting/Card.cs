namespace Bms.Simulation.Laboratory.Reporting;

/// <summary>One of the few figures that matter.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The figure with its unit.</param>
/// <param name="Detail">What it is compared with, or holds for.</param>
public sealed record Card(string Name, string Value, string Detail);

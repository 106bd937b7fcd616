namespace Bms.Simulation.Link;

/// <summary>One field of a message.</summary>
/// <param name="Name">Name, unique in its message.</param>
/// <param name="Type">How it lies on the line.</param>
/// <param name="Unit">Unit, empty for counts, numbers and bits.</param>
/// <param name="Text">What it means.</param>
public sealed record LinkField(string Name, FieldType Type, string Unit, string Text);

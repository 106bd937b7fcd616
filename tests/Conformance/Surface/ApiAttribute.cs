namespace Bms.Conformance.Tests.Surface;

/// <summary>An attribute as a listing writes it: of those that matter to a compiler, with at most one text.</summary>
/// <param name="Name">Short name, such as Flags.</param>
/// <param name="Text">Its argument; null if it has none.</param>
internal sealed record ApiAttribute(string Name, string? Text);

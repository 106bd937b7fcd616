namespace Bms.Conformance.Tests.Surface;

/// <summary>A parameter as a listing writes it.</summary>
/// <param name="Direction">ref, out, in, params or empty.</param>
/// <param name="Type">Full name or keyword of the type.</param>
/// <param name="Name">Name.</param>
/// <param name="Default">The default value as written; null if there is none.</param>
internal sealed record ApiParameter(string Direction, string Type, string Name, string? Default);

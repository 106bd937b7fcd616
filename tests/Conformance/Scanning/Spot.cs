namespace Bms.Conformance.Tests.Scanning;

/// <summary>A place in the sources that breaks a rule.</summary>
/// <param name="File">Path below the repository's root.</param>
/// <param name="Line">Line, from 1; 0 if it is the whole file or assembly.</param>
/// <param name="What">What stands there.</param>
internal sealed record Spot(string File, int Line, string What);

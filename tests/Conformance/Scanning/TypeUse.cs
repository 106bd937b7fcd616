using Mono.Cecil;

namespace Bms.Conformance.Tests.Scanning;

/// <summary>A place where code names a type.</summary>
/// <param name="Type">The type as written there.</param>
/// <param name="Kind">What it is there for.</param>
/// <param name="Spot">Where, and what.</param>
internal sealed record TypeUse(TypeReference Type, UseKind Kind, Spot Spot);

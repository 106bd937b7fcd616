using System;
using Mono.Cecil;

namespace Bms.Conformance.Tests.Scanning;

/// <summary>A place where code names a type.</summary>
/// <param name="Type">The type as written there.</param>
/// <param name="Kind">What it is there for.</param>
/// <param name="Find">Looks up where that is, and what.</param>
internal sealed record TypeUse(TypeReference Type, UseKind Kind, Func<Spot> Find)
{
    /// <summary>Where it is, and what.</summary>
    public Spot Spot => Find();
}

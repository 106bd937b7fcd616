using System.Collections.Generic;

namespace Bms.Conformance.Tests.Surface;

/// <summary>A type of a listing with its members.</summary>
internal sealed record ApiType
{
    /// <summary>Class, struct, interface, enum or delegate.</summary>
    public required ApiTypeKind Kind { get; init; }

    /// <summary>Full name with dots; a nested type's holds that of the type around it.</summary>
    public required string FullName { get; init; }

    /// <summary>static, abstract, sealed.</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>Base class and interfaces, or an enum's underlying type, as written after the colon.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>Attributes at the end of the line.</summary>
    public IReadOnlyList<ApiAttribute> Attributes { get; init; } = [];

    /// <summary>The lines below it; a delegate has one, named Invoke.</summary>
    public List<ApiMember> Members { get; } = [];

    /// <summary>
    /// A generic delegate: the device's base library declares a few and crashes when one is used, so no code here may see them.
    /// </summary>
    public bool IsGeneric => FullName.Contains('`', System.StringComparison.Ordinal);
}

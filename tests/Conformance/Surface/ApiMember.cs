using System.Collections.Generic;

namespace Bms.Conformance.Tests.Surface;

/// <summary>One line of a listing below its type.</summary>
internal sealed record ApiMember
{
    /// <summary>What it is.</summary>
    public required ApiMemberKind Kind { get; init; }

    /// <summary>Name without its type; "this" for an indexer, ".ctor" for a constructor.</summary>
    public required string Name { get; init; }

    /// <summary>Type of the value, result or handler; void for a constructor.</summary>
    public string Type { get; init; } = "void";

    /// <summary>public, static, virtual and the like, in the order written.</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>Parameters of a constructor, method or indexer.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>get and set, as far as they are there.</summary>
    public IReadOnlyList<string> Accessors { get; init; } = [];

    /// <summary>Value of a constant as written.</summary>
    public string? Value { get; init; }

    /// <summary>Attributes at the end of the line.</summary>
    public IReadOnlyList<ApiAttribute> Attributes { get; init; } = [];
}

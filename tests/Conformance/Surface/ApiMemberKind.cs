namespace Bms.Conformance.Tests.Surface;

/// <summary>What a member of a listed type is.</summary>
internal enum ApiMemberKind
{
    EnumValue,
    Constant,
    Field,
    Constructor,
    Method,
    Property,
    Event,
}

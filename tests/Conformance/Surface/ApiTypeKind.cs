namespace Bms.Conformance.Tests.Surface;

/// <summary>What a listed type is.</summary>
internal enum ApiTypeKind
{
    Class,
    Struct,
    Interface,
    Enum,
    Delegate,
}

namespace Bms.Conformance.Tests.Scanning;

/// <summary>What a type is named for.</summary>
internal enum UseKind
{
    Parent,
    Field,
    Parameter,
    Result,
    Local,
    Operand,
    Call,
}

namespace Bms.Conformance.Tests.Ranges;

/// <summary>Kinds of places that keep a value.</summary>
internal enum PlaceKind
{
    Argument,
    Local,
    Field,
}

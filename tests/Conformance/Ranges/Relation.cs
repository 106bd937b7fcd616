namespace Bms.Conformance.Tests.Ranges;

/// <summary>How two values may stand to each other.</summary>
internal enum Relation
{
    Equal,
    Different,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    UnsignedLess,
    UnsignedLessOrEqual,
    UnsignedGreater,
    UnsignedGreaterOrEqual,
}

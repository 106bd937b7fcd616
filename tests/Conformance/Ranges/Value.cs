using Mono.Cecil;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>What is known of a value on the stack or in a place.</summary>
internal sealed record Value
{
    /// <summary>Nothing: an object, a reference, a structure.</summary>
    public static Value Other { get; } = new();

    /// <summary>A floating-point number.</summary>
    public static Value Floating { get; } = new() { IsFloating = true };

    /// <summary>32 or 64 for an integer, else 0.</summary>
    public int Bits { get; init; }

    /// <summary>What an integer may be. Unsigned ones are seen as signed ones of the same bits.</summary>
    public Interval Interval { get; init; }

    /// <summary>Whether it is a floating-point number.</summary>
    public bool IsFloating { get; init; }

    /// <summary>The number, if it is a floating-point constant.</summary>
    public double? Real { get; init; }

    /// <summary>Whether a floating-point number is known not to be 0.</summary>
    public bool IsRealNonZero { get; init; }

    /// <summary>The place it was read from, if that still holds it.</summary>
    public int? Origin { get; init; }

    /// <summary>The comparison whose outcome it is.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>Whether it is the method's own object.</summary>
    public bool IsThis { get; init; }

    /// <summary>An integer on the stack.</summary>
    public static Value Integer(Interval interval, int bits) => new() { Bits = bits, Interval = interval };

    /// <summary>Any value of a type.</summary>
    public static Value Any(TypeReference type)
    {
        TypeReference plain = type is RequiredModifierType modified ? modified.ElementType : type;
        return plain.MetadataType switch
        {
            MetadataType.Boolean => Integer(Interval.Of(0, 1), 32),
            MetadataType.Byte => Integer(Interval.Of(0, byte.MaxValue), 32),
            MetadataType.SByte => Integer(Interval.Of(sbyte.MinValue, sbyte.MaxValue), 32),
            MetadataType.Int16 => Integer(Interval.Of(short.MinValue, short.MaxValue), 32),
            MetadataType.UInt16 or MetadataType.Char => Integer(Interval.Of(0, ushort.MaxValue), 32),
            MetadataType.Int32 or MetadataType.UInt32 => Integer(Interval.Full(32), 32),
            MetadataType.Int64 or MetadataType.UInt64 => Integer(Interval.Full(64), 64),
            MetadataType.Single or MetadataType.Double => Floating,
            MetadataType.ValueType when plain.Resolve() is { IsEnum: true } enumeration => Any(enumeration.Fields[0].FieldType),
            _ => Other,
        };
    }

    /// <summary>What is left of it when a place has got another value.</summary>
    public Value Without(int place)
    {
        Value kept = Origin == place ? this with { Origin = null } : this;
        return kept.Comparison is { } comparison && (comparison.Left.Origin == place || comparison.Right.Origin == place) ? kept with { Comparison = null } : kept;
    }

    /// <summary>What may be known if it may be this or the other.</summary>
    public Value Or(Value other)
    {
        if (ReferenceEquals(this, other) || this == other)
        {
            return this;
        }

        bool isSame = Bits == other.Bits && IsFloating == other.IsFloating;
        return !isSame ? Other : new Value
        {
            Bits = Bits,
            Interval = Bits == 0 ? default : Interval.Or(other.Interval),
            IsFloating = IsFloating,
            IsRealNonZero = IsRealNonZero && other.IsRealNonZero,
            Origin = Origin == other.Origin ? Origin : null,
            IsThis = IsThis && other.IsThis,
        };
    }
}

using System;
using System.Globalization;

namespace Bms.Conformance.Tests.Surface;

/// <summary>A constant as a listing writes it.</summary>
internal static class ApiConstant
{
    /// <summary>The value of a text.</summary>
    /// <param name="type">Keyword of its type; for an enum that of the integers below it.</param>
    /// <param name="text">As written; null stands for a missing reference.</param>
    public static object? Value(string type, string text)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        return type switch
        {
            "bool" => bool.Parse(text),
            "char" => Character(text),
            "sbyte" => sbyte.Parse(text, invariant),
            "byte" => byte.Parse(text, invariant),
            "short" => short.Parse(text, invariant),
            "ushort" => ushort.Parse(text, invariant),
            "int" => int.Parse(text, invariant),
            "uint" => uint.Parse(text, invariant),
            "long" => long.Parse(text, invariant),
            "ulong" => ulong.Parse(text, invariant),
            "float" => float.Parse(text, invariant),
            "double" => double.Parse(text, invariant),
            _ when text == "null" => null,
            "string" => text[1..^1],
            _ => throw new FormatException($"no constant of type {type}: {text}"),
        };
    }

    // '\u0020'
    private static char Character(string text) => (char)int.Parse(text[3..^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace Bms.Conformance.Tests.Surface;

/// <summary>Reads one line of a listing.</summary>
internal static class ApiLine
{
    private static readonly string[] _modifiers = ["public", "protected", "static", "virtual", "override", "abstract", "sealed", "const", "readonly", "event"];
    private static readonly string[] _directions = ["ref", "out", "in", "params"];

    /// <summary>A line that begins a type.</summary>
    /// <exception cref="FormatException">It is of another form.</exception>
    public static ApiType Type(string line)
    {
        string declaration = WithoutTail(line, out List<ApiAttribute> attributes);
        List<string> words = [.. declaration.Split(' ')];
        IReadOnlyList<string> modifiers = Modifiers(words);
        if (!Enum.TryParse(words[0], ignoreCase: true, out ApiTypeKind kind))
        {
            throw new FormatException("no kind of type");
        }

        string rest = string.Join(' ', words.Skip(1));
        if (kind == ApiTypeKind.Delegate)
        {
            int open = rest.IndexOf('(', StringComparison.Ordinal);
            string[] signature = rest[..open].Split(' ');
            ApiType type = new() { Kind = kind, FullName = signature[1], Modifiers = modifiers, Attributes = attributes };
            type.Members.Add(new ApiMember { Kind = ApiMemberKind.Method, Name = "Invoke", Type = signature[0], Modifiers = ["public", "virtual"], Parameters = Parameters(rest[(open + 1)..^2]) });
            return type;
        }

        string[] parts = rest.Split(" : ");
        return new ApiType { Kind = kind, FullName = parts[0], Modifiers = modifiers, Attributes = attributes, Parents = parts.Length > 1 ? parts[1].Split(", ") : [] };
    }

    /// <summary>A line that states a member.</summary>
    /// <exception cref="FormatException">It is of another form.</exception>
    public static ApiMember Member(string line, ApiType owner)
    {
        string declaration = WithoutTail(line, out List<ApiAttribute> attributes);
        if (owner.Kind == ApiTypeKind.Enum)
        {
            string[] sides = declaration.Split(" = ");
            return new ApiMember { Kind = ApiMemberKind.EnumValue, Name = NameIn(owner, sides[0]), Value = sides[1], Type = owner.FullName, Modifiers = ["public", "static"], Attributes = attributes };
        }

        List<string> words = [.. declaration.Split(' ')];
        IReadOnlyList<string> modifiers = Modifiers(words);
        string rest = string.Join(' ', words);
        ApiMember member = new() { Kind = ApiMemberKind.Method, Name = string.Empty, Modifiers = modifiers, Attributes = attributes };

        if (rest.EndsWith(" }", StringComparison.Ordinal))
        {
            int brace = rest.IndexOf(" { ", StringComparison.Ordinal);
            (string type, string name) = TypeAndName(rest[..brace]);
            int bracket = name.IndexOf('[', StringComparison.Ordinal);
            return member with
            {
                Kind = ApiMemberKind.Property,
                Type = type,
                Name = NameIn(owner, bracket < 0 ? name : name[..bracket]),
                Parameters = bracket < 0 ? [] : Parameters(name[(bracket + 1)..^1]),
                Accessors = [.. rest[(brace + 2)..^1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            };
        }

        rest = rest.EndsWith(';') ? rest[..^1] : throw new FormatException("no semicolon at its end");
        int open = rest.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0)
        {
            IReadOnlyList<ApiParameter> parameters = Parameters(rest[(open + 1)..^1]);
            if (rest[..open] == owner.FullName)
            {
                return member with { Kind = ApiMemberKind.Constructor, Name = ".ctor", Parameters = parameters };
            }

            (string result, string method) = TypeAndName(rest[..open]);
            return member with { Type = result, Name = NameIn(owner, method), Parameters = parameters };
        }

        string[] value = rest.Split(" = ", 2);
        (string fieldType, string field) = TypeAndName(value[0]);
        ApiMemberKind kind = modifiers.Contains("const") ? ApiMemberKind.Constant : modifiers.Contains("event") ? ApiMemberKind.Event : ApiMemberKind.Field;
        return member with { Kind = kind, Type = fieldType, Name = NameIn(owner, field), Value = value.ElementAtOrDefault(1) };
    }

    private static string WithoutTail(string line, out List<ApiAttribute> attributes)
    {
        attributes = [];
        string rest = line.Trim();
        while (true)
        {
            int tail = rest.LastIndexOf("  ", StringComparison.Ordinal);
            if (tail < 0)
            {
                return rest;
            }

            string text = rest[(tail + 2)..];
            rest = rest[..tail];
            if (text != "//native")
            {
                string[] parts = text.Trim('[', ']').Split('(', 2);
                attributes.Add(new ApiAttribute(parts[0], parts.Length > 1 ? parts[1][1..^2] : null));
            }
        }
    }

    private static List<string> Modifiers(List<string> words)
    {
        List<string> found = [.. words.TakeWhile(_modifiers.Contains)];
        words.RemoveRange(0, found.Count);
        return found;
    }

    private static (string Type, string Name) TypeAndName(string text)
    {
        string[] parts = text.Split(' ', 2);
        return parts.Length == 2 ? (parts[0], parts[1]) : throw new FormatException("neither type nor name");
    }

    private static string NameIn(ApiType owner, string name)
        => name.StartsWith(owner.FullName + ".", StringComparison.Ordinal) ? name[(owner.FullName.Length + 1)..] : throw new FormatException($"not a member of {owner.FullName}");

    private static List<ApiParameter> Parameters(string list)
    {
        List<ApiParameter> parameters = [];
        foreach (string text in list.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = text.Split(" = ");
            string[] words = sides[0].Split(' ');
            bool isDirected = _directions.Contains(words[0]);
            parameters.Add(new ApiParameter(isDirected ? words[0] : string.Empty, words[^2], words[^1], sides.ElementAtOrDefault(1)));
        }

        return parameters;
    }
}

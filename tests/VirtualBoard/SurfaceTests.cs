using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Bms.VirtualBoard.Tests;

/// <summary>The hardware classes against the listings of the device's assemblies: the same signatures, and nothing the device lacks.</summary>
public sealed partial class SurfaceTests
{
    private static readonly Dictionary<string, string> s_homes = new()
    {
        ["Console"] = "System",
        ["Environment"] = "System",
        ["Thread"] = "System.Threading",
    };

    public static TheoryData<string> DeviceTypes
    {
        get
        {
            var types = new TheoryData<string>();
            foreach (Type type in typeof(Machine).Assembly.GetExportedTypes())
            {
                if (type.Namespace is "System" or "Bms.VirtualBoard.Desktop" || !type.Namespace!.StartsWith("Bms.", StringComparison.Ordinal))
                {
                    types.Add(type.FullName!);
                }
            }

            return types;
        }
    }

    [Theory, MemberData(nameof(DeviceTypes))]
    public void Every_member_is_one_of_the_device(string name)
    {
        Type type = typeof(Machine).Assembly.GetType(name)!;
        HashSet<string> known = Listing();
        Assert.Contains(Name(type), known);
        var unknown = new List<string>();
        foreach (MemberInfo member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            if (Line(member) is string line && !known.Contains(line))
            {
                unknown.Add(line);
            }
        }

        Assert.Empty(unknown);
    }

    // "void System.Device.Gpio.GpioPin.Write(System.Device.Gpio.PinValue value)", and each type by its name
    private static HashSet<string> Listing()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BmsFirmware.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var lines = new HashSet<string>();
        foreach (string file in Directory.GetFiles(Path.Combine(folder, "tests", "Conformance", "Listings"), "*.txt"))
        {
            foreach (string line in File.ReadLines(file))
            {
                lines.Add(TypeLine().Match(line) is { Success: true } type ? type.Groups[1].Value : Plain(line));
            }
        }

        return lines;
    }

    private static string Plain(string line)
    {
        string plain = Modifier().Replace(line.Trim(), string.Empty);
        plain = Default().Replace(plain, string.Empty);
        int end = plain.IndexOf(" {", StringComparison.Ordinal);
        end = end < 0 ? plain.IndexOf(';', StringComparison.Ordinal) : end;
        return (end < 0 ? plain : plain[..end]).Trim();
    }

    private static string? Line(MemberInfo member)
    {
        string owner = Name(member.DeclaringType!);
        switch (member)
        {
            case MethodInfo { IsSpecialName: true } method when !method.Name.StartsWith("op_", StringComparison.Ordinal):
                return null;
            case MethodInfo method:
                return $"{Name(method.ReturnType)} {owner}.{method.Name}({Parameters(method)})";
            case ConstructorInfo constructor:
                return constructor.DeclaringType!.IsAbstract || constructor.GetParameters().Length == 0 ? null : $"{owner}({Parameters(constructor)})";
            case PropertyInfo { Name: "Item" } indexer:
                return $"{Name(indexer.PropertyType)} {owner}.this[int index]";
            case PropertyInfo property:
                return $"{Name(property.PropertyType)} {owner}.{property.Name}";
            case FieldInfo { IsSpecialName: true }:
                return null;
            case FieldInfo field when field.DeclaringType!.IsEnum:
                return $"{owner}.{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}";
            case FieldInfo { IsLiteral: true } field:
                return $"{Name(field.FieldType)} {owner}.{field.Name}";
            case FieldInfo field:
                return $"{Name(field.FieldType)} {owner}.{field.Name}";
            default:
                return member.ToString();
        }
    }

    private static string Parameters(MethodBase method)
    {
        var text = new StringBuilder();
        foreach (ParameterInfo parameter in method.GetParameters())
        {
            text.Append(text.Length > 0 ? ", " : string.Empty).Append(Name(parameter.ParameterType)).Append(' ').Append(parameter.Name);
        }

        return text.ToString();
    }

    private static string Name(Type type)
    {
        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        return type.FullName switch
        {
            "System.Void" => "void",
            "System.Boolean" => "bool",
            "System.Byte" => "byte",
            "System.Char" => "char",
            "System.Int32" => "int",
            "System.UInt32" => "uint",
            "System.Int64" => "long",
            "System.UInt64" => "ulong",
            "System.Double" => "double",
            "System.String" => "string",
            "System.Object" => "object",
            string full when type.Namespace == "Bms.VirtualBoard.Desktop" => s_homes.GetValueOrDefault(type.Name, "System.IO") + full[full.LastIndexOf('.')..],
            string full => full,
            _ => type.Name,
        };
    }

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|readonly) )*(?:class|struct|enum) ([\w.]+)")]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"\b(?:public|protected|static|override|virtual|abstract|sealed|readonly|const|extern) ")]
    private static partial Regex Modifier();

    [GeneratedRegex(@"(?<=[\w\]]) = [^,();]+(?=[,);])")]
    private static partial Regex Default();
}

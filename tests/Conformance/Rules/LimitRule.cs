using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;
using Mono.Cecil.Rocks;
using ModuleDefinition = Mono.Cecil.ModuleDefinition;
using TypeDefinition = Mono.Cecil.TypeDefinition;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Sizes: what the device's file format counts in one byte or two, and what we keep free below that.</summary>
internal static class LimitRule
{
    /// <summary>Most that fits into a counter of one byte.</summary>
    public const int MostInByte = 255;

    /// <summary>Size at which the format ends.</summary>
    public const int TableEnd = 64 * 1024;

    /// <summary>Size at which an assembly should be split.</summary>
    public const int OwnLimit = 48 * 1024;

    /// <summary>Types with too many members of a kind.</summary>
    public static IEnumerable<Spot> Members(Build build, FirmwareImage image)
        => from type in build.Types()
           from kind in Kinds(type)
           where kind.Count > MostInByte
           select build.Spot(type, $"{kind.Count} {kind.Name} in {type.Name}, at most {MostInByte}");

    /// <summary>Methods with too many arguments, local variables or values on the stack.</summary>
    public static IEnumerable<Spot> Frames(Build build, FirmwareImage image)
        => from method in build.Bodies()
           from part in new[] { (method.Parameters.Count + (method.HasThis ? 1 : 0), "arguments"), (method.Body.Variables.Count, "local variables"), (method.Body.MaxStackSize, "values on the stack") }
           where part.Item1 > MostInByte
           select build.Spot(method, $"{part.Item1} {part.Item2} in {method.Short()}, at most {MostInByte}");

    /// <summary>Byte code beyond our own limit.</summary>
    public static IEnumerable<Spot> CodeBeyondReserve(Build build, FirmwareImage image)
        => build.IsRelease && build.Module != null && CodeSize(build.Module) > OwnLimit ? [build.Whole($"{CodeSize(build.Module)} bytes of byte code, at most {OwnLimit}")] : [];

    /// <summary>Byte code beyond the end of the table.</summary>
    public static IEnumerable<Spot> CodeBeyondTable(Build build, FirmwareImage image)
        => build.Module != null && CodeSize(build.Module) >= TableEnd ? [build.Whole($"{CodeSize(build.Module)} bytes of byte code, less than {TableEnd}")] : [];

    /// <summary>Names and texts beyond our own limit.</summary>
    public static IEnumerable<Spot> Strings(Build build, FirmwareImage image)
        => build.Module != null && StringSize(build) > OwnLimit ? [build.Whole($"{StringSize(build)} bytes of names and texts, at most {OwnLimit}")] : [];

    /// <summary>Signatures and array data beyond our own limit.</summary>
    public static IEnumerable<Spot> StaticTables(Build build, FirmwareImage image)
        => build.Module != null && StaticSize(build) > OwnLimit ? [build.Whole($"{StaticSize(build)} bytes of signatures and array data, at most {OwnLimit}")] : [];

    /// <summary>Bytes of byte code of all methods.</summary>
    public static int CodeSize(ModuleDefinition module) => module.GetAllTypes().SelectMany(type => type.Methods).Where(method => method.HasBody).Sum(method => method.Body.CodeSize);

    /// <summary>Bytes of all names and texts, each once with the byte that ends it.</summary>
    public static int StringSize(Build build)
    {
        IEnumerable<string> names = build.Types().SelectMany(type => type.Fields.Select(f => f.Name).Concat(type.Methods.Select(m => m.Name)).Append(type.Name).Append(type.Namespace));
        IEnumerable<string> texts = build.Instructions().Select(at => at.Instruction.Operand).OfType<string>();
        return names.Concat(texts).Distinct(StringComparer.Ordinal).Sum(text => Encoding.UTF8.GetByteCount(text) + 1);
    }

    /// <summary>Bytes of all signatures and of the data that arrays begin with.</summary>
    public static int StaticSize(Build build)
    {
        using PEReader reader = new([.. build.Image]);
        int data = build.Module!.GetAllTypes().SelectMany(type => type.Fields).Sum(field => field.InitialValue.Length);
        return reader.GetMetadataReader().GetHeapSize(HeapIndex.Blob) + data;
    }

    private static IEnumerable<(int Count, string Name)> Kinds(TypeDefinition type) =>
    [
        (type.Methods.Count(m => m.IsVirtual), "virtual methods"),
        (type.Methods.Count(m => !m.IsVirtual && !m.IsStatic), "instance methods"),
        (type.Methods.Count(m => m.IsStatic), "static methods"),
        (type.Fields.Count(f => !f.IsStatic), "instance fields"),
        (type.Fields.Count(f => f.IsStatic && !f.IsLiteral), "static fields"),
    ];
}

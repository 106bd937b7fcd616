using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Bms.Conformance.Tests.Scanning;

/// <summary>Leads from compiled code back to the sources.</summary>
internal static class Places
{
    private const int HiddenLine = 0xFEEFEE;

    /// <summary>All types of an assembly but those that the compiler makes for itself.</summary>
    public static IEnumerable<TypeDefinition> OwnTypes(this Build build) => build.Module?.GetAllTypes().Where(type => !IsMadeByCompiler(type)) ?? [];

    /// <summary>All types but those in which the compiler keeps data: with lambdas and the like.</summary>
    public static IEnumerable<TypeDefinition> Types(this Build build) => build.Module?.GetAllTypes().Where(type => !IsData(type)) ?? [];

    /// <summary>All methods with code.</summary>
    public static IEnumerable<MethodDefinition> Bodies(this Build build) => build.Types().SelectMany(type => type.Methods).Where(method => method.HasBody);

    /// <summary>All instructions with their method.</summary>
    public static IEnumerable<(MethodDefinition Method, Instruction Instruction)> Instructions(this Build build)
        => build.Bodies().SelectMany(method => method.Body.Instructions.Select(instruction => (method, instruction)));

    /// <summary>Where a type is declared.</summary>
    public static Spot Spot(this Build build, TypeDefinition type, string what)
    {
        TypeDefinition declared = type;
        while (IsMadeByCompiler(declared) && declared.DeclaringType != null)
        {
            declared = declared.DeclaringType;
        }

        return At(Symbol(build, declared), build, what);
    }

    /// <summary>Where a field is declared.</summary>
    public static Spot Spot(this Build build, FieldDefinition field, string what)
        => Symbol(build, field.DeclaringType)?.GetMembers(field.Name).FirstOrDefault() is { } symbol ? At(symbol, build, what) : Spot(build, field.DeclaringType, what);

    /// <summary>Where a method is declared.</summary>
    public static Spot Spot(this Build build, MethodDefinition method, string what)
    {
        ISymbol? symbol = Symbol(build, method.DeclaringType)?.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == method.Parameters.Count && Same(m, method));
        symbol = (symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol;
        symbol = symbol?.IsImplicitlyDeclared == true ? null : symbol;
        return symbol != null ? At(symbol, build, what) : method.HasBody ? Spot(build, method, method.Body.Instructions[0], what) : Spot(build, method.DeclaringType, what);
    }

    /// <summary>Where an instruction comes from.</summary>
    public static Spot Spot(this Build build, MethodDefinition method, Instruction instruction, string what)
    {
        SequencePoint[] points = [.. method.DebugInformation.SequencePoints.Where(point => point.StartLine != HiddenLine)];
        SequencePoint? point = points.LastOrDefault(p => p.Offset <= instruction.Offset) ?? points.FirstOrDefault();
        return point == null ? Spot(build, method.DeclaringType, what) : new Spot(point.Document.Url, point.StartLine, what);
    }

    /// <summary>A place that the compiler names.</summary>
    public static Spot Spot(Location location, string what)
    {
        FileLinePositionSpan span = location.GetLineSpan();
        return new Spot(span.Path, span.StartLinePosition.Line + 1, what);
    }

    /// <summary>The assembly as a whole.</summary>
    public static Spot Whole(this Build build, string what) => new(build.Compilation.AssemblyName!, 0, what);

    /// <summary>Short name for a message: the type and the member.</summary>
    public static string Short(this MemberReference member) => member.DeclaringType == null ? member.Name : $"{member.DeclaringType.Name}.{member.Name}";

    /// <summary>Whether the compiler made a type or member, not a person.</summary>
    public static bool IsMadeByCompiler(MemberReference member)
        => member.Name.Contains('<', StringComparison.Ordinal) || member.FullName.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)
            || (member is TypeReference && member.FullName.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal))
            || (member.DeclaringType != null && IsMadeByCompiler(member.DeclaringType));

    private static bool IsData(TypeDefinition type) => type.FullName.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal);

    private static INamedTypeSymbol? Symbol(Build build, TypeDefinition type) => build.Compilation.Assembly.GetTypeByMetadataName(type.FullName.Replace('/', '+'));

    private static bool Same(IMethodSymbol symbol, MethodDefinition method)
        => symbol.Parameters.Zip(method.Parameters).All(pair => pair.First.Name == pair.Second.Name && (pair.First.Type is not INamedTypeSymbol named || named.MetadataName == pair.Second.ParameterType.GetElementType().Name));

    private static Spot At(ISymbol? symbol, Build build, string what)
        => symbol?.Locations.FirstOrDefault(location => location.IsInSource) is { } location ? Spot(location, what) : build.Whole(what);
}

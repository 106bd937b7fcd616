using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;
using Bms.Conformance.Tests.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Rules;

/// <summary>One thread; time through one class, files through one class, and names that the host can give another meaning.</summary>
internal static class SeamRule
{
    /// <summary>The class that may ask for the time and wait.</summary>
    public const string Clock = "Bms.Device.Clock";

    /// <summary>The class that may touch files.</summary>
    public const string FileStore = "Bms.Device.Storage.FileStore";

    private const string Own = "Bms.";
    private const string FileAssembly = "System.IO.FileSystem";

    private static readonly string[] _time = ["System.DateTime", "System.Environment", "System.Threading.Thread", "System.Threading.SpinWait", "nanoFramework.Hardware.Esp32.HighResTimer"];
    private static readonly string[] _threading = ["System.Threading.Thread", "System.Threading.Timer", "System.Threading.ManualResetEvent", "System.Threading.AutoResetEvent", "System.Threading.WaitHandle", "nanoFramework.Hardware.Esp32.HighResTimer"];

    private static readonly string[] _namespaces = ["System", "nanoFramework", "global"];

    // what of these classes is neither another thread nor an event
    private static readonly string[] _harmless = ["Sleep", "GetCurrent"];

    /// <summary>Threads, timers and events.</summary>
    public static IEnumerable<Spot> Threads(Build build, FirmwareImage image)
        => (from at in build.Instructions()
            let called = at.Instruction.Operand as MethodReference
            where called != null && !called.DeclaringType.FullName.StartsWith(Own, StringComparison.Ordinal)
            where called.Name.StartsWith("add_", StringComparison.Ordinal) || (_threading.Contains(called.DeclaringType.FullName) && !_harmless.Contains(called.Name))
            select build.Spot(at.Method, at.Instruction, $"{called.Short()} in {at.Method.Short()}"))
            .Concat(build.OwnTypes().SelectMany(type => type.Events).Select(handler => build.Spot(handler.AddMethod, $"event {handler.Name}")));

    /// <summary>Time and waiting outside the clock.</summary>
    public static IEnumerable<Spot> Time(Build build, FirmwareImage image) => Outside(build, Clock, type => _time.Contains(type.FullName));

    /// <summary>Files outside the store.</summary>
    public static IEnumerable<Spot> Files(Build build, FirmwareImage image) => Outside(build, FileStore, type => type.Scope?.Name == FileAssembly);

    /// <summary>Types of the device's libraries written with their namespace, or under a name of their own.</summary>
    public static IEnumerable<Spot> QualifiedNames(Build build, FirmwareImage image)
        => from tree in build.Compilation.SyntaxTrees
           let model = build.Meaning(tree)
           from node in tree.GetRoot().DescendantNodes()
           where IsQualified(node) && !node.ToString().StartsWith(Own, StringComparison.Ordinal)
           where model.GetSymbolInfo(node).Symbol is INamedTypeSymbol type && ApiListing.All.ContainsKey(type.ContainingAssembly.Name)
           select Places.Spot(node.GetLocation(), node.ToString());

    // a name in an expression begins with a namespace only if that is one of the library's
    private static bool IsQualified(SyntaxNode node) => node switch
    {
        UsingDirectiveSyntax => false,
        _ when node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } directive => node == directive.NamespaceOrType && (directive.Alias != null || directive.StaticKeyword != default),
        QualifiedNameSyntax or AliasQualifiedNameSyntax => true,
        MemberAccessExpressionSyntax access => _namespaces.Contains(Leftmost(access)),
        _ => false,
    };

    private static string Leftmost(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => Leftmost(access.Expression),
        AliasQualifiedNameSyntax alias => alias.Alias.ToString(),
        _ => expression.ToString(),
    };

    private static IEnumerable<Spot> Outside(Build build, string owner, Func<TypeReference, bool> isReserved)
        => (from at in build.Instructions()
            where !IsIn(at.Method.DeclaringType, owner)
            from type in Named(at.Instruction)
            where isReserved(type)
            select build.Spot(at.Method, at.Instruction, $"{type.Name} in {at.Method.Short()}"))
            .Concat(from use in TypeUses.Of(build)
                    where use.Kind is UseKind.Field or UseKind.Parent && isReserved(use.Type)
                    select use.Spot);

    private static bool IsIn(TypeDefinition type, string owner) => type.FullName == owner || (type.DeclaringType != null && IsIn(type.DeclaringType, owner));

    private static IEnumerable<TypeReference> Named(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference called => [called.DeclaringType],
        FieldReference field => [field.DeclaringType],
        _ => [],
    };
}

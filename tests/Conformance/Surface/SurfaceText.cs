using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Bms.Conformance.Tests.Surface;

/// <summary>Writes the public surface of an assembly, as the compiler sees it, in the form of a listing.</summary>
internal static class SurfaceText
{
    // without the keywords, which stand for uses only
    private static readonly SymbolDisplayFormat _ownName = SymbolDisplayFormat.CSharpErrorMessageFormat.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>One line for each type and member that code outside can name.</summary>
    public static IEnumerable<string> Of(IAssemblySymbol assembly) => TypesIn(assembly.GlobalNamespace).SelectMany(Of);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol place)
        => place.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(m => m is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(m))
            .Where(type => type.DeclaredAccessibility == Accessibility.Public);

    private static IEnumerable<string> Of(INamedTypeSymbol type)
    {
        string kind = type.TypeKind.ToString().ToLowerInvariant();
        if (type.DelegateInvokeMethod is { } invoke)
        {
            return [$"public sealed delegate {Name(invoke.ReturnType)} {OwnName(type)}({Parameters(invoke.Parameters)});"];
        }

        string modifiers = kind == "class" ? Words((type.IsStatic, "static"), (type.IsAbstract && !type.IsStatic, "abstract"), (type.IsSealed && !type.IsStatic, "sealed")) : string.Empty;
        string[] parents = [.. Parents(type)];
        string head = $"public {modifiers}{kind} {OwnName(type)}{(parents.Length > 0 ? " : " + string.Join(", ", parents) : string.Empty)}";
        return type.GetMembers().Where(IsVisible).Select(member => "    " + Of(member, type)).Prepend(head);
    }

    private static IEnumerable<string> Parents(INamedTypeSymbol type)
    {
        if (type.EnumUnderlyingType is { } underlying)
        {
            return underlying.SpecialType == SpecialType.System_Int32 ? [] : [Name(underlying)];
        }

        bool hasBase = type is { TypeKind: TypeKind.Class, BaseType.SpecialType: not SpecialType.System_Object, BaseType: not null };
        return (hasBase ? [Name(type.BaseType!)] : Array.Empty<string>()).Concat(type.Interfaces.Select(Name));
    }

    private static bool IsVisible(ISymbol member)
        => member is not INamedTypeSymbol and not IMethodSymbol { AssociatedSymbol: not null } and not IMethodSymbol { IsImplicitlyDeclared: true }
            && member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected && member.Name != "value__";

    private static string Of(ISymbol member, INamedTypeSymbol type)
    {
        string owner = OwnName(type);
        if (member is IFieldSymbol { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum } value)
        {
            return $"{owner}.{value.Name} = {Constant(value.ConstantValue)}";
        }

        string access = type.TypeKind == TypeKind.Interface ? string.Empty : Words((member.DeclaredAccessibility == Accessibility.Public, "public"), (member.DeclaredAccessibility == Accessibility.Protected, "protected"), (member.IsStatic && member is not IFieldSymbol { IsConst: true }, "static"), (member.IsAbstract, "abstract"), (member.IsVirtual, "virtual"), (member.IsOverride, "override"));
        return access + member switch
        {
            IFieldSymbol { IsConst: true } constant => $"const {Name(constant.Type)} {owner}.{constant.Name} = {Constant(constant.ConstantValue)};",
            IFieldSymbol field => $"{Words((field.IsReadOnly, "readonly"))}{Name(field.Type)} {owner}.{field.Name};",
            IEventSymbol handler => $"event {Name(handler.Type)} {owner}.{handler.Name};",
            IPropertySymbol { IsIndexer: true } indexer => $"{Name(indexer.Type)} {owner}.this[{Parameters(indexer.Parameters)}] {{ {Accessors(indexer)}}}",
            IPropertySymbol property => $"{Name(property.Type)} {owner}.{property.Name} {{ {Accessors(property)}}}",
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => $"{owner}({Parameters(constructor.Parameters)});",
            IMethodSymbol method => $"{Name(method.ReturnType)} {owner}.{method.Name}({Parameters(method.Parameters)});",
            _ => throw new NotSupportedException(member.Kind.ToString()),
        };
    }

    private static string Accessors(IPropertySymbol property) => Words((property.GetMethod != null, "get;"), (property.SetMethod != null, "set;"));

    private static string Parameters(IEnumerable<IParameterSymbol> parameters) => string.Join(", ", parameters.Select(parameter =>
    {
        string direction = Words((parameter.RefKind == RefKind.Ref, "ref"), (parameter.RefKind == RefKind.Out, "out"), (parameter.IsParams, "params"));
        return $"{direction}{Name(parameter.Type)} {parameter.Name}{(parameter.HasExplicitDefaultValue ? " = " + Constant(parameter.ExplicitDefaultValue) : string.Empty)}";
    }));

    private static string Constant(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => $"\"{text}\"",
        char letter => $"'\\u{(int)letter:x4}'",
        double.PositiveInfinity or float.PositiveInfinity => "Infinity",
        double.NegativeInfinity or float.NegativeInfinity => "-Infinity",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string OwnName(INamedTypeSymbol type) => type.ToDisplayString(_ownName);

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    private static string Words(params (bool Applies, string Word)[] words) => string.Concat(words.Where(w => w.Applies).Select(w => w.Word + " "));
}

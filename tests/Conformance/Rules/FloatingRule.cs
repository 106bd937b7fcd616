using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Floating point: not in the core, and elsewhere only as far as the chip's agrees with the desktop's.</summary>
internal static class FloatingRule
{
    private const string Math = "System.Math";
    private static readonly SpecialType[] _wide = [SpecialType.System_Int64, SpecialType.System_UInt64, SpecialType.System_UInt32];

    /// <summary>Any floating-point type or instruction.</summary>
    public static IEnumerable<Spot> Used(Build build, FirmwareImage image)
        => TypeUses.Of(build).Where(use => TypeUses.Parts(use.Type).Any(part => part.MetadataType is MetadataType.Single or MetadataType.Double)).Select(use => use.Spot)
            .Concat(build.Instructions().Where(at => IsFloating(at.Instruction.OpCode.Name)).Select(at => build.Spot(at.Method, at.Instruction, $"{at.Instruction.OpCode.Name} in {at.Method.Short()}")));

    /// <summary>Any use of System.Math.</summary>
    public static IEnumerable<Spot> MathUsed(Build build, FirmwareImage image)
        => build.Instructions().Where(at => at.Instruction.Operand is MethodReference { DeclaringType.FullName: Math })
            .Select(at => build.Spot(at.Method, at.Instruction, $"{((MethodReference)at.Instruction.Operand).Short()} in {at.Method.Short()}"));

    /// <summary>Comparisons that hang on not-a-number: with the constant, or of a number with itself.</summary>
    public static IEnumerable<Spot> NotANumber(Build build, FirmwareImage image)
        => build.Instructions().Where(at => at.Instruction.Operand is double.NaN or float.NaN).Select(at => build.Spot(at.Method, at.Instruction, $"NaN in {at.Method.Short()}"))
            .Concat(from tree in build.Compilation.SyntaxTrees
                    from comparison in tree.GetRoot().DescendantNodes().OfType<BinaryExpressionSyntax>()
                    where comparison.IsKind(SyntaxKind.EqualsExpression) || comparison.IsKind(SyntaxKind.NotEqualsExpression)
                    where SyntaxFactory.AreEquivalent(comparison.Left, comparison.Right)
                    select Places.Spot(comparison.GetLocation(), comparison.ToString()));

    /// <summary>Wide integers given to a function of System.Math that takes floating-point numbers.</summary>
    public static IEnumerable<Spot> WideMath(Build build, FirmwareImage image)
        => from tree in build.Compilation.SyntaxTrees
           from call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
           where call.ToString().Contains("Math", StringComparison.Ordinal)
           let model = build.Meaning(tree)
           where model.GetSymbolInfo(call).Symbol?.ContainingType?.ToDisplayString() == Math
           where call.ArgumentList.Arguments.Any(argument => IsNarrowed(model.GetTypeInfo(argument.Expression)))
           select Places.Spot(call.GetLocation(), call.ToString());

    private static bool IsNarrowed(Microsoft.CodeAnalysis.TypeInfo type)
        => type.Type is { } given && _wide.Contains(given.SpecialType) && type.ConvertedType?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    private static bool IsFloating(string opcode)
        => opcode.Contains(".r4", StringComparison.Ordinal) || opcode.Contains(".r8", StringComparison.Ordinal) || opcode is "conv.r.un" or "ckfinite";
}

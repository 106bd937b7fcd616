using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Values whose text is another on the device.</summary>
internal static class TextRule
{
    /// <summary>Enumeration values made into text.</summary>
    public static IEnumerable<Spot> Enumerations(Build build, FirmwareImage image)
        => Written(build).Where(w => w.Type.TypeKind == TypeKind.Enum).Select(w => w.Spot);

    /// <summary>Floating-point numbers made into text.</summary>
    public static IEnumerable<Spot> FloatingNumbers(Build build, FirmwareImage image)
        => Written(build).Where(w => w.Type.SpecialType is SpecialType.System_Double or SpecialType.System_Single).Select(w => w.Spot);

    private static IEnumerable<(ITypeSymbol Type, Spot Spot)> Written(Build build)
        => from tree in build.Compilation.SyntaxTrees
           let model = build.Meaning(tree)
           from expression in tree.GetRoot().DescendantNodes().SelectMany(node => MadeIntoText(node, model))
           let type = model.GetTypeInfo(expression).Type
           where type != null
           select (type, Places.Spot(expression.GetLocation(), expression.ToString()));

    private static IEnumerable<ExpressionSyntax> MadeIntoText(SyntaxNode node, SemanticModel model) => node switch
    {
        InterpolationSyntax hole => [hole.Expression],
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) && IsText(sum, model) => [sum.Left, sum.Right],
        AssignmentExpressionSyntax sum when sum.IsKind(SyntaxKind.AddAssignmentExpression) && IsText(sum, model) => [sum.Right],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" } access } => [access.Expression],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Concat" or "Format" or "Append" } } call => call.ArgumentList.Arguments.Select(argument => argument.Expression),
        _ => [],
    };

    private static bool IsText(ExpressionSyntax expression, SemanticModel model) => model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String;
}

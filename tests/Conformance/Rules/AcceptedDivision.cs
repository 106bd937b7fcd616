using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Ranges;
using Bms.Conformance.Tests.Scanning;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Rules;

/// <summary>A division whose safety follows from more than ranges of values can show.</summary>
/// <param name="File">Path below firmware/.</param>
/// <param name="Method">Type and method.</param>
/// <param name="Text">What stands in the line.</param>
/// <param name="Reason">Why the divisor is not 0, nor -1 under the lowest number.</param>
internal sealed record AcceptedDivision(string File, string Method, string Text, string Reason)
{
    /// <summary>The table. A row that nothing needs fails a test.</summary>
    public static IReadOnlyList<AcceptedDivision> Rows { get; } =
    [
    ];

    /// <summary>Whether the row speaks of a division.</summary>
    public bool Accepts(Division division, Build build)
    {
        if (division.Method.Short() != Method)
        {
            return false;
        }

        SequencePoint? point = division.Method.DebugInformation.SequencePoints.LastOrDefault(p => p.Offset <= division.Instruction.Offset && !p.IsHidden);
        if (point == null || !point.Document.Url.EndsWith("/" + File, StringComparison.Ordinal))
        {
            return false;
        }

        string[] lines = build.TextOf(point.Document.Url).Split('\n')[(point.StartLine - 1)..point.EndLine];
        return string.Join(' ', lines.Select(line => line.Trim())).Contains(Text, StringComparison.Ordinal);
    }
}

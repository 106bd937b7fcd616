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
        new("Core/Cells/AgeingModel.cs", "AgeingModel.Root", "/ (before | 1)", "before is a root: not negative from the start, and Root returns nothing below it"),
        new("Core/Cells/ClampModel.cs", "ClampModel.Predict", "_sum[clamp] / cells", "cells is read twice from an array that its owner fills once, and counts as 1 below 1"),
        new("Core/Cells/DiffusionModel.cs", "DiffusionModel.Sweep", "/ pivot", "a volume's fraction is at least 1 and all that is added is conductance: not negative, as taken is g - g * share with share <= 1"),
        new("Core/Cells/DiffusionModel.cs", "DiffusionModel.Sweep", "/ (fraction_Q30[5] + taken)", "the same for the last volume"),
        new("Core/Cells/DiffusionModel.cs", "DiffusionModel.Sweep", "/ (_surfaceDelay_Q34 + mobility_Q34)", "the delay is a square and the mobility an odd number that is not negative: its profile row begins at 1"),
        new("Core/Cells/DiffusionModel.cs", "DiffusionModel.HighestMobility", "/ perMobility_Q19", "both factors are the greatest of 1 and 31-bit numbers, so the sum is 1 to 2^40"),
        new("Core/Cells/InterfaceModel.cs", "InterfaceModel.Mechanical", "/ (profile.FilamentFullRate_Q24 | 1)", "its profile row begins at 1"),
        new("Core/Cells/ThermalModel.cs", "ThermalModel.Advance", "/ (surfaceDivisor | 1)", "a capacity, whose profile row begins at 100, and conductances, whose rows begin at 0"),
        new("Core/Cells/ThermalModel.cs", "ThermalModel.Advance", "/ (_coreDivisor | 1)", "a capacity, whose profile row begins at 100, and a conductance, whose row begins at 1"),
        new("Core/Cells/ThermalModel.cs", "ThermalModel.Advance", "shift /= samples", "samples counts up from 0, in this class alone, and has just been counted up"),
        new("Core/FixedPoint/Interpolation.cs", "Interpolation.Linear", "/ width", "the search keeps nodes[near] <= argument < nodes[far], whatever the nodes"),
        new("Core/FixedPoint/MonotoneCubic.cs", "MonotoneCubic.Of", "/ width", "the search keeps nodes[near] <= argument < nodes[far], whatever the nodes"),
        new("Core/FixedPoint/MonotoneCubic.cs", "MonotoneCubic.Proportion", "sum / whole", "every caller passes widths that it has found to be 1 or more, or the greater of two products of such"),
        new("Core/FixedPoint/SquareRoot.cs", "SquareRoot.Floor", "value / root", "the first root is half a sum of two numbers of 1 or more, and half of root + value / root is 1 or more if both are"),
        new("Core/Sensing/PressureGuard.cs", "PressureGuard..ctor", "(1000000 - tolerance_ppm)", "the setting's row ends at 200 000 ppm"),
        new("Core/Sensing/PressureGuard.cs", "PressureGuard..ctor", "(1000000 + tolerance_ppm)", "the setting's row begins at 0 ppm"),
        new("Device/Drivers/Thermistor.cs", "Thermistor..ctor", "/ beta_K", "the board setting's row begins at 2 500 K"),
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

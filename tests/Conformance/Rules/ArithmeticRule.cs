using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Ranges;
using Bms.Conformance.Tests.Scanning;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Arithmetic that the runtime does otherwise than the desktop.</summary>
internal static class ArithmeticRule
{
    /// <summary>Checked operations and conversions.</summary>
    public static IEnumerable<Spot> Checked(Build build, FirmwareImage image)
        => build.Instructions().Where(at => at.Instruction.OpCode.Name.Contains(".ovf", StringComparison.Ordinal))
            .Select(at => build.Spot(at.Method, at.Instruction, $"{at.Instruction.OpCode.Name} in {at.Method.Short()}"));

    /// <summary>Divisions of integers that are neither proven safe nor accepted.</summary>
    public static IEnumerable<Spot> UnsafeDivisions(Build build, FirmwareImage image)
        => Unproven(build, image).Where(d => !d.Division.IsFloating && !AcceptedDivision.Rows.Any(row => row.Accepts(d.Division, build))).Select(d => d.Spot);

    /// <summary>Divisions of floating-point numbers that are neither proven safe nor accepted.</summary>
    public static IEnumerable<Spot> UnsafeFloatingDivisions(Build build, FirmwareImage image)
        => Unproven(build, image).Where(d => d.Division.IsFloating && !AcceptedDivision.Rows.Any(row => row.Accepts(d.Division, build))).Select(d => d.Spot);

    /// <summary>All divisions of an assembly that are not proven safe. Code for the debugger hides conditions in variables: what holds for the
    /// same source when optimised holds for it too.</summary>
    public static IEnumerable<(Division Division, Spot Spot)> Unproven(Build build, FirmwareImage image)
        => from division in image.Ranges.Divisions
           where build.IsRelease && division.Danger != null && division.Method.Module == build.Module
           select (division, build.Spot(division.Method, division.Instruction, $"{division.Danger} in {division.Method.Short()}"));
}

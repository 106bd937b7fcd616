using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Ranges;

/// <summary>A division or remainder, and what may go wrong with it.</summary>
/// <param name="Method">Where it is.</param>
/// <param name="Instruction">The instruction.</param>
/// <param name="IsFloating">Whether it divides floating-point numbers.</param>
/// <param name="Danger">Why it is not known to be safe; null if it is.</param>
internal sealed record Division(MethodDefinition Method, Instruction Instruction, bool IsFloating, string? Danger);

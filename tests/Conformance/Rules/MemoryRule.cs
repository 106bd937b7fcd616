using System.Collections.Generic;
using System.Linq;
using Bms.Conformance.Tests.Compiling;
using Bms.Conformance.Tests.Scanning;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Bms.Conformance.Tests.Rules;

/// <summary>Memory as the runtime knows it: objects and arrays of one dimension.</summary>
internal static class MemoryRule
{
    private static readonly Code[] _raw = [Code.Localloc, Code.Cpblk, Code.Initblk, Code.Calli, Code.Arglist, Code.Mkrefany, Code.Refanytype, Code.Refanyval, Code.Sizeof];

    /// <summary>Arrays of more than one dimension.</summary>
    public static IEnumerable<Spot> Grids(Build build, FirmwareImage image)
        => TypeUses.Of(build).Where(use => TypeUses.Parts(use.Type).Any(part => part is ArrayType { Rank: > 1 })).Select(use => use.Spot);

    /// <summary>Pointers, memory of the stack, fixed buffers and sizes.</summary>
    public static IEnumerable<Spot> Pointers(Build build, FirmwareImage image)
        => TypeUses.Of(build).Where(use => TypeUses.Parts(use.Type).Any(part => part is PointerType or FunctionPointerType or PinnedType)).Select(use => use.Spot)
            .Concat(build.Instructions().Where(at => _raw.Contains(at.Instruction.OpCode.Code)).Select(at => build.Spot(at.Method, at.Instruction, $"{at.Instruction.OpCode.Name} in {at.Method.Short()}")));
}

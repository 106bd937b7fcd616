using Xunit;

namespace Bms.Simulation.Tests.Costing;

/// <summary>Each instruction is counted once, with its weight, under its class.</summary>
public class InstructionTests
{
    [Theory]
    [InlineData("ldarg.0 | ldc.i4.3 | mul | ldarg.0 | xor | ldc.i4.1 | shr | neg | ret", "Arithmetic32 4, Local 4, Branch 1")]
    [InlineData("ldarg.0 | conv.i8 | ldarg.0 | conv.i8 | mul | ldc.i4.3 | shr | neg | conv.i4 | ret", "Arithmetic64 6, Local 3, Branch 1")]
    [InlineData("ldloc.1 | ldc.i8 7 | add | stloc.1 | ldarg.0 | ret", "Arithmetic64 1, Local 4, Branch 1")]
    [InlineData("ldarg.0 | ldloc.1 | ldloc.1 | ceq | shl | ret", "Arithmetic32 1, Arithmetic64 1, Local 3, Branch 1")]
    [InlineData("ldc.i8 1 | ldarg.0 | shl | conv.i4 | ret", "Arithmetic64 2, Local 2, Branch 1")]
    [InlineData("ldloc.1 | dup | add | pop | ldarg.0 | conv.i2 | ret", "Arithmetic32 1, Arithmetic64 1, Local 4, Branch 1")]
    [InlineData("ldsfld field | ldc.i4.1 | add | stsfld field | ldsfld field | ret", "Arithmetic32 1, Local 1, Field 3, Branch 1")]
    [InlineData("ldc.i4.5 | newarr int32 | dup | ldc.i4.0 | ldarg.0 | stelem.i4 | dup | ldc.i4.0 | ldelem.i4 | pop | ldlen | conv.i4 | ret", "Arithmetic32 1, Local 7, Array 3, Branch 1, Object 56")]
    [InlineData("ldarg.0 | box int32 | pop | ldstr text | pop | ldarg.0 | ret", "Local 4, Branch 1, Object 112")]
    [InlineData("nop | ldarg.0 | nop | ret", "Local 1, Branch 1, Other 2")]
    public void Instructions_are_counted_by_class(string il, string expected)
    {
        Counting counting = new(HandMade.Assemble(il));
        counting.Run(7);
        Assert.Equal(expected, counting.Classes());
    }
}

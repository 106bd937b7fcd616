using Bms.Simulation.Costing;
using Bms.Simulation.Tests.Costing.Samples;
using Xunit;

namespace Bms.Simulation.Tests.Costing;

/// <summary>What constructs of C# cost, callee included: an instruction 1, a call 10 more, a virtual one 20, an object 55.</summary>
public class ConstructTests
{
    private static readonly string s_type = typeof(Constructs).FullName!;

    [Theory]
    [InlineData(nameof(Constructs.Nothing), 2, 0)]
    [InlineData(nameof(Constructs.StaticCall), 3 + 10 + 4, 1)]
    [InlineData(nameof(Constructs.InstanceCall), 3 + 10 + 2, 1)]
    [InlineData(nameof(Constructs.PropertyGetter), 3 + 10 + 3, 1)]
    [InlineData(nameof(Constructs.PropertySetter), 4 + 10 + 4, 1)]
    [InlineData(nameof(Constructs.VirtualCall), 3 + 20 + 2, 1)]
    [InlineData(nameof(Constructs.VirtualAndBaseCall), 3 + 20 + 3 + 10 + 2, 2)]
    [InlineData(nameof(Constructs.InterfaceCall), 4 + 20 + 2, 1)]
    [InlineData(nameof(Constructs.DelegateCall), 4 + 10 + 4, 1)]
    [InlineData(nameof(Constructs.ArrayCopy), 5 + 10 + 34, 1)]
    [InlineData(nameof(Constructs.OutsideCall), 3 + 10 + 28, 1)]
    [InlineData(nameof(Constructs.EnumArgument), 4 + 10 + 2, 1)]
    [InlineData(nameof(Constructs.TimeArgument), 4 + 10 + 2, 1)]
    [InlineData(nameof(Constructs.StructByReference), 4 + 10 + 3, 1)]
    public void Calls_weigh_by_their_kind(string construct, int weight, int calls)
    {
        CodeCost cost = Count(construct);
        Assert.Equal((weight, calls), (cost.Weight, cost.Calls));
        Assert.Equal((0, 0, 0), (cost.Objects, cost.Structs, cost.GarbageBytes));
    }

    [Theory]
    [InlineData(nameof(Constructs.NewObject), 2 + 55 + 6 + 10, 24)]
    [InlineData(nameof(Constructs.BoxedInteger), 3 + 55, 24)]
    [InlineData(nameof(Constructs.NewDelegate), 4 + 55, 36)]
    public void Objects_are_garbage(string construct, int weight, int bytes)
    {
        CodeCost cost = Count(construct);
        Assert.Equal((weight, 1, 0, bytes), (cost.Weight, cost.Objects, cost.Structs, cost.GarbageBytes));
    }

    [Fact]
    public void The_constructor_of_an_outside_object_weighs_as_any_outside_call() => Assert.Equal(2 + 55 + 28, Count(nameof(Constructs.NewOutsideObject)).Weight);

    [Theory]
    [InlineData(nameof(Constructs.StructArgument), 4 + 10 + 55 + 2, 36)]
    [InlineData(nameof(Constructs.StructReturned), 3 + 10 + 55 + 3, 36)]
    [InlineData(nameof(Constructs.StructsNested), 4 + 10 + 55 + 2, 60)]
    [InlineData(nameof(Constructs.StructLocal), 55 + 6 + 10 + 3, 36)]
    public void Struct_values_are_objects(string construct, int weight, int bytes)
    {
        CodeCost cost = Count(construct);
        Assert.Equal((weight, 0, 1, bytes), (cost.Weight, cost.Objects, cost.Structs, cost.GarbageBytes));
    }

    [Fact]
    public void A_struct_argument_is_an_object_each_time_it_is_passed()
    {
        CodeCost cost = Count(nameof(Constructs.StructInALoop), 100);
        Assert.Equal((100, 3600), (cost.Structs, cost.GarbageBytes));
    }

    [Fact]
    public void Static_initialisers_are_not_counted()
    {
        Counting counting = new(SampleAssembly.Open());
        Assert.Equal(0, counting.Assembly.Weight);
        counting.Call(s_type, nameof(Constructs.StaticCall));
        Assert.DoesNotContain(counting.Assembly.Methods(), method => method.Name.Contains("cctor", System.StringComparison.Ordinal));
    }

    private static CodeCost Count(string construct, params object[] arguments)
    {
        Counting counting = new(SampleAssembly.Open());
        object? result = counting.Call(s_type, construct, arguments);
        if (result is int)
        {
            Assert.Equal(typeof(Constructs).GetMethod(construct)!.Invoke(null, arguments), result);
        }

        return counting.Cost;
    }
}

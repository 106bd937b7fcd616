using System.Linq;
using Bms.Simulation.Costing;
using Xunit;

namespace Bms.Simulation.Tests.Costing;

/// <summary>The sizes that were measured on the device's runtime, and graphs of objects.</summary>
public class HeapTests
{
    private static readonly int[] s_table = [1, 2, 3, 4];

    [Fact]
    public void A_string_of_ten_characters_takes_24_bytes() => Assert.Equal(24, HeapGraph.Bytes(["0123456789"]));

    [Fact]
    public void A_thousand_structs_in_an_array_take_48_kilobytes() => Assert.Equal(48_024, DeviceHeap.Array(1000 * (DeviceHeap.Block + DeviceHeap.Object(2))));

    [Fact]
    public void A_thousand_integers_take_4_kilobytes() => Assert.Equal(4020, HeapGraph.Bytes([new int[1000]]));

    [Theory]
    [InlineData(0, 24)]
    [InlineData(1, 24)]
    [InlineData(4, 24)]
    [InlineData(5, 36)]
    public void The_heap_is_handed_out_in_blocks_of_12(int elements, int bytes) => Assert.Equal(bytes, HeapGraph.Bytes([new byte[elements]]));

    [Fact]
    public void A_field_takes_a_block_whatever_its_type() => Assert.Equal((12 * (1 + 3)) + 24, HeapGraph.Bytes([new Small()]));

    [Fact]
    public void Fields_of_a_base_count() => Assert.Equal((12 * (1 + 4)) + 24, HeapGraph.Bytes([new Derived()]));

    [Fact]
    public void What_is_reached_counts_once_however_often_it_is_reached()
    {
        Small shared = new();
        object[] ring = [shared, shared, null!];
        ring[2] = ring;
        Assert.Equal(DeviceHeap.Array(3 * 12) + 48 + 24, HeapGraph.Bytes([ring, shared]));
    }

    [Fact]
    public void What_is_foreign_is_neither_counted_nor_entered()
    {
        Small hidden = new();
        Small foreign = new Derived { Reference = hidden };
        object[] roots = [new Small { Reference = foreign }];
        Assert.Equal(DeviceHeap.Object(3), HeapGraph.Bytes(roots, type => type == typeof(Derived)));
        Assert.True(HeapGraph.Bytes(roots) > DeviceHeap.Object(3));
    }

    [Fact]
    public void Statics_are_found_and_constants_are_not() =>
        Assert.Contains(s_table, HeapGraph.Statics([typeof(HeapTests)]).OfType<int[]>());

    [Fact]
    public void Constants_take_nothing() => Assert.Equal(["Changing"], HeapGraph.StaticFields([typeof(Constants)]).Select(field => field.Name));

    private class Small
    {
        public bool Flag = true;
        public long Number = 1;
        public object? Reference = "0123456789";
    }

    private sealed class Derived : Small
    {
        public byte Byte = 1;
    }

    private static class Constants
    {
        public const int Fixed = 7;
        public static int Changing = 1;
    }
}

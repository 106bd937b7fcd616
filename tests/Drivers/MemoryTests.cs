using System;
using System.Linq;
using CsCheck;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>The FRAM's driver over the chip.</summary>
public class MemoryTests
{
    private const int Size = 32768;

    [Fact]
    public void What_was_written_is_read_wherever_and_however_long() =>
        Gen.Select(Gen.Int[0, Size], Gen.Byte.Array[0, 300], Gen.Int[0, 20]).Sample(
            (address, bytes, start) => Rig.Cold(rig =>
            {
                int at = Math.Min(address, Size - bytes.Length);
                byte[] source = [.. new byte[start], .. bytes, 1, 2, 3];
                Assert.True(rig.Memory.Write(at, source, start, bytes.Length));
                Assert.Equal(bytes, rig.MemoryChip.Content.Slice(at, bytes.Length).ToArray());
                Assert.Equal(bytes.Count(b => b != 0), rig.MemoryChip.Content.ToArray().Count(b => b != 0));

                byte[] copy = new byte[source.Length];
                Assert.True(rig.Memory.Read(at, copy, start, bytes.Length));
                Assert.Equal(bytes, copy[start..(start + bytes.Length)]);
                Assert.All(copy[(start + bytes.Length)..], b => Assert.Equal(0, b));
            }),
            iter: 200);

    [Fact]
    public void Bytes_outside_are_refused() => Rig.Cold(rig =>
    {
        byte[] buffer = new byte[16];
        Assert.True(rig.Memory.Write(Size - 16, buffer, 0, 16));
        Assert.True(rig.Memory.Read(Size, buffer, 16, 0));
        (int Address, int Start, int Count)[] outside =
            [(-1, 0, 1), (Size - 15, 0, 16), (Size, 0, 1), (0, 1, 16), (0, -1, 4), (0, 0, -1), (int.MaxValue, 0, 1), (0, int.MaxValue, 1), (0, 0, int.MaxValue)];
        foreach ((int address, int start, int count) in outside)
        {
            Assert.False(rig.Memory.Write(address, buffer, start, count));
            Assert.False(rig.Memory.Read(address, buffer, start, count));
        }
    });

    [Fact]
    public void A_memory_that_is_not_fitted_says_so() => Rig.Cold(rig =>
    {
        Assert.True(rig.Memory.IsFitted());
        rig.MemoryChip.IsSilent = true;
        Assert.False(rig.Memory.IsFitted());
        Assert.False(rig.Memory.Write(0, new byte[4], 0, 4));
        Assert.False(rig.Memory.Read(0, new byte[4], 0, 4));
    });
}

using System;
using System.Buffers.Binary;
using System.Text;
using Bms.Device.Storage;
using CsCheck;
using Xunit;

namespace Bms.Application.Tests.Storage;

/// <summary>Numbers and checksums as they lie in records.</summary>
public class EncodingTests
{
    [Fact]
    public void The_checksum_has_its_published_check_value() => Assert.Equal(0xCBF43926, Sum("123456789"));

    [Fact]
    public void The_checksum_of_nothing_is_0() => Assert.Equal(0U, Sum(string.Empty));

    [Fact]
    public void A_checksum_in_pieces_is_that_of_the_whole() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Double[0, 1]).Sample((bytes, where) =>
        {
            Crc32 whole = new();
            whole.Add(bytes, 0, bytes.Length);
            Crc32 pieces = new();
            pieces.Add([1, 2, 3], 0, 3);
            pieces.Begin();
            int middle = (int)(where * bytes.Length);
            pieces.Add(bytes, 0, middle);
            pieces.Add(bytes, middle, bytes.Length - middle);
            Assert.Equal(whole.Value, pieces.Value);
        });

    [Fact]
    public void Numbers_lie_with_their_lowest_byte_first() =>
        Gen.Select(Gen.Int, Gen.Long, Gen.Int[0, 5]).Sample((number, wide, at) =>
        {
            byte[] bytes = new byte[20];
            LittleEndian.Put(bytes, at, number);
            LittleEndian.Put64(bytes, at + 4, wide);
            Assert.Equal(number, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at)));
            Assert.Equal(wide, BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 4)));
            Assert.Equal(number, LittleEndian.Take(bytes, at));
            Assert.Equal(wide, LittleEndian.Take64(bytes, at + 4));
        });

    private static uint Sum(string text)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        Crc32 crc = new();
        crc.Begin();
        crc.Add(bytes, 0, bytes.Length);
        return (uint)crc.Value;
    }
}

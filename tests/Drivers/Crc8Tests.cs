using System.Linq;
using Bms.Device.Buses;
using CsCheck;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>The check of the front end's bus.</summary>
public class Crc8Tests
{
    private static readonly byte[] _table = new Crc8().Table;

    [Theory]
    [InlineData(new byte[] { 0x10, 0x3E, 0x22 }, 0x63)]
    [InlineData(new byte[] { 0x00 }, 0x00)]
    [InlineData(new byte[] { 0x10, 0x14, 0x11, 0xC5 }, 0x79)]
    [InlineData(new byte[] { 0x0B }, 0x31)]
    public void Check_of_known_transfers(byte[] bytes, int check) => Assert.Equal(check, Check(bytes));

    [Fact]
    public void Every_single_and_double_bit_error_in_four_bytes_is_seen()
    {
        Gen.Byte.Array[4].Sample(bytes =>
        {
            int check = Check(bytes);
            for (int first = 0; first < 32; first++)
            {
                for (int second = first; second < 32; second++)
                {
                    byte[] wrong = [.. bytes];
                    wrong[first >> 3] ^= (byte)(1 << (first & 7));
                    wrong[second >> 3] ^= (byte)(first == second ? 0 : 1 << (second & 7));
                    Assert.NotEqual(check, Check(wrong));
                }
            }
        }, iter: 50);
    }

    private static int Check(byte[] bytes) => bytes.Aggregate(0, (check, next) => _table[check ^ next]);
}

using System;
using System.Device.I2c;
using Xunit;

namespace Bms.VirtualBoard.Tests;

/// <summary>Short words for bus traffic.</summary>
internal static class Wire
{
    internal static I2cTransferStatus Put(this I2cDevice chip, params byte[] bytes) => chip.Write(bytes).Status;

    internal static byte[] Get(this I2cDevice chip, int register, int count)
    {
        byte[] read = new byte[count];
        I2cTransferResult result = chip.WriteRead(new byte[] { (byte)register }, read);
        Assert.Equal(I2cTransferStatus.FullTransfer, result.Status);
        return read;
    }

    internal static ushort Word(this I2cDevice chip, int register)
    {
        byte[] read = chip.Get(register, 2);
        return (ushort)((read[0] << 8) | read[1]);
    }

    internal static int Signed20(this I2cDevice chip, int register)
    {
        byte[] read = chip.Get(register, 3);
        return ((read[0] << 24) | (read[1] << 16) | (read[2] << 8)) >> 12;
    }

    internal static int Unsigned24(this I2cDevice chip, int register)
    {
        byte[] read = chip.Get(register, 3);
        return (read[0] << 16) | (read[1] << 8) | read[2];
    }

    internal static long Signed40(this I2cDevice chip, int register)
    {
        byte[] read = chip.Get(register, 5);
        long value = 0;
        foreach (byte one in read)
        {
            value = (value << 8) | one;
        }

        return (value << 24) >> 24;
    }
}

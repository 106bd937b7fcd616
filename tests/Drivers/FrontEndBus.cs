using System;
using System.Collections.Generic;
using System.Device.I2c;
using System.Linq;
using Xunit;

namespace Bms.Drivers.Tests;

/// <summary>A second host that speaks the front end's protocol with checks, written without a look at the driver.</summary>
internal static class FrontEndBus
{
    private const int Address = 0x08;

    /// <summary>Bytes of data memory.</summary>
    public static byte[] Memory(Rig rig, int address, int count)
    {
        Write(0x3E, (byte)address, (byte)(address >> 8));
        rig.Machine.Advance(1000);
        byte[] echo = Read(0x3E, 2);
        Assert.Equal(address, echo[0] | (echo[1] << 8));
        byte[] block = Read(0x40, 32);
        Assert.Equal(0x24, Read(0x61, 1)[0]);
        Assert.Equal((byte)~(block.Sum(b => b) + (address & 0xFF) + (address >> 8)), Read(0x60, 1)[0]);
        return block[..count];
    }

    private static byte[] Read(int register, int count)
    {
        byte[] answer = Rig.Registers(Address, register, 2 * count);
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++)
        {
            byte[] covered = i == 0 ? [Address << 1, (byte)register, (Address << 1) | 1, answer[0]] : [answer[2 * i]];
            Assert.Equal(Check(covered), answer[(2 * i) + 1]);
            bytes[i] = answer[2 * i];
        }

        return bytes;
    }

    private static void Write(int register, params byte[] bytes)
    {
        List<byte> message = [(byte)register];
        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] covered = i == 0 ? [Address << 1, (byte)register, bytes[0]] : [bytes[i]];
            message.AddRange([bytes[i], Check(covered)]);
        }

        using I2cDevice device = I2cDevice.Create(new I2cConnectionSettings(1, Address, I2cBusSpeed.FastMode));
        Assert.Equal(I2cTransferStatus.FullTransfer, device.Write(new SpanByte([.. message])).Status);
    }

    private static byte Check(byte[] bytes)
    {
        int rest = 0;
        foreach (byte one in bytes)
        {
            rest ^= one;
            for (int bit = 0; bit < 8; bit++)
            {
                rest = ((rest << 1) ^ ((rest & 0x80) != 0 ? 0x107 : 0)) & 0xFF;
            }
        }

        return (byte)rest;
    }
}

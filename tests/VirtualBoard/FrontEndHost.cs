using System;
using System.Device.I2c;
using Bms.VirtualBoard.Chips.FrontEnd;
using Xunit;

namespace Bms.VirtualBoard.Tests;

/// <summary>The host's side of a BQ76952: what a driver does, in its plainest form.</summary>
internal sealed class FrontEndHost(Bench bench, bool usesCrc = false)
{
    internal I2cDevice Chip { get; } = Bench.Open(0x08);

    internal bool UsesCrc { get; set; } = usesCrc;

    internal I2cTransferStatus Write(int register, params byte[] bytes)
    {
        if (!UsesCrc)
        {
            return Chip.Put([(byte)register, .. bytes]);
        }

        byte[] frame = new byte[1 + (2 * bytes.Length)];
        frame[0] = (byte)register;
        for (int i = 0; i < bytes.Length; i++)
        {
            frame[1 + (2 * i)] = bytes[i];
            frame[2 + (2 * i)] = i == 0 ? Crc8.Of([0x10, (byte)register, bytes[0]]) : Crc8.Of([bytes[i]]);
        }

        return Chip.Put(frame);
    }

    internal byte[] Read(int register, int count)
    {
        if (!UsesCrc)
        {
            return Chip.Get(register, count);
        }

        byte[] raw = Chip.Get(register, 2 * count);
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++)
        {
            bytes[i] = raw[2 * i];
            byte crc = i == 0 ? Crc8.Of([0x10, (byte)register, 0x11, raw[0]]) : Crc8.Of([raw[2 * i]]);
            Assert.Equal(crc, raw[(2 * i) + 1]);
        }

        return bytes;
    }

    internal int U1(int register) => Read(register, 1)[0];

    internal int U2(int register) => BitConverter.ToUInt16(Read(register, 2));

    internal int I2(int register) => BitConverter.ToInt16(Read(register, 2));

    internal int Millivolts(int cell) => I2(0x14 + (2 * cell));

    internal void Command(int code, double wait_ms = 3)
    {
        Assert.Equal(I2cTransferStatus.FullTransfer, Write(0x3E, (byte)code, (byte)(code >> 8)));
        bench.Sleep(wait_ms);
    }

    /// <summary>What a subcommand returns, its checksum verified.</summary>
    internal byte[] Ask(int code, double wait_ms = 10)
    {
        Command(code, wait_ms);
        Assert.Equal(code, U2(0x3E));
        int length = U1(0x61) - 4;
        byte[] data = Read(0x40, length);
        Assert.Equal(Checksum(code, data), U1(0x60));
        return data;
    }

    internal void Set(int code, params byte[] data)
    {
        Write(0x3E, (byte)code, (byte)(code >> 8));
        bench.Sleep(1);
        Write(0x40, data);
        Write(0x60, Checksum(code, data), (byte)(data.Length + 4));
        bench.Sleep(1);
    }

    internal void Configure(Action settings)
    {
        Command(0x0090);
        Assert.Equal(1, U2(0x12) & 1);
        settings();
        Command(0x0092);
        Assert.Equal(0, U2(0x12) & 1);
    }

    /// <summary>No sleep, 3 thermistors, protections A as given, fresh results.</summary>
    internal void Prepare(byte protections = 0xFC, Action? more = null)
    {
        bench.Sleep(10);
        Configure(() =>
        {
            Set(0x9234, 0x82, 0x28);
            Set(0x92FD, 0x07, 0x07, 0x07);
            Set(0x9304, 0xFF, 0x00);
            Set(0x92FC, 0x02);
            Set(0x9261, protections);
            more?.Invoke();
        });
        bench.Sleep(400);
    }

    internal static byte Checksum(int code, ReadOnlySpan<byte> data)
    {
        int sum = (code & 0xFF) + (code >> 8);
        foreach (byte one in data)
        {
            sum += one;
        }

        return (byte)~sum;
    }
}

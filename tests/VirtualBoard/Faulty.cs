using System;
using System.Collections.Generic;
using System.Device.Gpio;
using System.Device.I2c;
using System.IO.Ports;
using Bms.VirtualBoard.Faults;
using Xunit;

namespace Bms.VirtualBoard.Tests;

/// <summary>What the tests of faults share: a fault from 2 s to 32 s, and short ways to see its effect.</summary>
internal static class Faulty
{
    internal static readonly Dictionary<string, int> Addresses = new()
    {
        ["bq76952"] = 0x08,
        ["ina228"] = 0x40,
        ["nau7802-1"] = 0x2A,
        ["ads1115"] = 0x48,
        ["fram"] = 0x50,
    };

    internal static void During(string fault, Action<Bench> meanwhile, Action<Bench> afterwards, Action<Bench>? before = null)
    {
        var bench = new Bench();
        bench.Machine.Add(new FaultSchedule(bench.Board, FaultSchedule.Parse([fault + "@2s+30s"])));
        bench.Run(_ =>
        {
            bench.Sleep(10);
            before?.Invoke(bench);
            bench.Machine.Advance(2_001_000 - bench.Machine.Time_us);
            meanwhile(bench);
            bench.Machine.Advance(32_100_000 - bench.Machine.Time_us);
            afterwards(bench);
        });
    }

    internal static int Missed(int address)
    {
        I2cDevice chip = Bench.Open(address);
        int missed = 0;
        for (int i = 0; i < 1000; i++)
        {
            missed += chip.Put(0) == I2cTransferStatus.FullTransfer ? 0 : 1;
        }

        return missed;
    }

    internal static int WrongReadings()
    {
        I2cDevice chip = Bench.Open(0x40);
        int wrong = 0;
        for (int i = 0; i < 2000; i++)
        {
            wrong += chip.Word(0x3E) == 0x5449 ? 0 : 1;
        }

        return wrong;
    }

    internal static double Auxiliary(Bench bench, int mux)
    {
        I2cDevice chip = Bench.Open(0x48);
        chip.Put(0x01, (byte)(0x83 | (mux << 4)), 0x83);
        bench.Sleep(10);
        return (short)chip.Word(0) * 125e-6;
    }

    internal static PinValue Alert(Bench bench)
    {
        var controller = new GpioController();
        int number = bench.Machine.Wiring.Alert;
        if (!controller.IsPinOpen(number))
        {
            controller.OpenPin(number, PinMode.Input);
        }

        return controller.Read(number);
    }

    internal static void StartConverter(Bench bench)
    {
        I2cDevice chip = Bench.Open(0x2A);
        chip.Put(0x00, 0x06);
        bench.Sleep(1);
        chip.Put(0x01, 0x2F);
        chip.Put(0x02, 0x70);
        chip.Put(0x00, 0x96);
        bench.Sleep(300);
    }

    internal static SerialPort OpenLink()
    {
        var port = new SerialPort("COM3", 115200) { ReadBufferSize = 4096, ReadTimeout = 1000 };
        port.Open();
        return port;
    }

    internal static int WrongOut(Bench bench, SerialPort port)
    {
        byte[] bytes = new byte[2000];
        port.Write(bytes, 0, bytes.Length);
        bench.Sleep(50);
        bench.Machine.Link.Receive(bytes);
        return bytes.Length - new ReadOnlySpan<byte>(bytes).Count((byte)0);
    }

    internal static int WrongIn(Bench bench, SerialPort port)
    {
        byte[] bytes = new byte[2000];
        bench.Machine.Link.Send(bytes, bench.Machine.Time_us);
        Assert.Equal(bytes.Length, port.Read(bytes, 0, bytes.Length));
        return bytes.Length - new ReadOnlySpan<byte>(bytes).Count((byte)0);
    }
}

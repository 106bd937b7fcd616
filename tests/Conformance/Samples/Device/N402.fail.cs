using System;
using System.Device.Gpio;
using System.Device.I2c;
using Bms.Core;
using Bms.Core.Pack;
using Bms.Core.Sensing;

namespace Bms.Device.Samples;

public sealed class Chip : ISensor
{
    private readonly I2cDevice _device;
    private int _failures;

    public Chip(I2cDevice device)
    {
        _device = device;
    }

    public bool Start()
    {
        return Read(new byte[1], 1);
    }

    public void Renew(SensorFrame frame, int phase)
    {
        byte[] buffer = new byte[4]; //!
        _failures += Read(buffer, phase) ? 0 : 1;
        Console.WriteLine("failures " + _failures.ToString()); //!
        if (_failures > 10)
        {
            throw new InvalidOperationException(); //!
        }
    }

    private bool Read(byte[] buffer, int count)
    {
        return Done(_device.Read(new SpanByte(buffer, 0, count)));
    }

    private static bool Done(I2cTransferResult result) //!
    {
        return result.Status == I2cTransferStatus.FullTransfer;
    }
}

public sealed class Output : IActuator
{
    private readonly GpioPin _pin;

    public Output(GpioPin pin)
    {
        _pin = pin;
    }

    public void Apply(Decision decision)
    {
        PinValue value = default; //!
        _pin.Write(value);
    }
}

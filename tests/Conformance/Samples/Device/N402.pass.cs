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
    private readonly byte[] _command = new byte[1];
    private readonly byte[] _answer = new byte[4];
    private int _failures;

    public Chip(I2cDevice device)
    {
        _device = device;
    }

    public bool Start()
    {
        Console.WriteLine("chip " + _failures.ToString());
        return Read(1, 4);
    }

    public void Renew(SensorFrame frame, int phase)
    {
        _failures += Read(phase, 4) ? 0 : 1;
    }

    private bool Read(int register, int count)
    {
        _command[0] = (byte)register;
        I2cTransferResult result = _device.WriteRead(new SpanByte(_command), new SpanByte(_answer, 0, count));
        return result.Status == I2cTransferStatus.FullTransfer && result.BytesTransferred == count + 1;
    }
}

public sealed class Output : IActuator
{
    private readonly GpioPin _pin;
    private bool _isHigh;

    public Output(GpioPin pin)
    {
        _pin = pin;
    }

    public void Apply(Decision decision)
    {
        _isHigh = !_isHigh;
        _pin.Write(_isHigh ? PinValue.High : PinValue.Low);
    }
}

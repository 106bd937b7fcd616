using System;
using System.Device.I2c;
using Bms.Core.Sensing;

namespace Bms.Device.Samples;

public sealed class Chip : ISensor
{
    private readonly I2cDevice _device;
    private readonly byte[] _bytes = new byte[8];

    public Chip(I2cDevice device)
    {
        _device = device;
    }

    public bool Start()
    {
        SpanByte all = _bytes;
        return all.Slice(1).Length == 7;
    }

    public void Renew(SensorFrame frame, int phase)
    {
        if (phase == 0)
        {
            _device.Write(new SpanByte(_bytes, 0, 2));
            _device.WriteRead(new SpanByte(_bytes, 0, 1), new SpanByte(_bytes, 1, 4));
        }
        else
        {
            _device.Read(new SpanByte(_bytes));
        }
    }
}

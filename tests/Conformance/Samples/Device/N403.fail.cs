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
        return true;
    }

    public void Renew(SensorFrame frame, int phase)
    {
        if (phase == 0)
        {
            Sliced();
        }
        else
        {
            Kept();
        }
    }

    private void Sliced()
    {
        _device.WriteRead(new SpanByte(_bytes).Slice(1), new SpanByte(_bytes)); //!
    }

    private void Kept()
    {
        SpanByte all = _bytes; //!
        _device.WriteRead(all, new SpanByte(_bytes, 2, 2));
    }
}

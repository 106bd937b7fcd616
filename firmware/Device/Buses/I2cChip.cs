using System;
using System.Device.I2c;

namespace Bms.Device.Buses;

/// <summary>
/// One chip on an I2C bus. A transfer that is not acknowledged is tried once more at once; one that times out is not, but lets
/// the bus rest. A fault on the bus is a result, never an exception.
/// </summary>
public sealed class I2cChip
{
    private readonly I2cBus _bus;
    private readonly I2cDevice _device;
    private bool _isSecondTry;

    /// <summary>Opens the chip.</summary>
    /// <param name="bus">The bus it is on.</param>
    /// <param name="address">7-bit address.</param>
    public I2cChip(I2cBus bus, int address)
    {
        _bus = bus;
        _device = I2cDevice.Create(new I2cConnectionSettings(bus.Number, address, bus.Speed));
    }

    /// <summary>Transfers that failed, first tries and second tries, for telemetry.</summary>
    public int Failures;

    /// <summary>Writes, then reads after a repeated start, whole arrays: what goes again and again has its own, so that the spans
    /// need no bounds. Either array may be empty.</summary>
    /// <param name="write">Bytes to write.</param>
    /// <param name="read">Takes what is read; unchanged where the transfer fails.</param>
    /// <returns>Whether all bytes went across.</returns>
    public bool Transfer(byte[] write, byte[] read)
    {
        if (_bus.IsResting && !_bus.EndRest())
        {
            return false;
        }

        I2cTransferStatus status;
        try
        {
            status = _device.WriteRead(new SpanByte(write), new SpanByte(read)).Status;
        }
        catch (InvalidOperationException)
        {
            // the bus driver itself is in trouble (lost arbitration, a start that failed): no better than a bus that is held
            status = I2cTransferStatus.ClockStretchTimeout;
        }

        return status == I2cTransferStatus.FullTransfer || Recover(status, write, write.Length, read, read.Length);
    }

    /// <summary>Writes, then reads after a repeated start; either part may be empty.</summary>
    /// <param name="write">Bytes to write; not empty on the first byte for chips with registers.</param>
    /// <param name="writeCount">How many of them, 0 or more.</param>
    /// <param name="read">Takes what is read; unchanged where the transfer fails.</param>
    /// <param name="readCount">How many bytes to read, 0 or more.</param>
    /// <returns>Whether all bytes went across.</returns>
    public bool Transfer(byte[] write, int writeCount, byte[] read, int readCount)
    {
        if (_bus.IsResting && !_bus.EndRest())
        {
            return false;
        }

        I2cTransferStatus status;
        try
        {
            status = _device.WriteRead(new SpanByte(write, 0, writeCount), new SpanByte(read, 0, readCount)).Status;
        }
        catch (InvalidOperationException)
        {
            status = I2cTransferStatus.ClockStretchTimeout;
        }

        return status == I2cTransferStatus.FullTransfer || Recover(status, write, writeCount, read, readCount);
    }

    private bool Recover(I2cTransferStatus status, byte[] write, int writeCount, byte[] read, int readCount)
    {
        Failures++;
        if (status == I2cTransferStatus.ClockStretchTimeout)
        {
            _bus.Rest();
            return false;
        }

        if (_isSecondTry)
        {
            return false;
        }

        _isSecondTry = true;
        bool isGood = Transfer(write, writeCount, read, readCount);
        _isSecondTry = false;
        return isGood;
    }
}

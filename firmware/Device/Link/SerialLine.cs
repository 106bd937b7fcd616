using System;
using System.IO.Ports;
using nanoFramework.Hardware.Esp32;

namespace Bms.Device.Link;

/// <summary>The serial port of the link: COM3, 921600 baud, 8 data bits, no parity, 1 stop bit, no handshake.</summary>
public sealed class SerialLine : IByteLine
{
    private const string Name = "COM3";
    private const int BaudRate = 921600;

    // a second's worth of a whole pack's readings may wait while a bus hangs
    private const int BufferSize = 4096;
    private const int WriteTimeout_ms = 20;

    private readonly int _receivePin;
    private readonly int _sendPin;
    private SerialPort _port;
    private int _failures;

    /// <summary>Makes a closed line.</summary>
    /// <param name="receivePin">GPIO number of the pin that receives.</param>
    /// <param name="sendPin">GPIO number of the pin that sends.</param>
    public SerialLine(int receivePin, int sendPin)
    {
        _receivePin = receivePin;
        _sendPin = sendPin;
    }

    /// <inheritdoc/>
    public int Failures
    {
        get { return _failures; }
    }

    /// <inheritdoc/>
    public bool Open()
    {
        if (_port != null)
        {
            return true;
        }

        try
        {
            Configuration.SetPinFunction(_receivePin, DeviceFunction.COM3_RX);
            Configuration.SetPinFunction(_sendPin, DeviceFunction.COM3_TX);
            SerialPort port = new SerialPort(Name, BaudRate);
            port.ReadBufferSize = BufferSize;
            port.WriteTimeout = WriteTimeout_ms;
            port.Open();
            _port = port;
            return true;
        }
        catch (SystemException)
        {
            _failures++;
            return false;
        }
    }

    /// <inheritdoc/>
    public int Waiting
    {
        get
        {
            try
            {
                return _port == null ? 0 : _port.BytesToRead;
            }
            catch (SystemException)
            {
                _failures++;
                return 0;
            }
        }
    }

    /// <inheritdoc/>
    public int Read(byte[] bytes, int at, int most)
    {
        int waiting = Waiting;
        if (waiting == 0)
        {
            return 0;
        }

        try
        {
            // no more than is there: a read of more waits
            return _port.Read(bytes, at, waiting > most ? most : waiting);
        }
        catch (SystemException)
        {
            _failures++;
            return 0;
        }
    }

    /// <inheritdoc/>
    public void Write(byte[] bytes, int count)
    {
        if (_port == null)
        {
            return;
        }

        try
        {
            _port.Write(bytes, 0, count);
        }
        catch (SystemException)
        {
            _failures++;
        }
    }
}

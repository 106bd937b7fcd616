using Bms.VirtualBoard;
using Bms.VirtualBoard.Buses;

namespace System.Device.I2c;

/// <summary>A chip on a bus, as the firmware talks to it.</summary>
/// <remarks>
/// As on the ESP32: a write and a read are one transaction with a repeated start, a part without bytes is skipped, a chip that
/// does not acknowledge is a status, a bus that stays busy is a status after one second, and in both cases the read buffer is
/// left as it was. The device created last sets the speed of its bus.
/// </remarks>
public class I2cDevice : IDisposable
{
    private readonly Machine _machine;
    private readonly I2cController _controller;
    private bool _isDisposed;

    /// <summary>Opens the bus on the pins its functions are set to, at the speed of these settings.</summary>
    /// <exception cref="ArgumentException">No such bus, or its functions have no pins.</exception>
    public I2cDevice(I2cConnectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ConnectionSettings = settings;
        _machine = Machine.Current;
        _controller = _machine.OpenI2c(settings.BusId);
        _controller.SetSpeed(settings.BusSpeed);
    }

    /// <summary>What it was opened with.</summary>
    public I2cConnectionSettings ConnectionSettings { get; }

    /// <summary>Opens a chip.</summary>
    public static I2cDevice Create(I2cConnectionSettings settings) => new(settings);

    /// <summary>Reads one byte; 0 if the chip does not answer.</summary>
    public byte ReadByte()
    {
        Span<byte> one = [0];
        Transfer(default, one);
        return one[0];
    }

    /// <summary>Reads as many bytes as the buffer holds.</summary>
    public I2cTransferResult Read(SpanByte buffer) => Transfer(default, buffer.Bytes);

    /// <summary>Writes one byte.</summary>
    public I2cTransferResult WriteByte(byte value) => Transfer([value], default);

    /// <summary>Writes all bytes of the buffer.</summary>
    public I2cTransferResult Write(SpanByte buffer) => Transfer(buffer.Bytes, default);

    /// <summary>Writes, then reads after a repeated start.</summary>
    public I2cTransferResult WriteRead(SpanByte writeBuffer, SpanByte readBuffer) => Transfer(writeBuffer.Bytes, readBuffer.Bytes);

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        GC.SuppressFinalize(this);
    }

    private I2cTransferResult Transfer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _machine.CheckPower();
        return _controller.Transfer(ConnectionSettings.DeviceAddress, write, read);
    }
}

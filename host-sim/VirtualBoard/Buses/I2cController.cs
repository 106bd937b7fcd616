using System;
using System.Device.I2c;

namespace Bms.VirtualBoard.Buses;

/// <summary>An I2C unit of the microcontroller, connected to the wires that lie on its pins.</summary>
internal sealed class I2cController(Machine machine)
{
    private int _clock_Hz = 100_000;

    /// <summary>The wires on its pins; null where nothing is soldered.</summary>
    internal I2cBus? Wires { get; set; }

    internal void SetSpeed(I2cBusSpeed speed) => _clock_Hz = speed switch
    {
        I2cBusSpeed.FastMode => 400_000,
        I2cBusSpeed.FastModePlus => 1_000_000,
        _ => 100_000,
    };

    internal I2cTransferResult Transfer(int address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (write.IsEmpty && read.IsEmpty)
        {
            return new I2cTransferResult(I2cTransferStatus.FullTransfer, 0);
        }

        I2cTransferStatus status;
        if (Wires is null)
        {
            machine.Advance(11_000_000 / _clock_Hz);
            status = I2cTransferStatus.SlaveAddressNotAcknowledged;
        }
        else
        {
            status = Wires.Transfer(address, write, read, _clock_Hz);
        }

        return new I2cTransferResult(status, status == I2cTransferStatus.FullTransfer ? write.Length + read.Length : 0);
    }
}

using System;
using System.Device.I2c;

namespace Bms.VirtualBoard.Buses;

/// <summary>The two wires of an I2C bus and the chips on them.</summary>
public sealed class I2cBus
{
    /// <summary>How long the driver waits for a bus that does not become free, µs.</summary>
    public const long TimeOut_us = 1_000_000;

    private readonly Machine _machine;
    private readonly I2cTarget?[] _targets = new I2cTarget?[128];

    internal I2cBus(Machine machine, string name, int dataPin, int clockPin)
    {
        _machine = machine;
        Name = name;
        DataPin = dataPin;
        ClockPin = clockPin;
    }

    /// <summary>Name in messages.</summary>
    public string Name { get; }

    /// <summary>GPIO number of SDA.</summary>
    public int DataPin { get; }

    /// <summary>GPIO number of SCL.</summary>
    public int ClockPin { get; }

    /// <summary>Transactions begun since the machine was made.</summary>
    public long Transactions { get; private set; }

    /// <summary>Solders a chip to the bus and to the board.</summary>
    /// <exception cref="ArgumentException">Its address is taken.</exception>
    public void Add(I2cTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (_targets[target.Address] is not null)
        {
            throw new ArgumentException($"address 0x{target.Address:X2} of {Name} is taken", nameof(target));
        }

        _targets[target.Address] = target;
        _machine.Add(target);
    }

    internal I2cTransferStatus Transfer(int address, ReadOnlySpan<byte> write, Span<byte> read, int clock_Hz)
    {
        Transactions++;
        I2cTarget? target = (uint)address < 128u ? _targets[address] : null;
        if (target is null || !target.Answers(_machine.Time_us))
        {
            _machine.Advance(Duration_us(0, clock_Hz));
            return I2cTransferStatus.SlaveAddressNotAcknowledged;
        }

        if (!write.IsEmpty)
        {
            _machine.Advance(Duration_us(write.Length, clock_Hz));
            if (!target.Write(write, _machine.Time_us))
            {
                return I2cTransferStatus.SlaveAddressNotAcknowledged;
            }
        }

        if (!read.IsEmpty)
        {
            target.Read(read, !write.IsEmpty, _machine.Time_us);
            _machine.Advance(Duration_us(read.Length, clock_Hz));
        }

        return I2cTransferStatus.FullTransfer;
    }

    // Start, address and data with their acknowledge bits, stop; rounded up.
    private static long Duration_us(int bytes, int clock_Hz) => (((9L * (1 + bytes)) + 2) * 1_000_000 + clock_Hz - 1) / clock_Hz;
}

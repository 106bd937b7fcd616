using System;
using System.Collections.Generic;
using System.Device.I2c;
using Bms.VirtualBoard.Analog;

namespace Bms.VirtualBoard.Buses;

/// <summary>The two wires of an I2C bus and the chips on them.</summary>
public sealed class I2cBus
{
    /// <summary>How long the driver waits for a bus that does not become free, µs.</summary>
    public const long TimeOut_us = 1_000_000;

    private const ulong FlipStream = 0xB17F;

    private readonly Machine _machine;
    private readonly List<I2cTarget> _targets = [];
    private readonly NoiseSource _flips = new(0, FlipStream);

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

    /// <summary>The chips.</summary>
    public IReadOnlyList<I2cTarget> Targets => _targets;

    /// <summary>Fault: SDA is held low, so that every transaction takes <see cref="TimeOut_us"/> and fails.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Transactions begun since the machine was made.</summary>
    public long Transactions { get; private set; }

    /// <summary>Solders a chip to the bus and to the board.</summary>
    /// <exception cref="ArgumentException">Its address is taken.</exception>
    public void Add(I2cTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (Find(target.Address) is not null)
        {
            throw new ArgumentException($"address 0x{target.Address:X2} of {Name} is taken", nameof(target));
        }

        _targets.Add(target);
        _machine.Add(target);
    }

    internal I2cTransferStatus Transfer(int address, ReadOnlySpan<byte> write, Span<byte> read, int clock_Hz)
    {
        Transactions++;
        I2cTarget? target = Find(address);
        if (IsHeld || target is { HoldsClock: true })
        {
            _machine.Advance(TimeOut_us);
            return I2cTransferStatus.ClockStretchTimeout;
        }

        if (target is null || target.IsSilent || Misses(target) || clock_Hz > target.MaximumClock_Hz || !target.Answers(_machine.Time_us))
        {
            _machine.Advance(Duration_us(0, clock_Hz));
            return I2cTransferStatus.SlaveAddressNotAcknowledged;
        }

        if (!write.IsEmpty)
        {
            Shift(target, write, clock_Hz);
            if (!target.Write(write, _machine.Time_us))
            {
                return I2cTransferStatus.SlaveAddressNotAcknowledged;
            }
        }

        if (!read.IsEmpty)
        {
            target.Read(read, !write.IsEmpty, _machine.Time_us);
            if (target.BitErrorRate > 0)
            {
                Disturb(read, target.BitErrorRate);
            }

            _machine.Advance(Duration_us(read.Length, clock_Hz));
        }

        return I2cTransferStatus.FullTransfer;
    }

    // Start, address and data with their acknowledge bits, stop; rounded up.
    private static long Duration_us(int bytes, int clock_Hz) => ((((9L * (1 + bytes)) + 2) * 1_000_000) + clock_Hz - 1) / clock_Hz;

    private I2cTarget? Find(int address)
    {
        foreach (I2cTarget target in _targets)
        {
            if (target.Address == address)
            {
                return target;
            }
        }

        return null;
    }

    private void Shift(I2cTarget target, ReadOnlySpan<byte> write, int clock_Hz)
    {
        long began_us = _machine.Time_us;
        try
        {
            _machine.Advance(Duration_us(write.Length, clock_Hz));
        }
        catch (PowerLostException)
        {
            long bits = (_machine.Time_us - began_us) * clock_Hz / 1_000_000;
            int acknowledged = (int)Math.Clamp(((bits - 1) / 9) - 1, 0, write.Length);
            target.WriteTorn(write[..acknowledged]);
            throw;
        }
    }

    private bool Misses(I2cTarget target) => target.MissRate > 0 && (_flips.Bits(~(ulong)Transactions) >> 11) * (1.0 / (1UL << 53)) < target.MissRate;

    private void Disturb(Span<byte> bytes, double rate)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                ulong draw = ((ulong)Transactions << 16) + ((ulong)i << 3) + (ulong)bit;
                if ((_flips.Bits(draw) >> 11) * (1.0 / (1UL << 53)) < rate)
                {
                    bytes[i] ^= (byte)(1 << bit);
                }
            }
        }
    }
}

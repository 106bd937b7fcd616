using Bms.Device.Buses;

namespace Bms.Device.Drivers;

/// <summary>The MB85RC256V, 32 KiB of ferroelectric memory, where one is fitted. A byte is kept from its acknowledge on, so of a
/// write that is cut off the beginning is new and the rest is old.</summary>
public sealed class Fram
{
    /// <summary>7-bit address with all address pins at ground.</summary>
    public const int Address = 0x50;

    /// <summary>Bytes it holds.</summary>
    public const int Size = 32768;

    // per transfer: 0.9 ms at 400 kHz
    private const int BlockLength = 32;

    private static readonly byte[] s_nothing = new byte[0];

    private readonly I2cChip _chip;
    private readonly byte[] _message = new byte[BlockLength + 2];
    private readonly byte[] _block = new byte[BlockLength];

    /// <summary>Makes the driver.</summary>
    /// <param name="bus">Bus of the chip.</param>
    public Fram(I2cBus bus)
    {
        _chip = new I2cChip(bus, Address);
    }

    /// <summary>The chip on its bus, for the counts of telemetry.</summary>
    public I2cChip Chip
    {
        get { return _chip; }
    }

    /// <summary>Whether the chip is there.</summary>
    public bool IsFitted()
    {
        return Read(0, _block, 0, 1);
    }

    /// <summary>Reads bytes.</summary>
    /// <param name="address">Of the first byte, 0..32767.</param>
    /// <param name="buffer">Takes the bytes.</param>
    /// <param name="start">Where in the buffer.</param>
    /// <param name="count">How many.</param>
    /// <returns>False if the chip does not answer, or the bytes do not lie within memory and buffer; the buffer may then have
    /// been filled in part.</returns>
    public bool Read(int address, byte[] buffer, int start, int count)
    {
        if (!LiesWithin(address, buffer, start, count))
        {
            return false;
        }

        for (int done = 0; done < count; done += BlockLength)
        {
            int length = count - done < BlockLength ? count - done : BlockLength;
            SetAddress(address + done);
            if (!_chip.Transfer(_message, 2, _block, length))
            {
                return false;
            }

            for (int k = 0; k < length; k++)
            {
                buffer[start + done + k] = _block[k];
            }
        }

        return true;
    }

    /// <summary>Writes bytes.</summary>
    /// <param name="address">Of the first byte, 0..32767.</param>
    /// <param name="buffer">Has the bytes.</param>
    /// <param name="start">Where in the buffer.</param>
    /// <param name="count">How many.</param>
    /// <returns>False if the chip does not answer, or the bytes do not lie within memory and buffer; the memory may then have
    /// been written in part.</returns>
    public bool Write(int address, byte[] buffer, int start, int count)
    {
        if (!LiesWithin(address, buffer, start, count))
        {
            return false;
        }

        for (int done = 0; done < count; done += BlockLength)
        {
            int length = count - done < BlockLength ? count - done : BlockLength;
            SetAddress(address + done);
            for (int k = 0; k < length; k++)
            {
                _message[2 + k] = buffer[start + done + k];
            }

            if (!_chip.Transfer(_message, length + 2, s_nothing, 0))
            {
                return false;
            }
        }

        return true;
    }

    private static bool LiesWithin(int address, byte[] buffer, int start, int count)
    {
        return address >= 0 && count >= 0 && start >= 0 && address <= Size - count && start <= buffer.Length - count;
    }

    private void SetAddress(int address)
    {
        _message[0] = (byte)(address >> 8);
        _message[1] = (byte)address;
    }
}

using Bms.Device.Buses;

namespace Bms.Device.Drivers;

/// <summary>
/// The way to and from a BQ76952: its registers, subcommands and data memory, in the bus mode without checks that it powers up in,
/// and in the one with a check after every byte.
/// </summary>
internal sealed class Bq76952Link
{
    /// <summary>7-bit address.</summary>
    internal const int Address = 0x08;

    /// <summary>Bus mode of 400 kHz with checks.</summary>
    internal const int CheckedFastMode = 0x12;

    /// <summary>Bytes of a block of data memory.</summary>
    internal const int BlockLength = 32;

    // subcommand, buffer, checksum, length: consecutive registers
    private const int TransferLength = BlockLength + 4;

    private static readonly byte[] s_nothing = new byte[0];

    private readonly byte[] _table;
    private readonly Crc8 _crc;
    private readonly byte[] _request = new byte[1];
    private readonly byte[] _answer = new byte[TransferLength << 1];
    private readonly byte[] _message = new byte[1 + (6 << 1)];

    internal Bq76952Link(I2cBus bus, Crc8 crc)
    {
        Chip = new I2cChip(bus, Address);
        _crc = crc;
        _table = crc.Table;
    }

    /// <summary>The chip on its bus.</summary>
    internal readonly I2cChip Chip;

    /// <summary>What <see cref="Fetch"/> has read.</summary>
    internal readonly byte[] Register = new byte[TransferLength];

    /// <summary>Whether the chip is in the mode with checks, as far as is known.</summary>
    internal bool IsChecked;

    /// <summary>Answers with a wrong check, first tries and second tries.</summary>
    internal int BadChecks;

    /// <summary>Makes a read of the mode with checks, of registers some of which lie between those that count.</summary>
    internal CheckedRead Reading(int register, int last, int second, int rest)
    {
        return new CheckedRead(_crc, Address, register, last - register, second, rest);
    }

    /// <summary>Makes a read of the mode with checks.</summary>
    internal CheckedRead Reading(int register, int count)
    {
        return new CheckedRead(_crc, Address, register, count);
    }

    /// <summary>Reads once, without looking at the checks.</summary>
    internal bool Read(CheckedRead read)
    {
        byte[] answer = read.Answer;
        if (!Chip.Transfer(read.Request, answer))
        {
            return false;
        }

        answer[1] ^= (byte)read.HeaderCheck;
        return true;
    }

    /// <summary>Reads, looks at every check, and reads once more if one is wrong.</summary>
    internal bool ReadWhole(CheckedRead read)
    {
        return Read(read) && (IsWhole(read) || (Read(read) && IsWhole(read)));
    }

    /// <summary>Reads registers into <see cref="Register"/>, in either mode; for what is rare.</summary>
    internal bool Fetch(int register, int count)
    {
        _request[0] = (byte)register;
        if (!IsChecked)
        {
            return Chip.Transfer(_request, 1, Register, count);
        }

        return FetchOnce(register, count) || FetchOnce(register, count);
    }

    /// <summary>Writes registers, in either mode.</summary>
    /// <param name="register">The first.</param>
    /// <param name="value">Its value in the lowest byte, then those that follow.</param>
    /// <param name="count">How many, 1..6.</param>
    internal bool Send(int register, long value, int count)
    {
        byte[] message = _message;
        message[0] = (byte)register;
        int length = 1;
        int check = _table[_table[Address << 1] ^ register];
        for (int k = 0; k < count; k++)
        {
            int next = (int)(value >> (k << 3)) & 0xFF;
            message[length] = (byte)next;
            length++;
            if (IsChecked)
            {
                message[length] = _table[check ^ next];
                length++;
                check = 0;
            }
        }

        return Chip.Transfer(message, length, s_nothing, 0);
    }

    /// <summary>Gives a subcommand, or asks for a block of data memory.</summary>
    internal bool Command(int code)
    {
        return Send(Bq76952Register.Subcommand, code, 2);
    }

    /// <summary>Writes data memory, or gives a subcommand with data.</summary>
    /// <param name="code">Address, or subcommand.</param>
    /// <param name="value">Little-endian value.</param>
    /// <param name="length">Bytes of it, 1..4.</param>
    internal bool WriteMemory(int code, int value, int length)
    {
        int sum = (code & 0xFF) + (code >> 8);
        for (int k = 0; k < length; k++)
        {
            sum += (value >> (k << 3)) & 0xFF;
        }

        // the length commits
        return Send(Bq76952Register.Subcommand, (uint)code | ((long)value << 16), length + 2)
            && Send(Bq76952Register.Checksum, (~sum & 0xFF) | ((length + 4) << 8), 2);
    }

    /// <summary>Takes the answer to a <see cref="Command"/> into <see cref="Register"/>, where its bytes begin at 2.</summary>
    /// <returns>False if it is not there yet, or its checksum is wrong.</returns>
    internal bool FetchAnswer(int code)
    {
        if (!Fetch(Bq76952Register.Subcommand, TransferLength) || (Register[0] | (Register[1] << 8)) != code)
        {
            return false;
        }

        // the echo counts as well; the length counts itself and the checksum
        int length = Register[TransferLength - 1] - 2;
        if (length < 2 || length > TransferLength - 2)
        {
            return false;
        }

        int sum = 0;
        for (int k = 0; k < length; k++)
        {
            sum += Register[k];
        }

        return (~sum & 0xFF) == Register[TransferLength - 2];
    }

    private bool FetchOnce(int register, int count)
    {
        byte[] answer = _answer;
        if (!Chip.Transfer(_request, 1, answer, count << 1))
        {
            return false;
        }

        int check = _table[_table[_table[Address << 1] ^ register] ^ ((Address << 1) | 1)];
        for (int k = 0; k < count; k++)
        {
            byte next = answer[k << 1];
            if (_table[check ^ next] != answer[(k << 1) + 1])
            {
                BadChecks++;
                return false;
            }

            check = 0;
            Register[k] = next;
        }

        return true;
    }

    /// <summary>Whether every check of what counts is right. One wrong check condemns the answer: a chip in the mode without checks that
    /// has nothing but zeros to say shows right ones from the second byte on.</summary>
    private bool IsWhole(CheckedRead read)
    {
        byte[] table = _table;
        byte[] answer = read.Answer;
        int second = read.Second;
        int wrong = (table[answer[0]] ^ answer[1]) | (table[answer[second]] ^ answer[second + 1]);
        int k = read.Rest;
        int end = answer.Length;
        while (k <= end - 8)
        {
            wrong |= (table[answer[k]] ^ answer[k + 1]) | (table[answer[k + 2]] ^ answer[k + 3])
                | (table[answer[k + 4]] ^ answer[k + 5]) | (table[answer[k + 6]] ^ answer[k + 7]);
            k += 8;
        }

        while (k < end)
        {
            wrong |= table[answer[k]] ^ answer[k + 1];
            k += 2;
        }

        if (wrong != 0)
        {
            BadChecks++;
        }

        return wrong == 0;
    }
}

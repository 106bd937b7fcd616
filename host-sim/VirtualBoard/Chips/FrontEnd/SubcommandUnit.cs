using System;
using System.Buffers.Binary;

namespace Bms.VirtualBoard.Chips.FrontEnd;

/// <summary>Subcommands and data memory of a BQ76952 through 0x3E, the transfer buffer, checksum and length.</summary>
/// <remarks>
/// A write of the code starts it; until it is done 0x3E and 0x3F read 0xFF, then the code if it returns data. Data is committed by
/// writing checksum and length together; a wrong checksum is ignored (unconfirmed). Data memory is written only in CONFIG_UPDATE
/// and neither read nor written when sealed. Unconfirmed: that a command without data leaves 0xFF, durations that no source gives
/// (400 µs), keys' window of 5 s.
/// </remarks>
internal sealed class SubcommandUnit(FrontEndCore core)
{
    private const int Buffer = 0x40;
    private const int BufferSize = 32;
    private const int ChecksumRegister = 0x60;
    private const int LengthRegister = 0x61;
    private const long OrdinaryTime_us = 400;
    private const long KeyWindow_us = 5_000_000;

    // code, µs
    private static readonly int[] s_durations =
    [
        0x0004, 8500, 0x0005, 450, 0x0009, 650,
        0x0071, 660, 0x0072, 660, 0x0073, 660, 0x0074, 660, 0x0075, 660, 0x0076, 660, 0x0077, 660,
        0x0090, 2000, 0x0092, 1000,
    ];

    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly SubcommandTable _table = new(core);
    private int _code;
    private int _length;
    private byte _checksum;
    private long _doneAt_us;
    private bool _isRunning;
    private bool _echoes;
    private bool _wroteCode;
    private bool _wroteBuffer;
    private bool _wroteChecksum;
    private bool _wroteLength;
    private int _key;
    private long _keyAt_us;

    /// <summary>When the running subcommand is done, µs; <see cref="long.MaxValue"/> if none runs.</summary>
    internal long DoneAt_us => _isRunning ? _doneAt_us : long.MaxValue;

    internal void Reset()
    {
        Array.Clear(_buffer);
        _code = 0;
        _length = 0;
        _isRunning = false;
        _echoes = false;
        _key = -1;
    }

    internal void BeginWrite()
    {
        _wroteCode = false;
        _wroteBuffer = false;
        _wroteChecksum = false;
        _wroteLength = false;
    }

    internal void Store(int register, byte value)
    {
        switch (register)
        {
            case 0x3E:
                Finish();
                _code = (_code & 0xFF00) | value;
                break;
            case 0x3F:
                _code = (_code & 0x00FF) | (value << 8);
                _wroteCode = true;
                break;
            case ChecksumRegister:
                _checksum = value;
                _wroteChecksum = true;
                break;
            case LengthRegister:
                _length = value;
                _wroteLength = true;
                break;
            default:
                _buffer[register - Buffer] = value;
                _wroteBuffer = true;
                break;
        }
    }

    /// <summary>The stop of a write: starts what it asked for.</summary>
    internal void EndWrite(long now_us)
    {
        if (_wroteChecksum && _wroteLength)
        {
            Commit(now_us);
        }
        else if (_wroteCode && !_wroteBuffer)
        {
            Start(now_us);
        }
    }

    internal void CatchUp(long now_us)
    {
        if (_isRunning && now_us >= _doneAt_us)
        {
            Finish();
        }
    }

    internal void Fill(byte[] image, long now_us)
    {
        bool isDone = !_isRunning && _echoes;
        image[0x3E] = isDone ? (byte)_code : (byte)0xFF;
        image[0x3F] = isDone ? (byte)(_code >> 8) : (byte)0xFF;
        _buffer.CopyTo(image.AsSpan(Buffer));
        image[ChecksumRegister] = _checksum;
        image[LengthRegister] = (byte)_length;
    }

    private void Start(long now_us)
    {
        if (IsKey(now_us))
        {
            return;
        }

        _isRunning = true;
        _echoes = false;
        _doneAt_us = now_us + Duration();
    }

    private long Duration()
    {
        for (int i = 0; i < s_durations.Length; i += 2)
        {
            if (s_durations[i] == _code)
            {
                return s_durations[i + 1];
            }
        }

        return OrdinaryTime_us;
    }

    private void Finish()
    {
        if (!_isRunning)
        {
            return;
        }

        _isRunning = false;
        int length = _table.Read(_code, _buffer);
        if (length > 0)
        {
            _echoes = true;
            _length = length + 4;
            _checksum = Sum(length);
        }
        else
        {
            _table.Execute(_code, _doneAt_us);
        }
    }

    private void Commit(long now_us)
    {
        Finish();
        int count = _length - 4;
        if (count is >= 1 and <= BufferSize && Sum(count) == _checksum)
        {
            _table.Write(_code, _buffer.AsSpan(0, count), now_us);
        }
    }

    private byte Sum(int count)
    {
        int sum = (_code & 0xFF) + (_code >> 8);
        for (int i = 0; i < count; i++)
        {
            sum += _buffer[i];
        }

        return (byte)~sum;
    }

    // Two words one after the other: from sealed to unsealed, from there to full access.
    private bool IsKey(long now_us)
    {
        int first = core.Security switch { 3 => 0x9257, 2 => 0x925B, _ => -1 };
        bool isSecond = _key >= 0 && _key == first && now_us - _keyAt_us <= KeyWindow_us && _code == core.Memory.U2(first + 2);
        bool isFirst = first >= 0 && !isSecond && _code == core.Memory.U2(first);
        _key = isFirst ? first : -1;
        _keyAt_us = now_us;
        if (isSecond)
        {
            core.Security--;
        }

        return isFirst || isSecond;
    }
}

using Bms.Core.Sensing;
using Bms.Device.Buses;

namespace Bms.Device.Drivers;

/// <summary>
/// The INA228 at the shunt: pack current every 40 ms, averaged by the chip over nearly all of that, and in the ticks between the
/// pack voltage behind it every 200 ms.
/// </summary>
/// <remarks>
/// The range of ±163.84 mV and a SHUNT_CAL of unity, 4096, are what the chip has after a reset: whatever happens to it, CURRENT counts
/// 312.5 nV, and never in another scale. With unity it saturates where the converter does: a shunt lead that is open shows as
/// full scale. The shunt's resistance enters here, exactly, instead of rounded in the chip. A reset takes the averages away; that is
/// looked for every 800 ms, and where nothing is read all at once, as before the first conversion after a reset.
/// </remarks>
public sealed class Ina228 : ConfiguredChip
{
    /// <summary>7-bit address with both address pins at ground.</summary>
    public const int Address = 0x40;

    private const int VoltageRegister = 0x05;
    private const int CurrentRegister = 0x07;
    private const int DiagnosisRegister = 0x0B;
    private const int ManufacturerRegister = 0x3E;
    private const int DeviceRegister = 0x3F;
    private const int Manufacturer = 0x5449;
    private const int Device = 0x228;

    private const int MemoryIsFine = 0x0001;

    // the row that a reset changes
    private const int Averages = 0;

    // the first average after a change of the configuration, and some reserve
    private const int Settling_ms = 50;

    private const int FullScale = 0x7FFFF;

    // one count is 312.5 nV: over a shunt in µohm that is 312500 / shunt µA
    private const long CurrentScale = 312500;

    // in turns of 40 ms
    private const int VoltageTurn = 2;
    private const int CompareTurn = 4;
    private const int Turns = 10;

    // what is written and later compared: register, value
    private static readonly int[] s_configuration =
    {
        0x01, 0xB782,   // ADC_CONFIG: shunt and bus without end, 2074 µs and 280 µs, 16 of each averaged: 37.7 ms, nearly two ticks
        0x00, 0x0000,   // CONFIG: ±163.84 mV
        0x02, 0x1000,   // SHUNT_CAL: unity
    };

    private static readonly byte[] s_nothing = new byte[0];

    private readonly I2cChip _chip;
    private readonly int _shunt_uohm;
    private readonly byte[] _currentRequest = { CurrentRegister };
    private readonly byte[] _voltageRequest = { VoltageRegister };
    private readonly byte[] _answer = new byte[3];
    private readonly byte[] _request = new byte[1];
    private readonly byte[] _word = new byte[2];
    private readonly byte[] _write = new byte[3];
    private bool _isBetween;
    private bool _isInDoubt;
    private bool _wasAtEnd;
    private int _counts;
    private int _turn;
    private bool _isOthersTurn;
    private int _compared = Averages;
    private long _settled_ms;

    /// <summary>Makes the driver.</summary>
    /// <param name="bus">Bus of the chip.</param>
    /// <param name="clock">For start-up.</param>
    /// <param name="shunt_uohm">Resistance of the shunt, µohm, 1 or more; less counts as 1.</param>
    public Ina228(I2cBus bus, Clock clock, int shunt_uohm)
        : base(clock)
    {
        _chip = new I2cChip(bus, Address);
        _shunt_uohm = shunt_uohm < 1 ? 1 : shunt_uohm;
    }

    /// <summary>The chip on its bus, for the counts of telemetry.</summary>
    public I2cChip Chip
    {
        get { return _chip; }
    }

    /// <inheritdoc/>
    public override void Renew(SensorFrame frame, int phase)
    {
        if (!IsConfigured)
        {
            ConfigureNext(frame.Time_ms);
            return;
        }

        _isBetween = !_isBetween;
        if (_isBetween)
        {
            RenewBetween(frame);
        }
        else if (_isInDoubt && !IsFine(Averages))
        {
            Lose(frame);        // also a chip that did not answer may have been reset meanwhile
        }
        else
        {
            RenewCurrent(frame);
        }
    }

    /// <inheritdoc/>
    protected override int Configure(int piece, long now_ms)
    {
        if (piece == FirstPiece)
        {
            return Read(ManufacturerRegister) == Manufacturer && Read(DeviceRegister) >> 4 == Device ? 1 : FirstPiece;
        }

        int row = (piece - 1) << 1;
        if (row == s_configuration.Length)
        {
            if (now_ms < _settled_ms)
            {
                return piece;
            }

            return DiagnosisIsFine() ? Done : FirstPiece;
        }

        int register = s_configuration[row];
        int value = s_configuration[row + 1];
        _write[0] = (byte)register;
        _write[1] = (byte)(value >> 8);
        _write[2] = (byte)value;
        _settled_ms = now_ms + Settling_ms;
        return _chip.Transfer(_write, s_nothing) && Read(register) == value ? piece + 1 : FirstPiece;
    }

    /// <inheritdoc/>
    protected override void Invalidate(SensorFrame frame)
    {
        frame.Invalidate(Channel.PackCurrentA);
        frame.Invalidate(Channel.PackVoltageB);
    }

    private void RenewCurrent(SensorFrame frame)
    {
        byte[] answer = _answer;
        if (!_chip.Transfer(_currentRequest, answer))
        {
            _isInDoubt = true;
            _isBetween = true;      // again with the next tick
            return;
        }

        _isInDoubt = false;
        int counts = ((sbyte)answer[0] << 12) | (answer[1] << 4) | (answer[2] >> 4);
        bool hasVanished = counts == 0 && _counts != 0;
        _counts = counts;
        if (hasVanished && !IsFine(Averages))
        {
            Lose(frame);
            return;
        }

        bool isAtEnd = counts >= FullScale || counts <= -FullScale;
        if (isAtEnd || _wasAtEnd)
        {
            // an average that has begun at the end of the range is none
            _wasAtEnd = isAtEnd;
            frame.IsValid[Channel.PackCurrentA] = false;
            return;
        }

        // towards zero: below 1 µA; saturates with shunts below 77 µohm only
        long current_uA = counts * CurrentScale / _shunt_uohm;
        if (current_uA != (int)current_uA)
        {
            current_uA = counts < 0 ? -int.MaxValue : int.MaxValue;
        }

        frame.Value[Channel.PackCurrentA] = (int)current_uA;
        frame.Timestamp_ms[Channel.PackCurrentA] = frame.Time_ms;
        frame.IsValid[Channel.PackCurrentA] = true;
    }

    private void RenewBetween(SensorFrame frame)
    {
        int turn = _turn == Turns - 1 ? 0 : _turn + 1;
        _turn = turn;
        switch (turn)
        {
            case VoltageTurn:
            case VoltageTurn + (Turns / 2):
                RenewVoltage(frame);
                break;
            case CompareTurn:
                Compare(frame);
                break;
            default:
                break;
        }
    }

    /// <summary>Looks at the averages every other time, at all else in turn.</summary>
    private void Compare(SensorFrame frame)
    {
        _isOthersTurn = !_isOthersTurn;
        int row = Averages;
        if (_isOthersTurn)
        {
            _compared = _compared == s_configuration.Length ? Averages + 2 : _compared + 2;
            row = _compared;
        }

        if (!IsFine(row))
        {
            Lose(frame);
        }
    }

    private void RenewVoltage(SensorFrame frame)
    {
        byte[] answer = _answer;
        if (_chip.Transfer(_voltageRequest, answer))
        {
            // one count is 195.3125 µV, 25/128 mV
            int counts = (answer[0] << 12) | (answer[1] << 4) | (answer[2] >> 4);
            frame.Set(Channel.PackVoltageB, ((counts * 25) + 64) >> 7, frame.Time_ms);
        }
    }

    /// <summary>Looks at a row of the configuration; the row after the last is the chip's own diagnosis.</summary>
    private bool IsFine(int row)
    {
        // twice, because a bit may fall over on the bus
        return RowIsFine(row) || RowIsFine(row);
    }

    private bool RowIsFine(int row)
    {
        if (row == s_configuration.Length)
        {
            return DiagnosisIsFine();
        }

        int value = Read(s_configuration[row]);
        return value == s_configuration[row + 1] || value < 0;
    }

    private bool DiagnosisIsFine()
    {
        int diagnosis = Read(DiagnosisRegister);
        return diagnosis < 0 || (diagnosis & MemoryIsFine) != 0;
    }

    /// <summary>A register of 16 bits; negative if the chip does not answer, which is no lost configuration.</summary>
    private int Read(int register)
    {
        _request[0] = (byte)register;
        return _chip.Transfer(_request, _word) ? (_word[0] << 8) | _word[1] : -1;
    }
}

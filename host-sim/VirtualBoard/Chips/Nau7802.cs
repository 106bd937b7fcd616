using System;
using Bms.VirtualBoard.Analog;
using Bms.VirtualBoard.Buses;

namespace Bms.VirtualBoard.Chips;

/// <summary>NAU7802: 24-bit bridge converter with two channels and the bridge's supply.</summary>
/// <remarks>
/// <para>Powers up as the data sheet wants it: RR, then PUD and PUA, PUR after 200 µs, CS, VLDO and AVDDS, then 200 ms until the supply
/// of the bridge stands. Without one of them CR never rises. Each channel has its own offset and gain registers; a calibration takes
/// 27.5 conversions (344 ms at 80 SPS). Output = gain * (raw - offset). Real ones are reported to miss their address now and then:
/// <see cref="I2cTarget.MissRate"/>.</para>
/// <para>Unconfirmed: full scale of half the reference over the gain; that reading the result clears CR; saturation at the ends of the
/// 24 bits; noise of 75 nV at gain 128 and 10 SPS, rising with the square root of the rate; that a change of channel or rate begins a
/// new conversion and the filter settles within four (1/24, 12/24, 23/24, 1); the reset values of 0x15, 0x1B and 0x1C; the size of the
/// converter's own offset before calibration.</para>
/// </remarks>
public sealed class Nau7802 : I2cTarget
{
    private const int PowerControl = 0x00;
    private const int Control2 = 0x02;
    private const int Result = 0x12;
    private const int Ready = 0x20;
    private const int PoweredUp = 0x08;
    private const int CalibrationError = 0x08;
    private const int Calibrate = 0x04;
    private const double Settle_us = 200_000;
    private const double PowerUp_us = 200;
    private const double CalibrationConversions = 27.5;

    private readonly byte[] _registers = new byte[0x20];
    private readonly Nau7802Converter _converter;
    private int _pointer;
    private double _readyAt_us;
    private double _supplyAt_us;
    private double _next_us = double.MaxValue;
    private double _calibratedAt_us = double.MaxValue;
    private bool _isReset;
    private bool _neverReady;

    /// <summary>A chip with two load cells.</summary>
    /// <param name="name">Name in messages and fault targets.</param>
    /// <param name="first">Load cell on channel 1.</param>
    /// <param name="second">Load cell on channel 2.</param>
    /// <param name="noise">Its errors.</param>
    public Nau7802(string name, LoadCell first, LoadCell second, NoiseSource noise)
        : base(name, 0x2A, 400_000) => _converter = new Nau7802Converter(_registers, first, second, noise);

    /// <summary>Fault: conversions never end.</summary>
    public bool NeverReady
    {
        get => _neverReady;
        set
        {
            _neverReady = value;
            Restart(Machine?.Time_us ?? 0, isNewInput: true);
        }
    }

    /// <inheritdoc/>
    protected internal override int StuckRegister => Result;

    private double Period_us => Nau7802Converter.Period_us(_registers[Control2]);

    private bool Converts => !_isReset && (_registers[PowerControl] & 0x96) == 0x96;

    /// <summary>All registers have their reset values; nothing converts.</summary>
    public void Reset()
    {
        Array.Clear(_registers);
        _registers[0x07] = 0x80;
        _registers[0x0E] = 0x80;
        _registers[0x1F] = 0x0F;
        _pointer = 0;
        _next_us = double.MaxValue;
        _calibratedAt_us = double.MaxValue;
        _isReset = false;
    }

    /// <inheritdoc/>
    public override void CatchUp(long now_us)
    {
        if ((_registers[PowerControl] & 0x06) == 0x06 && now_us >= _readyAt_us && !_isReset)
        {
            _registers[PowerControl] |= PoweredUp;
        }

        if (now_us >= _calibratedAt_us)
        {
            EndCalibration();
        }

        if (_next_us > now_us)
        {
            return;
        }

        // only the last conversion that is over can be read; those before it only count
        double period_us = Period_us;
        double more = Math.Floor((now_us - _next_us) / period_us);
        _converter.Convert((long)(_next_us + (more * period_us)), 1 + (long)more);
        _next_us += (1 + more) * period_us;
        _registers[PowerControl] |= Ready;
    }

    /// <inheritdoc/>
    protected internal override void PowerUp(long now_us) => Reset();

    /// <inheritdoc/>
    protected internal override bool Write(ReadOnlySpan<byte> bytes, long now_us)
    {
        CatchUp(now_us);
        _pointer = bytes[0] & 0x1F;
        foreach (byte value in bytes[1..])
        {
            Store(_pointer, value, now_us);
            _pointer = (_pointer + 1) & 0x1F;
        }

        return true;
    }

    /// <inheritdoc/>
    protected internal override void Read(Span<byte> bytes, bool isRepeated, long now_us)
    {
        CatchUp(now_us);
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(_registers[_pointer] | (_pointer == StuckRegister ? StuckBits : 0));
            if (_pointer == Result + 2)
            {
                _registers[PowerControl] = (byte)(_registers[PowerControl] & ~Ready);
            }

            _pointer = (_pointer + 1) & 0x1F;
        }
    }

    private void Store(int register, byte value, long now_us)
    {
        switch (register)
        {
            case PowerControl:
                Power(value, now_us);
                break;
            case 0x01:
                _registers[0x01] = value;
                Restart(now_us, isNewInput: true);
                break;
            case Control2:
                Control(value, now_us);
                break;
            case >= Result and <= Result + 2:
            case 0x1F:
                break;
            default:
                _registers[register] = value;
                break;
        }
    }

    private void Power(byte value, long now_us)
    {
        byte before = _registers[PowerControl];
        if ((value & 0x01) != 0)
        {
            Reset();
            _isReset = true;
            _registers[PowerControl] = 0x01;
            return;
        }

        bool wasReset = _isReset;
        _isReset = false;
        int readOnly = before & (Ready | PoweredUp);
        _registers[PowerControl] = (byte)((value & ~(Ready | PoweredUp)) | readOnly);
        if ((value & 0x06) != 0x06)
        {
            _registers[PowerControl] = (byte)(_registers[PowerControl] & ~(PoweredUp | Ready));
        }
        else if ((before & 0x06) != 0x06 || wasReset)
        {
            _readyAt_us = now_us + PowerUp_us;
        }

        if ((value & 0x80) != 0 && (before & 0x80) == 0)
        {
            _supplyAt_us = now_us + Settle_us;
        }

        bool isOther = ((value ^ before) & 0x96) != 0 || wasReset;
        if (isOther)
        {
            Restart(now_us, isNewInput: true);
        }
    }

    private void Control(byte value, long now_us)
    {
        byte before = _registers[Control2];
        int kept = before & CalibrationError;
        _registers[Control2] = (byte)((value & ~(CalibrationError | Calibrate)) | kept | (before & Calibrate));
        if (((value ^ before) & 0xF0) != 0)
        {
            Restart(now_us, isNewInput: ((value ^ before) & 0x80) != 0);
        }

        if ((value & Calibrate) != 0 && (before & Calibrate) == 0 && Converts)
        {
            _registers[Control2] |= Calibrate;
            _calibratedAt_us = now_us + (CalibrationConversions * Period_us);
            _next_us = double.MaxValue;
        }
    }

    private void Restart(long now_us, bool isNewInput)
    {
        if (isNewInput)
        {
            _converter.ChangeInput();
        }

        if (_calibratedAt_us < double.MaxValue)
        {
            return;
        }

        _next_us = Converts && !_neverReady ? Math.Max(now_us, _supplyAt_us) + Period_us : double.MaxValue;
    }

    private void EndCalibration()
    {
        long time_us = (long)_calibratedAt_us;
        _calibratedAt_us = double.MaxValue;
        bool isGood = _converter.Calibrate(_registers[Control2] & 3, time_us);
        _registers[Control2] = (byte)((_registers[Control2] & ~(Calibrate | CalibrationError)) | (isGood ? 0 : CalibrationError));
        Restart(time_us, isNewInput: true);
    }
}

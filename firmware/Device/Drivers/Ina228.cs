using Bms.Core.Sensing;
using Bms.Device.Buses;

namespace Bms.Device.Drivers;

/// <summary>
/// The INA228 at the shunt: pack current every tick, averaged by the chip over nearly all of it, and the pack voltage behind it
/// every 100 ms.
/// </summary>
/// <remarks>
/// SHUNT_CAL is set to unity, 4096, so that CURRENT counts what VSHUNT counts, 78.125 nV, and saturates where its converter
/// does: a shunt lead that is open shows as full scale. The shunt's resistance enters here, exactly, instead of rounded in the
/// chip. A chip that was reset falls back to the range of 163.84 mV and reads a quarter, so its range is looked at
/// every 100 ms; the other registers each 300 ms.
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

    // the first average after a change of the configuration, and some reserve
    private const int Settling_ms = 30;

    private const int FullScale = 0x7FFFF;

    // one count is 78.125 nV: over a shunt in µohm that is 78125 / shunt µA
    private const long CurrentScale = 78125;

    // what is written and later compared: register, value
    private static readonly int[] s_configuration =
    {
        0x00, 0x0010,   // CONFIG: ±40.96 mV
        0x01, 0xB542,   // ADC_CONFIG: shunt and bus without end, 1052 µs and 150 µs, 16 of each averaged: 19.2 ms, one tick
        0x02, 0x1000,   // SHUNT_CAL: unity
    };

    private readonly I2cChip _chip;
    private readonly int _shunt_uohm;
    private readonly byte[] _currentRequest = { CurrentRegister };
    private readonly byte[] _voltageRequest = { VoltageRegister };
    private readonly byte[] _answer = new byte[3];
    private readonly byte[] _write = new byte[3];
    private bool _isInDoubt;
    private int _compared;
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

        // also a chip that did not answer may have been reset meanwhile
        if ((_isInDoubt || phase == 2) && !IsFine(0))
        {
            Lose(frame);
            return;
        }

        _isInDoubt = !RenewCurrent(frame);
        if (phase == 1)
        {
            RenewVoltage(frame);
        }
        else if (phase == 4)
        {
            _compared = _compared == s_configuration.Length ? 2 : _compared + 2;
            if (!IsFine(_compared))
            {
                Lose(frame);
            }
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
        return _chip.Transfer(_write, 3, _answer, 0) && Read(register) == value ? piece + 1 : FirstPiece;
    }

    /// <inheritdoc/>
    protected override void Invalidate(SensorFrame frame)
    {
        frame.Invalidate(Channel.PackCurrentA);
        frame.Invalidate(Channel.PackVoltageB);
    }

    private bool RenewCurrent(SensorFrame frame)
    {
        byte[] answer = _answer;
        if (!_chip.Transfer(_currentRequest, 1, answer, 3))
        {
            return false;
        }

        int counts = ((sbyte)answer[0] << 12) | (answer[1] << 4) | (answer[2] >> 4);
        if (counts >= FullScale || counts <= -FullScale)
        {
            frame.IsValid[Channel.PackCurrentA] = false;
            return true;
        }

        // towards zero: below 1 µA; saturates with shunts below 20 µohm only
        long current_uA = counts * CurrentScale / _shunt_uohm;
        if (current_uA != (int)current_uA)
        {
            current_uA = counts < 0 ? -int.MaxValue : int.MaxValue;
        }

        frame.Value[Channel.PackCurrentA] = (int)current_uA;
        frame.Timestamp_ms[Channel.PackCurrentA] = frame.Time_ms;
        frame.IsValid[Channel.PackCurrentA] = true;
        return true;
    }

    private void RenewVoltage(SensorFrame frame)
    {
        byte[] answer = _answer;
        if (_chip.Transfer(_voltageRequest, 1, answer, 3))
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
        _write[0] = (byte)register;
        return _chip.Transfer(_write, 1, _answer, 2) ? (_answer[0] << 8) | _answer[1] : -1;
    }
}

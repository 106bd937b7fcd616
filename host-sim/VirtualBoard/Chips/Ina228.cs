using System;
using Bms.VirtualBoard.Analog;

namespace Bms.VirtualBoard.Chips;

/// <summary>INA228: 20-bit shunt voltage, bus voltage and temperature, with current, power, energy and charge worked out in the chip.</summary>
/// <remarks>
/// Registers, reset values and scales as in the data sheet; CURRENT = VSHUNT counts * 4096 / SHUNT_CAL in both ranges, and CHARGE and
/// ENERGY add CURRENT and POWER / 16 times the time of each result (derived). Errors: shunt 1 µV and 0.05 % with 20 ppm/K, bus 5 mV
/// and 0.1 %, temperature 1 K, clock 0.5 % (so charge as well). Unconfirmed: noise, reset values of TEMP_LIMIT and PWR_LIMIT, that
/// overflow flags clear by reading their accumulator or RSTACC, CURRENT 0 for SHUNT_CAL 0, full scale for an open shunt, and
/// that in continuous mode the unlatched conversion-ready flag is gone again before anybody can read it.
/// Conversions shorter than 1 ms are worked out in groups of 1 ms. The ALERT pin is not connected.
/// </remarks>
public sealed class Ina228 : WordRegisters
{
    private const int Memory = 0x0001;
    private const int Ready = 0x0002;
    private const int LimitFlags = 0x00FC;
    private const int WritableAlert = 0xF000;
    private const int Latched = 0x8000;
    private const long Rest_us = 50_000;

    private readonly Ina228Conversion _conversion;
    private readonly ushort[] _limits = new ushort[6];
    private ushort _configuration;
    private ushort _adc;
    private ushort _calibration;
    private ushort _temperatureCoefficient;
    private int _alert;
    private double _next_us = double.MaxValue;
    private int _steps;

    /// <summary>A chip at a shunt in the pack's negative lead, its bus input at the pack's positive end.</summary>
    /// <param name="world">Where current, voltage and temperature come from.</param>
    /// <param name="noise">Its errors.</param>
    /// <param name="shunt_ohm">The shunt.</param>
    /// <param name="address">0x40..0x4F.</param>
    public Ina228(IAnalogWorld world, NoiseSource noise, double shunt_ohm = 0.0005, int address = 0x40)
        : base("ina228", address, 1_000_000) => _conversion = new Ina228Conversion(world, noise, shunt_ohm);

    /// <summary>Fault: more current than the shunt's range, in the sense of charge.</summary>
    public bool IsShuntSaturated
    {
        get => _conversion.IsSaturated;
        set => _conversion.IsSaturated = value;
    }

    /// <summary>Fault: a wire to the shunt is broken.</summary>
    public bool IsShuntOpen
    {
        get => _conversion.IsOpen;
        set => _conversion.IsOpen = value;
    }

    /// <inheritdoc/>
    protected internal override int StuckRegister => 7;

    private bool IsContinuous => _adc >> 12 > 8;

    private int Inputs => (_adc >> 12) & 7;

    /// <summary>All registers have their reset values; conversions begin again.</summary>
    /// <param name="now_us">Time of the machine, µs.</param>
    public void Reset(long now_us)
    {
        _configuration = 0;
        _adc = 0xFB68;
        _calibration = 0x1000;
        _temperatureCoefficient = 0;
        _alert = Memory;
        _limits[0] = 0x7FFF;
        _limits[1] = 0x8000;
        _limits[2] = 0x7FFF;
        _limits[3] = 0;
        _limits[4] = 0x7FFF;
        _limits[5] = 0xFFFF;
        _conversion.Clear();
        Restart(now_us);
    }

    /// <inheritdoc/>
    public override void CatchUp(long now_us)
    {
        while (_next_us <= now_us)
        {
            _conversion.Sample((long)_next_us, Inputs);
            _steps++;
            bool isResult = _steps >= _conversion.StepsPerResult;
            if (isResult)
            {
                Publish();
            }

            _next_us = isResult && !IsContinuous ? double.MaxValue : _next_us + _conversion.Step_us;
        }

        WakeAt(_next_us < double.MaxValue ? now_us + Rest_us : long.MaxValue);
    }

    /// <inheritdoc/>
    protected internal override void PowerUp(long now_us)
    {
        ResetPointer();
        Reset(now_us);
    }

    /// <inheritdoc/>
    protected override void Store(int register, ushort value, long now_us)
    {
        switch (register)
        {
            case 0x00 when (value & 0x8000) != 0:
                Reset(now_us);
                break;
            case 0x00:
                _configuration = (ushort)(value & 0x3FF0);
                if ((value & 0x4000) != 0)
                {
                    _conversion.ClearAccumulators();
                    _alert &= ~0x0C00;
                }

                Calibrate();
                break;
            case 0x01:
                _adc = value;
                _alert &= ~Ready;
                Restart(now_us);
                break;
            case 0x02:
                _calibration = (ushort)(value & 0x7FFF);
                Calibrate();
                break;
            case 0x03:
                _temperatureCoefficient = (ushort)(value & 0x3FFF);
                Calibrate();
                break;
            case 0x0B:
                _alert = (_alert & ~WritableAlert) | (value & WritableAlert);
                break;
            case >= 0x0C and <= 0x11:
                _limits[register - 0x0C] = value;
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    protected override ulong Load(int register, out int width)
    {
        width = register switch { 0x04 or 0x05 or 0x07 or 0x08 => 3, 0x09 or 0x0A => 5, _ => 2 };
        return register switch
        {
            0x00 => _configuration,
            0x01 => _adc,
            0x02 => _calibration,
            0x03 => _temperatureCoefficient,
            0x04 => (ulong)(_conversion.Shunt << 4) & 0xFFFFFF,
            0x05 => (ulong)(_conversion.Bus << 4) & 0xFFFFFF,
            0x06 => (ulong)_conversion.Temperature & 0xFFFF,
            0x07 => (ulong)(_conversion.Current << 4) & 0xFFFFFF,
            0x08 => (ulong)_conversion.Power & 0xFFFFFF,
            0x09 => TakeEnergy(),
            0x0A => TakeCharge(),
            0x0B => TakeAlert(),
            >= 0x0C and <= 0x11 => _limits[register - 0x0C],
            0x3E => 0x5449,
            0x3F => 0x2281,
            _ => 0,
        };
    }

    private ulong TakeEnergy()
    {
        _alert &= ~0x0800;
        return _conversion.Energy;
    }

    private ulong TakeCharge()
    {
        _alert &= ~0x0400;
        return (ulong)_conversion.Charge & 0xFF_FFFF_FFFF;
    }

    private ulong TakeAlert()
    {
        int value = _alert;
        _alert &= ~Ready;
        if ((_alert & Latched) != 0)
        {
            _alert &= ~LimitFlags;
        }

        return (ulong)value;
    }

    private void Calibrate() => _conversion.Configure(_configuration, _adc, _calibration, _temperatureCoefficient);

    private void Restart(long now_us)
    {
        Calibrate();
        _steps = 0;
        _conversion.Restart();
        long delay_us = ((_configuration >> 6) & 0xFF) * 2000L;
        _next_us = Inputs == 0 ? double.MaxValue : now_us + delay_us + _conversion.Step_us;
        WakeAt(_next_us < double.MaxValue ? now_us + Rest_us : long.MaxValue);
    }

    private void Publish()
    {
        _steps = 0;
        int flags = _conversion.Publish(IsContinuous);
        int limits = Exceeded();
        bool isLatched = (_alert & Latched) != 0;
        _alert = (isLatched ? _alert : _alert & ~(LimitFlags | 0x0200)) | flags | limits;
        if (isLatched || !IsContinuous)
        {
            _alert |= Ready;
        }
    }

    private int Exceeded()
    {
        long shunt = _conversion.Shunt >> 4;
        long bus = _conversion.Bus >> 4;
        int flags = shunt > (short)_limits[0] ? 0x0040 : 0;
        flags |= shunt < (short)_limits[1] ? 0x0020 : 0;
        flags |= bus > _limits[2] ? 0x0010 : 0;
        flags |= bus < _limits[3] ? 0x0008 : 0;
        flags |= _conversion.Temperature > (short)_limits[4] ? 0x0080 : 0;
        flags |= _conversion.Power >> 8 > _limits[5] ? 0x0004 : 0;
        return flags;
    }
}

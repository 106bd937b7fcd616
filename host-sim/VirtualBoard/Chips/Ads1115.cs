using System;
using Bms.VirtualBoard.Analog;

namespace Bms.VirtualBoard.Chips;

/// <summary>ADS1115: 16-bit converter with four inputs.</summary>
/// <remarks>
/// Conversions: single-shot or continuous, 8..860 per second within 10 %, result of the settings at the start of a conversion; a
/// change of the input in continuous mode lets the running conversion finish first. Inputs are limited to ground and supply
/// whatever the range. Errors: offset 3 LSB, gain 0.01 % typical, noise about 1 LSB at 8 SPS to 3 LSB p-p at 860 SPS
/// (unconfirmed). Unconfirmed too: reset value 0x8583, wake-up of 25 µs, that a write while busy does not disturb the running
/// conversion. The ALERT/RDY pin is not connected: the comparator's settings are kept and have no effect.
/// </remarks>
public sealed class Ads1115 : WordRegisters
{
    private const ushort ResetConfiguration = 0x8583;
    private const double WakeUp_us = 25;

    private static readonly double[] s_range_V = [6.144, 4.096, 2.048, 1.024, 0.512, 0.256, 0.256, 0.256];
    private static readonly double[] s_rate_Hz = [8, 16, 32, 64, 128, 250, 475, 860];
    private static readonly int[] s_positive = [0, 0, 1, 2, 0, 1, 2, 3];
    private static readonly int[] s_negative = [1, 3, 3, 3, -1, -1, -1, -1];

    private readonly IVoltageSource?[] _inputs;
    private readonly NoiseSource _noise;
    private readonly double _supply_V;
    private readonly double _clock;
    private readonly double _gain;
    private readonly double _offset_V;
    private ushort _configuration;
    private ushort _running;
    private ushort _low;
    private ushort _high;
    private short _result;
    private double _end_us = double.MaxValue;
    private ulong _conversions;

    /// <summary>A chip with sources on its inputs.</summary>
    /// <param name="inputs">A0..A3; null is a grounded input.</param>
    /// <param name="noise">Its errors.</param>
    /// <param name="address">0x48..0x4B.</param>
    /// <param name="supply_V">Its supply.</param>
    public Ads1115(IVoltageSource?[] inputs, NoiseSource noise, int address = 0x48, double supply_V = 3.3)
        : base("ads1115", address, 400_000)
    {
        ArgumentNullException.ThrowIfNull(noise);
        _inputs = inputs;
        _noise = noise;
        _supply_V = supply_V;
        _clock = 1 + (0.1 * noise.Uniform(0));
        _gain = 1 + (0.0005 * noise.Uniform(1));
        _offset_V = 3 * 62.5e-6 * noise.Uniform(2);
    }

    /// <summary>Fault: conversions go on, but their results do not reach the register.</summary>
    public bool IsStuck { get; set; }

    /// <inheritdoc/>
    protected internal override int StuckRegister => 0;

    private bool IsContinuous => (_configuration & 0x0100) == 0;

    private double Period_us => 1e6 / s_rate_Hz[(_configuration >> 5) & 7] * _clock;

    /// <inheritdoc/>
    public override void CatchUp(long now_us)
    {
        if (_end_us > now_us)
        {
            return;
        }

        if (!IsContinuous && (_running & 0x0100) != 0)
        {
            Finish((long)_end_us);
            _end_us = double.MaxValue;
            return;
        }

        // only the last conversion that is over can be read; those before it need not be worked out
        double period_us = Period_us;
        double more = Math.Floor((now_us - _end_us) / period_us);
        if (more > 0)
        {
            _running = _configuration;
            _conversions += (ulong)more;
            _end_us += more * period_us;
        }

        Finish((long)_end_us);
        _running = _configuration;
        _end_us = IsContinuous ? _end_us + period_us : double.MaxValue;
    }

    /// <inheritdoc/>
    protected internal override void PowerUp(long now_us)
    {
        ResetPointer();
        _configuration = ResetConfiguration;
        _low = 0x8000;
        _high = 0x7FFF;
        _result = 0;
        _end_us = double.MaxValue;
    }

    /// <inheritdoc/>
    protected override void Store(int register, ushort value, long now_us)
    {
        switch (register & 3)
        {
            case 1:
                Configure(value, now_us);
                break;
            case 2:
                _low = value;
                break;
            case 3:
                _high = value;
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    protected override ulong Load(int register, out int width)
    {
        width = 2;
        return (register & 3) switch
        {
            0 => (ushort)_result,
            1 => (ulong)((_configuration & 0x7FFF) | (_end_us < double.MaxValue && !IsContinuous ? 0 : 0x8000)),
            2 => _low,
            _ => _high,
        };
    }

    private void Configure(ushort value, long now_us)
    {
        bool isBusy = _end_us < double.MaxValue;
        _configuration = value;
        bool starts = IsContinuous || (value & 0x8000) != 0;
        if (starts && !isBusy)
        {
            _running = value;
            _end_us = now_us + WakeUp_us + Period_us;
        }
    }

    private void Finish(long time_us)
    {
        _conversions++;
        if (IsStuck)
        {
            return;
        }

        int mux = (_running >> 12) & 7;
        double lsb_V = s_range_V[(_running >> 9) & 7] / 32768;
        double volts = Input(s_positive[mux], time_us) - Input(s_negative[mux], time_us);
        double noise_LSB = 0.2 + (0.4 * ((_running >> 5) & 7) / 7);
        double counts = ((volts * _gain) + _offset_V) / lsb_V;
        counts += noise_LSB * Math.Max(1, 62.5e-6 / lsb_V) * _noise.Normal(_conversions + 3);
        _result = (short)Math.Clamp(Math.Round(counts), -32768, 32767);
    }

    private double Input(int number, long time_us) => number < 0 ? 0 : Math.Clamp(_inputs[number]?.Voltage(time_us) ?? 0, 0, _supply_V);
}

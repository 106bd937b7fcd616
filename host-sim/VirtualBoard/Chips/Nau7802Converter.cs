using System;
using Bms.VirtualBoard.Analog;

namespace Bms.VirtualBoard.Chips;

/// <summary>The analogue half of a NAU7802: bridge, amplifier, filter, offset and gain registers.</summary>
internal sealed class Nau7802Converter
{
    private const double FullScale = 8388608;
    private const double UnityGain = 8388608;
    private const double Noise_V = 75e-9;
    private const double NoiseRate_Hz = 10;
    private const double OwnOffset_V = 50e-6;
    private const double OwnGain = 0.002;

    private static readonly double[] s_rate_Hz = [10, 20, 40, 80, 80, 80, 80, 320];
    private static readonly double[] s_supply_V = [4.5, 4.2, 3.9, 3.6, 3.3, 3.0, 2.7, 2.4];
    private static readonly double[] s_settled = [1.0 / 24, 12.0 / 24, 23.0 / 24];

    private readonly byte[] _registers;
    private readonly LoadCell[] _cells;
    private readonly NoiseSource _noise;
    private readonly double _offset_V;
    private readonly double _gain;
    private double _before;
    private double _last;
    private long _sinceChange;
    private ulong _count;

    internal Nau7802Converter(byte[] registers, LoadCell first, LoadCell second, NoiseSource noise)
    {
        _registers = registers;
        _cells = [first, second];
        _noise = noise;
        _offset_V = OwnOffset_V * noise.Uniform(0);
        _gain = 1 + (OwnGain * noise.Uniform(1));
    }

    private int Channel => _registers[0x02] >> 7;

    private int Amplification => 1 << (_registers[0x01] & 7);

    internal static double Period_us(byte control) => 1e6 / s_rate_Hz[(control >> 4) & 7];

    /// <summary>The filter has to settle on another input.</summary>
    internal void ChangeInput()
    {
        _before = _last;
        _sinceChange = 0;
    }

    /// <summary>Ends conversions; the last of them is the result.</summary>
    internal void Convert(long time_us, long conversions)
    {
        _count += (ulong)conversions;
        double settled = _sinceChange + conversions > s_settled.Length ? 1 : s_settled[_sinceChange + conversions - 1];
        _sinceChange = Math.Min(_sinceChange + conversions, s_settled.Length);
        double input = Raw(time_us);
        _last = input;
        double raw = _before + ((input - _before) * settled) + (NoiseCounts() * _noise.Normal(_count + 2));
        double gain = Gain() / UnityGain;
        long value = (long)Math.Clamp(Math.Round(gain * (Math.Clamp(raw, -FullScale, FullScale - 1) - Offset())), -FullScale, FullScale - 1);
        bool isPinned = raw >= FullScale - 1 || raw < -FullScale;
        Put(isPinned ? (raw > 0 ? 0x7FFFFF : -0x800000) : value);
    }

    /// <summary>Sets offset or gain register of the channel; false if the gain needed is out of range.</summary>
    internal bool Calibrate(int mode, long time_us)
    {
        int at = Channel == 0 ? 0x03 : 0x0A;
        if (mode != 3)
        {
            PutOffset(at, mode == 2 ? Raw(time_us) : OwnOffset());
            return true;
        }

        double above = Raw(time_us) - Offset();
        double gain = above > 0 ? (FullScale - 1) / above : double.PositiveInfinity;
        bool isGood = gain < 256;
        uint value = isGood ? (uint)Math.Round(gain * UnityGain) : 0;
        for (int i = 0; i < 4; i++)
        {
            _registers[at + 3 + i] = (byte)(value >> (24 - (8 * i)));
        }

        return isGood;
    }

    private double OwnOffset() => _offset_V * Amplification / Reference_V() * 2 * FullScale / Math.Sqrt(Amplification);

    private double NoiseCounts()
    {
        double rate_Hz = s_rate_Hz[(_registers[0x02] >> 4) & 7];
        double volts = Noise_V * Math.Sqrt(rate_Hz / NoiseRate_Hz) * Math.Sqrt(128.0 / Amplification);
        return volts * Amplification * 2 / Reference_V() * FullScale;
    }

    private double Reference_V() => s_supply_V[(_registers[0x01] >> 3) & 7];

    private double Raw(long time_us)
    {
        double ratio = _cells[Channel].Ratio(time_us);
        return (ratio * _gain * Amplification * 2 * FullScale) + OwnOffset();
    }

    private double Offset()
    {
        int at = Channel == 0 ? 0x03 : 0x0A;
        int size = ((_registers[at] & 0x7F) << 16) | (_registers[at + 1] << 8) | _registers[at + 2];
        return (_registers[at] & 0x80) != 0 ? -size : size;
    }

    private double Gain()
    {
        int at = Channel == 0 ? 0x06 : 0x0D;
        return ((uint)_registers[at] << 24) | ((uint)_registers[at + 1] << 16) | ((uint)_registers[at + 2] << 8) | _registers[at + 3];
    }

    private void Put(long value)
    {
        _registers[0x12] = (byte)(value >> 16);
        _registers[0x13] = (byte)(value >> 8);
        _registers[0x14] = (byte)value;
    }

    private void PutOffset(int at, double counts)
    {
        int size = (int)Math.Min(Math.Abs(Math.Round(counts)), 0x7FFFFF);
        int coded = size | (counts < 0 ? 0x800000 : 0);
        _registers[at] = (byte)(coded >> 16);
        _registers[at + 1] = (byte)(coded >> 8);
        _registers[at + 2] = (byte)coded;
    }
}

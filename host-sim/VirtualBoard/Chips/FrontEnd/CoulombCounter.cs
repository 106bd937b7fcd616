using System;
using Bms.VirtualBoard.Analog;

namespace Bms.VirtualBoard.Chips.FrontEnd;

/// <summary>The current side of a BQ76952: CC2 every 3 ms, CC1 every 250 ms, CC3 as an average of CC2, and the passed charge.</summary>
/// <remarks>
/// 0.2 V range; gain 130845..132335 counts per V (131454 typical) against the 132128 that CC Gain = 7.5684 / Rsense assumes; offset 1
/// count with 0.03 per K. The noise of a CC2 conversion, half a count, is unconfirmed.
/// </remarks>
internal sealed class CoulombCounter
{
    internal const long Period_us = 3_000;

    private const double NominalGain = 1000 / 7.5684;
    private const double NominalCounts = 1000 * NominalGain;
    private const double Range_V = 0.2;
    private const int SlowSamples = 83;

    private readonly IAnalogWorld _world;
    private readonly NoiseSource _noise;
    private readonly DataMemory _memory;
    private readonly double _sense_ohm;
    private readonly double _gain;
    private readonly double _offset;
    private readonly double _drift;
    private double _slowSum;
    private int _slowCount;
    private double _averageSum;
    private int _averageCount;
    private int _averageLength = 80;
    private ulong _conversions;
    private double _toUser = 1;
    private double _boardOffset;

    internal CoulombCounter(IAnalogWorld world, NoiseSource noise, DataMemory memory, double sense_ohm)
    {
        _world = world;
        _noise = noise;
        _memory = memory;
        _sense_ohm = sense_ohm;
        _gain = noise.Scale == 0 ? NominalCounts : 131_590 + (745 * noise.Uniform(200));
        _offset = noise.Uniform(201);
        _drift = 0.03 * noise.Uniform(202);
    }

    /// <summary>Voltage across the sense resistor in the last conversion, V, positive on charge.</summary>
    internal double Sense_V { get; private set; }

    /// <summary>Last conversion, in userA, not limited to 16 bits.</summary>
    internal double Fast { get; private set; }

    /// <summary>Average of 250 ms, userA.</summary>
    internal double Slow { get; private set; }

    /// <summary>Average of as many conversions as CC3 Samples says, userA.</summary>
    internal double Average { get; private set; }

    /// <summary>Charge that passed since RESET_PASSQ, userAh.</summary>
    internal double Charge { get; private set; }

    /// <summary>Time since RESET_PASSQ, µs.</summary>
    internal long ChargeTime_us { get; private set; }

    /// <summary>Length of one userA, A.</summary>
    internal double User_A { get; private set; } = 0.001;

    internal static short Limited(double value) => (short)Math.Clamp(Math.Round(value), short.MinValue, short.MaxValue);

    internal void Load()
    {
        User_A = (_memory.U1(0x9303) & 3) switch { 0 => 0.0001, 1 => 0.001, 2 => 0.01, _ => 0.1 };
        _toUser = _memory.F4(0x91A8) * 0.001 / User_A;
        int samples = _memory.U2(0x91C6);
        _boardOffset = samples == 0 ? 0 : _memory.I2(0x91C8) / (double)samples;
        _averageLength = Math.Max(2, (int)_memory.U1(0x9307));
    }

    internal void ClearCharge()
    {
        Charge = 0;
        ChargeTime_us = 0;
    }

    internal void Clear()
    {
        Sense_V = 0;
        Fast = 0;
        Slow = 0;
        Average = 0;
        _slowSum = 0;
        _slowCount = 0;
        _averageSum = 0;
        _averageCount = 0;
        ClearCharge();
    }

    internal void Convert(long time_us)
    {
        Sense_V = Math.Clamp(_world.PackCurrent(time_us) * _sense_ohm, -Range_V, Range_V);
        double warmth = _world.AmbientTemperature(time_us) - 298.15;
        double counts = (Sense_V * _gain) + _offset + (_drift * warmth) + (0.5 * _noise.Normal(1000 + _conversions++)) - _boardOffset;
        Fast = counts * _toUser;
        Charge += Fast * (Period_us / 3.6e9);
        ChargeTime_us += Period_us;
        _slowSum += Fast;
        if (++_slowCount == SlowSamples)
        {
            Slow = _slowSum / SlowSamples;
            _slowSum = 0;
            _slowCount = 0;
        }

        _averageSum += Fast;
        if (++_averageCount >= _averageLength)
        {
            Average = _averageSum / _averageCount;
            _averageSum = 0;
            _averageCount = 0;
        }
    }
}

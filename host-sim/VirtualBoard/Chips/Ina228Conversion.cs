using System;
using Bms.VirtualBoard.Analog;

namespace Bms.VirtualBoard.Chips;

/// <summary>The analogue half of an INA228: samples, averages, and what is worked out of them.</summary>
internal sealed class Ina228Conversion
{
    private const double Fine_V = 78.125e-9;
    private const double Coarse_V = 312.5e-9;
    private const double BusStep_V = 195.3125e-6;
    private const double DieStep_K = 0.0078125;
    private const double Noise_V = 3e-6;
    private const double SelfHeating_K = 2;
    private const double Group_us = 1000;
    private const int FullScale = 0x7FFFF;

    private static readonly int[] s_time_us = [50, 84, 150, 280, 540, 1052, 2074, 4120];
    private static readonly int[] s_average = [1, 4, 16, 64, 128, 256, 512, 1024];

    private readonly IAnalogWorld _world;
    private readonly NoiseSource _noise;
    private readonly double _shunt_ohm;
    private readonly double _clock;
    private readonly double _offset_V;
    private readonly double _gain;
    private readonly double _gainDrift;
    private readonly double _busOffset_V;
    private readonly double _busGain;
    private readonly double _dieOffset_K;
    private double _step_V = Coarse_V;
    private double _noise_V;
    private double _calibration = 1;
    private double _compensation;
    private double _result_us;
    private double _shuntSum_V;
    private double _busSum_V;
    private double _dieSum_K;
    private int _samples;
    private int _inputs;
    private ulong _count;
    private double _chargeRest;
    private double _energyRest;
    private long _charge;
    private ulong _energy;

    internal Ina228Conversion(IAnalogWorld world, NoiseSource noise, double shunt_ohm)
    {
        _world = world;
        _noise = noise;
        _shunt_ohm = shunt_ohm;
        _clock = 1 + (0.005 * noise.Uniform(0));
        _offset_V = 1e-6 * noise.Uniform(1);
        _gain = 1 + (0.0005 * noise.Uniform(2));
        _gainDrift = 20e-6 * noise.Uniform(3);
        _busOffset_V = 0.005 * noise.Uniform(4);
        _busGain = 1 + (0.001 * noise.Uniform(5));
        _dieOffset_K = noise.Uniform(6);
    }

    internal bool IsSaturated { get; set; }

    internal bool IsOpen { get; set; }

    /// <summary>Time from one sample to the next, µs by the machine's clock.</summary>
    internal double Step_us { get; private set; }

    /// <summary>Samples that make one result.</summary>
    internal int StepsPerResult { get; private set; } = 1;

    internal long Shunt { get; private set; }

    internal long Bus { get; private set; }

    internal long Temperature { get; private set; }

    internal long Current { get; private set; }

    internal long Power { get; private set; }

    internal long Charge => _charge;

    internal ulong Energy => _energy;

    internal void Configure(ushort configuration, ushort adc, ushort calibration, ushort temperatureCoefficient)
    {
        _step_V = (configuration & 0x0010) != 0 ? Fine_V : Coarse_V;
        _calibration = calibration;
        _compensation = (configuration & 0x0020) != 0 ? temperatureCoefficient * 1e-6 : 0;
        int inputs = (adc >> 12) & 7;
        double once_us = ((inputs & 1) != 0 ? s_time_us[(adc >> 9) & 7] : 0)
            + ((inputs & 2) != 0 ? s_time_us[(adc >> 6) & 7] : 0)
            + ((inputs & 4) != 0 ? s_time_us[(adc >> 3) & 7] : 0);
        int average = s_average[adc & 7];
        int group = once_us > 0 ? Math.Max(1, (int)(Group_us / once_us)) : 1;
        StepsPerResult = Math.Max(1, average / group);
        Step_us = once_us * Math.Max(average, group) / StepsPerResult * _clock;
        _result_us = once_us * Math.Max(average, group);

        // a conversion of 1052 us has the noise; shorter ones have more of it
        double converted_us = s_time_us[(adc >> 6) & 7] * (double)Math.Max(average, group) / StepsPerResult;
        _noise_V = Noise_V * Math.Sqrt(1052 / converted_us) * (_step_V == Fine_V ? 0.5 : 1);
    }

    internal void Clear()
    {
        Shunt = 0;
        Bus = 0;
        Temperature = 0;
        Current = 0;
        Power = 0;
        ClearAccumulators();
    }

    internal void ClearAccumulators()
    {
        _charge = 0;
        _energy = 0;
        _chargeRest = 0;
        _energyRest = 0;
    }

    internal void Restart()
    {
        _samples = 0;
        _shuntSum_V = 0;
        _busSum_V = 0;
        _dieSum_K = 0;
    }

    internal void Sample(long time_us, int inputs)
    {
        _inputs = inputs;
        _samples++;
        ulong draw = 8 + (3 * _count++);
        double warmth = _world.AmbientTemperature(time_us) + SelfHeating_K - 298.15;
        if ((inputs & 2) != 0)
        {
            double volts = (_world.PackCurrent(time_us) * _shunt_ohm * (_gain + (_gainDrift * warmth))) + _offset_V;
            _shuntSum_V += IsSaturated || IsOpen ? 1 : volts + (_noise_V * _noise.Normal(draw));
        }

        if ((inputs & 1) != 0)
        {
            _busSum_V += (_world.PackVoltage(time_us) * _busGain) + _busOffset_V + (100e-6 * _noise.Normal(draw + 1));
        }

        _dieSum_K += warmth + _dieOffset_K;
    }

    // Takes the average as result; returns the overflow flags.
    internal int Publish(bool accumulates)
    {
        int flags = 0;
        if ((_inputs & 4) != 0)
        {
            Temperature = (long)Math.Clamp(Math.Round((25 + (_dieSum_K / _samples)) / DieStep_K), short.MinValue, short.MaxValue);
        }

        if ((_inputs & 1) != 0)
        {
            Bus = (long)Math.Clamp(Math.Round(_busSum_V / _samples / BusStep_V), 0, FullScale);
        }

        if ((_inputs & 2) != 0)
        {
            Shunt = (long)Math.Clamp(Math.Round(_shuntSum_V / _samples / _step_V), -FullScale - 1, FullScale);
            double hotter = 1 + (_compensation * ((Temperature * DieStep_K) - 25));
            double current = _calibration > 0 ? Math.Round(Shunt * 4096 / (_calibration * hotter)) : 0;
            Current = (long)Math.Clamp(current, -FullScale - 1, FullScale);
            flags = current == Current ? 0 : 0x0200;
        }

        Power = Math.Min(Math.Abs(Current) * Bus / 16384, 0xFFFFFF);
        if (accumulates)
        {
            flags |= Accumulate();
        }

        Restart();
        return flags;
    }

    private int Accumulate()
    {
        double seconds = _result_us * 1e-6;
        _chargeRest += Current * seconds;
        long whole = (long)_chargeRest;
        _chargeRest -= whole;
        _charge += whole;
        _energyRest += Power * seconds / 16;
        ulong joules = (ulong)_energyRest;
        _energyRest -= joules;
        _energy += joules;
        int flags = _charge is > 0x7F_FFFF_FFFF or < -0x80_0000_0000 ? 0x0400 : 0;
        flags |= _energy > 0xFF_FFFF_FFFF ? 0x0800 : 0;
        _energy &= 0xFF_FFFF_FFFF;
        _charge = (_charge << 24) >> 24;
        return flags;
    }
}

using System;
using Bms.VirtualBoard.Analog;

namespace Bms.VirtualBoard.Chips.FrontEnd;

/// <summary>The temperature side of a BQ76952: thermistors on nine pins as each is configured, and the die.</summary>
/// <remarks>
/// The chip takes the resistance from the ratio to its pull-up and the temperature from its polynomial; a wrong pull-up or polynomial
/// shows a wrong temperature, as it would. An open thermistor reads very cold, a short one very hot; the exact ends are unconfirmed.
/// A pin configured as plain input shows mV.
/// </remarks>
internal sealed class Thermometer
{
    internal const int Pins = 9;

    private const double Reference_V = 1.8;
    private const double PullUp_ohm = 18_000;
    private const double Smallest = 1.0 / 32768;

    // pins in the order of their registers: CFETOFF, DFETOFF, ALERT, TS1, TS2, TS3, HDQ, DCHG, DDSG
    private static readonly int[] s_sensor = [6, 7, -1, 0, 1, 2, 3, 4, 5];
    private static readonly double[] s_pullUp_ohm = [PullUp_ohm, 10 * PullUp_ohm, double.PositiveInfinity, double.PositiveInfinity];

    private readonly IAnalogWorld _world;
    private readonly NoiseSource _noise;
    private readonly DataMemory _memory;
    private readonly Thermistor _bead = new();
    private readonly double[] _spread = new double[Pins];
    private readonly short[] _reading = new short[Pins];
    private readonly double[] _celsius = new double[Pins];
    private readonly bool[] _isRead = new bool[Pins];

    internal Thermometer(IAnalogWorld world, NoiseSource noise, DataMemory memory, int sensors)
    {
        _world = world;
        _noise = noise;
        _memory = memory;
        Sensors = sensors;
        for (int pin = 0; pin < Pins; pin++)
        {
            _spread[pin] = 1 + (0.01 * noise.Uniform((ulong)(300 + pin)));
        }
    }

    /// <summary>State of the wires of each sensor.</summary>
    internal WireFault[] Faults { get; } = new WireFault[8];

    /// <summary>Sensors that are there; the other pins are open.</summary>
    internal int Sensors { get; }

    /// <summary>Thermistors configured.</summary>
    internal int Count { get; private set; }

    /// <summary>Die, 0.1 K.</summary>
    internal short Die { get; private set; }

    /// <summary>Warmest thermistor of the cells, °C; NaN without one.</summary>
    internal double WarmestCell { get; private set; } = double.NaN;

    /// <summary>Coldest thermistor of the cells, °C; NaN without one.</summary>
    internal double ColdestCell { get; private set; } = double.NaN;

    /// <summary>Warmest thermistor of the FETs, °C; NaN without one.</summary>
    internal double WarmestFet { get; private set; } = double.NaN;

    internal double DieCelsius => (Die * 0.1) - 273.15;

    internal short Reading(int pin) => _reading[pin];

    internal void Load()
    {
        Count = 0;
        for (int pin = 0; pin < Pins; pin++)
        {
            int configuration = _memory.U1(0x92FA + pin);
            if ((configuration & 3) == 3)
            {
                Count++;
            }
            else
            {
                _reading[pin] = 0;
                _isRead[pin] = false;
            }
        }
    }

    internal void Clear()
    {
        Array.Clear(_reading);
        Array.Clear(_isRead);
        Die = 0;
        Summarise();
    }

    /// <summary>One loop: a third of the pins.</summary>
    internal void Sample(long loop, long time_us)
    {
        for (int pin = (int)(loop % 3); pin < Pins; pin += 3)
        {
            int configuration = _memory.U1(0x92FA + pin);
            if ((configuration & 3) == 3)
            {
                Read(pin, configuration, loop, time_us);
            }
        }

        Die = Tenths(_world.AmbientTemperature(time_us) + 4 + (2 * _noise.Uniform(310)));
        Summarise();
    }

    private static short Tenths(double kelvin) => (short)Math.Clamp(Math.Round(kelvin * 10), 0, short.MaxValue);

    private void Read(int pin, int configuration, long loop, long time_us)
    {
        double pullUp_ohm = s_pullUp_ohm[configuration >> 6];
        double ratio = Math.Clamp(Ratio(pin, pullUp_ohm, time_us) + (2e-5 * _noise.Normal((ulong)((loop * Pins) + pin + 5_000_000_000))), Smallest, 1 - Smallest);
        int polynomial = (configuration >> 4) & 3;
        bool isTemperature = ((configuration >> 2) & 3) != 0 && polynomial != 3;
        if (!isTemperature)
        {
            _reading[pin] = (short)Math.Round(ratio * Reference_V * 1000);
            _isRead[pin] = false;
            return;
        }

        double assumed_ohm = polynomial == 1 ? 10 * PullUp_ohm : PullUp_ohm;
        double resistance_ohm = assumed_ohm * ratio / (1 - ratio);
        double bead_ohm = polynomial == 1 ? resistance_ohm / 10 : resistance_ohm;
        double kelvin = _bead.Temperature(bead_ohm);
        _reading[pin] = Tenths(kelvin is > 0 and < 3276 ? kelvin : 3276);
        _celsius[pin] = (_reading[pin] * 0.1) - 273.15;
        _isRead[pin] = true;
    }

    private double Ratio(int pin, double pullUp_ohm, long time_us)
    {
        int sensor = s_sensor[pin];
        WireFault fault = sensor < 0 || sensor >= Sensors ? WireFault.Open : Faults[sensor];
        if (double.IsInfinity(pullUp_ohm) || fault == WireFault.Short)
        {
            return 0;
        }

        if (fault == WireFault.Open)
        {
            return 1;
        }

        double resistance_ohm = _bead.Resistance(_world.SensorTemperature(sensor, time_us)) * _spread[pin];
        return resistance_ohm / (resistance_ohm + pullUp_ohm);
    }

    private void Summarise()
    {
        double warmest = double.NaN;
        double coldest = double.NaN;
        double fet = double.NaN;
        for (int pin = 0; pin < Pins; pin++)
        {
            if (!_isRead[pin])
            {
                continue;
            }

            int type = (_memory.U1(0x92FA + pin) >> 2) & 3;
            double celsius = _celsius[pin];
            if (type == 1)
            {
                warmest = celsius > warmest || double.IsNaN(warmest) ? celsius : warmest;
                coldest = celsius < coldest || double.IsNaN(coldest) ? celsius : coldest;
            }
            else if (type == 3)
            {
                fet = celsius > fet || double.IsNaN(fet) ? celsius : fet;
            }
        }

        WarmestCell = warmest;
        ColdestCell = coldest;
        WarmestFet = fet;
    }
}

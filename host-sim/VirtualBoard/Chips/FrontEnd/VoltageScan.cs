using System;
using Bms.VirtualBoard.Analog;

namespace Bms.VirtualBoard.Chips.FrontEnd;

/// <summary>The voltage side of a BQ76952: every cell once a loop, each in its own slot; stack, PACK and LD pins once in three loops.</summary>
/// <remarks>
/// Errors per cell: 1.2 mV of nonlinearity, 0.6 mV of offset; 1 mV steps; noise of 0.15 mV unconfirmed. The stack is coarse: 0.3 % and
/// 20 mV (unconfirmed). A broken sense wire: its two cells drift apart by 0.75 V per check time in seconds, at the same sum (derived
/// from 55 µA for 3 ms a check on 220 nF).
/// </remarks>
internal sealed class VoltageScan
{
    internal const int Cells = 16;

    private const long Slot_us = 3_000;
    private const double DriftPerCheck_V = 0.75;
    private const double Highest_V = 5.5;
    private const double Lowest_V = -0.2;

    private readonly IAnalogWorld _world;
    private readonly NoiseSource _noise;
    private readonly DataMemory _memory;
    private readonly int _connected;
    private readonly double[] _error_V = new double[Cells];
    private readonly double[] _volts = new double[Cells];
    private double _drift_V;
    private long _driftedTo_us;
    private bool _isCentivolts;

    internal VoltageScan(IAnalogWorld world, NoiseSource noise, DataMemory memory, int connected)
    {
        _world = world;
        _noise = noise;
        _memory = memory;
        _connected = connected;
        for (int cell = 0; cell < Cells; cell++)
        {
            _error_V[cell] = (0.0012 * noise.Uniform((ulong)(20 + cell))) + (0.0006 * noise.Uniform((ulong)(40 + cell)));
        }
    }

    /// <summary>Fault: the broken sense wire; wire n is between cell n and cell n + 1, wire 0 below the first; -1 for none.</summary>
    internal int OpenWire { get; set; } = -1;

    /// <summary>Whether the top cell is wired to the last input, and the inputs between are shorted.</summary>
    internal bool TopAtLastInput { get; set; }

    /// <summary>Cells the chip is told are there, a bit each.</summary>
    internal int Present { get; private set; } = 0xFFFF;

    /// <summary>mV per cell, as the registers show it.</summary>
    internal short[] Millivolts { get; } = new short[Cells];

    /// <summary>In user volts.</summary>
    internal short Stack { get; private set; }

    /// <summary>In user volts.</summary>
    internal short Pack { get; private set; }

    /// <summary>In user volts.</summary>
    internal short LoadDetect { get; private set; }

    /// <summary>Highest and lowest cell of those present, mV.</summary>
    internal int Highest_mV { get; private set; }

    /// <summary>Lowest cell of those present, mV.</summary>
    internal int Lowest_mV { get; private set; }

    /// <summary>24-bit result of a cell, 0.722 µV.</summary>
    internal int Counts(int cell) => (int)Math.Round(_volts[cell] / 0.722e-6);

    internal void Load()
    {
        int mode = _memory.U2(0x9304);
        Present = mode == 0 ? 0xFFFF : mode;
        _isCentivolts = (_memory.U1(0x9303) & 4) != 0;
    }

    internal void Clear()
    {
        Array.Clear(Millivolts);
        Array.Clear(_volts);
        Stack = 0;
        Pack = 0;
        LoadDetect = 0;
        Highest_mV = 0;
        Lowest_mV = 0;
    }

    /// <summary>One loop that ends at an instant.</summary>
    internal void Sample(long loop, long end_us, double slots)
    {
        Drift(end_us);
        int highest = int.MinValue;
        int lowest = int.MaxValue;
        for (int cell = 0; cell < Cells; cell++)
        {
            long time_us = end_us - (long)((Cells - cell + 2) * Slot_us * slots);
            double volts = Volts(cell, time_us);
            ulong draw = (ulong)((loop * 20) + cell + 3_000_000_000);
            volts = (volts * _memory.CellGain(cell)) + _error_V[cell] + (0.00015 * _noise.Normal(draw));
            _volts[cell] = Math.Clamp(volts, Lowest_V, Highest_V);
            int millivolts = (int)Math.Round(_volts[cell] * 1000);
            Millivolts[cell] = (short)millivolts;
            if ((Present & (1 << cell)) != 0)
            {
                highest = Math.Max(highest, millivolts);
                lowest = Math.Min(lowest, millivolts);
            }
        }

        Highest_mV = highest;
        Lowest_mV = lowest;
        switch (loop % 3)
        {
            case 0:
                Stack = User((Total(end_us) * (1 + (0.003 * _noise.Uniform(60)))) + (0.02 * _noise.Uniform(61)));
                break;
            case 1:
                Pack = User((_world.LinkVoltage(end_us) * (1 + (0.003 * _noise.Uniform(62)))) + (0.02 * _noise.Uniform(63)));
                break;
            default:
                LoadDetect = User((_world.LinkVoltage(end_us) * (1 + (0.003 * _noise.Uniform(64)))) + (0.02 * _noise.Uniform(65)));
                break;
        }
    }

    /// <summary>The input a cell of the stack is wired to.</summary>
    internal int InputOf(int cell) => TopAtLastInput && cell == _connected - 1 ? Cells - 1 : cell;

    private int CellAt(int input)
    {
        if (TopAtLastInput && input >= _connected - 1)
        {
            return input == Cells - 1 ? _connected - 1 : -1;
        }

        return input < _connected ? input : -1;
    }

    private double Total(long time_us)
    {
        double sum = 0;
        for (int cell = 0; cell < _connected; cell++)
        {
            sum += _world.CellVoltage(cell, time_us);
        }

        return sum;
    }

    private double Volts(int cell, long time_us)
    {
        cell = CellAt(cell);
        if (cell < 0)
        {
            return 0;
        }

        double volts = _world.CellVoltage(cell, time_us);
        if (OpenWire >= 0)
        {
            volts += cell == OpenWire - 1 ? -_drift_V : cell == OpenWire ? _drift_V : 0;
        }

        return volts;
    }

    private void Drift(long now_us)
    {
        int check_s = _memory.U1(0x9314);
        if (OpenWire < 0)
        {
            _drift_V = 0;
        }
        else if (check_s > 0)
        {
            _drift_V = Math.Min(_drift_V + (DriftPerCheck_V / check_s * (now_us - _driftedTo_us) * 1e-6), Highest_V);
        }

        _driftedTo_us = now_us;
    }

    private short User(double volts) => (short)Math.Clamp(Math.Round(volts * (_isCentivolts ? 100 : 1000)), short.MinValue, short.MaxValue);
}

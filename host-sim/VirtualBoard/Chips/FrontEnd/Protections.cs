using System;

namespace Bms.VirtualBoard.Chips.FrontEnd;

/// <summary>The protections of a BQ76952 that this board can meet.</summary>
/// <remarks>
/// Delay of voltages and currents = 3.3 ms * (2 + setting); temperatures in seconds; a short circuit at once ((n - 1) * 15 µs). All
/// recover after the shared recovery time; the latching variants (COVL, OCDL, SCDL) and the precharge time-out are not modelled.
/// </remarks>
internal sealed class Protections
{
    private const double VoltageStep_V = 0.0506;
    private const double SenseStep_V = 0.002;

    private static readonly int[] s_shortCircuit_mV = [10, 20, 40, 60, 80, 100, 125, 150, 175, 200, 250, 300, 350, 400, 450, 500];

    private readonly DataMemory _memory;
    private readonly Protection _underVoltage = new(0, 2);
    private readonly Protection _overVoltage = new(0, 3);
    private readonly Protection _overCharge = new(0, 4);
    private readonly Protection _overDischarge1 = new(0, 5);
    private readonly Protection _overDischarge2 = new(0, 6);
    private readonly Protection _shortCircuit = new(0, 7);
    private readonly Protection _coldCharge = new(1, 0);
    private readonly Protection _coldDischarge = new(1, 1);
    private readonly Protection _coldDie = new(1, 2);
    private readonly Protection _hotCharge = new(1, 4);
    private readonly Protection _hotDischarge = new(1, 5);
    private readonly Protection _hotDie = new(1, 6);
    private readonly Protection _hotFet = new(1, 7);
    private readonly Protection _hostWatchdog = new(2, 1);
    private readonly Protection _overDischarge3 = new(2, 7);
    private readonly Protection[] _all;
    private long _recovery_us;
    private double _low_mV;
    private double _lowEnd_mV;
    private double _high_mV;
    private double _highEnd_mV;
    private double _charge_V;
    private double _discharge1_V;
    private double _discharge2_V;
    private double _short_V;
    private double _chargeEnd_A;
    private double _dischargeEnd_A;
    private double _discharge3;
    private long _hostDelay_us;

    internal Protections(DataMemory memory)
    {
        _memory = memory;
        _all = [_underVoltage, _overVoltage, _overCharge, _overDischarge1, _overDischarge2, _shortCircuit, _coldCharge, _coldDischarge,
            _coldDie, _hotCharge, _hotDischarge, _hotDie, _hotFet, _hostWatchdog, _overDischarge3];
    }

    /// <summary>Alert bits of A, B and C.</summary>
    internal byte[] Alerts { get; } = new byte[3];

    /// <summary>Status bits of A, B and C.</summary>
    internal byte[] Faults { get; } = new byte[3];

    /// <summary>Fault: a short circuit, whatever the current says.</summary>
    internal bool IsShorted { get; set; }

    /// <summary>Whether balancing must stop: any alert of A, or a fault of A other than COV.</summary>
    internal bool StopsBalancing => Alerts[0] != 0 || (Faults[0] & ~0x08) != 0;

    internal void Load()
    {
        foreach (Protection one in _all)
        {
            one.IsEnabled = (_memory.U1(0x9261 + one.Word) & one.Mask) != 0;
        }

        _recovery_us = _memory.U1(0x92AF) * 1_000_000L;
        _low_mV = _memory.U1(0x9275) * VoltageStep_V * 1000;
        _lowEnd_mV = _low_mV + (_memory.U1(0x927B) * VoltageStep_V * 1000);
        _high_mV = _memory.U1(0x9278) * VoltageStep_V * 1000;
        _highEnd_mV = _high_mV - (_memory.U1(0x927C) * VoltageStep_V * 1000);
        _charge_V = _memory.U1(0x9280) * SenseStep_V;
        _discharge1_V = _memory.U1(0x9282) * SenseStep_V;
        _discharge2_V = _memory.U1(0x9284) * SenseStep_V;
        _short_V = s_shortCircuit_mV[_memory.U1(0x9286) & 15] * 0.001;
        _chargeEnd_A = _memory.I2(0x9288) * 0.001;
        _dischargeEnd_A = _memory.I2(0x928D) * 0.001;
        _discharge3 = _memory.I2(0x928A);
        _hostDelay_us = _memory.U2(0x92B2) * 1_000_000L;
        _underVoltage.Delay_us = Ticks(_memory.U2(0x9276));
        _overVoltage.Delay_us = Ticks(_memory.U2(0x9279));
        _overCharge.Delay_us = Ticks(_memory.U1(0x9281));
        _overDischarge1.Delay_us = Ticks(_memory.U1(0x9283));
        _overDischarge2.Delay_us = Ticks(_memory.U1(0x9285));
        _shortCircuit.Delay_us = Math.Max(0, _memory.U1(0x9287) - 1) * 15L;
        _overDischarge3.Delay_us = _memory.U1(0x928C) * 1_000_000L;
        _hotCharge.Delay_us = Seconds(0x929B);
        _hotDischarge.Delay_us = Seconds(0x929E);
        _hotFet.Delay_us = Seconds(0x92A1);
        _hotDie.Delay_us = Seconds(0x92A4);
        _coldCharge.Delay_us = Seconds(0x92A7);
        _coldDischarge.Delay_us = Seconds(0x92AA);
        _coldDie.Delay_us = Seconds(0x92AD);
    }

    internal void JudgeVoltages(VoltageScan cells, long time_us)
    {
        _underVoltage.Judge(cells.Lowest_mV <= _low_mV, cells.Lowest_mV >= _lowEnd_mV, time_us, _recovery_us);
        _overVoltage.Judge(cells.Highest_mV >= _high_mV, cells.Highest_mV <= _highEnd_mV, time_us, _recovery_us);
    }

    internal void JudgeTemperatures(Thermometer temperatures, long time_us)
    {
        double warmest = temperatures.WarmestCell;
        double coldest = temperatures.ColdestCell;
        Hot(_hotCharge, warmest, 0x929A, time_us);
        Hot(_hotDischarge, warmest, 0x929D, time_us);
        Hot(_hotFet, temperatures.WarmestFet, 0x92A0, time_us);
        Hot(_hotDie, temperatures.DieCelsius, 0x92A3, time_us);
        Cold(_coldCharge, coldest, 0x92A6, time_us);
        Cold(_coldDischarge, coldest, 0x92A9, time_us);
        Cold(_coldDie, temperatures.DieCelsius, 0x92AC, time_us);
    }

    internal void JudgeCurrent(CoulombCounter counter, long time_us)
    {
        double sense_V = counter.Sense_V;
        double current_A = counter.Fast * counter.User_A;
        bool charges = current_A >= _dischargeEnd_A;
        _overCharge.Judge(sense_V > _charge_V, current_A <= _chargeEnd_A, time_us, _recovery_us);
        _overDischarge1.Judge(-sense_V > _discharge1_V, charges, time_us, _recovery_us);
        _overDischarge2.Judge(-sense_V > _discharge2_V, charges, time_us, _recovery_us);
        _overDischarge3.Judge(counter.Slow < _discharge3, charges, time_us, _recovery_us);
        bool isShort = IsShorted || -sense_V > _short_V;
        _shortCircuit.Judge(isShort, !isShort, time_us, _recovery_us);
    }

    internal void JudgeHost(long silence_us, long time_us) => _hostWatchdog.Judge(_hostDelay_us > 0 && silence_us >= _hostDelay_us, silence_us < _hostDelay_us, time_us, 0);

    internal void Ripen(long now_us)
    {
        Array.Clear(Alerts);
        Array.Clear(Faults);
        foreach (Protection one in _all)
        {
            one.Ripen(now_us);
            Alerts[one.Word] |= (byte)(one.IsAlert ? one.Mask : 0);
            Faults[one.Word] |= (byte)(one.IsFault ? one.Mask : 0);
        }
    }

    internal void RecoverShortCircuit() => _shortCircuit.Clear();

    internal void Clear()
    {
        foreach (Protection one in _all)
        {
            one.Clear();
        }

        Array.Clear(Alerts);
        Array.Clear(Faults);
    }

    private static long Ticks(int setting) => 3_300L * (2 + setting);

    private long Seconds(int address) => _memory.U1(address) * 1_000_000L;

    private void Hot(Protection one, double celsius, int address, long time_us) =>
        one.Judge(celsius >= _memory.I1(address), celsius <= _memory.I1(address + 2), time_us, _recovery_us);

    private void Cold(Protection one, double celsius, int address, long time_us) =>
        one.Judge(celsius <= _memory.I1(address), celsius >= _memory.I1(address + 2), time_us, _recovery_us);
}

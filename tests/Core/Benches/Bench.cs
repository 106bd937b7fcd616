using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Diagnostics;
using Bms.Core.Sensing;
using Bms.Core.Storage;
using Bms.Core.Tests.Cells;
using Bms.Plant.Parameters;
using static Bms.Core.Tests.Benches.Units;

namespace Bms.Core.Tests.Benches;

/// <summary>
/// A battery manager on a bench: every channel has a knob that holds its value and is converted at its usual pace, in virtual
/// time. Contactors follow their commands. Positive current = charge.
/// </summary>
internal sealed class Bench
{
    private const int Tick_ms = BatteryManager.Tick_ms;
    private const int ScanTicks = 5;
    private const int EarlyBy_ms = 10_000;

    private readonly Board _board = new();
    private readonly PackProfile _pack;
    private long _until_ms;
    private int _tick;

    public Bench(BenchSetup setup)
    {
        Setup = setup;
        Profile = BuiltInCell.Profile(setup.Cell);
        _pack = PackProfile.Uniform(setup.Cells, setup.CellsPerClamp, setup.CellsPerSensor);
        Settings settings = new();
        foreach ((int number, int value) in setup.Settings)
        {
            if (!settings.Change(number, value))
            {
                throw new ArgumentException($"setting {number} does not take {value}");
            }
        }

        Manager = new BatteryManager(Profile, _pack, settings);
        Manager.Restore(Remembered(setup), 0);
        CellParameters cell = BuiltInCell.Parameters(setup.Cell);
        PositiveElectrode positive = cell.Positive;
        double x = positive.StoichiometryEmpty - (setup.StateOfCharge * (positive.StoichiometryEmpty - positive.StoichiometryFull));
        double warmer = setup.Temperature + 273.15 - cell.ReferenceTemperature;
        Temperature(Celsius(setup.Temperature)).Pressure(MPa(setup.Pressure));
        Voltage(Volt(positive.OpenCircuitPotential.At(x) + (warmer * positive.EntropicCoefficient.At(x)))).Connect(setup.Connect);
    }

    public BenchSetup Setup { get; }

    public CellProfile Profile { get; }

    public BatteryManager Manager { get; }

    public SensorFrame Frame => _board.Frame;

    public Decision Decision { get; } = new();

    public CellStates States => Manager.Cells.States;

    public long Time_ms { get; private set; }

    /// <summary>Charge limit as a multiple of 1C.</summary>
    public double ChargeLimit => (double)Decision.LimitCharge_uA / Profile.OneC_uA;

    /// <summary>Discharge limit as a multiple of 1C.</summary>
    public double DischargeLimit => (double)Decision.LimitDischarge_uA / Profile.OneC_uA;

    /// <summary>Whether any current is allowed, in either direction.</summary>
    public bool IsBlocked => Decision.LimitCharge_uA == 0 && Decision.LimitDischarge_uA == 0;

    /// <summary>Called after every step.</summary>
    public Action? AfterStep { get; set; }

    /// <summary>Eight pouch cells in two clamps at 25 °C, 5 MPa and 60 %.</summary>
    public static Bench Default() => new(new BenchSetup());

    /// <summary>Lets the limits come up and the contactors close, without current.</summary>
    public Bench AtRest() => Advance(s: 20);

    /// <summary>Lets time pass; ticks that fall due run.</summary>
    public Bench Advance(int ms = 0, int s = 0)
    {
        _until_ms += ms + (1000L * s);
        while (Time_ms + Tick_ms <= _until_ms)
        {
            Time_ms += Tick_ms;
            Convert();
            Manager.Step(_board.Frame, Decision);
            AfterStep?.Invoke();
            _tick++;
        }

        return this;
    }

    /// <summary>Runs until a condition holds.</summary>
    /// <returns>How long it took; <see cref="long.MaxValue"/> when it did not come to that.</returns>
    public long TimeUntil(Func<bool> condition, int atMost_ms)
    {
        long start = Time_ms;
        while (!condition())
        {
            if (Time_ms - start > atMost_ms)
            {
                return long.MaxValue;
            }

            Advance(ms: Tick_ms);
        }

        return Time_ms - start;
    }

    /// <summary>Runs until the tick before the one in which voltages are read, so that all delays start alike.</summary>
    public Bench AlignToScan()
    {
        while (_tick % ScanTicks != 0)
        {
            Advance(ms: Tick_ms);
        }

        return this;
    }

    public Bench Raw(int channel, int value)
    {
        _board.Value[channel] = value;
        return this;
    }

    public Bench Break(int channel, Breakage how)
    {
        _board.Broken[channel] = how;
        return this;
    }

    public Bench Mend(int channel) => Break(channel, Breakage.None);

    public Bench MendAll() => Each(Channel.Count, channel => Mend(channel));

    /// <summary>Turns bits of a channel's conversions over; 0 turns none.</summary>
    public Bench Flip(int channel, int mask)
    {
        _board.Flipped[channel] = mask;
        return this;
    }

    public Bench Voltage(int cell, int voltage_uV) => Raw(Channel.CellVoltage + cell, voltage_uV);

    public Bench Voltage(int voltage_uV) => Each(_pack.CellCount, cell => Voltage(cell, voltage_uV));

    public Bench Temperature(int sensor, int temperature_mK) => Raw(Channel.Temperature + sensor, temperature_mK);

    /// <summary>All sensors and the ambient.</summary>
    public Bench Temperature(int temperature_mK) =>
        Each(_pack.SensorCount, sensor => Temperature(sensor, temperature_mK)).Raw(Channel.AmbientTemperature, temperature_mK);

    public Bench Pressure(int clamp, int pressure_Pa) => LoadCell(2 * clamp, pressure_Pa).LoadCell((2 * clamp) + 1, pressure_Pa);

    public Bench Pressure(int pressure_Pa) => Each(_pack.ClampCount, clamp => Pressure(clamp, pressure_Pa));

    public Bench LoadCell(int number, int pressure_Pa) => Raw(Channel.ClampPressure + number, pressure_Pa);

    /// <summary>Current through both sensors, multiples of 1C.</summary>
    public Bench Current(double rate)
    {
        int current_uA = (int)Math.Round(rate * Profile.OneC_uA);
        return Raw(Channel.PackCurrentA, current_uA).Raw(Channel.PackCurrentB, current_uA);
    }

    public Bench Connect(bool asked) => Raw(Channel.ConnectRequest, asked ? 1 : 0);

    public Bench Heat(bool asked) => Raw(Channel.HeatRequest, asked ? 1 : 0);

    public Bench Alert(bool raised) => Raw(Channel.FrontEndAlert, raised ? 1 : 0);

    /// <summary>Makes a contactor stay where a number says, whatever it is told; null sets it free.</summary>
    public Bench Weld(int feedbackChannel, int? position)
    {
        _board.Welded[feedbackChannel] = position;
        return this;
    }

    /// <summary>State of a diagnosis by its name.</summary>
    public DiagnosisState Diagnosis(string name)
    {
        Diagnosis all = Manager.Diagnosis;
        int index = Enumerable.Range(0, all.Count).Single(k => all.Row(k).Name == name);
        return new DiagnosisState(all.IsActive(index), all.WasActive(index));
    }

    /// <summary>Names of the active diagnoses.</summary>
    public IEnumerable<string> ActiveDiagnoses()
        => Enumerable.Range(0, Manager.Diagnosis.Count).Where(Manager.Diagnosis.IsActive).Select(k => Manager.Diagnosis.Row(k).Name);

    private static RestoredState Remembered(BenchSetup setup)
    {
        RestoredState state = new(setup.Cells);
        for (int cell = 0; cell < setup.Cells; cell++)
        {
            state.StateOfCharge_Q30[cell] = Q30(setup.StateOfCharge + setup.StateOfChargeError);
            state.Contact_Q30[cell] = Q30(setup.Contact(cell));
            state.Filament_Q30[cell] = Q30(setup.Filament(cell));
        }

        setup.Memory(state);
        return state;
    }

    private Bench Each(int count, Action<int> action)
    {
        for (int k = 0; k < count; k++)
        {
            action(k);
        }

        return this;
    }

    private void Convert()
    {
        _board.Frame.Time_ms = Time_ms;
        _board.Follow(Channel.ContactorPositive, Decision.ClosePositive);
        _board.Follow(Channel.ContactorNegative, Decision.CloseNegative);
        _board.Follow(Channel.Precharge, Decision.ClosePrecharge);
        _board.Convert(Channel.PackCurrentA, 2, Time_ms);
        _board.Convert(Channel.ContactorPositive, 3, Time_ms);
        _board.Convert(Channel.LoadRequest, 4, Time_ms);

        // the two load cells of a clamp take turns
        for (int clamp = 0; clamp < _pack.ClampCount; clamp++)
        {
            _board.Convert(Channel.ClampPressure + (2 * clamp) + (_tick % 2), 1, Time_ms);
        }

        if (_tick % ScanTicks == 0)
        {
            _board.Convert(Channel.CellVoltage, _pack.CellCount, Time_ms);
            _board.Convert(Channel.Temperature, _pack.SensorCount, Time_ms);
            _board.Convert(Channel.AmbientTemperature, 1, Time_ms);
        }
    }

    /// <summary>The knobs, and the frame their conversions end in.</summary>
    private sealed class Board
    {
        private readonly ChannelRow[] _row = [.. ChannelTable.Rows().SelectMany(row => Enumerable.Repeat(row, row.Count))];

        public int[] Value { get; } = new int[Channel.Count];

        public Breakage[] Broken { get; } = new Breakage[Channel.Count];

        public int?[] Welded { get; } = new int?[Channel.Count];

        public int[] Flipped { get; } = new int[Channel.Count];

        public SensorFrame Frame { get; } = new();

        public void Follow(int channel, bool closed) => Value[channel] = Welded[channel] ?? (closed ? 1 : 0);

        public void Convert(int first, int count, long now_ms)
        {
            for (int channel = first; channel < first + count; channel++)
            {
                Convert(channel, now_ms);
            }
        }

        private void Convert(int channel, long now_ms)
        {
            switch (Broken[channel])
            {
                case Breakage.Silent:
                    break;
                case Breakage.Failed:
                    Frame.Invalidate(channel);
                    break;
                case Breakage.Doubted:
                    Frame.Set(channel, Value[channel], now_ms);
                    Frame.Invalidate(channel);
                    break;
                case Breakage.Early:
                    Frame.Set(channel, Value[channel], now_ms + EarlyBy_ms);
                    break;
                case Breakage.TooLow:
                    Frame.Set(channel, _row[channel].Lowest - 1, now_ms);
                    break;
                case Breakage.TooHigh:
                    Frame.Set(channel, _row[channel].Highest + 1, now_ms);
                    break;
                default:
                    Frame.Set(channel, Value[channel] ^ Flipped[channel], now_ms);
                    break;
            }
        }
    }
}

using System;
using System.Linq;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Plant.Degradation;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Plant.Randomness;

namespace Bms.Simulation.Sensors;

/// <summary>
/// All sensors of a pack, each sampled at the instant of its own conversion: pack current every 20 ms, the two load cells of
/// a clamp in turn, cell voltages one after the other in a scan of 63 ms for 16 cells every 100 ms.
/// </summary>
/// <remarks>A scan begins with the tick in which the firmware reads the voltages, and its results appear together when it has
/// ended: what the firmware reads is 37 to 96 ms old, as on the real front end.</remarks>
public sealed class SensorArray
{
    private const int ScanPeriod_ms = 100;
    private const int ScanCells = 16;
    private const double ScanDuration_ms = 63;
    private const int ScanVisible_ms = 80;
    private const int LoadCellDelay_ms = 10;
    private const ulong FirstStream = 1_000_000;
    private const double Milli = 1000;
    private const double HighestGas_ppb = 1e9;

    private static readonly double[] s_instant_ms = [.. Enumerable.Range(1, ScanCells).Select(nth => ScanDuration_ms * nth / ScanCells)];

    private readonly Pack _pack;
    private readonly PackProfile _map;
    private readonly SensorErrors _errors;
    private readonly Sensor[] _voltage;
    private readonly Sensor[] _temperature;
    private readonly Sensor[] _pressure;
    private readonly Sensor _currentA;
    private readonly Sensor _currentB;
    private readonly Sensor _packVoltageB;
    private readonly Sensor _ambient;
    private readonly int[][] _cellsOfSensor;
    private readonly int[] _converted_uV;
    private readonly double _oneC;
    private readonly LoadCellFault[] _faults;
    private readonly int _places;
    private int _place;

    /// <summary>Draws the sensors of a pack.</summary>
    public SensorArray(Pack pack, PackProfile map, CellParameters cell, SensorErrors errors, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(errors);
        _pack = pack;
        _map = map;
        _errors = errors;
        _oneC = cell.Cell.OneC;
        _faults = [.. errors.LoadCellFaults];
        RandomSequence Of(int channel) => new(seed, FirstStream + (ulong)channel);
        _voltage = [.. Enumerable.Range(0, map.CellCount).Select(k => new Sensor(Of(Channel.CellVoltage + k), errors.VoltageGain, errors.VoltageOffset, errors.VoltageSigma, errors.VoltageStep, errors.AtBounds))];
        _temperature = [.. Enumerable.Range(0, map.SensorCount).Select(k => new Sensor(Of(Channel.Temperature + k), 0, errors.TemperatureOffset, errors.TemperatureSigma, errors.TemperatureStep, errors.AtBounds))];
        _pressure = [.. Enumerable.Range(0, map.ClampCount * 2).Select(k => new Sensor(Of(Channel.ClampPressure + k), errors.PressureGain, 0, errors.PressureSigma, errors.PressureStep, errors.AtBounds))];
        _currentA = Current(Of(Channel.PackCurrentA));
        _currentB = Current(Of(Channel.PackCurrentB));
        int cells = map.CellCount;
        _packVoltageB = new Sensor(Of(Channel.PackVoltageB), errors.VoltageGain, cells * errors.VoltageOffset, cells * errors.VoltageSigma, cells * errors.VoltageStep, errors.AtBounds);
        _ambient = new Sensor(Of(Channel.AmbientTemperature), 0, errors.TemperatureOffset, errors.TemperatureSigma, errors.TemperatureStep, errors.AtBounds);
        _cellsOfSensor = [.. Enumerable.Range(0, map.SensorCount).Select(s => Enumerable.Range(0, map.CellCount).Where(c => map.SensorOfCell[c] == s).ToArray())];
        _converted_uV = new int[map.CellCount];
        _places = Math.Min(ScanCells, map.CellCount);
        TrueVoltage = new double[map.CellCount];
    }

    /// <summary>True terminal voltage of every cell at its newest conversion, V.</summary>
    public double[] TrueVoltage { get; }

    /// <summary>What a cell's sensor reads of <see cref="TrueVoltage"/> on average: with its standing error, without noise, V.</summary>
    public double SettledVoltage(int cell) => _voltage[cell].Settled(TrueVoltage[cell]);

    /// <summary>Sum of <see cref="TrueVoltage"/>, V.</summary>
    public double TruePackVoltage { get; private set; }

    /// <summary>Converts whatever is due in the tick that ends now.</summary>
    /// <param name="frame">Takes the conversions.</param>
    /// <param name="time_ms">End of the tick, ms.</param>
    /// <param name="tick_ms">Length of the tick, ms; 0 for the very first.</param>
    /// <param name="current">Current that flowed during the tick, A.</param>
    /// <param name="since">Time from the plant's last advance to the end of the tick, s.</param>
    public void Convert(SensorFrame frame, long time_ms, int tick_ms, double current, double since)
    {
        ArgumentNullException.ThrowIfNull(frame);
        frame.Time_ms = time_ms;
        frame.Set(Channel.PackCurrentA, Micro(_currentA.Read(current)), time_ms);
        frame.Set(Channel.PackCurrentB, Micro(_currentB.Read(current)), time_ms);
        ConvertPressures(frame, time_ms, since);
        int inScan = (int)(time_ms % ScanPeriod_ms);
        Scan(inScan == 0 ? ScanPeriod_ms : inScan, tick_ms, current, since);
        if (inScan == ScanVisible_ms || tick_ms == 0)
        {
            Show(frame, time_ms, since, time_ms - (tick_ms == 0 ? 0 : ScanVisible_ms));
        }

        if (time_ms % 1000 == 0)
        {
            frame.Set(Channel.AmbientTemperature, (int)Math.Round(_ambient.Read(_pack.Ambient) * Milli), time_ms);
            frame.Set(Channel.Humidity, Micro(_pack.Humidity), time_ms);
            frame.Set(Channel.Gas, (int)Math.Min(HighestGas_ppb, Math.Round(_pack.Gas(GasSpecies.HydrogenSulfide) * Milli)), time_ms);
            frame.Set(Channel.Supply, 12_000, time_ms);
        }
    }

    /// <summary>A quantity in millionths, as the channels carry it; what does not fit stops at the end of the scale.</summary>
    public static int Micro(double value) => (int)Math.Clamp(Math.Round(value * 1e6), -int.MaxValue, int.MaxValue);

    private Sensor Current(RandomSequence random)
        => new(random, _errors.CurrentGain, _errors.CurrentOffset * _oneC, _errors.CurrentSigma * _oneC, Math.Max(1e-6, _errors.CurrentStep * _oneC), _errors.AtBounds);

    private void ConvertPressures(SensorFrame frame, long time_ms, double since)
    {
        // the two load cells of a clamp share one converter
        int side = (int)(time_ms / 20 % 2);
        double creep = 1 + (_errors.PressureCreep * (1 - Math.Exp(-time_ms / 1000.0 / _errors.PressureCreepTime)));
        for (int clamp = 0; clamp < _map.ClampCount; clamp++)
        {
            double truth = _pack.ClampPressure(clamp, Math.Max(0, since - (LoadCellDelay_ms / 1000.0)));
            int cell = (2 * clamp) + side;
            int reading = Micro(_pressure[cell].Read(truth * creep));
            long converted_ms = Math.Max(0, time_ms - LoadCellDelay_ms);
            int channel = Channel.ClampPressure + cell;
            switch (FailureOf(cell, converted_ms / 1000.0))
            {
                case LoadCellFailure.OpenCircuit:
                    frame.Invalidate(channel);
                    break;
                case LoadCellFailure.Stuck:
                    frame.Set(channel, frame.Value[channel], converted_ms);
                    break;
                default:
                    frame.Set(channel, reading, converted_ms);
                    break;
            }
        }
    }

    private LoadCellFailure? FailureOf(int loadCell, double time)
    {
        foreach (LoadCellFault fault in _faults)
        {
            if (fault.LoadCell == loadCell && time >= fault.From_s)
            {
                return fault.Failure;
            }
        }

        return null;
    }

    // Goes on with the scan to its present instant; the very first tick takes the whole scan at once.
    private void Scan(int inScan, int tick_ms, double current, double since)
    {
        if (inScan <= tick_ms)
        {
            _place = 0;
        }

        for (; _place < _places && s_instant_ms[_place] <= inScan; _place++)
        {
            double before = (inScan - s_instant_ms[_place]) / 1000;
            for (int cell = _place; cell < _map.CellCount; cell += ScanCells)
            {
                double truth = _pack.CellVoltage(cell, current, Math.Max(0, since - before));
                TruePackVoltage += truth - TrueVoltage[cell];
                TrueVoltage[cell] = truth;
                _converted_uV[cell] = Micro(_voltage[cell].Read(truth));
            }
        }
    }

    // The results of a scan appear together: the front end's sum of them is one pack voltage, a divider of its own the other.
    private void Show(SensorFrame frame, long time_ms, double since, long scanBegin_ms)
    {
        long sum_uV = 0;
        for (int cell = 0; cell < _map.CellCount; cell++)
        {
            long converted_ms = scanBegin_ms + (long)s_instant_ms[cell % ScanCells];
            frame.Set(Channel.CellVoltage + cell, _converted_uV[cell], Math.Min(converted_ms, time_ms));
            sum_uV += _converted_uV[cell];
        }

        for (int sensor = 0; sensor < _map.SensorCount; sensor++)
        {
            double sum = 0;
            foreach (int cell in _cellsOfSensor[sensor])
            {
                sum += _pack.SurfaceTemperature(cell, since);
            }

            double mean = sum / Math.Max(1, _cellsOfSensor[sensor].Length);
            frame.Set(Channel.Temperature + sensor, (int)Math.Round(_temperature[sensor].Read(mean) * Milli), time_ms);
        }

        long scanned_ms = Math.Min(scanBegin_ms + (long)s_instant_ms[_places - 1], time_ms);
        frame.Set(Channel.PackVoltageA, (int)(sum_uV / 1000), scanned_ms);
        frame.Set(Channel.PackVoltageB, (int)Math.Round(_packVoltageB.Read(TruePackVoltage) * Milli), scanned_ms);
        for (int module = 0; module < (_map.CellCount + ScanCells - 1) / ScanCells; module++)
        {
            frame.Set(Channel.FrontEndStatus + module, 0, time_ms);
        }
    }
}

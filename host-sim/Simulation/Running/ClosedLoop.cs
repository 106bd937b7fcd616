using System;
using System.Diagnostics;
using System.Linq;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Simulation.Frames;
using Bms.Simulation.Judging;
using Bms.Simulation.Results;
using Bms.Simulation.Scenarios;
using Bms.Simulation.Sensors;

namespace Bms.Simulation.Running;

/// <summary>
/// The closed loop: the load asks, the limits decide, the plant follows, the sensors look, the firmware thinks, every 20 ms.
/// The hidden truth never reaches the firmware except through the sensors, and nothing the firmware believes reaches the judge.
/// </summary>
public sealed class ClosedLoop
{
    private const int Tick_ms = BatteryManager.Tick_ms;
    private const double Tick = Tick_ms / 1000.0;
    private const int PlantStep_ms = 500;
    private const double ZeroCelsius = 273.15;

    private readonly RunOptions _options;
    private readonly Scenario _scenario;
    private readonly TruePack _truth;
    private readonly Pack _pack;
    private readonly SensorArray _sensors;
    private readonly FrameHeader _header;
    private readonly BatteryManager _manager;
    private readonly ScenarioPlayer _player;
    private readonly Judge _judge;
    private readonly LoadLedger _ledger = new();
    private readonly TraceWriter _trace;
    private readonly Chronicle _chronicle;
    private readonly SensorFrame _frame = new();
    private readonly Decision _decision = new();
    private readonly PackOptions _packOptions;
    private double _charge;
    private long _plantTime_ms;
    /// <summary>Gets a run ready.</summary>
    /// <exception cref="Bms.Profiles.BadInputException">The cell does not fit the firmware, or the scenario does not fit the pack.</exception>
    public ClosedLoop(RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _scenario = options.Scenario;
        CellParameters cell = options.TrueCell ?? options.Cell;
        double start = _scenario.Temperature is double celsius ? celsius + ZeroCelsius : cell.ReferenceTemperature;
        _packOptions = new PackOptions
        {
            Cells = _scenario.Cells,
            CellsPerClamp = _scenario.CellsPerClamp,
            StateOfCharge = _scenario.Soc / 100,
            Temperature = start,
            Ambient = _scenario.Ambient is double ambient ? ambient + ZeroCelsius : start,
            ClampPressure = _scenario.Pressure,
            Seed = _scenario.Seed,
            Threads = options.Threads,
        };
        _pack = new Pack(cell, _packOptions);
        _truth = new TruePack(_pack);
        _header = FirmwareUnderTest.Header(_scenario, options.Cell);
        _manager = Replay.Start(_header, options.Cell.Name);
        PackProfile map = new(_header.ClampOfCell, _header.SensorOfCell);
        _sensors = new SensorArray(_pack, map, cell, options.Sensors, _scenario.Seed);
        double meanVoltage = MeanVoltage(cell);
        _player = new ScenarioPlayer(_scenario, new PackRating(cell.Cell.OneC, cell.Cell.WindowCapacity * meanVoltage * _scenario.Cells), _truth);
        _judge = new Judge(new PackTruth(_pack));
        _trace = new TraceWriter(_pack, _manager, _player.ExpectedDuration);
        _chronicle = new Chronicle(_manager);
    }

    /// <summary>Runs to the end.</summary>
    /// <param name="progress">Told about once for every minute of simulated time; may be null.</param>
    /// <exception cref="Bms.Profiles.BadInputException">The frame file can't be written.</exception>
    public RunResult Run(Action<RunProgress>? progress = null)
    {
        long began = Stopwatch.GetTimestamp();
        double startPressure = _pack.ClampPressure(0, 0);
        using FrameRecorder? recorder = _options.FrameFile is string path ? new FrameRecorder(path, _header) : null;
        double current = 0;
        double requested = 0;
        bool positive = false;
        bool negative = false;
        bool precharge = false;
        long time_ms = 0;
        for (; ; time_ms += Tick_ms)
        {
            double time = time_ms / 1000.0;
            double since = (time_ms - _plantTime_ms) / 1000.0;
            int tick_ms = time_ms == 0 ? 0 : Tick_ms;

            // what flowed until now, seen by the sensors
            _truth.Report(_frame, time_ms, requested, positive, negative, precharge);
            _sensors.Convert(_frame, time_ms, tick_ms, current, since);
            recorder?.Record(_frame);

            // what the firmware makes of it
            _manager.Step(_frame, _decision);
            _chronicle.Look(time);
            positive = _decision.ClosePositive;
            negative = _decision.CloseNegative;
            precharge = _decision.ClosePrecharge;

            // what the load asks for, and gets, from now on
            requested = _player.Request(time, Feedback(current));
            if (_player.Done)
            {
                break;
            }

            current = Allowed(requested, positive && negative);
            if (time_ms % 1000 == 0)
            {
                _trace.Add(time, current, requested, since, _decision);
                if (time_ms % 60000 == 0)
                {
                    progress?.Invoke(new RunProgress(time, _player.ExpectedDuration, _trace.MeanSoc, _player.CurrentStep));
                }
            }

            _ledger.Book(Tick, requested, current, _sensors.TruePackVoltage, _decision);
            _charge += current * Tick;
            _judge.LookAtTick(time + Tick, Tick, current, since + Tick);

            if (time_ms + Tick_ms - _plantTime_ms >= PlantStep_ms)
            {
                Follow(time_ms + Tick_ms, current);
            }
        }

        if (time_ms > _plantTime_ms)
        {
            Follow(time_ms, current);
        }

        recorder?.Complete();
        _judge.End();
        _trace.Trace.Complete();
        double wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new RunResult(Summary(time_ms / 1000.0, wall), _trace.Trace, Context(startPressure), _chronicle.Tell(_player.Notes, _judge.Episodes));
    }

    private static double MeanVoltage(CellParameters cell)
    {
        const int Points = 64;
        PositiveElectrode positive = cell.Positive;
        double width = positive.StoichiometryEmpty - positive.StoichiometryFull;
        return Enumerable.Range(0, Points).Average(k => positive.OpenCircuitPotential.At(positive.StoichiometryFull + ((k + 0.5) / Points * width)));
    }

    // The plant follows with the mean of what flowed; heat decided on meanwhile warms it from now on.
    private void Follow(long time_ms, double current)
    {
        double step = (time_ms - _plantTime_ms) / 1000.0;
        double mean = _charge / step;
        _pack.Advance(step, mean);
        _pack.HeaterOn = _decision.HeaterOn;
        _plantTime_ms = time_ms;
        _charge = 0;
        _judge.LookAtStates(time_ms / 1000.0, step, mean, current);
    }

    private double Allowed(double requested, bool connected)
    {
        if (!_options.RespectLimits)
        {
            return requested;
        }

        return connected ? Math.Clamp(requested, -_decision.LimitDischarge_uA * 1e-6, _decision.LimitCharge_uA * 1e-6) : 0;
    }

    private LoadFeedback Feedback(double current)
    {
        Readings readings = _manager.Readings;
        if (!readings.IsComplete)
        {
            return LoadFeedback.Unknown;
        }

        int[] soc = _manager.Cells.States.StateOfCharge_Q30;
        long sum = 0;
        foreach (int cell in soc)
        {
            sum += cell;
        }

        return new LoadFeedback
        {
            MinimumCellVoltage = readings.LowestVoltage_uV * 1e-6,
            MaximumCellVoltage = readings.HighestVoltage_uV * 1e-6,
            PackVoltage = _frame.Value[Channel.PackVoltageA] * 1e-3,
            StateOfCharge = sum / (double)soc.Length / (1 << 30),
            MinimumTemperature = (readings.LowestTemperature_mK / 1000.0) - ZeroCelsius,
            MaximumTemperature = (readings.HighestTemperature_mK / 1000.0) - ZeroCelsius,
            ChargeLimit = _options.RespectLimits ? _decision.LimitCharge_uA * 1e-6 : double.PositiveInfinity,
            DischargeLimit = _options.RespectLimits ? _decision.LimitDischarge_uA * 1e-6 : double.PositiveInfinity,
            AppliedCurrent = current,
        };
    }

    private RunSummary Summary(double simulated, double wall) => new()
    {
        Scenario = _scenario.Name,
        Profile = _options.Cell.Name,
        Cells = _scenario.Cells,
        Seed = _scenario.Seed,
        SimulatedTime_s = simulated,
        WallTime_s = wall,
        Digest = Replay.Print(_manager.Digest),
        SocRmse_percent = _trace.SocRmse,
        SocMaxError_percent = _trace.SocMaxError,
        MinCell_mV = Math.Min(_judge.CellVoltage.Lowest, _trace.CellVoltage.Lowest) * 1000,
        MaxCell_mV = Math.Max(_judge.CellVoltage.Highest, _trace.CellVoltage.Highest) * 1000,
        MaxCoreTemperature_C = _judge.CoreTemperature.Highest - ZeroCelsius,
        MinStackPressure_MPa = _judge.ClampPressure.Lowest,
        MaxStackPressure_MPa = _judge.ClampPressure.Highest,
        Violations = _judge.Counts,
        Served_percent = _ledger.Served,
        ServedWhenLimited_percent = _ledger.ServedWhenLimited,
        Diagnoses = _chronicle.Diagnoses,
        EnergyOut_Wh = _ledger.EnergyOut,
        EnergyIn_Wh = _ledger.EnergyIn,
        HeaterEnergy_Wh = _pack.HeaterEnergy / 3600,
        Binding = _ledger.Binding,
        Report = string.Empty,
    };

    private ReportContext Context(double startPressure) => new()
    {
        Title = _scenario.Title,
        ProfileTitle = _options.Cell.Title,
        Temperature_C = _packOptions.Ambient - ZeroCelsius,
        Pressure_MPa = startPressure,
        Windows = OperatingWindows.Of((_options.TrueCell ?? _options.Cell).Limits),
        LimitsRespected = _options.RespectLimits,
        ChargeHeldBack_s = _ledger.ChargeHeldBack,
        DischargeHeldBack_s = _ledger.DischargeHeldBack,
        Episodes = _judge.Episodes,
    };
}

using System;
using System.Linq;
using Bms.Core;
using Bms.Core.Sensing;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;
using Bms.Simulation.Frames;
using Bms.Simulation.Judging;
using Bms.Simulation.Results;
using Bms.Simulation.Scenarios;

namespace Bms.Simulation.Running;

/// <summary>
/// The true pack, the load on it, and everything that keeps account of what happens: what is outside the firmware, whatever the
/// firmware runs on.
/// </summary>
internal sealed class PackUnderLoad
{
    private const int Tick_ms = BatteryManager.Tick_ms;
    private const double Tick = Tick_ms / 1000.0;
    private const double ZeroCelsius = 273.15;

    private readonly RunOptions _options;
    private readonly Scenario _scenario;
    private readonly PackOptions _packOptions;
    private readonly ScenarioPlayer _player;
    private readonly Judge _judge;
    private readonly PlantStride _stride;
    private readonly LoadLedger _ledger = new();
    private readonly TraceWriter _trace;
    private readonly Chronicle _chronicle;
    private readonly double _startPressure;
    private BatteryManager _manager;
    private long _time_ms;

    /// <summary>Gets pack and load ready.</summary>
    /// <param name="options">The run.</param>
    /// <param name="manager">The firmware that is watched at first.</param>
    /// <exception cref="Bms.Profiles.BadInputException">The scenario does not fit the pack.</exception>
    public PackUnderLoad(RunOptions options, BatteryManager manager)
    {
        _options = options;
        _scenario = options.Scenario;
        _manager = manager;
        CellParameters cell = options.TrueCell ?? options.Cell;
        _packOptions = _scenario.Start(cell.ReferenceTemperature) with { Threads = options.Threads };
        Pack = new Pack(cell, _packOptions);
        Truth = new TruePack(Pack);
        double meanVoltage = MeanVoltage(cell);
        _player = new ScenarioPlayer(_scenario, new PackRating(cell.Cell.OneC, cell.Cell.WindowCapacity * meanVoltage * _scenario.Cells), Truth);
        _judge = new Judge(new PackTruth(Pack));
        _stride = new PlantStride(Pack, _judge);
        _trace = new TraceWriter(Pack, manager, _player.ExpectedDuration);
        _chronicle = new Chronicle(manager);
        _startPressure = Pack.ClampPressure(0, 0);
    }

    /// <summary>The pack.</summary>
    public Pack Pack { get; }

    /// <summary>The pack as the scenario changes it.</summary>
    public TruePack Truth { get; }

    /// <summary>Current that flows in the present tick, A, positive on charge.</summary>
    public double Current { get; private set; }

    /// <summary>Current the load asks for, A, positive on charge.</summary>
    public double Requested { get; private set; }

    /// <summary>Time up to which the pack has been advanced, ms.</summary>
    public long PlantTime_ms => _stride.Time_ms;

    /// <summary>The firmware that is watched; another one after a restart.</summary>
    public BatteryManager Manager
    {
        get => _manager;
        set
        {
            _manager = value;
            _trace.Manager = value;
            _chronicle.Manager = value;
        }
    }

    /// <summary>Looks at the firmware after its step.</summary>
    public void Look(long time_ms) => _chronicle.Look(time_ms / 1000.0);

    /// <summary>What the load asks for and gets from now on, for one tick.</summary>
    /// <param name="time_ms">Beginning of the tick.</param>
    /// <param name="decision">The limits in force.</param>
    /// <param name="connected">Whether both contactors are closed.</param>
    /// <param name="packVoltage">True pack voltage, V.</param>
    /// <param name="measured">What the load is told of the pack voltage, V.</param>
    /// <param name="progress">Told about once for every minute of simulated time; may be null.</param>
    /// <returns>False at the end of the scenario.</returns>
    public bool Go(long time_ms, Decision decision, bool connected, double packVoltage, double measured, Action<RunProgress>? progress)
    {
        _time_ms = time_ms;
        double time = time_ms / 1000.0;
        double since = (time_ms - _stride.Time_ms) / 1000.0;
        Requested = _player.Request(time, Feedback(decision, measured));
        if (_player.Done)
        {
            return false;
        }

        Current = Allowed(decision, connected);
        if (time_ms % 1000 == 0)
        {
            _trace.Add(time, Current, Requested, since, decision);
            if (time_ms % 60000 == 0)
            {
                progress?.Invoke(new RunProgress(time, _player.ExpectedDuration, _trace.MeanSoc, _player.CurrentStep));
            }
        }

        _ledger.Book(Tick, Requested, Current, packVoltage, decision);
        _stride.Carry(time_ms, Current, decision.HeaterOn);
        return true;
    }

    /// <summary>Ends the run.</summary>
    /// <param name="wall">Time it took, s.</param>
    public RunResult End(double wall)
    {
        if (_time_ms > _stride.Time_ms)
        {
            _stride.Follow(_time_ms, Current, Pack.HeaterOn);
        }

        _judge.End();
        _trace.Trace.Complete();
        return new RunResult(Summary(_time_ms / 1000.0, wall), _trace.Trace, Context(), _chronicle.Tell(_player.Notes, _judge.Episodes));
    }

    private static double MeanVoltage(CellParameters cell)
    {
        const int Points = 64;
        PositiveElectrode positive = cell.Positive;
        double width = positive.StoichiometryEmpty - positive.StoichiometryFull;
        return Enumerable.Range(0, Points).Average(k => positive.OpenCircuitPotential.At(positive.StoichiometryFull + ((k + 0.5) / Points * width)));
    }

    private double Allowed(Decision decision, bool connected)
    {
        if (!_options.RespectLimits)
        {
            return Requested;
        }

        return connected ? Math.Clamp(Requested, -decision.LimitDischarge_uA * 1e-6, decision.LimitCharge_uA * 1e-6) : 0;
    }

    private LoadFeedback Feedback(Decision decision, double measured)
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
            PackVoltage = measured,
            StateOfCharge = sum / (double)soc.Length / (1 << 30),
            MinimumTemperature = (readings.LowestTemperature_mK / 1000.0) - ZeroCelsius,
            MaximumTemperature = (readings.HighestTemperature_mK / 1000.0) - ZeroCelsius,
            ChargeLimit = _options.RespectLimits ? decision.LimitCharge_uA * 1e-6 : double.PositiveInfinity,
            DischargeLimit = _options.RespectLimits ? decision.LimitDischarge_uA * 1e-6 : double.PositiveInfinity,
            AppliedCurrent = Current,
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
        HeaterEnergy_Wh = Pack.HeaterEnergy / 3600,
        Binding = _ledger.Binding,
        Report = string.Empty,
    };

    private ReportContext Context() => new()
    {
        Title = _scenario.Title,
        ProfileTitle = _options.Cell.Title,
        Temperature_C = _packOptions.Ambient - ZeroCelsius,
        Pressure_MPa = _startPressure,
        Windows = OperatingWindows.Of((_options.TrueCell ?? _options.Cell).Limits),
        LimitsRespected = _options.RespectLimits,
        ChargeHeldBack_s = _ledger.ChargeHeldBack,
        DischargeHeldBack_s = _ledger.DischargeHeldBack,
        Episodes = _judge.Episodes,
    };
}

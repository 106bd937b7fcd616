using Bms.Core.Cells;
using Bms.Core.Diagnostics;
using Bms.Core.Estimation;
using Bms.Core.Limits;
using Bms.Core.Pack;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core;

/// <summary>
/// The battery manager: a frame of readings in, a decision out, every 20 ms. Everything is made at construction; a step
/// allocates nothing, waits for nothing and knows no clock but the frame's.
/// </summary>
/// <remarks>
/// Each tick does the fast pass and one slice of the rest. Of each five ticks the first reads the slower sensors, the second
/// and the fourth advance cells, the third corrects and diagnoses, the fifth corrects, takes the minimum over the limiters and
/// acts. Of each ten such rounds, a second, the first eight advance the cells, the second to fourth ticks of the last two prepare
/// the limiters.
/// </remarks>
public sealed class BatteryManager
{
    /// <summary>Time between two steps, ms.</summary>
    public const int Tick_ms = 20;

    /// <summary>Longest time between two frames after which contactors are believed to be as they were told, ms.</summary>
    /// <remarks>The external watchdog opens them when it has not been fed for so long.</remarks>
    public const int WatchdogPeriod_ms = 250;

    private const int Phases = 5;
    private const int RoundsPerSecond = 10;
    private const int CellSlices = 16;
    private const int NoSlice = -1;
    private const int FirstLimitRound = CellSlices >> 1;
    private const int LimitPhases = 3;
    private const int ExtremesSlice = 1;
    private const int LastRound = RoundsPerSecond - 1;
    private const int SurroundingsRound = 7;
    private const int AdviceRound = FirstLimitRound;
    private const int MeansRounds = 6;

    // Limits stay at zero until every cell has been advanced and then every limiter has been prepared once.
    private const int ReadyTicks = 2 * RoundsPerSecond * Phases;

    private readonly PackProfile _pack;
    private readonly CurrentGuard _current;
    private readonly PressureGuard _pressures;
    private readonly VoltageGuard _voltages;
    private readonly TemperatureGuard _temperatures;
    private readonly SignalGuard _signals;
    private readonly Readings _readings;
    private readonly CellModel _cells;
    private readonly StateOfChargeEstimator _estimator;
    private readonly EstimateMemory _memory;
    private readonly PressureWitness _witness;
    private readonly LimitEngine _limits;
    private readonly Diagnosis _diagnosis;
    private readonly ContactorControl _contactors;
    private readonly HeaterControl _heater;
    private readonly DecisionDigest _digest;
    private readonly int _cellCount;
    private readonly int _cellsPerSlice;
    private int _round;
    private int _phase;
    private int _advanced = NoSlice;
    private int _completeTicks;
    private LimitReason _standing = LimitReason.StartUp;
    private LimitReason _forbidden;

    /// <summary>Makes the manager of a pack: new cells at half charge until a state is restored.</summary>
    public BatteryManager(CellProfile profile, PackProfile pack, Settings settings)
    {
        _pack = pack;
        _readings = new Readings(pack);
        _current = new CurrentGuard(profile, _readings);
        _pressures = new PressureGuard(profile, pack, settings, _readings);
        _voltages = new VoltageGuard(profile, pack, _readings);
        _temperatures = new TemperatureGuard(pack, _readings);
        _signals = new SignalGuard(_readings);
        _cells = new CellModel(profile, pack);
        _estimator = new StateOfChargeEstimator(profile, _cells, _readings, settings);
        _memory = new EstimateMemory(_cells, _estimator, settings);
        _witness = new PressureWitness(profile, pack, _cells.States, _readings, _estimator);
        _limits = new LimitEngine(profile, pack, _cells, _readings, _estimator.Residual, settings);
        _diagnosis = new Diagnosis(profile, _cells, _readings);
        _contactors = new ContactorControl(_readings, settings);
        _heater = new HeaterControl(profile, _readings, settings);
        _cellCount = pack.CellCount;
        _cellsPerSlice = (pack.CellCount + CellSlices - 1) / CellSlices;
        _digest = new DecisionDigest(profile, pack, settings, _readings, _diagnosis, _contactors);
    }

    /// <summary>What can be believed of the newest frame.</summary>
    public Readings Readings
    {
        get { return _readings; }
    }

    /// <summary>The model of the cells.</summary>
    public CellModel Cells
    {
        get { return _cells; }
    }

    /// <summary>What the cells' voltages keep differing from the model by.</summary>
    public VoltageResidual Residual
    {
        get { return _estimator.Residual; }
    }

    /// <summary>The diagnoses.</summary>
    public Diagnosis Diagnosis
    {
        get { return _diagnosis; }
    }

    /// <summary>State of the contactors.</summary>
    public ContactorState Contactors
    {
        get { return _contactors.State; }
    }

    /// <summary>Digest of everything taken in and decided so far: equal digests mean equal inputs and equal decisions.</summary>
    public long Digest
    {
        get { return (_readings.InputDigest * 31) ^ _digest.Value; }
    }

    /// <summary>Charge since the start, µA ms, positive on charge.</summary>
    public long Charge_uAms
    {
        get { return _readings.Charge_uAms; }
    }

    /// <summary>Takes over what the device remembered. To be called before the first step.</summary>
    /// <param name="state">One entry a cell; a shorter state leaves the other cells as they are.</param>
    /// <param name="time_ms">Time of the first frame.</param>
    public void Restore(RestoredState state, long time_ms)
    {
        for (int cell = 0; cell < _cellCount && cell < state.StateOfCharge_Q30.Length; cell++)
        {
            _cells.Reset(cell, state.StateOfCharge_Q30[cell], state.Contact_Q30[cell], state.Filament_Q30[cell], time_ms, 0);
            _cells.Ageing.Reset(cell, state.InterphaseSquare_Q20[cell], state.CalendarSquare_Q60[cell], state.CycleFade_Q60[cell]);
            _memory.Restore(cell, state);
            _witness.Restore(cell, state);
            _limits.Restore(cell, state);
            _digest.AddRestored(state, cell);
        }

        _digest.AddStart(time_ms);
        _limits.Begin();
    }

    /// <summary>
    /// Writes down what the device has to remember to go on after a restart. A manager that restores it has the same state of
    /// charge to 2^-28, and the same contact, voids, filament index and age. It takes the lithium inside the particles as at rest: under
    /// load its state of charge may part from the old one's by 1.5 % until the profile has built up again.
    /// </summary>
    /// <param name="state">One entry a cell; entries beyond the pack's cells stay, cells beyond its entries are left out.</param>
    public void Remember(RestoredState state)
    {
        CellStates states = _cells.States;
        for (int cell = 0; cell < _cellCount && cell < state.StateOfCharge_Q30.Length; cell++)
        {
            state.StateOfCharge_Q30[cell] = states.StateOfCharge_Q30[cell];
            state.Contact_Q30[cell] = states.Contact_Q30[cell];
            state.Filament_Q30[cell] = states.Filament_Q30[cell];
            state.InterphaseSquare_Q20[cell] = states.InterphaseSquare_Q20[cell];
            state.CalendarSquare_Q60[cell] = states.CalendarSquare_Q60[cell];
            state.CycleFade_Q60[cell] = states.CycleFade_Q60[cell];
            _memory.Remember(cell, state);
            _witness.Remember(cell, state);
            _limits.Remember(cell, state);
        }

        state.Age_s = 0;
    }

    /// <summary>One step, every 20 ms.</summary>
    /// <param name="frame">The newest readings; not changed.</param>
    /// <param name="decision">The decision of the step before, renewed in place.</param>
    public void Step(SensorFrame frame, Decision decision)
    {
        Readings readings = _readings;
        bool isLate = frame.Time_ms - readings.Time_ms > WatchdogPeriod_ms;
        _current.Read(frame);                   // what flows, and whether a front end has tripped
        if (isLate)
        {
            FollowWatchdog(decision);           // what a gap in time has opened stays open
        }

        _pressures.Read(frame);                 // what presses
        int phase = _phase;
        _phase = phase + 1;
        switch (phase)
        {
            case 0:
                ReadScan(frame);                // what can be believed of the slower sensors
                break;
            case 2:
                CorrectCells();                 // what the voltages add
                _diagnosis.Evaluate(_contactors.Mismatch);   // what is wrong
                if (_round >= FirstLimitRound)
                {
                    PrepareLimits(phase);
                }

                break;
            case 4:
                CorrectCells();
                Decide(decision);               // what is allowed and why, what is switched
                _phase = 0;
                _round = _round == LastRound ? 0 : _round + 1;
                break;
            default:
                TakeSlice(phase, decision);     // what the physics says, and what it allows
                break;
        }

        if (_standing != LimitReason.None || readings.Obstacles != 0)
        {
            Forbid(decision);                   // limits to zero at once, contactors open in an emergency
        }
    }

    private void FollowWatchdog(Decision decision)
    {
        _contactors.Trip(decision);
        if (_standing == LimitReason.None)
        {
            _standing = LimitReason.Contactors;
        }
    }

    private void Forbid(Decision decision)
    {
        // while the same thing forbids it, it has been done; a reason that only readings give is found anew at every decision
        if (_forbidden == LimitReason.None || (_standing != LimitReason.None && _standing != _forbidden))
        {
            _forbidden = _limits.Forbid(decision, _standing);
        }

        if (_readings.FrontEndAlert || _diagnosis.HasEmergency)
        {
            _contactors.Trip(decision);
            _standing = LimitReason.Fault;
        }
    }

    private void ReadScan(SensorFrame frame)
    {
        Readings readings = _readings;
        int round = _round;
        _voltages.Read(frame);
        _pressures.ReadExtremes();
        if ((round & 1) == 0)
        {
            _signals.Read(frame);
        }
        else
        {
            if ((round & 2) == 0)
            {
                _temperatures.Read(frame);
            }

            if (round < MeansRounds)
            {
                _cells.RenewMeans(_cellsPerSlice);
            }
        }

        if (round == SurroundingsRound || !readings.IsComplete)
        {
            _signals.ReadSurroundings(frame);
        }

        if ((!readings.VoltagesAreTrusted || !readings.TemperaturesAreTrusted) && _standing != LimitReason.StartUp)
        {
            _standing = LimitReason.Sensors;
        }

        if (_completeTicks < ReadyTicks)
        {
            readings.IsComplete = readings.IsComplete || (readings.Scans > 0 && readings.AllAreTrusted());
            _completeTicks += readings.IsComplete ? Phases : 0;
        }
    }

    private void Decide(Decision decision)
    {
        Readings readings = _readings;
        _contactors.Act(_diagnosis.HasFault, decision);
        _standing = Standing();
        _limits.Evaluate(decision, _standing != LimitReason.None || readings.Obstacles != 0);
        if (_standing == LimitReason.None)
        {
            _forbidden = LimitReason.None;
        }

        _digest.Add(decision, _round == LastRound);
        if (_round == LastRound)
        {
            _heater.Act(decision);
            _cells.Ageing.Advance(readings.Time_ms, readings.Charge_uAms);
        }
        else if (_round == AdviceRound)
        {
            _limits.Advise(decision);
        }
    }

    private void TakeSlice(int phase, Decision decision)
    {
        if (_round >= FirstLimitRound)
        {
            PrepareLimits(phase);
            return;
        }

        Readings readings = _readings;
        if (!readings.IsComplete)
        {
            return;
        }

        int cell = ((_round << 1) + (phase >> 1)) * _cellsPerSlice;
        int end = cell + _cellsPerSlice;
        if (end > _cellCount)
        {
            end = _cellCount;
        }

        _advanced = cell;
        int[] temperature_mK = readings.SensorTemperature_mK;
        int[] sensorOfCell = _pack.SensorOfCell;
        while (cell < end)
        {
            _cells.Advance(cell, readings.Time_ms, readings.Charge_uAms, readings.ScanRate_Q24, temperature_mK[sensorOfCell[cell]], readings.Ambient_mK, decision.HeaterOn);
            cell++;
        }
    }

    /// <summary>The clamps, then the slices of the limits, in the phases 1 to 3 of the last rounds.</summary>
    private void PrepareLimits(int phase)
    {
        int slice = ((_round - FirstLimitRound) * LimitPhases) + phase - 2;
        if (slice < 0)
        {
            UpdateClamps();
            return;
        }

        if (slice == ExtremesSlice)
        {
            _cells.Extremes.Find();
            _diagnosis.GatherSlow();
        }

        _limits.Prepare(slice);
    }

    private void UpdateClamps()
    {
        Readings readings = _readings;
        if (readings.PressuresAreTrusted)
        {
            for (int clamp = 0; clamp < _pack.ClampCount; clamp++)
            {
                _cells.Clamps.Update(clamp, readings.ClampMiddle_Pa(clamp));
            }

            _cells.Clamps.Predict();
            if (_witness.Waiting > 0 && _completeTicks >= ReadyTicks)
            {
                _witness.Look();
            }
        }
    }

    private void CorrectCells()
    {
        int cell = _advanced;
        if (cell == NoSlice)
        {
            return;
        }

        int end = cell + _cellsPerSlice;
        if (end > _cellCount)
        {
            end = _cellCount;
        }

        bool isWaiting = _witness.Waiting > 0;
        while (cell < end)
        {
            // a cell that is told by its pressure is not corrected in the same tick
            if (!isWaiting || !_witness.Testify(cell))
            {
                _estimator.Correct(cell);
            }

            _limits.Consider(cell);
            cell++;
        }

        _advanced = NoSlice;
    }

    /// <summary>What forbids any current until the next scan or decision.</summary>
    private LimitReason Standing()
    {
        if (_completeTicks < ReadyTicks || !_estimator.IsKnown)
        {
            return LimitReason.StartUp;
        }

        if (!_readings.VoltagesAreTrusted || !_readings.TemperaturesAreTrusted)
        {
            return LimitReason.Sensors;
        }

        if (_diagnosis.HasFault)
        {
            return LimitReason.Fault;
        }

        return _contactors.IsClosed ? LimitReason.None : LimitReason.Contactors;
    }
}

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
/// Each tick does the fast pass; of each five ticks the first reads the cell voltages, the second reads the slow sensors,
/// diagnoses and prepares one limiter, the third takes the minimum over the limiters and acts, and the other two advance
/// the cells, each cell once a second.
/// </remarks>
public sealed class BatteryManager
{
    /// <summary>Time between two steps, ms.</summary>
    public const int Tick_ms = 20;

    private const long DigestPrime = 0x100000001B3L;
    private const int Phases = 5;
    private const int RoundsPerSecond = 10;
    private const int CellSlices = 20;
    private const int ClampRound = 0;

    // Limits stay at zero until every cell has been advanced and then every limiter has been prepared once.
    private const int ReadyTicks = 2 * RoundsPerSecond * Phases;

    private readonly PackProfile _pack;
    private readonly SensorGuard _guard;
    private readonly Readings _readings;
    private readonly CellModel _cells;
    private readonly StateOfChargeEstimator _estimator;
    private readonly LimitEngine _limits;
    private readonly Diagnosis _diagnosis;
    private readonly ContactorControl _contactors;
    private readonly HeaterControl _heater;
    private readonly int _cellsPerSlice;
    private int _round;
    private int _phase;
    private int _completeTicks;
    private long _decisionDigest;

    /// <summary>Makes the manager of a pack: new cells at half charge until a state is restored.</summary>
    public BatteryManager(CellProfile profile, PackProfile pack, Settings settings)
    {
        _pack = pack;
        _readings = new Readings(pack);
        _guard = new SensorGuard(profile, pack, settings, _readings);
        _cells = new CellModel(profile, pack);
        _estimator = new StateOfChargeEstimator(_cells, _readings, settings);
        _limits = new LimitEngine(profile, pack, _cells, _readings, settings);
        _diagnosis = new Diagnosis(profile, _cells, _readings);
        _contactors = new ContactorControl(_readings, settings);
        _heater = new HeaterControl(profile, _readings, settings);
        _cellsPerSlice = (pack.CellCount + CellSlices - 1) / CellSlices;

        long digest = profile.Checksum;
        for (int k = 0; k < Setting.Count; k++)
        {
            digest = (digest ^ settings.Value(k)) * DigestPrime;
        }

        for (int cell = 0; cell < pack.CellCount; cell++)
        {
            digest = (digest ^ pack.ClampOfCell[cell] ^ (pack.SensorOfCell[cell] << 8)) * DigestPrime;
        }

        _decisionDigest = digest;
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
        get { return (_guard.InputDigest * 31) ^ _decisionDigest; }
    }

    /// <summary>Charge since the start, µA ms, positive on charge.</summary>
    public long Charge_uAms
    {
        get { return _guard.Charge_uAms; }
    }

    /// <summary>Takes over what the device remembered. To be called before the first step.</summary>
    /// <param name="state">One entry a cell; a shorter state leaves the other cells as they are.</param>
    /// <param name="time_ms">Time of the first frame.</param>
    public void Restore(RestoredState state, long time_ms)
    {
        long digest = (_decisionDigest ^ time_ms) * DigestPrime;
        for (int cell = 0; cell < _pack.CellCount && cell < state.StateOfCharge_Q30.Length; cell++)
        {
            _cells.Reset(cell, state.StateOfCharge_Q30[cell], state.Contact_Q30[cell], state.Filament_Q30[cell], time_ms, 0);
            digest = (digest ^ state.StateOfCharge_Q30[cell] ^ ((long)state.Contact_Q30[cell] << 32)) * DigestPrime;
            digest = (digest ^ state.Filament_Q30[cell]) * DigestPrime;
            _cells.Ageing.Reset(cell, state.InterphaseSquare_Q20[cell], state.CalendarSquare_Q60[cell], state.CycleFade_Q60[cell]);
            digest = (digest ^ state.InterphaseSquare_Q20[cell]) * DigestPrime;
            digest = (digest ^ state.CalendarSquare_Q60[cell]) * DigestPrime;
            digest = (digest ^ state.CycleFade_Q60[cell]) * DigestPrime;
        }

        _decisionDigest = digest;
        _limits.Begin();
    }

    /// <summary>One step, every 20 ms.</summary>
    /// <param name="frame">The newest readings; not changed.</param>
    /// <param name="decision">The decision of the step before, renewed in place.</param>
    public void Step(SensorFrame frame, Decision decision)
    {
        _guard.ReadFast(frame);                                      // what can be believed now

        switch (_phase)
        {
            case 0:
                _guard.ReadVoltages(frame);                          // every cell, and the current that went with it
                break;
            case 1:
                _guard.ReadSlow(frame);                              // temperatures, requests
                _diagnosis.Evaluate(_contactors.Mismatch);           // what is wrong
                _limits.Prepare(_round);                             // what the states of the cells allow, one limiter a time
                break;
            case 2:
                if (_round == ClampRound)
                {
                    UpdateClamps();                                  // what the pressure means for the cells
                }

                _limits.Evaluate(decision);                          // what is allowed, and why
                _contactors.Act(_diagnosis.HasFault, decision);
                _heater.Act(decision);
                Record(decision);
                break;
            default:
                AdvanceCells((_round << 1) + _phase - 3, decision);  // what the physics says, and what the voltages add
                break;
        }

        _limits.Publish(decision, _completeTicks < ReadyTicks, _diagnosis.HasFault);   // down at once, up along the ramp
        if (_readings.FrontEndAlert || _diagnosis.HasEmergency)
        {
            _contactors.Trip(decision);
        }

        _decisionDigest = (_decisionDigest ^ decision.LimitCharge_uA ^ ((long)decision.LimitDischarge_uA << 32)) * DigestPrime;
        _phase++;
        if (_phase == Phases)
        {
            NextPhase();
        }
    }

    private void UpdateClamps()
    {
        if (_readings.PressuresAreTrusted)
        {
            for (int clamp = 0; clamp < _pack.ClampCount; clamp++)
            {
                _cells.Clamps.Update(clamp, _readings.ClampMean_Pa[clamp]);
            }

            _cells.Clamps.Predict();
        }
    }

    private void AdvanceCells(int slice, Decision decision)
    {
        if (!_readings.IsComplete)
        {
            return;
        }

        if (slice == CellSlices - 1)
        {
            _cells.Ageing.Advance(_readings.Time_ms, _guard.Charge_uAms);
        }

        int last = (slice + 1) * _cellsPerSlice;
        last = last > _pack.CellCount ? _pack.CellCount : last;
        int scanRate_Q24 = _cells.Rate_Q24(_readings.ScanCurrent_uA);
        for (int cell = slice * _cellsPerSlice; cell < last; cell++)
        {
            _cells.Advance(
                cell, _readings.Time_ms, _guard.Charge_uAms, scanRate_Q24, _readings.SensorTemperature_mK[_pack.SensorOfCell[cell]], _readings.Ambient_mK, decision.HeaterOn);
            _estimator.Correct(cell);
        }
    }

    private void Record(Decision decision)
    {
        long digest = _decisionDigest;
        int commands = (decision.CloseNegative ? 1 : 0) | (decision.ClosePositive ? 2 : 0) | (decision.ClosePrecharge ? 4 : 0) | (decision.HeaterOn ? 8 : 0) | (decision.Warning ? 16 : 0);
        digest = (digest ^ commands ^ ((int)decision.ChargeReason << 8) ^ ((int)decision.DischargeReason << 16) ^ ((long)_diagnosis.ActiveBits << 32)) * DigestPrime;
        _decisionDigest = (digest ^ decision.ChargePlace ^ (decision.DischargePlace << 8)) * DigestPrime;
    }

    private void NextPhase()
    {
        _phase = 0;
        _round = _round == RoundsPerSecond - 1 ? 0 : _round + 1;
        if (_readings.IsComplete && _completeTicks < ReadyTicks)
        {
            _completeTicks += Phases;
        }
    }
}

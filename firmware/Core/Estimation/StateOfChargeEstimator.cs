using Bms.Core.Cells;
using Bms.Core.FixedPoint;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Estimation;

/// <summary>
/// Corrects what is believed of every cell by its voltage: state of charge, scales of ohmic and charge transfer resistance,
/// contact and capacity, together, each by what the voltage tells about it at the present slope of the open-circuit curve,
/// current and temperature. So plateaus trust the coulombs and slopes trust the voltage.
/// </summary>
/// <remarks>
/// An extended Kalman filter, see <see cref="StateCovariance"/>. The sensor's standing error is a state that is considered and
/// never learnt: it sets the floor of what voltage can say. What the model does wrong lasts for minutes, so the noise assumed
/// for one measurement is many times what it is off by. A voltage far beyond all expectation, three times in a row, reopens the
/// variance of the state of charge, so that a wrong start is found out. Capacity is learnt from the charge counted between states
/// that voltages told, the first of them at rest; after a surprise it begins anew at the next rest. A cell of which nothing is known
/// yet has no certainty at all, and no current is allowed until its voltage has said enough.
/// </remarks>
public sealed class StateOfChargeEstimator
{
    // a cell is corrected once in so many seconds at most; cells take turns
    private const int Period = 8;

    // uncertainty grows no further while nothing can be read
    private const int LongestWait_s = 3600;

    // one for each round of all cells
    private const int Turns = 5;

    // before anything has been learnt; all resistances of a cell err together
    private const int Resistance_ppm = 200000;
    private const long ResistanceTie_ppm2 = 32000000000L;
    private const int ContactDeviation_ppm = 10000;
    private const int CapacityDeviation_ppm = 60000;

    // an open circuit has no overpotential that could be wrong
    private const long RestNoise_uV2 = 10000L * 10000;
    private const long RestOverpotential_uV = 5000;

    // what no expectation is sharper than, under load and at rest
    private const long Expectation_uV2 = 12000L * 12000;
    private const long RestExpectation_uV2 = 4000L * 4000;
    private const int PatientSurprises = 3;

    // three deviations, squared
    private const long Contradiction = 9;

    private const long Known_ppm2 = 100000L * 100000;
    private const long HighestVoltage_uV = 1L << 22;

    /// <summary>What the voltages keep differing from the model by.</summary>
    public readonly VoltageResidual Residual;

    private readonly CellModel _model;
    private readonly CellStates _states;
    private readonly Readings _readings;
    private readonly VoltageSensitivity _sensitivity;
    private readonly StateCovariance _covariance;
    private readonly StateCorrection _corrections;
    private readonly RestGate _rest;
    private readonly long _noise_uV2;
    private readonly long _doubt_ppm;
    private readonly int _bias_uV;

    // what is published in turn: of the charge nothing, of ohmic, reaction, contact, and last of capacity the deviation
    private readonly int[][] _published_ppm;

    // seconds since a cell's last correction, and whether this round of all cells has had it: so none is passed over for ever
    private readonly int[] _due;
    private readonly bool[] _hadTurn;
    private int _toCome;
    private int _waited_s;
    private readonly int[] _surprises;

    // from the first start or a surprise on, until a rest at which charge and voltage agree
    private readonly bool[] _isDoubted;

    // as corrected last
    private readonly int[] _charge_Q30;
    private readonly int[] _contact_Q30;
    private readonly bool[] _isUnknown;
    private int _unknown;

    private int _turn;

    // the correction under way
    private Step _step;
    private int _correcting;
    private long _innovation_uV;
    private long _overpotential_uV;
    private long _rate_Q24;
    private bool _isAtRest;

    /// <summary>Makes the estimator of all cells of <paramref name="model"/>, of which nothing is known yet.</summary>
    public StateOfChargeEstimator(CellProfile profile, CellModel model, Readings readings, Settings settings)
    {
        _model = model;
        _states = model.States;
        _readings = readings;
        long noise = settings.Value(Setting.VoltageNoise);
        _noise_uV2 = noise * noise;
        long doubt = settings.Value(Setting.ResistanceUncertainty);
        _doubt_ppm = doubt * doubt / 1000000;
        _bias_uV = settings.Value(Setting.VoltageBias);
        CellStates states = model.States;
        _published_ppm = new int[][] { null, states.OhmicDeviation_ppm, states.ReactionDeviation_ppm, states.ContactDeviation_ppm, states.CapacityDeviation_ppm };
        int count = states.Count;
        _sensitivity = new VoltageSensitivity(_states, readings);
        _covariance = new StateCovariance(count);
        _corrections = new StateCorrection(profile, model, _covariance);
        _rest = new RestGate(count);
        Residual = new VoltageResidual(states, readings, settings);
        _due = new int[count];
        _hadTurn = new bool[count];
        _toCome = count;
        _surprises = new int[count];
        _isDoubted = new bool[count];
        _charge_Q30 = new int[count];
        _contact_Q30 = new int[count];
        _isUnknown = new bool[count];
        for (int cell = 0; cell < count; cell++)
        {
            _due[cell] = cell % Period;
            Begin(cell, StateCovariance.Highest_ppm, Resistance_ppm, CapacityDeviation_ppm);
            _isUnknown[cell] = true;
            _isDoubted[cell] = true;
        }

        _unknown = count;
    }

    /// <summary>Whether the state of charge of every cell is or once was known to 10 %.</summary>
    public bool IsKnown
    {
        get { return _unknown == 0; }
    }

    /// <summary>Begins anew with one cell, whose states have just been set.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="charge_ppm">Standard deviation of its state of charge.</param>
    /// <param name="resistance_ppm">Of the scales of its resistances; 0 or below, or more than before anything is learnt: as much as that.</param>
    /// <param name="capacity_ppm">Of its capacity; likewise.</param>
    public void Begin(int cell, int charge_ppm, int resistance_ppm, int capacity_ppm)
    {
        CellStates states = _states;
        StateCovariance covariance = _covariance;
        resistance_ppm = Learnt(resistance_ppm, Resistance_ppm);
        capacity_ppm = Learnt(capacity_ppm, CapacityDeviation_ppm);
        covariance.Set(cell, StateCovariance.StateOfCharge, charge_ppm);
        covariance.Set(cell, StateCovariance.Ohmic, resistance_ppm);
        covariance.Set(cell, StateCovariance.Reaction, resistance_ppm);
        covariance.Tie(cell, StateCovariance.Ohmic, StateCovariance.Reaction, ResistanceTie_ppm2 / Resistance_ppm * resistance_ppm / Resistance_ppm * resistance_ppm);
        covariance.Set(cell, StateCovariance.Contact, ContactDeviation_ppm);
        covariance.Set(cell, StateCovariance.Capacity, capacity_ppm);
        covariance.Set(cell, StateCovariance.Bias, _bias_uV);
        _charge_Q30[cell] = states.StateOfCharge_Q30[cell];
        _contact_Q30[cell] = states.Contact_Q30[cell];
        _surprises[cell] = 0;
        _isDoubted[cell] = false;
        states.OhmicDeviation_ppm[cell] = resistance_ppm;
        states.ReactionDeviation_ppm[cell] = resistance_ppm;
        states.ContactDeviation_ppm[cell] = ContactDeviation_ppm;
        states.CapacityDeviation_ppm[cell] = capacity_ppm;
        Publish(cell);
        Know(cell);
    }

    /// <summary>Takes in what another witness says about the charge that has moved unseen, and no more than that.</summary>
    /// <param name="cell">Cell number.</param>
    /// <param name="moved_ppm">By how much the state of charge is higher than believed, ppm of full charge.</param>
    /// <param name="variance_ppm2">Variance of that if nothing has moved.</param>
    /// <param name="doubt_ppm2">What is to be added to it if that much has.</param>
    /// <param name="before_ppm2">Variance of the state of charge from before anything moved: the witness knows nothing of it.</param>
    /// <returns>False if it has to be said again: the cell is just being corrected by its voltage.</returns>
    public bool Hear(int cell, long moved_ppm, long variance_ppm2, long doubt_ppm2, long before_ppm2)
    {
        if (_step != Step.Look && _correcting == cell)
        {
            return false;
        }

        StateCovariance covariance = _covariance;
        long present_ppm2 = covariance.Variance_ppm2(cell, StateCovariance.StateOfCharge);
        long unseen_ppm2 = present_ppm2 - before_ppm2;
        long all_ppm2 = unseen_ppm2 + variance_ppm2 + doubt_ppm2;
        if (unseen_ppm2 <= 0 || present_ppm2 < 1 || all_ppm2 < 1)
        {
            return true;
        }

        long moved_ppm2 = moved_ppm * moved_ppm;
        if (moved_ppm2 <= Contradiction * (unseen_ppm2 + variance_ppm2))
        {
            int charge_Q30 = _states.StateOfCharge_Q30[cell];
            long gain_Q20 = (unseen_ppm2 << 20) / all_ppm2;
            _model.Diffusion.Shift(cell, (int)((moved_ppm * gain_Q20) >> 20));
            covariance.Settle(cell, (1 << 20) - (unseen_ppm2 * gain_Q20 / present_ppm2));
            _charge_Q30[cell] += _states.StateOfCharge_Q30[cell] - charge_Q30;
        }
        else if (moved_ppm2 > present_ppm2)
        {
            // charge or clamp has moved, and nothing tells which: the voltages decide
            covariance.Set(cell, StateCovariance.StateOfCharge, (int)(moved_ppm < 0 ? -moved_ppm : moved_ppm));
        }

        _states.Variance_ppm2[cell] = covariance.Variance_ppm2(cell, StateCovariance.StateOfCharge);
        return true;
    }

    private static int Learnt(int deviation_ppm, int before_ppm)
    {
        return deviation_ppm <= 0 || deviation_ppm > before_ppm ? before_ppm : deviation_ppm;
    }

    /// <summary>Looks at one cell after its model step, once a second: what its voltage says counts when the whole scan is new and the current was steady.</summary>
    /// <remarks>A correction takes eight turns, one after the other, so that no tick has to do it all; meanwhile the next cells wait for theirs.</remarks>
    public void Correct(int cell)
    {
        int due = _due[cell] + 1;
        _due[cell] = due;
        Readings readings = _readings;
        bool isSteady = readings.ScanIsSteady && readings.VoltagesAreTrusted;
        if (isSteady)
        {
            _rest.Watch(cell, readings.CellVoltage_uV[cell], readings.ScanRate_Q24);
        }

        Residual.Follow(cell);
        Step step = _step;
        if (step == Step.Look)
        {
            if (isSteady && due >= Period && !_hadTurn[cell])
            {
                Take(cell, due);
                Look(cell, readings.CellVoltage_uV[cell]);
                _step = Step.Pass;
            }

            return;
        }

        _step = step + 1;
        cell = _correcting;
        switch (step)
        {
            case Step.Pass:
                Pass(cell);
                break;
            case Step.Carry:
                _covariance.Carry(cell);
                break;
            case Step.Weigh:
                Weigh(cell);
                break;
            case Step.Apply:
                Apply(cell);
                break;
            case Step.Learn:
                if (_surprises[cell] == 0 && !_isUnknown[cell] && readings.AllAreTrusted())
                {
                    Residual.Learn(cell, _innovation_uV);
                }

                break;
            case Step.Fold:
                _covariance.Fold(cell, StateCovariance.Bias, StateCovariance.Count);
                break;
            default:
                _covariance.Fold(cell, StateCovariance.StateOfCharge, StateCovariance.Bias);
                Publish(cell);
                _step = Step.Look;
                break;
        }
    }

    private void Take(int cell, int due_s)
    {
        _correcting = cell;
        _waited_s = due_s > LongestWait_s ? LongestWait_s : due_s;
        _due[cell] = 0;
        _hadTurn[cell] = true;
        if (--_toCome == 0)
        {
            _toCome = _hadTurn.Length;
            _turn = _turn == Turns - 1 ? 0 : _turn + 1;
            for (int k = 0; k < _hadTurn.Length; k++)
            {
                _hadTurn[k] = false;
            }
        }
    }

    private void Look(int cell, int voltage_uV)
    {
        _sensitivity.Fill(cell, _covariance.Sensitivity_Q20);
        long rate_Q24 = _readings.ScanRate_Q24;
        _rate_Q24 = rate_Q24 < 0 ? -rate_Q24 : rate_Q24;
        long innovation_uV = voltage_uV - (long)_states.ModelVoltage_uV[cell];
        _innovation_uV = Saturating.Within(innovation_uV, HighestVoltage_uV);
        long overpotential_uV = _states.Overpotential_uV[cell];
        overpotential_uV = overpotential_uV < 0 ? -overpotential_uV : overpotential_uV;
        _overpotential_uV = overpotential_uV > HighestVoltage_uV ? HighestVoltage_uV : overpotential_uV;
        _isAtRest = overpotential_uV < RestOverpotential_uV && _rest.IsAtRest(cell);
    }

    private void Weigh(int cell)
    {
        StateCovariance covariance = _covariance;
        long innovation_uV = _innovation_uV;
        long expected_uV2 = covariance.Expect();
        long overpotential_uV = _overpotential_uV;
        long doubt_uV2 = overpotential_uV * overpotential_uV / 1000000 * _doubt_ppm;
        long unexpected_uV2 = _isAtRest ? 4 * (expected_uV2 + RestExpectation_uV2) : 9 * (expected_uV2 + Expectation_uV2 + doubt_uV2);
        if (innovation_uV * innovation_uV <= unexpected_uV2)
        {
            _surprises[cell] = 0;
            _isDoubted[cell] &= !_isAtRest;
            Know(cell);
        }
        else if (++_surprises[cell] >= PatientSurprises || _isUnknown[cell])
        {
            // half of what the voltage is off by, all of it taken for charge
            long perPpm_Q20 = covariance.Sensitivity_Q20[StateCovariance.StateOfCharge];
            long surprise_ppm = (innovation_uV < 0 ? -innovation_uV : innovation_uV) * (1L << 19) / (perPpm_Q20 < 1 ? 1 : perPpm_Q20);
            surprise_ppm = surprise_ppm > StateCovariance.Highest_ppm ? StateCovariance.Highest_ppm : surprise_ppm;
            covariance.Reopen(cell, surprise_ppm * surprise_ppm);
            _isDoubted[cell] = true;
        }

        covariance.Weigh((_isAtRest ? RestNoise_uV2 : _noise_uV2) + doubt_uV2);
    }

    /// <summary>What time and charge did to certainty since the last correction.</summary>
    private void Pass(int cell)
    {
        CellStates states = _states;
        StateCovariance covariance = _covariance;

        // coulomb counting drifts with time (offset) and with the charge moved (gain), and errs with the capacity
        long rate_Q24 = states.Rate_Q24[cell];
        long moved_Q30 = states.StateOfCharge_Q30[cell] - (long)_charge_Q30[cell];
        covariance.CountCharge(cell, (int)((moved_Q30 * 1000000) >> 30));
        if (_isDoubted[cell])
        {
            // what was counted began nowhere
            covariance.Set(cell, StateCovariance.Capacity, CapacityDeviation_ppm);
            states.CapacityDeviation_ppm[cell] = CapacityDeviation_ppm;
        }

        long waited_s = _waited_s;
        covariance.Grow(cell, StateCovariance.StateOfCharge, waited_s * (CertaintyDrift.Charge_ppm2 + (((rate_Q24 < 0 ? -rate_Q24 : rate_Q24) * CertaintyDrift.PerCharge_ppm2) >> 24)));
        covariance.Grow(cell, StateCovariance.Ohmic, waited_s * CertaintyDrift.Resistance_ppm2);
        covariance.Grow(cell, StateCovariance.Reaction, waited_s * CertaintyDrift.Resistance_ppm2);
        covariance.Grow(cell, StateCovariance.Capacity, waited_s * CertaintyDrift.Capacity_ppm2);

        // the loss of contact is known to 20 %: d(0.2 loss)^2 = 0.08 loss d(loss)
        int contact_Q30 = states.Contact_Q30[cell];
        if (contact_Q30 != _contact_Q30[cell])
        {
            long change_ppm = ((contact_Q30 - (long)_contact_Q30[cell]) * 1000000) >> 30;
            long loss_ppm = (((1L << 30) - contact_Q30) * 1000000) >> 30;
            covariance.Grow(cell, StateCovariance.Contact, (change_ppm < 0 ? -change_ppm : change_ppm) * loss_ppm * 8 / 100);
        }
    }

    private void Apply(int cell)
    {
        _corrections.Apply(cell, _innovation_uV, _rate_Q24);
        _charge_Q30[cell] = _states.StateOfCharge_Q30[cell];
        _contact_Q30[cell] = _states.Contact_Q30[cell];
    }

    /// <summary>Publishes the certainty of the charge, and in turn that of one of the others.</summary>
    private void Publish(int cell)
    {
        StateCovariance covariance = _covariance;
        CellStates states = _states;
        states.Variance_ppm2[cell] = covariance.Variance_ppm2(cell, StateCovariance.StateOfCharge);
        int turn = _turn;
        int[] deviation_ppm = _published_ppm[turn];
        if (deviation_ppm != null)
        {
            // a root that moves slowly: one step of Newton's from the last
            long variance_ppm2 = covariance.Variance_ppm2(cell, turn == Turns - 1 ? StateCovariance.Capacity : turn);
            int last_ppm = deviation_ppm[cell] | 1;
            deviation_ppm[cell] = (int)((last_ppm + (variance_ppm2 / last_ppm)) >> 1);
        }
    }

    private void Know(int cell)
    {
        if (_isUnknown[cell] && _states.Variance_ppm2[cell] <= Known_ppm2)
        {
            _isUnknown[cell] = false;
            _unknown--;
        }
    }

    private enum Step
    {
        Look,
        Pass,
        Carry,
        Weigh,
        Apply,
        Learn,
        Fold,
        Publish,
    }
}

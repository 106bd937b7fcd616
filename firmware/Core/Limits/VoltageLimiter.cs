using Bms.Core.Cells;
using Bms.Core.Estimation;
using Bms.Core.FixedPoint;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// Keeps every cell inside its voltage window over the next ten seconds: from the measured voltage it takes off what the
/// present current drops at once, and goes along the cell's horizon conductance to the edge of the window.
/// </summary>
/// <remarks>
/// The conductance is that of a current of the size of the limit itself, held over the horizon (kinetics, ohmic drop,
/// surface depletion and the bend of the open-circuit curve), so the limit is where its own trial arrives. Where the
/// open-circuit voltage of an end of the stoichiometry window is stricter than the voltage limit, it counts instead: so the
/// surface stays in its window too, since every overpotential points away from it. Where the learnt residual says that the cell
/// gives way more than the model has it, what lies between the present current and the model's limit is worth that much less;
/// where it says less, the model's limit stands.
/// </remarks>
public sealed class VoltageLimiter : Limiter
{
    private const int PatientScans = 3;
    private const long Jump_uV = 40000;
    private const int FallShift = 3;
    private const int RiseShift = 5;
    private const int LowestTrial_Q24 = 1 << 19;
    private const int HealthyContact_Q30 = 1000000000;

    // voltages so near to each other differ by noise alone: of these cells the surface tells
    private const int Alike_uV = 5000;

    private readonly PackProfile _pack;
    private readonly CellModel _model;
    private readonly Readings _readings;
    private readonly VoltageResidual _residual;
    private readonly SurfaceExtremes _surfaces;
    private readonly CellProfile _profile;
    private readonly int _margin_uV;
    private readonly bool _keepsSurface;
    private int _lowest_uV;
    private int _highest_uV;
    private readonly int _ratedCharge_Q24;
    private readonly int _ratedDischarge_Q24;
    private int _chargeTrial_Q24;
    private int _dischargeTrial_Q24;
    private int _chargeCeiling_Q24;
    private int _dischargeCeiling_Q24;
    private int _chargeConductance_Q40;
    private int _dischargeConductance_Q40;
    private int _chargeInstant_Q16;
    private int _dischargeInstant_Q16;
    private int _chargeResidual_Q16;
    private int _dischargeResidual_Q16;
    private long _filteredCharge_Q24;
    private long _filteredDischarge_Q24;
    private int _unsteadyScans = PatientScans;

    /// <summary>Highest charge rate by the model alone, no lower than <see cref="Limiter.Charge_Q24"/>.</summary>
    public int ModelCharge_Q24 = int.MaxValue;

    /// <summary>Highest discharge rate by the model alone.</summary>
    public int ModelDischarge_Q24 = int.MaxValue;

    /// <summary>Share of the charge bound's drop that grows with the root of time, 65536 for all of it.</summary>
    public int ChargeSwing_Q16;

    /// <summary>Share of the discharge bound's drop that grows with the root of time.</summary>
    public int DischargeSwing_Q16;

    /// <summary>What a discharge of 1C costs the binding cell's voltage within the horizon, µV.</summary>
    public int DischargeDrop_uV;

    /// <summary>Makes the limiter of all cells.</summary>
    public VoltageLimiter(CellProfile profile, PackProfile pack, CellModel model, Readings readings, VoltageResidual residual, SurfaceExtremes surfaces, Settings settings)
        : base(LimitReason.CellVoltage)
    {
        _keepsSurface = new LimiterSwitches(settings).IsOn(LimiterNumber.ElectrodeSurface);
        _pack = pack;
        _model = model;
        _readings = readings;
        _residual = residual;
        _surfaces = surfaces;
        _profile = profile;
        _margin_uV = settings.Value(Setting.VoltageMargin);
        _lowest_uV = profile.VoltageMinimum_uV + _margin_uV;
        _highest_uV = profile.VoltageMaximum_uV - _margin_uV;
        _ratedCharge_Q24 = profile.ChargeRateMaximum_Q24;
        _ratedDischarge_Q24 = profile.DischargeRateMaximum_Q24;
    }

    /// <summary>
    /// Looks a horizon ahead with the limits of the second before, for the cells that can bind: the one of lowest and the one
    /// of highest voltage, and the one that has lost most contact.
    /// </summary>
    public override void Prepare()
    {
        PrepareCharge();
        PrepareDischarge();
    }

    /// <summary>The half of <see cref="Prepare"/> that is for charge.</summary>
    public void PrepareCharge()
    {
        // the limit is zero before the first look, which says nothing about a trial
        int trial_Q24 = _chargeConductance_Q40 == 0 ? _ratedCharge_Q24 : Trial(_chargeTrial_Q24, ModelCharge_Q24, _ratedCharge_Q24);
        _chargeTrial_Q24 = trial_Q24;
        ElectricalModel electrical = _model.Electrical;
        int cell = _surfaces.Fullest;
        if (_readings.HighestVoltage_uV - _readings.CellVoltage_uV[cell] > Alike_uV)
        {
            cell = _readings.HighestVoltageCell;
        }

        int full_uV = electrical.OpenCircuit(_profile.StoichiometryFull_Q30, _model.States.CoreTemperature_mK[cell]);
        _highest_uV = (_keepsSurface && full_uV < _profile.VoltageMaximum_uV ? full_uV : _profile.VoltageMaximum_uV) - _margin_uV;
        _chargeCeiling_Q24 = Ceiling(trial_Q24);
        _chargeResidual_Q16 = Look(cell, trial_Q24);
        _chargeConductance_Q40 = electrical.Conductance_Q40;
        _chargeInstant_Q16 = electrical.Instant_Q16;
        int weakest = _model.Extremes.LeastContact;
        if (weakest != cell && _model.States.Contact_Q30[weakest] <= HealthyContact_Q30)
        {
            int residual_Q16 = Look(weakest, trial_Q24);
            if (electrical.Conductance_Q40 < _chargeConductance_Q40)
            {
                _chargeResidual_Q16 = residual_Q16;
                _chargeConductance_Q40 = electrical.Conductance_Q40;
                _chargeInstant_Q16 = electrical.Instant_Q16;
            }
        }

        ChargeSwing_Q16 = Swing(_chargeInstant_Q16);
    }

    /// <summary>The half of <see cref="Prepare"/> that is for discharge.</summary>
    public void PrepareDischarge()
    {
        int trial_Q24 = _dischargeConductance_Q40 == 0 ? _ratedDischarge_Q24 : Trial(_dischargeTrial_Q24, ModelDischarge_Q24, _ratedDischarge_Q24);
        _dischargeTrial_Q24 = trial_Q24;
        ElectricalModel electrical = _model.Electrical;
        int cell = _surfaces.Emptiest;
        if (_readings.CellVoltage_uV[cell] - _readings.LowestVoltage_uV > Alike_uV)
        {
            cell = _readings.LowestVoltageCell;
        }

        int empty_uV = electrical.OpenCircuit(_profile.StoichiometryEmpty_Q30, _model.States.CoreTemperature_mK[cell]);
        _lowest_uV = (_keepsSurface && empty_uV > _profile.VoltageMinimum_uV ? empty_uV : _profile.VoltageMinimum_uV) + _margin_uV;
        _dischargeCeiling_Q24 = Ceiling(trial_Q24);
        _dischargeResidual_Q16 = Look(cell, -trial_Q24);
        _dischargeConductance_Q40 = electrical.Conductance_Q40;
        _dischargeInstant_Q16 = electrical.Instant_Q16;
        int weakest = _model.Extremes.LeastContact;
        if (weakest != cell && _model.States.Contact_Q30[weakest] <= HealthyContact_Q30)
        {
            int residual_Q16 = Look(weakest, -trial_Q24);
            if (electrical.Conductance_Q40 < _dischargeConductance_Q40)
            {
                _dischargeResidual_Q16 = residual_Q16;
                _dischargeConductance_Q40 = electrical.Conductance_Q40;
                _dischargeInstant_Q16 = electrical.Instant_Q16;
            }
        }

        DischargeSwing_Q16 = Swing(_dischargeInstant_Q16);
        DischargeDrop_uV = Saturating.ToInt((1L << 40) / (_dischargeConductance_Q40 | 1));
    }

    /// <inheritdoc/>
    public override void Renew()
    {
        Readings readings = _readings;
        ChargePlace = readings.HighestVoltageCell;
        DischargePlace = readings.LowestVoltageCell;

        // While the current jumps, voltage and current of one scan do not belong together: the last answer stands a little longer.
        if (!readings.ScanIsSteady && _unsteadyScans < PatientScans)
        {
            _unsteadyScans++;
            return;
        }

        _unsteadyScans = 0;
        long flowing_Q24 = readings.ScanRate_Q24;
        long conductance_Q40 = _chargeConductance_Q40;
        long raw_Q24 = (((_highest_uV - readings.HighestVoltage_uV) * conductance_Q40) + (flowing_Q24 * _chargeInstant_Q16)) >> 16;
        long change_Q24 = raw_Q24 - _filteredCharge_Q24;

        // noise of voltage and current is averaged over about a second where a limit falls, over three where it rises, else it
        // would saw; a fall beyond what noise can be counts at once
        if (change_Q24 >= -((Jump_uV * conductance_Q40) >> 16))
        {
            raw_Q24 = _filteredCharge_Q24 + (change_Q24 >> (change_Q24 < 0 ? FallShift : RiseShift));
        }

        _filteredCharge_Q24 = raw_Q24;
        int model_Q24 = raw_Q24 > _chargeCeiling_Q24 ? _chargeCeiling_Q24 : (raw_Q24 < 0 ? 0 : (int)raw_Q24);
        ModelCharge_Q24 = model_Q24;
        Charge_Q24 = Tightened(model_Q24, flowing_Q24, _chargeResidual_Q16);

        conductance_Q40 = _dischargeConductance_Q40;
        raw_Q24 = (((readings.LowestVoltage_uV - _lowest_uV) * conductance_Q40) - (flowing_Q24 * _dischargeInstant_Q16)) >> 16;
        change_Q24 = raw_Q24 - _filteredDischarge_Q24;
        if (change_Q24 >= -((Jump_uV * conductance_Q40) >> 16))
        {
            raw_Q24 = _filteredDischarge_Q24 + (change_Q24 >> (change_Q24 < 0 ? FallShift : RiseShift));
        }

        _filteredDischarge_Q24 = raw_Q24;
        model_Q24 = raw_Q24 > _dischargeCeiling_Q24 ? _dischargeCeiling_Q24 : (raw_Q24 < 0 ? 0 : (int)raw_Q24);
        ModelDischarge_Q24 = model_Q24;
        Discharge_Q24 = Tightened(model_Q24, -flowing_Q24, _dischargeResidual_Q16);
    }

    /// <summary>Looks ahead with one cell.</summary>
    /// <returns>Which share of the whole drop the residual adds to the model's; 0 where it takes from it.</returns>
    private int Look(int cell, int rate_Q24)
    {
        ElectricalModel electrical = _model.Electrical;
        electrical.Look(cell, rate_Q24, _model.Clamps.ContactFactor_Q16[_pack.ClampOfCell[cell]]);
        long drop_uV = ((long)rate_Q24 << 16) / (electrical.Conductance_Q40 | 1);
        long more_uV = _residual.Ahead_uV(cell, electrical.PositiveReaction_Q16, (drop_uV * electrical.Instant_Q16) >> 16);
        if (rate_Q24 < 0)
        {
            drop_uV = -drop_uV;
            more_uV = -more_uV;
        }

        long all_uV = drop_uV + more_uV;
        return more_uV <= 0 || all_uV < 1 ? 0 : (int)((more_uV << 16) / all_uV);
    }

    /// <summary>The model's limit less the residual's share of what lies between it and the present current: never more.</summary>
    private static int Tightened(int limit_Q24, long flowing_Q24, int share_Q16)
    {
        long beyond_Q24 = limit_Q24 - flowing_Q24;
        long tightened_Q24 = beyond_Q24 > 0 ? limit_Q24 - ((beyond_Q24 * share_Q16) >> 16) : limit_Q24;
        return tightened_Q24 < 0 ? 0 : (int)tightened_Q24;
    }

    private static int Swing(int instant_Q16)
    {
        int swing_Q16 = 65536 - instant_Q16;
        return swing_Q16 < 0 ? 0 : swing_Q16;
    }

    /// <summary>
    /// The next trial goes a quarter of the way to the limit that the last one led to, else the two would chase each other where the
    /// open-circuit curve bends; all the way where that limit was cut off.
    /// </summary>
    private static int Trial(int last_Q24, int limit_Q24, int rated_Q24)
    {
        int next_Q24 = limit_Q24 >= Ceiling(last_Q24) ? limit_Q24 : last_Q24 + ((limit_Q24 - last_Q24) >> 2);
        if (next_Q24 < LowestTrial_Q24)
        {
            return LowestTrial_Q24;
        }

        return next_Q24 < rated_Q24 ? next_Q24 : rated_Q24;
    }

    /// <summary>A limit is believed up to half above its trial: beyond, the open-circuit curve may bend away.</summary>
    private static int Ceiling(int trial_Q24)
    {
        return Saturating.Add(trial_Q24, trial_Q24 >> 1);
    }
}

using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// Keeps every cell inside its voltage window over the next ten seconds: from the measured voltage it takes off what the
/// present current drops at once, and goes along the cell's horizon conductance to the edge of the window.
/// </summary>
/// <remarks>
/// The conductance is that of a current of the size of the limit itself, held over the horizon (kinetics, ohmic drop,
/// surface depletion and the bend of the open-circuit curve), so the limit is where its own trial arrives. The surface stoichiometry stays inside its window with the voltage, since the
/// open-circuit voltage of the window's ends are the voltage limits and every overpotential points away from them.
/// </remarks>
public sealed class VoltageLimiter : Limiter
{
    private const int PatientScans = 3;
    private const int LowestTrial_Q24 = 1 << 19;

    private readonly CellModel _model;
    private readonly Readings _readings;
    private readonly int _lowest_uV;
    private readonly int _highest_uV;
    private readonly int _ratedCharge_Q24;
    private readonly int _ratedDischarge_Q24;
    private int _charge_Q24;
    private int _discharge_Q24;
    private int _chargeCell;
    private int _dischargeCell;
    private int _unsteadyScans = PatientScans;

    /// <summary>Makes the limiter of all cells.</summary>
    public VoltageLimiter(CellProfile profile, CellModel model, Readings readings, Settings settings)
    {
        _model = model;
        _readings = readings;
        int margin_uV = settings.Value(Setting.VoltageMargin);
        _lowest_uV = profile.VoltageMinimum_uV + margin_uV;
        _highest_uV = profile.VoltageMaximum_uV - margin_uV;
        _ratedCharge_Q24 = profile.ChargeRateMaximum_Q24;
        _ratedDischarge_Q24 = profile.DischargeRateMaximum_Q24;
        ChargeTrial_Q24 = _ratedCharge_Q24;
        DischargeTrial_Q24 = _ratedDischarge_Q24;
    }

    /// <summary>Charge rate at which the cells' horizon conductance is taken, C: the limit of the second before.</summary>
    public int ChargeTrial_Q24 { get; private set; }

    /// <summary>Discharge rate at which the cells' horizon conductance is taken, C: the limit of the second before.</summary>
    public int DischargeTrial_Q24 { get; private set; }

    /// <inheritdoc/>
    public override void Prepare()
    {
        // before the cells have been advanced their conductances are unknown, and a limit of zero says nothing about a trial
        if (_model.States.ChargeConductance_Q40[_model.States.Count - 1] == 0)
        {
            return;
        }

        ChargeTrial_Q24 = Trial(_charge_Q24, _ratedCharge_Q24);
        DischargeTrial_Q24 = Trial(_discharge_Q24, _ratedDischarge_Q24);
    }

    /// <inheritdoc/>
    public override void Apply(LimitSet limits)
    {
        // While the current jumps, voltage and current of one scan do not belong together: the last answer stands a little longer.
        if (_readings.ScanIsSteady || _unsteadyScans >= PatientScans)
        {
            _unsteadyScans = 0;
            Renew();
        }
        else
        {
            _unsteadyScans++;
        }

        limits.LowerCharge(_charge_Q24, LimitReason.CellVoltage, _chargeCell);
        limits.LowerDischarge(_discharge_Q24, LimitReason.CellVoltage, _dischargeCell);
    }

    private void Renew()
    {
        CellStates cells = _model.States;
        int[] voltage_uV = _readings.CellVoltage_uV;
        int[] chargeConductance_Q40 = cells.ChargeConductance_Q40;
        int[] dischargeConductance_Q40 = cells.DischargeConductance_Q40;
        int[] chargeInstant_Q16 = cells.ChargeInstant_Q16;
        int[] dischargeInstant_Q16 = cells.DischargeInstant_Q16;
        long flowing_Q24 = _model.Rate_Q24(_readings.ScanCurrent_uA);
        int lowest_uV = _lowest_uV;
        int highest_uV = _highest_uV;
        long charge = long.MaxValue;
        long discharge = long.MaxValue;
        for (int cell = 0; cell < voltage_uV.Length; cell++)
        {
            int voltage = voltage_uV[cell];
            long up = (((long)(highest_uV - voltage) * chargeConductance_Q40[cell]) + (flowing_Q24 * chargeInstant_Q16[cell])) >> 16;
            if (up < charge)
            {
                charge = up;
                _chargeCell = cell;
            }

            long down = (((long)(voltage - lowest_uV) * dischargeConductance_Q40[cell]) - (flowing_Q24 * dischargeInstant_Q16[cell])) >> 16;
            if (down < discharge)
            {
                discharge = down;
                _dischargeCell = cell;
            }
        }

        _charge_Q24 = Bounded(charge, ChargeTrial_Q24);
        _discharge_Q24 = Bounded(discharge, DischargeTrial_Q24);
    }

    private static int Trial(int limit_Q24, int rated_Q24)
    {
        if (limit_Q24 < LowestTrial_Q24)
        {
            return LowestTrial_Q24;
        }

        return limit_Q24 < rated_Q24 ? limit_Q24 : rated_Q24;
    }

    /// <summary>A limit is believed up to half above its trial: beyond, the open-circuit curve may bend away.</summary>
    private static int Bounded(long rate_Q24, int trial_Q24)
    {
        if (rate_Q24 < 0)
        {
            return 0;
        }

        long highest = trial_Q24 + ((long)trial_Q24 >> 1);
        highest = highest > int.MaxValue ? int.MaxValue : highest;
        return rate_Q24 > highest ? (int)highest : (int)rate_Q24;
    }
}

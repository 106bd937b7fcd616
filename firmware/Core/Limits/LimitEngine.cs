using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// The strictest limiter wins and says why. Limits drop at once and rise along a ramp; without a complete, recent and
/// plausible set of readings, or with a fault, they are zero.
/// </summary>
public sealed class LimitEngine
{
    /// <summary>Slices of the slow part.</summary>
    public const int Slices = 3;

    private const int EvaluationsPerSecond = 10;
    private const int Unknown = -1;

    private readonly int _oneC_uA;
    private readonly Readings _readings;
    private readonly CellStates _cells;
    private readonly int[] _clampOfCell;
    private readonly int[] _weakest;
    private readonly bool _warmthHelps;
    private readonly RatingLimiter _rating;
    private readonly VoltageLimiter _voltage;
    private readonly TemperatureLimiter _temperature;
    private readonly PressureLimiter _pressure;
    private readonly StrippingLimiter _stripping;
    private readonly PlatingLimiter _plating;
    private readonly Limiter[] _quick;
    private readonly Limiter[] _ofPressure;
    private readonly FilamentLimiter _filament;
    private readonly int _ramp_Q24;

    // the strictest of the limiters that move once a second
    private Limiter _slowCharge;
    private Limiter _slowDischarge;

    // the published limits
    private int _charge_Q24;
    private int _discharge_Q24;
    private int _turn;

    /// <summary>Makes the engine with all limiters of the house.</summary>
    public LimitEngine(CellProfile profile, PackProfile pack, CellModel model, Readings readings, Settings settings)
    {
        _oneC_uA = profile.OneC_uA;
        _readings = readings;
        _filament = new FilamentLimiter(profile, model, settings);
        _voltage = new VoltageLimiter(profile, pack, model, readings, settings);
        _temperature = new TemperatureLimiter(profile, model, settings);
        _pressure = new PressureLimiter(profile, model, readings);
        _stripping = new StrippingLimiter(profile, pack, model, readings, settings);
        _plating = new PlatingLimiter(profile, pack, model, readings, settings);
        _rating = new RatingLimiter(profile);
        _slowCharge = _rating;
        _slowDischarge = _rating;
        _quick = new Limiter[] { _voltage, _pressure, _stripping, _plating };
        _ofPressure = new Limiter[] { _pressure, _stripping, _plating };
        _cells = model.States;
        _clampOfCell = pack.ClampOfCell;
        _weakest = new int[pack.ClampCount];
        ForgetWeakest();
        _warmthHelps = _stripping.Critical.RisesWithTemperature && _plating.Critical.RisesWithTemperature;
        long perEvaluation = ((long)settings.Value(Setting.ReleaseRamp) << 24) / (1000000L * EvaluationsPerSecond);
        _ramp_Q24 = perEvaluation < 1 ? 1 : (int)perEvaluation;
    }

    /// <summary>Starts the budgets that count from the start of the device.</summary>
    public void Begin()
    {
        _filament.Begin();
    }

    /// <summary>Once a second for every cell, after its model step.</summary>
    public void Consider(int cell)
    {
        int[] temperature_mK = _cells.CoreTemperature_mK;
        int[] contact_Q30 = _cells.Contact_Q30;
        int clamp = _clampOfCell[cell];
        int weakest = _weakest[clamp];
        if (weakest != Unknown && temperature_mK[cell] >= temperature_mK[weakest] && contact_Q30[cell] >= contact_Q30[weakest] && _warmthHelps)
        {
            return;   // as warm and as well in contact as the weakest so far
        }

        _stripping.Critical.Consider(cell);
        _plating.Critical.Consider(cell);
        _weakest[clamp] = _plating.Critical.WeakestOf(clamp);
    }

    /// <summary>Once a second for each slice: the slow part of the limiters, after all cells.</summary>
    /// <param name="slice">0 to <see cref="Slices"/> - 1.</param>
    public void Prepare(int slice)
    {
        switch (slice)
        {
            case 0:
                _temperature.Prepare();
                _pressure.Prepare();
                _filament.Prepare();
                _stripping.Prepare();
                _plating.Prepare();
                ForgetWeakest();
                FindSlow();
                break;
            case 1:
                _voltage.PrepareCharge();
                break;
            default:
                _voltage.PrepareDischarge();
                break;
        }
    }

    /// <summary>
    /// Every 100 ms, unless current is forbidden: the voltage limit anew, one of the limits that follow pressure in turn, the
    /// minimum over all limiters, and how far the present current is from it.
    /// </summary>
    /// <param name="decision">Takes limits, reasons, places and margins.</param>
    /// <param name="isForbidden">Whether any current is forbidden: then only the limiters go on.</param>
    public void Evaluate(Decision decision, bool isForbidden)
    {
        _voltage.Renew();
        int turn = _turn;
        _ofPressure[turn].Renew();
        _turn = turn == 0 ? _ofPressure.Length - 1 : turn - 1;

        if (isForbidden)
        {
            return;
        }

        Limiter charge = _slowCharge;
        Limiter discharge = _slowDischarge;
        int lowestCharge = charge.Charge_Q24;
        int lowestDischarge = discharge.Discharge_Q24;
        Limiter[] limiters = _quick;
        int count = limiters.Length;
        for (int k = 0; k < count; k++)
        {
            Limiter limiter = limiters[k];
            int bound = limiter.Charge_Q24;
            if (bound < lowestCharge)
            {
                lowestCharge = bound;
                charge = limiter;
            }

            bound = limiter.Discharge_Q24;
            if (bound < lowestDischarge)
            {
                lowestDischarge = bound;
                discharge = limiter;
            }
        }

        Approach(decision, charge, discharge);
        int current_uA = _readings.Current_uA;
        decision.ChargeMargin_uA = decision.LimitCharge_uA - (current_uA > 0 ? current_uA : 0);
        decision.DischargeMargin_uA = decision.LimitDischarge_uA + (current_uA < 0 ? current_uA : 0);
    }

    /// <summary>Forbids any current, at once.</summary>
    /// <param name="decision">Takes limits and reasons.</param>
    /// <param name="standing">What has forbidden it since the last decision; <see cref="LimitReason.None"/> when only the newest readings do.</param>
    /// <returns>The reason: of several, the one to be looked at first.</returns>
    public LimitReason Forbid(Decision decision, LimitReason standing)
    {
        Readings readings = _readings;
        LimitReason reason = standing;
        if (standing != LimitReason.StartUp && standing != LimitReason.Sensors)
        {
            if (!readings.CurrentIsTrusted || !readings.PressuresAreTrusted || !readings.FrontEndIsTrusted)
            {
                reason = LimitReason.Sensors;
            }
            else if (readings.FrontEndAlert)
            {
                reason = LimitReason.Fault;
            }
            else if (standing != LimitReason.Fault && (readings.Obstacles & Readings.BadPressure) != 0)
            {
                reason = readings.PressureIsLost ? LimitReason.PressureLow : LimitReason.PressureHigh;
            }
        }

        _charge_Q24 = 0;
        _discharge_Q24 = 0;
        decision.LimitCharge_uA = 0;
        decision.LimitDischarge_uA = 0;
        decision.ChargeReason = reason;
        decision.DischargeReason = reason;
        return reason;
    }

    /// <summary>Down at once, up along the ramp.</summary>
    private void Approach(Decision decision, Limiter charge, Limiter discharge)
    {
        int highest = charge.Charge_Q24;
        long ramped = (long)_charge_Q24 + _ramp_Q24;
        LimitReason reason = charge.Reason;
        if (ramped < highest)
        {
            highest = (int)ramped;
            reason = LimitReason.Release;
        }

        _charge_Q24 = highest;
        decision.ChargeReason = reason;
        decision.ChargePlace = charge.ChargePlace;
        decision.LimitCharge_uA = (int)(((long)highest * _oneC_uA) >> 24);

        highest = discharge.Discharge_Q24;
        ramped = (long)_discharge_Q24 + _ramp_Q24;
        reason = discharge.Reason;
        if (ramped < highest)
        {
            highest = (int)ramped;
            reason = LimitReason.Release;
        }

        _discharge_Q24 = highest;
        decision.DischargeReason = reason;
        decision.DischargePlace = discharge.DischargePlace;
        decision.LimitDischarge_uA = (int)(((long)highest * _oneC_uA) >> 24);
    }

    private void FindSlow()
    {
        _slowCharge = _temperature.Charge_Q24 < _rating.Charge_Q24 ? (Limiter)_temperature : _rating;
        _slowCharge = _filament.Charge_Q24 < _slowCharge.Charge_Q24 ? _filament : _slowCharge;
        _slowDischarge = _temperature.Discharge_Q24 < _rating.Discharge_Q24 ? (Limiter)_temperature : _rating;
        _slowDischarge = _filament.Discharge_Q24 < _slowDischarge.Discharge_Q24 ? _filament : _slowDischarge;
    }

    private void ForgetWeakest()
    {
        for (int clamp = 0; clamp < _weakest.Length; clamp++)
        {
            _weakest[clamp] = Unknown;
        }
    }
}

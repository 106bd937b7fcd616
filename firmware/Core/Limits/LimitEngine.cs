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

    /// <summary>Whether a limit is on its way, or what it follows has been renewed.</summary>
    public bool IsMoving = true;

    private const int TicksPerSecond = 50;

    private readonly int _oneC_uA;
    private readonly Readings _readings;
    private readonly Limiter[] _limiters;
    private readonly VoltageLimiter _voltage;
    private readonly TemperatureLimiter _temperature;
    private readonly PressureLimiter _pressure;
    private readonly StrippingLimiter _stripping;
    private readonly PlatingLimiter _plating;
    private readonly Limiter[] _ofPressure;
    private readonly FilamentLimiter _filament;
    private readonly int _ramp_Q24;

    // the strictest answers, and how far the published limits have followed them
    private int _chargeTarget_Q24;
    private int _dischargeTarget_Q24;
    private LimitReason _chargeReason;
    private LimitReason _dischargeReason;
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
        _limiters = new Limiter[]
        {
            new RatingLimiter(profile, model),
            _voltage,
            _temperature,
            _pressure,
            _stripping,
            _plating,
            _filament,
        };
        _ofPressure = new Limiter[] { _pressure, _stripping, _plating };
        long perTick = ((long)settings.Value(Setting.ReleaseRamp) << 24) / (1000000L * TicksPerSecond);
        _ramp_Q24 = perTick < 1 ? 1 : (int)perTick;
    }

    /// <summary>Starts the budgets that count from the start of the device.</summary>
    public void Begin()
    {
        _filament.Begin();
    }

    /// <summary>Once a second for every cell, after its model step.</summary>
    public void Consider(int cell)
    {
        _stripping.Consider(cell);
        _plating.Consider(cell);
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
    /// Every 100 ms: the voltage limit anew, one of the limits that follow pressure in turn, the minimum over all limiters,
    /// where it binds, and how far the present current is from it.
    /// </summary>
    /// <param name="decision">Takes places and margins.</param>
    public void Evaluate(Decision decision)
    {
        _voltage.Renew();
        int turn = _turn;
        _ofPressure[turn].Renew();
        _turn = turn == 0 ? _ofPressure.Length - 1 : turn - 1;

        Limiter[] limiters = _limiters;
        Limiter limiter = limiters[0];
        Limiter charge = limiter;
        Limiter discharge = limiter;
        int lowestCharge = limiter.Charge_Q24;
        int lowestDischarge = limiter.Discharge_Q24;
        int count = limiters.Length;
        for (int k = 1; k < count; k++)
        {
            limiter = limiters[k];
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

        _chargeTarget_Q24 = lowestCharge;
        _dischargeTarget_Q24 = lowestDischarge;
        _chargeReason = charge.Reason;
        _dischargeReason = discharge.Reason;
        IsMoving = true;
        decision.ChargePlace = charge.ChargePlace;
        decision.DischargePlace = discharge.DischargePlace;
        int current_uA = _readings.Current_uA;
        decision.ChargeMargin_uA = decision.LimitCharge_uA - (current_uA > 0 ? current_uA : 0);
        decision.DischargeMargin_uA = decision.LimitDischarge_uA + (current_uA < 0 ? current_uA : 0);
    }

    /// <summary>Forbids any current, at once.</summary>
    /// <param name="decision">Takes limits and reasons.</param>
    /// <param name="standing">What has forbidden it since the last decision; <see cref="LimitReason.None"/> when only the newest readings do.</param>
    public void Forbid(Decision decision, LimitReason standing)
    {
        LimitReason reason = Strongest(standing);
        _charge_Q24 = 0;
        _discharge_Q24 = 0;
        IsMoving = true;
        decision.LimitCharge_uA = 0;
        decision.LimitDischarge_uA = 0;
        decision.ChargeReason = reason;
        decision.DischargeReason = reason;
    }

    /// <summary>Down at once, up along the ramp.</summary>
    /// <param name="decision">Takes limits and reasons.</param>
    public void Approach(Decision decision)
    {
        int highest = _chargeTarget_Q24;
        long ramped = (long)_charge_Q24 + _ramp_Q24;
        LimitReason chargeReason = _chargeReason;
        if (ramped < highest)
        {
            highest = (int)ramped;
            chargeReason = LimitReason.Release;
        }

        _charge_Q24 = highest;
        decision.ChargeReason = chargeReason;
        decision.LimitCharge_uA = (int)(((long)highest * _oneC_uA) >> 24);
        highest = _dischargeTarget_Q24;
        ramped = (long)_discharge_Q24 + _ramp_Q24;
        LimitReason dischargeReason = _dischargeReason;
        if (ramped < highest)
        {
            highest = (int)ramped;
            dischargeReason = LimitReason.Release;
        }

        _discharge_Q24 = highest;
        decision.DischargeReason = dischargeReason;
        decision.LimitDischarge_uA = (int)(((long)highest * _oneC_uA) >> 24);
        IsMoving = chargeReason == LimitReason.Release || dischargeReason == LimitReason.Release;
    }

    private LimitReason Strongest(LimitReason standing)
    {
        Readings readings = _readings;
        if (standing == LimitReason.StartUp || standing == LimitReason.Sensors)
        {
            return standing;
        }

        if (!readings.CurrentIsTrusted || !readings.PressuresAreTrusted || !readings.FrontEndIsTrusted)
        {
            return LimitReason.Sensors;
        }

        if (standing == LimitReason.Fault || readings.FrontEndAlert)
        {
            return LimitReason.Fault;
        }

        if (readings.PressureIsLost)
        {
            return LimitReason.PressureLow;
        }

        return readings.PressureIsExcessive ? LimitReason.PressureHigh : standing;
    }
}

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
    private const int TicksPerSecond = 50;

    private readonly int _oneC_uA;
    private readonly Readings _readings;
    private readonly Limiter[] _limiters;
    private readonly FilamentLimiter _filament;
    private readonly LimitSet _target = new LimitSet();
    private readonly int _ramp_Q24;
    private readonly int _lowestPressure_Pa;
    private readonly int _highestPressure_Pa;
    private int _charge_Q24;
    private int _discharge_Q24;
    private bool _isStale = true;   // a limit is on its way, or its target has been renewed

    /// <summary>Makes the engine with all limiters of the house.</summary>
    public LimitEngine(CellProfile profile, PackProfile pack, CellModel model, Readings readings, Settings settings)
    {
        _oneC_uA = profile.OneC_uA;
        _lowestPressure_Pa = profile.PressureMinimumHard_Pa;
        _highestPressure_Pa = profile.PressureMaximumHard_Pa;
        _readings = readings;
        _filament = new FilamentLimiter(profile, model, settings);
        _limiters = new Limiter[]
        {
            new RatingLimiter(profile, model),
            new VoltageLimiter(profile, pack, model, readings, settings),
            new TemperatureLimiter(profile, model, settings),
            new PressureLimiter(profile, model, readings),
            new StrippingLimiter(profile, pack, model, readings, settings),
            new PlatingLimiter(profile, pack, model, readings, settings),
            _filament,
        };
        long perTick = ((long)settings.Value(Setting.ReleaseRamp) << 24) / (1000000L * TicksPerSecond);
        _ramp_Q24 = perTick < 1 ? 1 : (int)perTick;
        _target.Clear();
    }

    /// <summary>Starts the budgets that count from the start of the device.</summary>
    public void Begin()
    {
        _filament.Begin();
    }

    /// <summary>Once a second for each limiter, in slices: the slow part of one limiter.</summary>
    public void Prepare(int limiter)
    {
        if (limiter < _limiters.Length)
        {
            _limiters[limiter].Prepare();
        }
    }

    /// <summary>Every 100 ms: the minimum over all limiters, where it binds, and how far the present current is from it.</summary>
    /// <param name="decision">Takes places and margins.</param>
    public void Evaluate(Decision decision)
    {
        LimitSet target = _target;
        target.Clear();
        Limiter[] limiters = _limiters;
        for (int k = 0; k < limiters.Length; k++)
        {
            limiters[k].Apply(target);
        }

        _isStale = true;
        decision.ChargePlace = target.ChargePlace;
        decision.DischargePlace = target.DischargePlace;
        int current_uA = _readings.Current_uA;
        decision.ChargeMargin_uA = decision.LimitCharge_uA - (current_uA > 0 ? current_uA : 0);
        decision.DischargeMargin_uA = decision.LimitDischarge_uA + (current_uA < 0 ? current_uA : 0);
    }

    /// <summary>Every tick: hard conditions at once, then the ramp towards the last evaluation.</summary>
    /// <param name="decision">Takes limits and reasons.</param>
    /// <param name="isStarting">Whether the states of the cells are not yet known.</param>
    /// <param name="hasFault">Whether a fault stands.</param>
    public void Publish(Decision decision, bool isStarting, bool hasFault)
    {
        Readings readings = _readings;
        bool isFree = !isStarting && !hasFault && !readings.FrontEndAlert && readings.CurrentIsTrusted && readings.PressuresAreTrusted
            && readings.VoltagesAreTrusted && readings.TemperaturesAreTrusted
            && readings.LowestPressure_Pa >= _lowestPressure_Pa && readings.HighestPressure_Pa <= _highestPressure_Pa;
        if (!isFree)
        {
            Block(decision, isStarting, hasFault);
        }
        else if (_charge_Q24 != _target.Charge_Q24 || _discharge_Q24 != _target.Discharge_Q24 || _isStale)
        {
            Approach(decision);
        }
    }

    private void Block(Decision decision, bool isStarting, bool hasFault)
    {
        LimitReason reason = Blocked(isStarting, hasFault);
        _charge_Q24 = 0;
        _discharge_Q24 = 0;
        _isStale = true;
        decision.LimitCharge_uA = 0;
        decision.LimitDischarge_uA = 0;
        decision.ChargeReason = reason;
        decision.DischargeReason = reason;
    }

    /// <summary>Down at once, up along the ramp.</summary>
    private void Approach(Decision decision)
    {
        LimitSet target = _target;
        int highest = target.Charge_Q24;
        long ramped = (long)_charge_Q24 + _ramp_Q24;
        decision.ChargeReason = target.ChargeReason;
        if (ramped < highest)
        {
            highest = (int)ramped;
            decision.ChargeReason = LimitReason.Release;
        }

        _charge_Q24 = highest;
        highest = target.Discharge_Q24;
        ramped = (long)_discharge_Q24 + _ramp_Q24;
        decision.DischargeReason = target.DischargeReason;
        if (ramped < highest)
        {
            highest = (int)ramped;
            decision.DischargeReason = LimitReason.Release;
        }

        _discharge_Q24 = highest;
        _isStale = decision.ChargeReason == LimitReason.Release || decision.DischargeReason == LimitReason.Release;
        decision.LimitCharge_uA = (int)(((long)_charge_Q24 * _oneC_uA) >> 24);
        decision.LimitDischarge_uA = (int)(((long)_discharge_Q24 * _oneC_uA) >> 24);
    }

    private LimitReason Blocked(bool isStarting, bool hasFault)
    {
        Readings readings = _readings;
        if (isStarting)
        {
            return LimitReason.StartUp;
        }

        if (!readings.CurrentIsTrusted || !readings.PressuresAreTrusted || !readings.VoltagesAreTrusted || !readings.TemperaturesAreTrusted)
        {
            return LimitReason.Sensors;
        }

        if (hasFault || readings.FrontEndAlert)
        {
            return LimitReason.Fault;
        }

        if (readings.LowestPressure_Pa < _lowestPressure_Pa)
        {
            return LimitReason.PressureLow;
        }

        return readings.HighestPressure_Pa > _highestPressure_Pa ? LimitReason.PressureHigh : LimitReason.None;
    }
}

using Bms.Core.Cells;
using Bms.Core.Estimation;
using Bms.Core.FixedPoint;
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
    public const int Slices = 5;

    private const int EvaluationsPerSecond = 10;
    private const int Unknown = -1;

    // of all limiters the first, voltage and surface, whose bounds depend on time
    private const int TimelyLimiters = 2;

    // what nothing bounds is bounded by what numbers can hold
    private const int Unrated_Q24 = 16 << 24;

    private readonly int _oneC_uA;
    private readonly Readings _readings;
    private readonly CellStates _cells;
    private readonly int[] _clampOfCell;
    private readonly int[] _weakest;
    private readonly bool _warmthHelps;
    private readonly int _firstNode_mK;
    private readonly RatingLimiter _rating;
    private readonly FuseLimiter _fuse;
    private readonly VoltageLimiter _voltage;
    private readonly ElectrodeSurfaceLimiter _surface;
    private readonly PressureLimiter _pressure;
    private readonly StrippingLimiter _stripping;
    private readonly VoidBudgetLimiter _voids;
    private readonly PlatingLimiter _plating;
    private readonly FilamentLimiter _filament;
    private readonly SurfaceExtremes _surfaces;
    private readonly PressureTrend _pressureTrend;
    private readonly PowerForecast _powers;
    private readonly WindowForecast _windows;
    private readonly LimitAdvice _advice;
    private readonly LimitRelease _charge;
    private readonly LimitRelease _discharge;

    // those that are on: of each slice of the slow part, of each turn of what follows pressure, and of the minimum
    private readonly Limiter[] _ofCells;
    private readonly Limiter[] _ofSurfaces;
    private readonly Limiter[] _ofBudgets;
    private readonly Limiter[] _ofPressure;
    private readonly Limiter[] _quick;
    private readonly Limiter[] _slow;

    // all of them, first those whose bound depends on time; what is off sets no bound
    private readonly Limiter[] _all;
    private readonly bool _keepsVoltage;
    private readonly bool _countsVoids;

    // the strictest of the limiters that move once a second, of all of them, and of those whose bound does not depend on time
    private Limiter _slowCharge;
    private Limiter _slowDischarge;
    private Limiter _strictestCharge;
    private Limiter _strictestDischarge;
    private int _lastingCharge_Q24;
    private int _lastingDischarge_Q24;
    private int _turn;
    private int _advised;

    /// <summary>Makes the engine with all limiters of the house, but for those that a simulator's settings switch off.</summary>
    public LimitEngine(CellProfile profile, PackProfile pack, CellModel model, Readings readings, VoltageResidual residual, Settings settings)
    {
        _oneC_uA = profile.OneC_uA;
        _readings = readings;
        _surfaces = new SurfaceExtremes(model.States);
        _pressureTrend = new PressureTrend(readings);
        _filament = new FilamentLimiter(profile, model, settings);
        _voltage = new VoltageLimiter(profile, pack, model, readings, residual, _surfaces, settings);
        _surface = new ElectrodeSurfaceLimiter(profile, model, _surfaces);
        TemperatureLimiter temperature = new TemperatureLimiter(profile, model, settings);
        _pressure = new PressureLimiter(profile, model, readings, _pressureTrend, settings);
        PressureRateLimiter pressureRate = new PressureRateLimiter(profile, _pressureTrend, settings);
        _stripping = new StrippingLimiter(profile, pack, model, readings, settings);
        _voids = new VoidBudgetLimiter(profile, pack, model, settings);
        _plating = new PlatingLimiter(profile, pack, model, readings, settings);
        InterphaseLimiter interphase = new InterphaseLimiter(profile, model, _surfaces, settings);
        CrackingLimiter cracking = new CrackingLimiter(profile, model, _surfaces, settings);
        SensorConfidenceLimiter confidence = new SensorConfidenceLimiter(profile, _surfaces, readings, settings);
        _fuse = new FuseLimiter(profile, readings);
        _rating = new RatingLimiter(profile);

        LimiterSwitches switches = new LimiterSwitches(settings);
        _keepsVoltage = switches.IsOn(LimiterNumber.CellVoltage);
        _countsVoids = switches.IsOn(LimiterNumber.VoidBudget);
        if (!switches.IsOn(LimiterNumber.Rating))
        {
            _rating.Charge_Q24 = Unrated_Q24;
            _rating.Discharge_Q24 = Unrated_Q24;
        }

        _ofCells = switches.On(new Limiter[] { temperature, _filament }, new int[] { LimiterNumber.Temperature, LimiterNumber.Filament });
        _ofSurfaces = switches.On(
            new Limiter[] { _surface, interphase, cracking },
            new int[] { LimiterNumber.ElectrodeSurface, LimiterNumber.Interphase, LimiterNumber.Cracking });
        _ofBudgets = switches.On(
            new Limiter[] { _voids, confidence, pressureRate },
            new int[] { LimiterNumber.VoidBudget, LimiterNumber.SensorConfidence, LimiterNumber.PressureRate });
        _ofPressure = switches.On(
            new Limiter[] { _pressure, _stripping, _plating },
            new int[] { LimiterNumber.Pressure, LimiterNumber.Stripping, LimiterNumber.Plating });
        _quick = switches.On(
            new Limiter[] { _voltage, _fuse, _pressure, _stripping, _plating },
            new int[] { LimiterNumber.CellVoltage, LimiterNumber.Fuse, LimiterNumber.Pressure, LimiterNumber.Stripping, LimiterNumber.Plating });
        _slow = new Limiter[_ofCells.Length + _ofSurfaces.Length + _ofBudgets.Length];
        _ofCells.CopyTo(_slow, 0);
        _ofSurfaces.CopyTo(_slow, _ofCells.Length);
        _ofBudgets.CopyTo(_slow, _ofCells.Length + _ofSurfaces.Length);
        _all = new Limiter[] { _voltage, _surface, _fuse, _pressure, _stripping, _plating, temperature, _filament, interphase, cracking, _voids, confidence, pressureRate, _rating };
        _slowCharge = _rating;
        _slowDischarge = _rating;
        _strictestCharge = _rating;
        _strictestDischarge = _rating;

        _cells = model.States;
        _clampOfCell = pack.ClampOfCell;
        _weakest = new int[pack.ClampCount];
        ForgetWeakest();
        _firstNode_mK = Grid.TemperatureFirst_mK + settings.Value(Setting.TemperatureTolerance);
        _warmthHelps = _stripping.Critical.RisesWithTemperature && _plating.Critical.RisesWithTemperature;
        long perEvaluation = ((long)settings.Value(Setting.ReleaseRamp) << 24) / (1000000L * EvaluationsPerSecond);
        int ramp_Q24 = perEvaluation < 1 ? 1 : (int)perEvaluation;
        _charge = new LimitRelease(ramp_Q24);
        _discharge = new LimitRelease(ramp_Q24);
        _powers = new PowerForecast(profile, pack, readings, _voltage, _surface);
        _windows = new WindowForecast(profile, settings, temperature, _pressure, _pressureTrend);
        _advice = new LimitAdvice(profile, model, readings, _stripping, _plating, _pressure, _voids, interphase);
    }

    /// <summary>Starts the budgets that count from the start of the device.</summary>
    public void Begin()
    {
        _filament.Begin();
    }

    /// <summary>Takes over what limits have to remember of a cell.</summary>
    public void Restore(int cell, RestoredState state)
    {
        _voids.Restore(cell, state);
    }

    /// <summary>Writes it down.</summary>
    public void Remember(int cell, RestoredState state)
    {
        _voids.Remember(cell, state);
    }

    /// <summary>Once a second for every cell, after its model step.</summary>
    public void Consider(int cell)
    {
        int clamp = _clampOfCell[cell];
        _surfaces.Consider(cell);
        if (_countsVoids)
        {
            _voids.Consider(cell, clamp);
        }

        int[] temperature_mK = _cells.CoreTemperature_mK;
        int[] contact_Q30 = _cells.Contact_Q30;
        int weakest = _weakest[clamp];
        if (weakest != Unknown && temperature_mK[cell] >= temperature_mK[weakest] && contact_Q30[cell] >= contact_Q30[weakest] && _warmthHelps)
        {
            return;   // as warm and as well in contact as the weakest so far
        }

        int position = temperature_mK[cell] - _firstNode_mK;
        if ((uint)position > Grid.TemperatureLast)
        {
            position = position < 0 ? 0 : Grid.TemperatureLast;
        }

        _stripping.Critical.Consider(cell, clamp, position);
        _plating.Critical.Consider(cell, clamp, position);
        _weakest[clamp] = _plating.Critical.WeakestOf(clamp);
    }

    /// <summary>Once a second for each slice, in their order: the slow part of the limiters, after all cells.</summary>
    /// <param name="slice">0 to <see cref="Slices"/> - 1.</param>
    public void Prepare(int slice)
    {
        switch (slice)
        {
            case 0:
                _surfaces.Settle();
                Prepare(_ofSurfaces);
                break;
            case 1:
                _pressureTrend.Follow();
                Prepare(_ofCells);
                Prepare(_ofPressure);
                ForgetWeakest();
                break;
            case 2:
                _voltage.PrepareCharge();
                break;
            case 3:
                Prepare(_ofBudgets);
                FindSlow();
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
        if (_keepsVoltage)
        {
            _voltage.Renew();
        }

        int current_uA = _readings.Current_uA;
        _fuse.Renew();
        int turn = _turn;
        if (turn < _ofPressure.Length)
        {
            _ofPressure[turn].Renew();
        }

        _turn = turn == 0 ? 2 : turn - 1;
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
            if (limiter.Charge_Q24 < lowestCharge)
            {
                lowestCharge = limiter.Charge_Q24;
                charge = limiter;
            }

            if (limiter.Discharge_Q24 < lowestDischarge)
            {
                lowestDischarge = limiter.Discharge_Q24;
                discharge = limiter;
            }
        }

        _strictestCharge = charge;
        _strictestDischarge = discharge;
        LimitRelease release = _charge;
        release.Follow(lowestCharge, charge.Reason, charge.ChargePlace);
        int limit_uA = (int)(((long)release.Rate_Q24 * _oneC_uA) >> 24);
        decision.ChargeReason = release.Reason;
        decision.ChargePlace = release.Place;
        decision.LimitCharge_uA = limit_uA;
        decision.ChargeMargin_uA = limit_uA - (current_uA > 0 ? current_uA : 0);

        release = _discharge;
        release.Follow(lowestDischarge, discharge.Reason, discharge.DischargePlace);
        limit_uA = (int)(((long)release.Rate_Q24 * _oneC_uA) >> 24);
        decision.DischargeReason = release.Reason;
        decision.DischargePlace = release.Place;
        decision.LimitDischarge_uA = limit_uA;
        decision.DischargeMargin_uA = limit_uA + (current_uA < 0 ? current_uA : 0);
    }

    /// <summary>Once a second, in turn: what would bind next, what is asked of heater, pressure actuator and load, what holds for longer and shorter, and the windows.</summary>
    /// <param name="decision">Takes runners-up, requests, horizons and windows.</param>
    public void Advise(Decision decision)
    {
        switch (_advised)
        {
            case 0:
                FindNext(decision);
                _advised = 1;
                break;
            case 1:
                _advice.Renew(decision);
                _advised = 2;
                break;
            case 2:
                _powers.Renew(decision, _lastingCharge_Q24, _lastingDischarge_Q24);
                _advised = 3;
                break;
            default:
                _windows.Tell(decision.Horizons);
                _advised = 0;
                break;
        }
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

        _charge.Forbid(reason);
        _discharge.Forbid(reason);
        decision.LimitCharge_uA = 0;
        decision.LimitDischarge_uA = 0;
        decision.ChargeReason = reason;
        decision.DischargeReason = reason;
        return reason;
    }

    private static void Prepare(Limiter[] limiters)
    {
        for (int k = 0; k < limiters.Length; k++)
        {
            limiters[k].Prepare();
        }
    }

    /// <summary>The strictest of all limiters but those that bind, and the strictest of those whose bound does not depend on time.</summary>
    private void FindNext(Decision decision)
    {
        Limiter charge = _rating;
        Limiter discharge = _rating;
        int nextCharge = int.MaxValue;
        int nextDischarge = int.MaxValue;
        int lastingCharge = int.MaxValue;
        int lastingDischarge = int.MaxValue;
        Limiter[] limiters = _all;
        int count = limiters.Length;
        for (int k = 0; k < count; k++)
        {
            Limiter limiter = limiters[k];
            int bound = limiter.Charge_Q24;
            if (bound < nextCharge && limiter != _strictestCharge)
            {
                nextCharge = bound;
                charge = limiter;
            }

            bound = limiter.Discharge_Q24;
            if (bound < nextDischarge && limiter != _strictestDischarge)
            {
                nextDischarge = bound;
                discharge = limiter;
            }

            if (k >= TimelyLimiters)
            {
                lastingCharge = limiter.Charge_Q24 < lastingCharge ? limiter.Charge_Q24 : lastingCharge;
                lastingDischarge = limiter.Discharge_Q24 < lastingDischarge ? limiter.Discharge_Q24 : lastingDischarge;
            }
        }

        decision.ChargeRunnerUp = charge.Reason;
        decision.ChargeRunnerUp_uA = Saturating.ToInt(((long)nextCharge * _oneC_uA) >> 24);
        decision.DischargeRunnerUp = discharge.Reason;
        decision.DischargeRunnerUp_uA = Saturating.ToInt(((long)nextDischarge * _oneC_uA) >> 24);
        _lastingCharge_Q24 = lastingCharge;
        _lastingDischarge_Q24 = lastingDischarge;
    }

    private void FindSlow()
    {
        Limiter charge = _rating;
        Limiter discharge = _rating;
        Limiter[] limiters = _slow;
        int count = limiters.Length;
        for (int k = 0; k < count; k++)
        {
            Limiter limiter = limiters[k];
            charge = limiter.Charge_Q24 < charge.Charge_Q24 ? limiter : charge;
            discharge = limiter.Discharge_Q24 < discharge.Discharge_Q24 ? limiter : discharge;
        }

        _slowCharge = charge;
        _slowDischarge = discharge;
    }

    private void ForgetWeakest()
    {
        for (int clamp = 0; clamp < _weakest.Length; clamp++)
        {
            _weakest[clamp] = Unknown;
        }
    }
}

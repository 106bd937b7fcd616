using Bms.Core.Cells;
using Bms.Core.Sensing;

namespace Bms.Core.Limits;

/// <summary>
/// Finds what warmth and pressure would give where a critical current binds ("warmer by 5 K would give 0.4C more"), bounded by what
/// would bind next, and asks for them where the load wants more than it may have and the windows leave room.
/// </summary>
public sealed class LimitAdvice
{
    private readonly CellProfile _profile;
    private readonly CellExtremes _cells;
    private readonly Readings _readings;
    private readonly StrippingLimiter _stripping;
    private readonly PlatingLimiter _plating;
    private readonly PressureLimiter _pressure;
    private readonly VoidBudgetLimiter _voids;
    private readonly InterphaseLimiter _interphase;

    // less than C/64 is not worth a kelvin
    private readonly int _worthAsking_uA;
    private bool _charges;

    /// <summary>Makes the adviser of a pack.</summary>
    public LimitAdvice(
        CellProfile profile,
        CellModel model,
        Readings readings,
        StrippingLimiter stripping,
        PlatingLimiter plating,
        PressureLimiter pressure,
        VoidBudgetLimiter voids,
        InterphaseLimiter interphase)
    {
        _profile = profile;
        _cells = model.Extremes;
        _readings = readings;
        _stripping = stripping;
        _plating = plating;
        _pressure = pressure;
        _voids = voids;
        _interphase = interphase;
        _worthAsking_uA = profile.OneC_uA >> 6;
    }

    /// <summary>Once every four seconds: one direction after the other.</summary>
    /// <param name="decision">Its limits, reasons and runners-up are read; its requests are renewed.</param>
    public void Renew(Decision decision)
    {
        LimitRequests requests = decision.Requests;
        long request_uA = _readings.LoadRequest_uA;
        _charges = !_charges;
        if (_charges)
        {
            bool binds = decision.ChargeReason == LimitReason.Plating;
            CriticalCurrent critical = _plating.Critical;
            int limit_uA = decision.LimitCharge_uA;
            requests.ChargeByWarmth_uA = binds ? Gain_uA(critical, LimitRequests.Warmer_mK, 0, limit_uA, decision.ChargeRunnerUp_uA) : 0;
            requests.ChargeByPressure_uA = binds ? Gain_uA(critical, 0, LimitRequests.Tighter_Pa, limit_uA, decision.ChargeRunnerUp_uA) : 0;
        }
        else
        {
            bool binds = decision.DischargeReason == LimitReason.Stripping;
            CriticalCurrent critical = _stripping.Critical;
            int limit_uA = decision.LimitDischarge_uA;
            requests.DischargeByWarmth_uA = binds ? Gain_uA(critical, LimitRequests.Warmer_mK, 0, limit_uA, decision.DischargeRunnerUp_uA) : 0;
            requests.DischargeByPressure_uA = binds ? Gain_uA(critical, 0, LimitRequests.Tighter_Pa, limit_uA, decision.DischargeRunnerUp_uA) : 0;
        }

        // what the direction that is held back would gain
        bool charges = request_uA > decision.LimitCharge_uA;
        bool discharges = -request_uA > decision.LimitDischarge_uA;
        int warmth_uA = charges ? requests.ChargeByWarmth_uA : (discharges ? requests.DischargeByWarmth_uA : 0);
        int pressure_uA = charges ? requests.ChargeByPressure_uA : (discharges ? requests.DischargeByPressure_uA : 0);
        bool mayWarm = _cells.Highest_mK + LimitRequests.Warmer_mK <= _profile.DutyTemperatureMaximum_mK;
        bool mayPress = _readings.PressuresAreTrusted && _readings.HighestPressure_Pa + LimitRequests.Tighter_Pa <= _pressure.HighReducing_Pa;
        requests.Warmth_mK = mayWarm && warmth_uA > _worthAsking_uA ? LimitRequests.Warmer_mK : 0;
        requests.Pressure_Pa = mayPress && (_voids.Rest_s > 0 || pressure_uA > _worthAsking_uA) ? LimitRequests.Tighter_Pa : 0;
        requests.Rest_s = _voids.Rest_s;
        requests.StorageCeiling_uV = _interphase.Ceiling_uV;
    }

    private int Gain_uA(CriticalCurrent critical, int warmer_mK, int tighter_Pa, int limit_uA, int next_uA)
    {
        long then_uA = ((long)critical.FindOtherwise(warmer_mK, tighter_Pa) * _profile.OneC_uA) >> 24;
        then_uA = then_uA > next_uA ? next_uA : then_uA;
        return then_uA > limit_uA ? (int)(then_uA - limit_uA) : 0;
    }
}

using Bms.Core.Cells;
using Bms.Core.Sensing;

namespace Bms.Core.Limits;

/// <summary>
/// Finds what warmth and pressure would give where a critical current binds ("warmer by 5 K would give 0.4C more"), bounded by what
/// would bind next, and asks for them where the load wants more than it may have and the windows leave room.
/// </summary>
public sealed class LimitAdvice
{
    // less is not worth a kelvin
    private const int WorthAsking_Q24 = 1 << 18;

    private readonly CellProfile _profile;
    private readonly CellExtremes _cells;
    private readonly Readings _readings;
    private readonly StrippingLimiter _stripping;
    private readonly PlatingLimiter _plating;
    private readonly PressureLimiter _pressure;
    private readonly VoidBudgetLimiter _voids;
    private readonly InterphaseLimiter _interphase;

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
    }

    /// <summary>Once a second.</summary>
    /// <param name="decision">Its limits, reasons and runners-up are read; its requests are renewed.</param>
    public void Renew(Decision decision)
    {
        LimitRequests requests = decision.Requests;
        long worth_uA = ((long)WorthAsking_Q24 * _profile.OneC_uA) >> 24;
        bool charges = _readings.LoadRequest_uA > decision.LimitCharge_uA;
        bool discharges = -(long)_readings.LoadRequest_uA > decision.LimitDischarge_uA;

        int warmth_uA = 0;
        int pressure_uA = 0;
        if (decision.ChargeReason == LimitReason.Plating)
        {
            warmth_uA = Gain_uA(_plating.Critical, LimitRequests.Warmer_mK, 0, decision.LimitCharge_uA, decision.ChargeRunnerUp_uA);
            pressure_uA = Gain_uA(_plating.Critical, 0, LimitRequests.Tighter_Pa, decision.LimitCharge_uA, decision.ChargeRunnerUp_uA);
        }

        requests.ChargeByWarmth_uA = warmth_uA;
        requests.ChargeByPressure_uA = pressure_uA;
        bool wantsWarmth = charges && warmth_uA > worth_uA;
        bool wantsPressure = charges && pressure_uA > worth_uA;

        warmth_uA = 0;
        pressure_uA = 0;
        if (decision.DischargeReason == LimitReason.Stripping)
        {
            warmth_uA = Gain_uA(_stripping.Critical, LimitRequests.Warmer_mK, 0, decision.LimitDischarge_uA, decision.DischargeRunnerUp_uA);
            pressure_uA = Gain_uA(_stripping.Critical, 0, LimitRequests.Tighter_Pa, decision.LimitDischarge_uA, decision.DischargeRunnerUp_uA);
        }

        requests.DischargeByWarmth_uA = warmth_uA;
        requests.DischargeByPressure_uA = pressure_uA;
        wantsWarmth |= discharges && warmth_uA > worth_uA;
        wantsPressure |= _voids.Rest_s > 0 || (discharges && pressure_uA > worth_uA);

        bool mayWarm = _cells.Highest_mK + LimitRequests.Warmer_mK <= _profile.DutyTemperatureMaximum_mK;
        bool mayPress = _readings.PressuresAreTrusted && _readings.HighestPressure_Pa + LimitRequests.Tighter_Pa <= _pressure.HighReducing_Pa;
        requests.Warmth_mK = wantsWarmth && mayWarm ? LimitRequests.Warmer_mK : 0;
        requests.Pressure_Pa = wantsPressure && mayPress ? LimitRequests.Tighter_Pa : 0;
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

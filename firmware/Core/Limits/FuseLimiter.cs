using Bms.Core.Cells;
using Bms.Core.Sensing;

namespace Bms.Core.Limits;

/// <summary>
/// Keeps fuse and connectors whole: never more than the fuse is rated for, and less for a while after a load has taken more
/// than it was allowed, since what melts a fuse is the integral of the squared current.
/// </summary>
/// <remarks>
/// Used: d(used)/dt = i² - rated² above the rated current, -used/τ below, τ = 100 s for the heat to leave. Beyond a quarter of the melting integral
/// the bound falls, to half the rated current where all of it is used.
/// </remarks>
public sealed class FuseLimiter : Limiter
{
    private const int Period_ms = 100;
    private const int CoolingPeriods = 1000;
    private const long MostUsed_Q20 = 1L << 62;

    private readonly Readings _readings;
    private readonly RateScale _rate;
    private readonly int _idle_uA;
    private readonly int _rated_Q24;
    private readonly long _rated_Q20;
    private readonly long _melting_Q20;
    private long _used_Q20;

    /// <summary>Makes the limiter of the pack's fuse.</summary>
    public FuseLimiter(CellProfile profile, Readings readings)
        : base(LimitReason.Fuse)
    {
        _readings = readings;
        _rate = new RateScale(profile.OneC_uA);
        _rated_Q24 = _rate.Rate_Q24(profile.FuseRatedCurrent_uA);
        _idle_uA = profile.FuseRatedCurrent_uA >> 1;
        long rated_Q10 = _rated_Q24 >> 14;
        _rated_Q20 = rated_Q10 * rated_Q10;
        _melting_Q20 = (long)profile.FuseMelting << 20;
        Charge_Q24 = _rated_Q24;
        Discharge_Q24 = _rated_Q24;
    }

    /// <summary>Share of the melting integral that is used, 65536 for all of it.</summary>
    public int Used_Q16
    {
        get { return _used_Q20 >= _melting_Q20 ? 65536 : (int)((_used_Q20 >> 4) / ((_melting_Q20 >> 20) | 1)); }
    }

    /// <summary>Every 100 ms: what the present current does to the fuse.</summary>
    public override void Renew()
    {
        int current_uA = _readings.Current_uA;
        if (_used_Q20 == 0 && current_uA < _idle_uA && current_uA > -_idle_uA)
        {
            return;
        }

        long rate_Q10 = _rate.Rate_Q24(current_uA) >> 14;
        long excess_Q20 = (rate_Q10 * rate_Q10) - _rated_Q20;
        if (excess_Q20 > 0)
        {
            _used_Q20 += excess_Q20 * Period_ms;
            _used_Q20 = _used_Q20 > MostUsed_Q20 ? MostUsed_Q20 : _used_Q20;
        }
        else if (_used_Q20 == 0)
        {
            return;
        }
        else
        {
            _used_Q20 -= (_used_Q20 / CoolingPeriods) + 1;
        }

        long beyond_Q20 = _used_Q20 - (_melting_Q20 >> 2);
        int left_Q16 = beyond_Q20 <= 0 ? 65536 : 32768 + (Fade_Q16((_melting_Q20 - _used_Q20) >> 20, (_melting_Q20 - (_melting_Q20 >> 2)) >> 20) >> 1);
        int bound_Q24 = (int)(((long)_rated_Q24 * left_Q16) >> 16);
        Charge_Q24 = bound_Q24;
        Discharge_Q24 = bound_Q24;
    }
}

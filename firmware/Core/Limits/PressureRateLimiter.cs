using Bms.Core.Cells;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// Takes the rated currents back where a clamp's pressure changes faster than swelling and warmth can explain: something gives
/// way, or gas presses, and no limit that was found for the present pressure will hold for long.
/// </summary>
/// <remarks>Review section 4.1.3. Swelling at 3C moves the default clamp by 0.7 kPa/s; the fade begins far above.</remarks>
public sealed class PressureRateLimiter : Limiter
{
    private readonly CellProfile _profile;
    private readonly PressureTrend _trend;
    private readonly int _soft_Pa;
    private readonly int _hard_Pa;

    /// <summary>Makes the limiter of all clamps.</summary>
    public PressureRateLimiter(CellProfile profile, PressureTrend trend, Settings settings)
        : base(LimitReason.PressureRate)
    {
        _profile = profile;
        _trend = trend;
        _soft_Pa = settings.Value(Setting.PressureRateSoft);
        _hard_Pa = settings.Value(Setting.PressureRateHard);
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        PressureTrend trend = _trend;
        bool falls = trend.Fall_Pa >= trend.Rise_Pa;
        int fastest_Pa = falls ? trend.Fall_Pa : trend.Rise_Pa;
        int share_Q16 = fastest_Pa <= _soft_Pa ? 65536 : Fade_Q16((long)_hard_Pa - fastest_Pa, (long)_hard_Pa - _soft_Pa);
        Share(share_Q16, _profile.ChargeRateMaximum_Q24, _profile.DischargeRateMaximum_Q24, falls ? trend.FallingClamp : trend.RisingClamp);
    }
}

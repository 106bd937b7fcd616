using Bms.Core.Cells;
using Bms.Core.FixedPoint;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// The less is known, the less is allowed: current fades, to a quarter of the rated, as the deviation of the least known state
/// of charge grows, or as the two current sensors part.
/// </summary>
public sealed class SensorConfidenceLimiter : Limiter
{
    private const int Least_Q16 = 16384;
    private const int DisagreementSoft_ppm = 80000;
    private const int DisagreementHard_ppm = 150000;

    private readonly CellProfile _profile;
    private readonly SurfaceExtremes _extremes;
    private readonly Readings _readings;
    private readonly long _soft_ppm;
    private readonly long _hard_ppm;
    private readonly long _softDisagreement_uA;
    private readonly long _hardDisagreement_uA;

    /// <summary>Makes the limiter of all cells and sensors.</summary>
    public SensorConfidenceLimiter(CellProfile profile, SurfaceExtremes extremes, Readings readings, Settings settings)
        : base(LimitReason.SensorConfidence)
    {
        _profile = profile;
        _extremes = extremes;
        _readings = readings;
        _soft_ppm = settings.Value(Setting.DeviationSoft);
        _hard_ppm = settings.Value(Setting.DeviationHard);
        _softDisagreement_uA = (long)profile.OneC_uA * DisagreementSoft_ppm / 1000000;
        _hardDisagreement_uA = (long)profile.OneC_uA * DisagreementHard_ppm / 1000000;
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        long variance_ppm2 = _extremes.LargestVariance_ppm2;
        long disagreement_uA = _readings.CurrentDisagreement_uA;
        int known_Q16 = variance_ppm2 <= _soft_ppm * _soft_ppm ? 65536 : Fade_Q16(_hard_ppm - SquareRoot.Floor(variance_ppm2), _hard_ppm - _soft_ppm);
        int agreed_Q16 = disagreement_uA <= _softDisagreement_uA ? 65536 : Fade_Q16(_hardDisagreement_uA - disagreement_uA, _hardDisagreement_uA - _softDisagreement_uA);
        int share_Q16 = known_Q16 < agreed_Q16 ? known_Q16 : agreed_Q16;
        share_Q16 = Least_Q16 + (int)(((65536L - Least_Q16) * share_Q16) >> 16);
        Share(share_Q16, _profile.ChargeRateMaximum_Q24, _profile.DischargeRateMaximum_Q24, _extremes.LeastKnown);
    }
}

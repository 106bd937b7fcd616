using Bms.Core.Cells;
using Bms.Core.Sensing;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>
/// Keeps the local plating current below the critical current density, so that no lithium filament starts.
/// </summary>
/// <remarks>Review section 2.1, Eq. 1 (temperature through the interface resistance); contact factor after Tian.</remarks>
public sealed class PlatingLimiter : Limiter
{
    private readonly CriticalCurrent _critical;
    private readonly int _decay_Q44;

    /// <summary>Makes the limiter of all cells.</summary>
    public PlatingLimiter(CellProfile profile, PackProfile pack, CellModel model, Readings readings, Settings settings)
    {
        _decay_Q44 = profile.PlatingDecay_Q44;
        _critical = new CriticalCurrent(
            pack, model, readings, profile.PlatingPressure_Q24, profile.PlatingTemperature_Q16, profile.PlatingCeiling_Q24,
            settings.Value(Setting.TemperatureTolerance), CriticalCurrentMargin.Keep_Q16(profile, settings));
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        _critical.Prepare(_decay_Q44);
    }

    /// <inheritdoc/>
    public override void Apply(LimitSet limits)
    {
        _critical.Find();
        limits.LowerCharge(_critical.Lowest_Q24, LimitReason.Plating, _critical.LowestCell);
    }
}

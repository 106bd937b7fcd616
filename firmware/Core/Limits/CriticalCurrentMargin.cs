using Bms.Core.Cells;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>How much of a critical current may be used, given that cells differ.</summary>
/// <remarks>
/// The default of 2.6 standard deviations keeps a cell whole that is weaker than its design by a factor of exp(-0.13), which one
/// cell in two hundred is not. What a weaker one plates in a second or strips in an hour stays below what does harm, and
/// the tolerance of the temperature sensors, which is kept too, is seldom used up.
/// </remarks>
public static class CriticalCurrentMargin
{
    /// <summary>Standard deviations that are kept unless a setting says otherwise, 2^-8.</summary>
    public const int Deviations_Q8 = 666;

    /// <summary>One less so many standard deviations of the cell-to-cell spread, at least a fifth.</summary>
    public static int Keep_Q16(CellProfile profile, Settings settings)
    {
        return Keep_Q16(profile, settings.Value(Setting.CriticalCurrentMargin));
    }

    /// <summary>
    /// The same where the critical current has reached its ceiling, with a third more standard deviations: elsewhere the
    /// tolerance of the temperature sensors keeps a distance too, but a ceiling is as high for a cell that is taken as cooler.
    /// </summary>
    public static int KeepAtCeiling_Q16(CellProfile profile, Settings settings)
    {
        int deviations_Q8 = settings.Value(Setting.CriticalCurrentMargin);
        return Keep_Q16(profile, deviations_Q8 + (deviations_Q8 / 3));
    }

    private static int Keep_Q16(CellProfile profile, int deviations_Q8)
    {
        long margin_ppm = ((long)profile.CriticalCurrentSpread_ppm * deviations_Q8) >> 8;
        margin_ppm = margin_ppm > 800000 ? 800000 : margin_ppm;
        return (int)(((1000000 - margin_ppm) << 16) / 1000000);
    }
}

using Bms.Core.Cells;
using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>How much of a critical current may be used, given that cells differ.</summary>
public static class CriticalCurrentMargin
{
    /// <summary>One less so many standard deviations of the cell-to-cell spread, at least a fifth.</summary>
    public static int Keep_Q16(CellProfile profile, Settings settings)
    {
        long margin_ppm = (long)profile.CriticalCurrentSpread_ppm * settings.Value(Setting.CriticalCurrentMargin) >> 8;
        margin_ppm = margin_ppm > 800000 ? 800000 : margin_ppm;
        return (int)(((1000000 - margin_ppm) << 16) / 1000000);
    }
}

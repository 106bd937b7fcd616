using Bms.Core.Storage;

namespace Bms.Core.Limits;

/// <summary>The table of reasons: what can bind a limit, with stable numbers.</summary>
public static class LimitReasonTable
{
    // name and meaning of every reason, in the order of their numbers
    private const string Texts =
        "none|nothing binds|" +
        "start-up|no complete set of valid readings yet|" +
        "sensors|a reading is missing, stale or implausible|" +
        "fault|a fault stands|" +
        "rating|rated current of the cell|" +
        "cell voltage|a cell would leave its voltage window within the horizon|" +
        "core temperature|a core is near the end of its temperature window|" +
        "pressure low|stack pressure is too low for this current|" +
        "pressure high|stack pressure is too high for this current and temperature|" +
        "stripping|lithium would be stripped faster than creep replenishes it|" +
        "plating|local plating current would exceed the critical current density|" +
        "filament|the filament index has grown towards its budget|" +
        "release|the limit is rising again after a release|" +
        "contactors|the contactors are open, or about to open|" +
        "fuse|the melting integral of the fuse is used up|" +
        "electrode surface|an electrode surface would leave its stoichiometry window within the horizon|" +
        "pressure rate|stack pressure changes faster than swelling explains|" +
        "void budget|discharge has left voids that need rest, warmth or pressure to heal|" +
        "interphase|a cell so hot must not be charged so high|" +
        "cracking|lithium would be too unevenly spread in the particles|" +
        "sensor confidence|too little is known of the cells for more";

    /// <summary>All rows; the index of a row is its number. Makes a new array: for start-up, hosts and tests.</summary>
    public static LimitReasonRow[] Rows()
    {
        string[] texts = RowTexts.Split(Texts);
        LimitReasonRow[] rows = new LimitReasonRow[texts.Length >> 1];
        for (int k = 0; k < rows.Length; k++)
        {
            rows[k] = new LimitReasonRow((LimitReason)k, texts[2 * k], texts[(2 * k) + 1]);
        }

        return rows;
    }
}

namespace Bms.Core.Limits;

/// <summary>The table of reasons: what can bind a limit, with stable numbers.</summary>
public static class LimitReasonTable
{
    /// <summary>All rows; the index of a row is its number. Makes a new array: for hosts and tests.</summary>
    public static LimitReasonRow[] Rows()
    {
        return new LimitReasonRow[]
        {
            new LimitReasonRow(LimitReason.None,             "none",              "nothing binds"),
            new LimitReasonRow(LimitReason.StartUp,          "start-up",          "no complete set of valid readings yet"),
            new LimitReasonRow(LimitReason.Sensors,          "sensors",           "a reading is missing, stale or implausible"),
            new LimitReasonRow(LimitReason.Fault,            "fault",             "a fault stands"),
            new LimitReasonRow(LimitReason.Rating,           "rating",            "rated current of the cell"),
            new LimitReasonRow(LimitReason.CellVoltage,      "cell voltage",      "a cell would leave its voltage window within the horizon"),
            new LimitReasonRow(LimitReason.CoreTemperature,  "core temperature",  "a core is near the end of its temperature window"),
            new LimitReasonRow(LimitReason.PressureLow,      "pressure low",      "stack pressure is too low for this current"),
            new LimitReasonRow(LimitReason.PressureHigh,     "pressure high",     "stack pressure is too high for this current and temperature"),
            new LimitReasonRow(LimitReason.Stripping,        "stripping",         "lithium would be stripped faster than creep replenishes it"),
            new LimitReasonRow(LimitReason.Plating,          "plating",           "local plating current would exceed the critical current density"),
            new LimitReasonRow(LimitReason.Filament,         "filament",          "the filament index has grown towards its budget"),
            new LimitReasonRow(LimitReason.Release,          "release",           "the limit is rising again after a release"),
            new LimitReasonRow(LimitReason.Contactors,       "contactors",        "the contactors are open, or about to open"),
            new LimitReasonRow(LimitReason.Fuse,             "fuse",              "the melting integral of the fuse is used up"),
            new LimitReasonRow(LimitReason.ElectrodeSurface, "electrode surface", "an electrode surface would leave its stoichiometry window within the horizon"),
            new LimitReasonRow(LimitReason.PressureRate,     "pressure rate",     "stack pressure changes faster than swelling explains"),
            new LimitReasonRow(LimitReason.VoidBudget,       "void budget",       "discharge has left voids that need rest, warmth or pressure to heal"),
            new LimitReasonRow(LimitReason.Interphase,       "interphase",        "a cell so hot must not be charged so high"),
            new LimitReasonRow(LimitReason.Cracking,         "cracking",          "lithium would be too unevenly spread in the particles"),
            new LimitReasonRow(LimitReason.SensorConfidence, "sensor confidence", "too little is known of the cells for more"),
        };
    }
}

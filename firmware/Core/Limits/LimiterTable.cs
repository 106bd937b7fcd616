using T = Bms.Core.Limits.ReviewTrigger;

namespace Bms.Core.Limits;

/// <summary>The table of limiters: what bounds the current, with stable numbers and names.</summary>
public static class LimiterTable
{
    /// <summary>All rows; the index of a row is its number. Makes a new array: for hosts and tests.</summary>
    public static LimiterRow[] Rows()
    {
        const long Full = T.DisorderCharged | T.DecompositionCharged;
        const long Empty = T.DisorderDischarged | T.DecompositionDischarged;
        return new LimiterRow[]
        {
            //             number                          key                  reason                        inputs                                                              answers
            new LimiterRow(LimiterNumber.Rating,           "rating",            LimitReason.Rating,           "rated currents of the cell",                                       T.CrackingFast | T.DecompositionFast),
            new LimiterRow(LimiterNumber.Fuse,             "fuse",              LimitReason.Fuse,             "current, melting integral used, rated current of the fuse",        0),
            new LimiterRow(LimiterNumber.CellVoltage,      "cell-voltage",      LimitReason.CellVoltage,      "cell voltages, current, resistance and diffusion over the horizon", Full | Empty | T.DecompositionFast),
            new LimiterRow(LimiterNumber.ElectrodeSurface, "electrode-surface", LimitReason.ElectrodeSurface, "surface stoichiometries, diffusion over the horizon",              Full | Empty | T.CrackingCharged | T.CrackingDischarged),
            new LimiterRow(LimiterNumber.Temperature,      "temperature",       LimitReason.CoreTemperature,  "core temperatures and their trend, heat of the current",           T.DisorderHot | T.CreepHot | T.CreepCold | T.DecompositionHot | T.FilamentsCold),
            new LimiterRow(LimiterNumber.Pressure,         "pressure",          LimitReason.PressureLow,      "clamp pressures and their trend, core temperatures",               T.CreepHot | T.VoidsLoose | T.FilamentsLoose),
            new LimiterRow(LimiterNumber.PressureRate,     "pressure-rate",     LimitReason.PressureRate,     "trend of the clamp pressures beyond swelling",                     T.VoidsLoose),
            new LimiterRow(LimiterNumber.Stripping,        "stripping",         LimitReason.Stripping,        "clamp pressures, core temperatures, contact",                      T.CreepCold | T.VoidsFast | T.VoidsLoose),
            new LimiterRow(LimiterNumber.VoidBudget,       "void-budget",       LimitReason.VoidBudget,       "charge stripped beyond a cautious limit, healing by creep",        T.CreepCold | T.VoidsFast | T.VoidsLoose),
            new LimiterRow(LimiterNumber.Plating,          "plating",           LimitReason.Plating,          "clamp pressures, core temperatures, contact and its resistance",   T.FilamentsCold | T.FilamentsFast | T.FilamentsLoose),
            new LimiterRow(LimiterNumber.Filament,         "filament",          LimitReason.Filament,         "growth of the filament index since the start",                     T.FilamentsCold | T.FilamentsFast | T.FilamentsLoose),
            new LimiterRow(LimiterNumber.Interphase,       "interphase",        LimitReason.Interphase,       "core temperatures, open-circuit voltages",                         T.DisorderHot | T.DecompositionCharged | T.DecompositionHot),
            new LimiterRow(LimiterNumber.Cracking,         "cracking",          LimitReason.Cracking,         "difference of surface and mean stoichiometry, depth of charge",    T.CrackingCharged | T.CrackingDischarged | T.CrackingFast),
            new LimiterRow(LimiterNumber.SensorConfidence, "sensor-confidence", LimitReason.SensorConfidence, "deviation of the state of charge, agreement of sensors",           0),
        };
    }
}

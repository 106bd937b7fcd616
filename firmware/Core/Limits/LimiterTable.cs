using Bms.Core.Storage;
using T = Bms.Core.Limits.ReviewTrigger;

namespace Bms.Core.Limits;

/// <summary>The table of limiters: what bounds the current, with stable numbers and names.</summary>
public static class LimiterTable
{
    private const int Columns = 3;

    // key and inputs of every row
    private const string Texts =
        "rating|rated currents of the cell|" +
        "fuse|current, melting integral used, rated current of the fuse|" +
        "cell-voltage|cell voltages, current, resistance and diffusion over the horizon|" +
        "electrode-surface|surface stoichiometries, diffusion over the horizon|" +
        "temperature|core temperatures and their trend, heat of the current|" +
        "pressure|clamp pressures and their trend, core temperatures|" +
        "pressure-rate|trend of the clamp pressures beyond swelling|" +
        "stripping|clamp pressures, core temperatures, contact|" +
        "void-budget|charge stripped beyond a cautious limit, healing by creep|" +
        "plating|clamp pressures, core temperatures, contact and its resistance|" +
        "filament|growth of the filament index since the start|" +
        "interphase|core temperatures, open-circuit voltages|" +
        "cracking|difference of surface and mean stoichiometry, depth of charge|" +
        "sensor-confidence|deviation of the state of charge, agreement of sensors";

    /// <summary>All rows; the index of a row is its number. Makes a new array: for hosts and tests.</summary>
    public static LimiterRow[] Rows()
    {
        const long Full = T.DisorderCharged | T.DecompositionCharged;
        const long Empty = T.DisorderDischarged | T.DecompositionDischarged;
        long[] numbers =
        {
            // number                       reason                             answers
            LimiterNumber.Rating,           (int)LimitReason.Rating,           T.CrackingFast | T.DecompositionFast,
            LimiterNumber.Fuse,             (int)LimitReason.Fuse,             0,
            LimiterNumber.CellVoltage,      (int)LimitReason.CellVoltage,      Full | Empty | T.DecompositionFast,
            LimiterNumber.ElectrodeSurface, (int)LimitReason.ElectrodeSurface, Full | Empty | T.CrackingCharged | T.CrackingDischarged,
            LimiterNumber.Temperature,      (int)LimitReason.CoreTemperature,  T.DisorderHot | T.CreepHot | T.CreepCold | T.DecompositionHot | T.FilamentsCold,
            LimiterNumber.Pressure,         (int)LimitReason.PressureLow,      T.CreepHot | T.VoidsLoose | T.FilamentsLoose,
            LimiterNumber.PressureRate,     (int)LimitReason.PressureRate,     T.VoidsLoose,
            LimiterNumber.Stripping,        (int)LimitReason.Stripping,        T.CreepCold | T.VoidsFast | T.VoidsLoose,
            LimiterNumber.VoidBudget,       (int)LimitReason.VoidBudget,       T.CreepCold | T.VoidsFast | T.VoidsLoose,
            LimiterNumber.Plating,          (int)LimitReason.Plating,          T.FilamentsCold | T.FilamentsFast | T.FilamentsLoose,
            LimiterNumber.Filament,         (int)LimitReason.Filament,         T.FilamentsCold | T.FilamentsFast | T.FilamentsLoose,
            LimiterNumber.Interphase,       (int)LimitReason.Interphase,       T.DisorderHot | T.DecompositionCharged | T.DecompositionHot,
            LimiterNumber.Cracking,         (int)LimitReason.Cracking,         T.CrackingCharged | T.CrackingDischarged | T.CrackingFast,
            LimiterNumber.SensorConfidence, (int)LimitReason.SensorConfidence, 0,
        };

        string[] texts = RowTexts.Split(Texts);
        LimiterRow[] rows = new LimiterRow[numbers.Length / Columns];
        for (int k = 0; k < rows.Length; k++)
        {
            int at = k * Columns;
            rows[k] = new LimiterRow((int)numbers[at], texts[2 * k], (LimitReason)numbers[at + 1], texts[(2 * k) + 1], numbers[at + 2]);
        }

        return rows;
    }
}

namespace Bms.Simulation.Laboratory;

/// <summary>The unit in which charges of a cell are drawn.</summary>
/// <param name="Symbol">The unit.</param>
/// <param name="PerAmpereHour">How many of it are 1 A h.</param>
internal sealed record ChargeUnit(string Symbol, double PerAmpereHour)
{
    /// <summary>The unit that suits a cell of a capacity, A h.</summary>
    public static ChargeUnit Of(double capacity) => capacity >= 0.1 ? new ChargeUnit("Ah", 1) : new ChargeUnit("mAh", 1000);
}

using Bms.Plant.Packs;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Judging;

/// <summary>The truth of a simulated pack.</summary>
/// <param name="pack">The pack, at the instant of its last step.</param>
public sealed class PackTruth(Pack pack) : ITruth
{
    /// <inheritdoc/>
    public CellParameters Parameters => pack.Parameters;

    /// <inheritdoc/>
    public int CellCount => pack.CellCount;

    /// <inheritdoc/>
    public int ClampCount => pack.ClampCount;

    /// <inheritdoc/>
    public double CellVoltage(int cell, double current) => pack.CellVoltage(cell, current, 0);

    /// <inheritdoc/>
    public double SurfaceStoichiometry(int cell) => pack.SurfaceStoichiometry(cell);

    /// <inheritdoc/>
    public double CoreTemperature(int cell) => pack.HottestTemperature(cell);

    /// <inheritdoc/>
    public double LocalCurrentDensity(int cell, double current) => pack.LocalCurrentDensity(cell, current);

    /// <inheritdoc/>
    public double PlatingLimit(int cell) => pack.PlatingLimit(cell);

    /// <inheritdoc/>
    public double StrippingLimit(int cell) => pack.StrippingLimit(cell);

    /// <inheritdoc/>
    public double HealingRate(int cell) => pack.HealingRate(cell);

    /// <inheritdoc/>
    public double FilamentIndex(int cell) => pack.FilamentIndex(cell);

    /// <inheritdoc/>
    public double ClampPressure(int clamp, double since) => pack.ClampPressure(clamp, since);
}

using Bms.Plant.Parameters;

namespace Bms.Simulation.Judging;

/// <summary>What a judge may look at: the true states of a pack and its own limits. Nothing that was measured or estimated.</summary>
/// <remarks>Currents in A, positive on charge; temperatures in K, pressures in MPa, current densities in mA/cm².</remarks>
public interface ITruth
{
    /// <summary>Physics of the true cells: their windows and their fuse.</summary>
    public CellParameters Parameters { get; }

    /// <summary>Cells in series.</summary>
    public int CellCount { get; }

    /// <summary>Clamps.</summary>
    public int ClampCount { get; }

    /// <summary>Terminal voltage of a cell while a current flows, V.</summary>
    public double CellVoltage(int cell, double current);

    /// <summary>Stoichiometry at the electrolyte face of a cell's positive electrode.</summary>
    public double SurfaceStoichiometry(int cell);

    /// <summary>Temperature of the core of a cell where it is hottest, K.</summary>
    public double CoreTemperature(int cell);

    /// <summary>Current density where the interface of a cell still touches, j/θ, mA/cm², unsigned.</summary>
    public double LocalCurrentDensity(int cell, double current);

    /// <summary>Local plating current density that starts filaments in a cell, mA/cm².</summary>
    public double PlatingLimit(int cell);

    /// <summary>Local stripping current density that starts voids in a cell, mA/cm².</summary>
    public double StrippingLimit(int cell);

    /// <summary>Rate at which creep heals the contact of a cell, b ε', 1/s.</summary>
    public double HealingRate(int cell);

    /// <summary>Filament index of a cell, 0..1.</summary>
    public double FilamentIndex(int cell);

    /// <summary>Pressure of a clamp, MPa, some time, s, after the last step of the plant.</summary>
    public double ClampPressure(int clamp, double since);
}

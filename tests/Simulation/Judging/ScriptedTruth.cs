using System;
using Bms.Plant.Parameters;
using Bms.Simulation.Judging;

namespace Bms.Simulation.Tests.Judging;

/// <summary>A truth that says what a test tells it: two cells, each with a clamp of its own, all of it well within its limits.</summary>
internal sealed class ScriptedTruth : ITruth
{
    public const int Places = 2;

    public CellParameters Parameters { get; } = Cells.Pouch;

    public int CellCount => Places;

    public int ClampCount => Places;

    public double[] Voltage { get; } = Both(3.7);

    public double[] Surface { get; } = Both(0.6);

    public double[] Core { get; } = Both(318.15);

    /// <summary>Current density where the interface touches, mA/cm², whatever the current is.</summary>
    public double[] Local { get; } = Both(0.1);

    public double[] Plating { get; } = Both(2);

    public double[] Stripping { get; } = Both(1);

    public double[] Healing { get; } = Both(0);

    public double[] Filament { get; } = Both(0);

    public double[] Pressure { get; } = Both(5);

    public double CellVoltage(int cell, double current) => Voltage[cell];

    public double SurfaceStoichiometry(int cell) => Surface[cell];

    public double CoreTemperature(int cell) => Core[cell];

    public double LocalCurrentDensity(int cell, double current) => Local[cell];

    public double PlatingLimit(int cell) => Plating[cell];

    public double StrippingLimit(int cell) => Stripping[cell];

    public double HealingRate(int cell) => Healing[cell];

    public double FilamentIndex(int cell) => Filament[cell];

    public double ClampPressure(int clamp, double since) => Pressure[clamp];

    private static double[] Both(double value)
    {
        double[] values = new double[Places];
        Array.Fill(values, value);
        return values;
    }
}

using System.Linq;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Tests.Running;

/// <summary>Packs whose cells all have the same critical currents, lower than designed.</summary>
internal static class WeakCells
{
    /// <summary>A cell like another, its stripping and plating limit times a factor, without any spread of them.</summary>
    public static CellParameters Of(CellParameters design, double factor) => design with
    {
        Spread = design.Spread with { CriticalCurrent = 0 },
        Plating = design.Plating with { Reference = factor * design.Plating.Reference, Ceiling = factor * design.Plating.Ceiling },
        Stripping = design.Stripping with { OverPressure = Times(factor, design.Stripping.OverPressure), Ceiling = factor * design.Stripping.Ceiling },
    };

    private static Table Times(double factor, Table table) =>
        new(table.Nodes.ToArray(), [.. Enumerable.Range(0, table.Nodes.Length).Select(node => factor * table.ValueAtNode(node))], table.Interpolation);
}

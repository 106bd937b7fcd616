using System;
using System.Linq;
using Bms.Core;
using Bms.Core.Cells;
using Bms.Plant.Cells;
using Bms.Plant.Packs;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Campaigns.Scoring;

/// <summary>How right the firmware is about the health of its cells at one moment, every cell an error.</summary>
/// <param name="pack">The true pack.</param>
/// <param name="design">The cell as the profile has it: what the firmware's capacities are shares of.</param>
/// <param name="manager">The firmware.</param>
internal sealed class HealthScore(Pack pack, CellParameters design, BatteryManager manager)
{
    private const double One_Q30 = 1 << 30;
    private const double One_Q16 = 1 << 16;

    // The charge at which resistances are compared, multiples of 1C.
    private const double Rate = 0.5;
    private const int Rate_Q24 = 1 << 23;

    /// <summary>Capacity, percent of what it is.</summary>
    public ErrorSum Capacity => Over(cell => 100 * ((manager.Cells.States.Capacity_Q30[cell] / One_Q30 * design.Cell.WindowCapacity / pack.Capacity(cell)) - 1));

    /// <summary>Resistance, percent of what it is: everything that a charge of C/2 drops at the present temperature, pressure and contact
    /// but for diffusion.</summary>
    public ErrorSum Resistance => Over(cell => 100 * ((Believed(cell) / True(cell)) - 1));

    /// <summary>Contact factor.</summary>
    public ErrorSum Contact => Over(cell => (manager.Cells.States.Contact_Q30[cell] / One_Q30) - pack.Contact(cell));

    private ErrorSum Over(Func<int, double> error) =>
        Enumerable.Range(0, pack.CellCount).Aggregate(default(ErrorSum), (sum, cell) => sum.With(error(cell)));

    private double True(int cell)
    {
        Overpotentials drops = pack.Overpotentials(cell, Rate * design.Cell.OneC);
        return drops.Settled - drops.OpenCircuit - drops.Diffusion;
    }

    // What the model's look ahead says of the first instant.
    private double Believed(int cell)
    {
        CellModel model = manager.Cells;
        ElectricalModel electrical = model.Electrical;
        electrical.Look(cell, Rate_Q24, model.Clamps.ContactFactor_Q16[pack.ClampOf(cell)]);
        double change = Rate_Q24 * One_Q16 / electrical.Conductance_Q40;
        return 1e-6 * change * electrical.Instant_Q16 / One_Q16;
    }
}

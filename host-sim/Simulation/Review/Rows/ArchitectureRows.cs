using System.Collections.Generic;
using Bms.Plant.Cells.Variants;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Review.Rows;

/// <summary>Cells of other kinds: folded in three dimensions, and the small film.</summary>
internal static class ArchitectureRows
{
    public static IReadOnlyList<ReviewRow> All { get; } =
    [
        new("architecture/aef-order", "Discharge capacity on the footprint: AEF 10 above 4 above 1, at 0.1 and 1 mA/cm²", "Eq. 17, 3D conformal cells", "steps that rise", "of 4",
            Expected.Count(4), () => Rising(0.1, 1, 4) + Rising(0.1, 4, 10) + Rising(1, 1, 4) + Rising(1, 4, 10)),
        new("architecture/aef-fast", "Discharge capacity on the footprint at 10 mA/cm²: AEF 10 above 4", "Eq. 17, 3D conformal cells", "steps that rise", "of 1",
            Expected.Count(1), () => Rising(10, 4, 10)),
        new("architecture/danilov", "Film of 320 nm on 1 cm²: 23300 less 11650 mol/m³", "thin film, Danilov 2011", "capacity", "µAh",
            Expected.Printed(10, 0.1), () => 1e6 * CellVariants.TenMicroampereHour(Specimen.ThinFilm.Cell).Cell.WindowCapacity),
    ];

    private static double Rising(double density, double low, double high) => Charge(density, high) > Charge(density, low) ? 1 : 0;

    // Ah at a current density on the footprint, mA/cm².
    private static double Charge(double density, double enhancement)
    {
        CellParameters conformal = CellVariants.Conformal(Specimen.ThinFilm.Cell, enhancement);
        double current = density * Specimen.ThinFilm.Area / 1000;
        return (Specimen.ThinFilm with { Cell = conformal }).Capacity(-current / conformal.Cell.OneC, 3);
    }
}

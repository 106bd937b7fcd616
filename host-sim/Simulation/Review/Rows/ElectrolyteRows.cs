using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Electrolytes;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Review.Rows;

/// <summary>Where electrolytes begin to decompose, by the side current of a bare interface.</summary>
internal static class ElectrolyteRows
{
    private const string Table1 = "Table 1, stability window against Li/Li+";
    private const double Step = 0.005;      // V

    public static IReadOnlyList<ReviewRow> All { get; } =
    [
        Lower("lipon", "LiPON", ElectrolyteClass.Lipon, 0.68, 0.01),
        Upper("lipon", "LiPON", ElectrolyteClass.Lipon, 2.63, 0.01),
        Lower("llzo", "LLZO", ElectrolyteClass.Garnet, 0.05, 0.01),
        Upper("llzo", "LLZO", ElectrolyteClass.Garnet, 5.0, 0.1),
        Lower("lps", "LPS", ElectrolyteClass.Sulfide, 0, 0.01),
        Upper("lps", "LPS", ElectrolyteClass.Sulfide, 2.01, 0.01),
    ];

    private static ReviewRow Lower(string id, string name, ElectrolyteClass electrolyte, double reference, double lastDigit) => new(
        $"electrolytes/{id}-reduced", $"Lowest potential at which {name} is not reduced", Table1, "potential", "V",
        Expected.Printed(reference, lastDigit), () => Stable(electrolyte).Min());

    private static ReviewRow Upper(string id, string name, ElectrolyteClass electrolyte, double reference, double lastDigit) => new(
        $"electrolytes/{id}-oxidised", $"Highest potential at which {name} is not oxidised", Table1, "potential", "V",
        Expected.Printed(reference, lastDigit), () => Stable(electrolyte).Max());

    // Potentials from 0 to 6 V at which no side current flows; no working voltage widens the window.
    private static IEnumerable<double> Stable(ElectrolyteClass electrolyte)
    {
        var bare = new InterfaceDecomposition(ElectrolyteClasses.Of(electrolyte).Stability!, double.PositiveInfinity, double.NegativeInfinity, 1, 298.15);
        return Enumerable.Range(0, 1201).Select(step => step * Step).Where(potential => bare.At(potential) == 0);
    }
}

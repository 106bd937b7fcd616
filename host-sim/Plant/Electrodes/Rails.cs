using Bms.Plant.Cells;

namespace Bms.Plant.Electrodes;

/// <summary>The two rails of a composite electrode cut into equal pieces, Ohm.</summary>
/// <remarks>At its open end each rail has what makes it count L / (3 σ) when every depth takes the same current, whatever their
/// number: cut in one, the electrode is lumped.</remarks>
/// <param name="Ionic">Ionic rail between two depths.</param>
/// <param name="Electronic">Electronic rail between two depths.</param>
/// <param name="Ends">Ionic rail from the separator to the first depth, and electronic rail from the last to the collector.</param>
public readonly record struct Rails(double Ionic, double Electronic, double Ends)
{
    /// <summary>Cuts the rails of a cell.</summary>
    /// <param name="law">With the lumped rails.</param>
    /// <param name="depths">Number of depths.</param>
    public static Rails Between(in TerminalLaw law, int depths)
    {
        double piece = 3.0 / depths;
        return new Rails(
            piece * law.IonicRail,
            piece * law.ElectronicRail,
            piece * EndShare(depths) * (law.IonicRail + law.ElectronicRail));
    }

    /// <summary>Length of an open end over that of a piece.</summary>
    /// <param name="depths">Number of depths.</param>
    public static double EndShare(int depths) => 0.5 - (1.0 / (6 * depths));
}

using System;
using System.Linq;
using Bms.Plant.Parameters;

namespace Bms.Profiles.Reading;

/// <summary>What must hold between parameters that are each right alone.</summary>
internal static class Consistency
{
    private const double UpperVoltageTolerance = 0.2;   // V; a window cut a little short is a choice, more is an error
    private const double LowerVoltageTolerance = 1.0;   // V; the curve falls steeply at its end
    private const double FractionTolerance = 1e-6;

    private const string Potential = "Positive electrode/OCP [V]";
    private const string LowerCutOff = "Cell/Lower voltage cut-off [V]";
    private const string UpperCutOff = "Cell/Upper voltage cut-off [V]";
    private const string Limits = "User-defined/Limits/";
    private const string DataSheet = "User-defined/Data sheet/";

    /// <summary>Terms that must not fall from left to right; where the row says so, they must rise.</summary>
    private static readonly (bool Strictly, string[] Terms)[] _rising =
    [
        (true, ["Positive electrode/Minimum stoichiometry", "Positive electrode/Maximum stoichiometry"]),
        (true, [Limits + "Minimum fault voltage [V]", LowerCutOff, UpperCutOff, Limits + "Maximum fault voltage [V]"]),
        (true, [Limits + "Minimum core temperature [K]", Limits + "Minimum duty temperature [K]"]),
        (true, [Limits + "Minimum duty temperature [K]", Limits + "Maximum duty temperature [K]", Limits + "Maximum core temperature [K]"]),
        (true, [Limits + "Minimum core temperature [K]", "Cell/Reference temperature [K]", Limits + "Maximum core temperature [K]"]),
        (false, [Limits + "Minimum fault pressure [MPa]", Limits + "Minimum pressure [MPa]", "User-defined/Clamp/Set pressure [MPa]"]),
        (false, ["User-defined/Clamp/Set pressure [MPa]", Limits + "Maximum pressure [MPa]", Limits + "Maximum fault pressure [MPa]"]),
        (true, [Limits + "Minimum true pressure [MPa]", Limits + "Maximum true pressure [MPa]"]),
        (true, [DataSheet + "Minimum temperature [degC]", DataSheet + "Maximum temperature [degC]"]),
        (true, [DataSheet + "Minimum pressure [MPa]", DataSheet + "Maximum pressure [MPa]"]),
        (false, ["User-defined/Contact factor/Minimum contact factor", "User-defined/Contact factor/Initial contact factor"]),
    ];

    /// <summary>Tables over stoichiometry, which must reach over the whole window.</summary>
    private static readonly string[] _overStoichiometry =
    [
        Potential,
        "Positive electrode/Entropic change coefficient [V.K-1]",
        "Positive electrode/Diffusivity [m2.s-1]",
        "User-defined/Positive electrode/Volume change",
    ];

    /// <summary>Checks a cell that was read from a file.</summary>
    /// <exception cref="BadInputException">Two terms contradict each other; the message names both.</exception>
    public static void Check(ParameterFile file, CellParameters cell)
    {
        foreach ((bool strictly, string[] terms) in _rising)
        {
            foreach ((string lower, string upper) in terms.Zip(terms.Skip(1)))
            {
                CheckOrder(file, strictly, lower, upper);
            }
        }

        foreach (string table in _overStoichiometry)
        {
            CheckReach(file, table, cell.Positive);
        }

        CheckOpenCircuit(file, cell);
        CheckActiveFraction(file, cell.Positive);
    }

    private static void CheckOrder(ParameterFile file, bool strictly, string lower, string upper)
    {
        double low = file.Number(lower);
        double high = file.Number(upper);
        if (low > high || (strictly && low == high))
        {
            throw file.Refuse(upper, $"{high}", $"{(strictly ? "above" : "at least")} {low}, which is {lower}");
        }
    }

    private static void CheckReach(ParameterFile file, string path, PositiveElectrode positive)
    {
        ReadOnlySpan<double> nodes = file.Table(path).Nodes;
        if (nodes[0] > positive.StoichiometryFull || nodes[^1] < positive.StoichiometryEmpty)
        {
            throw file.Refuse(
                path,
                $"a table over x from {nodes[0]} to {nodes[^1]}",
                $"one that reaches over the window from {positive.StoichiometryFull} to {positive.StoichiometryEmpty}");
        }
    }

    private static void CheckOpenCircuit(ParameterFile file, CellParameters cell)
    {
        Table potential = cell.Positive.OpenCircuitPotential;
        for (int node = 1; node < potential.Nodes.Length; node++)
        {
            if (potential.ValueAtNode(node) >= potential.ValueAtNode(node - 1))
            {
                throw file.Refuse(
                    Potential,
                    $"{potential.ValueAtNode(node)} V at x = {potential.Nodes[node]} after {potential.ValueAtNode(node - 1)} V",
                    "an open-circuit potential that falls as x rises");
            }
        }

        CheckCutOff(file, UpperCutOff, potential.At(cell.Positive.StoichiometryFull), UpperVoltageTolerance);
        CheckCutOff(file, LowerCutOff, potential.At(cell.Positive.StoichiometryEmpty), LowerVoltageTolerance);
    }

    private static void CheckCutOff(ParameterFile file, string cutOff, double atTheEnd, double tolerance)
    {
        if (Math.Abs(file.Number(cutOff) - atTheEnd) > tolerance)
        {
            throw file.Refuse(cutOff, $"{file.Number(cutOff)}", $"within {tolerance} V of the open-circuit potential at that end of the window, {atTheEnd:0.###} V");
        }
    }

    private static void CheckActiveFraction(ParameterFile file, PositiveElectrode positive)
    {
        if (positive.ActiveFraction > 1 + FractionTolerance)
        {
            throw file.Refuse(
                "Positive electrode/Surface area per unit volume [m-1]",
                $"with particle radius and utilisation an active fraction of {positive.ActiveFraction:0.###}",
                "at most 1");
        }
    }
}

using System;
using System.Collections.Generic;
using Bms.Plant.Laws;
using Bms.Plant.Parameters;

namespace Bms.Simulation.Laboratory.Spectra;

/// <summary>The arcs of a cell from its parameters alone, without solving anything: each a resistance and a capacitance.</summary>
/// <remarks>R_ct = RT / (F i0), Butler-Volmer at equilibrium; τ = R_ct C_dl per reaction area; electrolyte τ = R C_geo; diffusion
/// τ = L²/(π² D) of a film, R²/(20.19 D) of a particle; rails as a transmission line; ion pairs
/// as modes between the faces of the film.</remarks>
public static class ExpectedArcs
{
    /// <summary>Positive charge transfer.</summary>
    public const string PositiveKinetics = "charge transfer, positive";

    /// <summary>Lithium charge transfer.</summary>
    public const string NegativeKinetics = "charge transfer, lithium";

    /// <summary>Electrolyte.</summary>
    public const string Electrolyte = "electrolyte";

    /// <summary>Diffusion in the active material.</summary>
    public const string Diffusion = "diffusion, positive";

    /// <summary>Diffusion of ion pairs in a glass.</summary>
    public const string IonPairs = "ion pairs";

    /// <summary>Rails of a composite electrode.</summary>
    public const string Rails = "rails, positive";

    private const double SphereMode = 4.493409457909064;   // first root of tan β = β

    /// <summary>The arcs at a state, from the fastest to the slowest.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="kelvin">Temperature, K.</param>
    /// <param name="stateOfCharge">State of charge, 0..1.</param>
    public static IReadOnlyList<ExpectedArc> Of(CellParameters cell, double kelvin, double stateOfCharge)
    {
        ArgumentNullException.ThrowIfNull(cell);
        PositiveElectrode positive = cell.Positive;
        double Factor(double activation) => new Arrhenius(activation, cell.ReferenceTemperature).At(1 / kelvin);
        double x = positive.StoichiometryEmpty - (stateOfCharge * (positive.StoichiometryEmpty - positive.StoichiometryFull));
        double thermal = Constants.GasConstant * kelvin / Constants.Faraday;

        double electrolyte = cell.Separator.Thickness / (cell.Separator.Conductivity * Factor(cell.Separator.ConductivityActivation));
        double lithium = thermal / (cell.Negative.ExchangeCurrent * Factor(cell.Negative.ExchangeCurrentActivation));
        double reaction = thermal / (positive.ExchangeCurrent * 2 * Math.Sqrt(x * (1 - x)) * Factor(positive.ExchangeCurrentActivation));
        var arcs = new List<ExpectedArc>
        {
            new(Electrolyte, electrolyte * cell.Separator.GeometricCapacitance, electrolyte),
            new(NegativeKinetics, lithium * cell.Negative.DoubleLayerCapacitance, lithium),
            new(PositiveKinetics, reaction * positive.DoubleLayerCapacitance, reaction / positive.AreaRatio),
            OfDiffusion(cell, x, positive.Diffusivity.At(x) * Factor(positive.DiffusivityActivation)),
        };
        if (positive.IonicRailResistance + positive.ElectronicRailResistance > 0)
        {
            arcs.Add(OfRails(positive, Factor(cell.Separator.ConductivityActivation), reaction * positive.DoubleLayerCapacitance));
        }

        if (cell.Electrolyte.Pairs is { } pairs)
        {
            arcs.Add(OfIonPairs(pairs, cell.Separator.Thickness, electrolyte, Factor(cell.Separator.ConductivityActivation) * kelvin / cell.ReferenceTemperature, Factor(pairs.RecombinationActivation)));
        }

        arcs.Sort((left, right) => left.TimeConstant.CompareTo(right.TimeConstant));
        return arcs;
    }

    // A line of rails and double layers has the modes 1/τ = 1/τ_ct + n² π² / ((R_ion + R_el) C), n from 1; what relaxes of it is
    // its resistance to a steady current less that at once, both rails side by side.
    private static ExpectedArc OfRails(PositiveElectrode positive, double conductivity, double kinetic)
    {
        double ionic = 3 * positive.IonicRailResistance / conductivity;
        double electronic = 3 * positive.ElectronicRailResistance;
        double time = (ionic + electronic) * positive.AreaRatio * positive.DoubleLayerCapacitance / (Math.PI * Math.PI);
        return new ExpectedArc(Rails, 1 / ((1 / time) + (1 / kinetic)), ((ionic + electronic) / 3) - (ionic * electronic / (ionic + electronic)), IsSpread: true);
    }

    // The poles of tanh(L/2λ sqrt(1 + jω/rate)): 1/τ = rate (1 + ((2n - 1) π λ/L)²), n from 1.
    private static ExpectedArc OfIonPairs(Bms.Plant.Parameters.IonPairs pairs, double thickness, double even, double diffusion, double reaction)
    {
        double reach = Math.Sqrt(diffusion / reaction);
        double mode = Math.PI * reach * pairs.ReactionLength / thickness;
        return new ExpectedArc(
            IonPairs, 1 / (pairs.RelaxationRate * reaction * (1 + (mode * mode))), even * (pairs.LastingResistance(thickness, reach) - 1), IsSpread: true);
    }

    // Resistance: potential slope times the surface excess of a steady current over that current.
    private static ExpectedArc OfDiffusion(CellParameters cell, double x, double diffusivity)
    {
        PositiveElectrode positive = cell.Positive;
        double time = positive.DiffusionLength * positive.DiffusionLength / diffusivity;
        bool sphere = positive.Geometry == DiffusionGeometry.Sphere;
        double mode = sphere ? SphereMode * SphereMode : Math.PI * Math.PI;
        double excess = sphere ? 1.0 / 15 : (1.0 / 3) - ((1 - positive.FluxSplit) / 2);
        double perCharge = (positive.StoichiometryEmpty - positive.StoichiometryFull) / (cell.Cell.WindowCapacity * Constants.SecondsPerHour);
        return new ExpectedArc(
            Diffusion, time / mode, -positive.OpenCircuitPotential.SlopeAt(x) * excess * time * perCharge * cell.Cell.TotalArea, IsSpread: true);
    }
}

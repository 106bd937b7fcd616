using System;
using Bms.Plant.Parameters;

namespace Bms.Plant.Electrodes;

/// <summary>What is assumed of a composite negative electrode where a parameter file does not say it.</summary>
public static class CompositeNegatives
{
    private const int Nodes = 200;

    // mAh/cm² per metre: 350 mAh/g at 2.2 g/cm³ in 60 % of the volume, over the window used.
    private const double ChargePerThickness = 350 * 2.2 * 0.6 * 100 * 0.83;

    /// <summary>Graphite in a sulfide, as thick as an areal charge asks for.</summary>
    /// <param name="arealCharge">Charge between state of charge 1 and 0, mAh/cm².</param>
    /// <remarks>Open-circuit potential, diffusivity and particle: Chen 2020 (LG M50), as published in PyBaMM. Expansion: graphite grows
    /// by a tenth of its volume, and makes up 60 % of the electrode.</remarks>
    public static CompositeNegative Graphite(double arealCharge) => new()
    {
        OpenCircuitPotential = Potential(),
        StoichiometryEmpty = 0.03,
        StoichiometryFull = 0.86,
        ParticleRadius = 5.86e-6,
        Diffusivity = 3.3e-14,
        DiffusivityActivation = 30300,
        Thickness = arealCharge / ChargePerThickness,
        Expansion = 0.06,
    };

    private static Table Potential()
    {
        var nodes = new double[Nodes + 1];
        var values = new double[Nodes + 1];
        for (int k = 0; k <= Nodes; k++)
        {
            double x = (double)k / Nodes;
            nodes[k] = x;
            values[k] = (1.9793 * Math.Exp(-39.3631 * x)) + 0.2482
                - (0.0909 * Math.Tanh(29.8538 * (x - 0.1234)))
                - (0.04478 * Math.Tanh(14.9159 * (x - 0.2769)))
                - (0.0205 * Math.Tanh(30.4444 * (x - 0.6103)));
        }

        return new Table(nodes, values);
    }
}

using System.Collections.Generic;
using Bms.Plant.Heat;
using Bms.Plant.Parameters;

namespace Bms.Profiles.Reading;

/// <summary>What heat does to a cell, from a parameter file.</summary>
internal static class ThermalReader
{
    private const string Thermal = "User-defined/Thermal";
    private const string RunawayGroup = "User-defined/Runaway";
    private const string Across = "Thermal conductivity across the layers [W.m-1.K-1]";
    private const double Faces = 2;

    /// <summary>Storage, passage and loss.</summary>
    public static ThermalNodes Nodes(ParameterFile file, IReadOnlyList<Layer> layers)
    {
        Group thermal = file[Thermal];
        double area = file.Number("Cell/Electrode area [m2]");
        return new ThermalNodes
        {
            CoreCapacity = thermal["Heat capacity of the core [J.K-1]"],
            SurfaceCapacity = thermal["Heat capacity of the surface [J.K-1]"],
            CoreToSurface = thermal["Conductance from core to surface [W.K-1]"],
            SurfaceToAmbient = thermal["Conductance from surface to ambient [W.K-1]"],
            HeaterPower = thermal["Heater power [W]"],
            CrossResistance = CrossResistance(file, thermal, layers, area),
            RadiatingArea = thermal.Or("Radiating area [m2]", Faces * area),
            Emissivity = thermal.Or("Emissivity", 0),
            NeighbourConductance = thermal.Or("Conductance between neighbours [W.K-1]", 0),
            TabShare = thermal.Or("Tab share of the series resistance", 0),
        };
    }

    /// <summary>Self-heating, or null.</summary>
    public static ThermalRunaway? Runaway(ParameterFile file)
    {
        Group runaway = file[RunawayGroup];
        return file.Has($"{RunawayGroup}/Onset temperature [K]")
            ? new ThermalRunaway
            {
                Onset = runaway["Onset temperature [K]"],
                Activation = runaway["Activation energy [J.mol-1]"],
                AdiabaticRise = runaway["Adiabatic rise [K]"],
            }
            : null;
    }

    /// <summary>Melting of lithium.</summary>
    public static LithiumMelting Melting(Group lithium)
    {
        LithiumMelting usual = new();
        return usual with
        {
            Point = lithium.Or("Melting point [K]", usual.Point),
            Heat = lithium.Or("Heat of fusion [J.mol-1]", usual.Heat),
        };
    }

    private static double CrossResistance(ParameterFile file, Group thermal, IReadOnlyList<Layer> layers, double area)
    {
        if (layers.Count > 0)
        {
            return new LayeredProperties(layers, (int)file.Number("Cell/Number of electrode pairs connected in parallel to make a cell")).CrossResistance;
        }

        double conductivity = thermal.Or(Across, 0);
        return conductivity > 0 ? file.Number("User-defined/Cell/Stack thickness, discharged [m]") / (conductivity * area) : 0;
    }
}

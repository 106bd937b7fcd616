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
    private const string Electrolyte = "User-defined/Electrolyte";
    private const double Sulfide = 3;
    private const double Faces = 2;

    /// <summary>Self-heating by class of electrolyte: LiPON, garnet, sulfide. Only the sulfide's onset was measured (Kim 2022).</summary>
    private static readonly ThermalRunaway[] _usual =
    [
        new() { Onset = 573.15, Activation = 140_000, AdiabaticRise = 50 },
        new() { Onset = 523.15, Activation = 140_000, AdiabaticRise = 200 },
        new() { Onset = 423.15, Activation = 140_000, AdiabaticRise = 500 },
    ];

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

    /// <summary>Self-heating; what a file leaves out follows from the class of the electrolyte, a sulfide unless it says otherwise.</summary>
    public static ThermalRunaway Runaway(ParameterFile file)
    {
        Group runaway = file[RunawayGroup];
        ThermalRunaway usual = _usual[(int)file[Electrolyte].Or("Class", Sulfide) - 1];
        return new ThermalRunaway
        {
            Onset = runaway.Or("Onset temperature [K]", usual.Onset),
            Activation = runaway.Or("Activation energy [J.mol-1]", usual.Activation),
            AdiabaticRise = runaway.Or("Adiabatic rise [K]", usual.AdiabaticRise),
        };
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

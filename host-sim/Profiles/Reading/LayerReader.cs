using System.Collections.Generic;
using System.Linq;
using Bms.Plant.Parameters;

namespace Bms.Profiles.Reading;

/// <summary>The layer stack of a parameter file.</summary>
internal static class LayerReader
{
    private const string Stack = "User-defined/Layer stack";
    private const string Expansion = "Thermal expansion [K-1]";

    /// <summary>One repeat of the layers, in the order of the file; empty if it gives none.</summary>
    public static IReadOnlyList<Layer> Layers(ParameterFile file) =>
        [.. file.GroupsUnder(Stack).Select(name => One(name, file[$"{Stack}/{name}"]))];

    private static Layer One(string name, Group layer) => new(
        name,
        layer["Thickness [m]"],
        layer["Area [m2]"],
        layer["Density [kg.m-3]"],
        layer["Specific heat capacity [J.K-1.kg-1]"],
        layer["Thermal conductivity [W.m-1.K-1]"])
    {
        Expansion = layer.File.Has($"{layer.Path}/{Expansion}") ? layer[Expansion] : null,
    };
}

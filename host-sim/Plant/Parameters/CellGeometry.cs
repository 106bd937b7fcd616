namespace Bms.Plant.Parameters;

/// <summary>Size and capacity of a cell.</summary>
public sealed record CellGeometry
{
    /// <summary>Rated capacity, A h; 1C is this many ampere.</summary>
    public required double NominalCapacity { get; init; }

    /// <summary>Charge between the stoichiometries <c>x_full</c> and <c>x_empty</c>, A h: state of charge 1 and 0.</summary>
    public required double WindowCapacity { get; init; }

    /// <summary>Number of parallel layers.</summary>
    public required int Layers { get; init; }

    /// <summary>Footprint of one layer, m².</summary>
    public required double LayerArea { get; init; }

    /// <summary>Thickness of the discharged stack of all layers, m.</summary>
    public required double StackThickness { get; init; }

    /// <summary>Area enhancement factor of a 3D conformal cell: interface over footprint, AEF = A_int / A_f (review Eq. 17); 1 in a planar cell.</summary>
    public double AreaEnhancement { get; init; } = 1;

    /// <summary>Interface of all layers together, m²: what current densities, capacities and resistances count on. Pressure counts
    /// on the footprint, <see cref="LayerArea"/>.</summary>
    public double TotalArea => Layers * LayerArea * AreaEnhancement;

    /// <summary>The 1C current, A.</summary>
    public double OneC => NominalCapacity;
}

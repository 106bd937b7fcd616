namespace Bms.Plant.Materials;

/// <summary>What a material does in a cell.</summary>
public enum MaterialClass
{
    /// <summary>Conducts lithium ions between the electrodes.</summary>
    Electrolyte,

    /// <summary>Stores lithium.</summary>
    ActiveMaterial,

    /// <summary>Lithium itself, or a metal that collects the current.</summary>
    Metal,
}

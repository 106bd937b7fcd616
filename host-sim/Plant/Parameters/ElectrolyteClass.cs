namespace Bms.Plant.Parameters;

/// <summary>What a solid electrolyte is made of; the number is the one in parameter files.</summary>
public enum ElectrolyteClass
{
    /// <summary>Amorphous lithium phosphorus oxynitride: ions are there only in pairs that form and recombine.</summary>
    Lipon = 1,

    /// <summary>Garnet ceramic (LLZO): a single-ion conductor of grains and grain boundaries.</summary>
    Garnet = 2,

    /// <summary>Thiophosphate or argyrodite (LPS, Li6PS5Cl): a soft single-ion conductor.</summary>
    Sulfide = 3,
}

namespace Bms.Simulation.Campaigns.Clairvoyance;

/// <summary>What would be broken first if more current flowed.</summary>
internal enum Binding
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Window of the terminal voltage.</summary>
    Voltage,

    /// <summary>Window of the surface stoichiometry.</summary>
    Surface,

    /// <summary>Critical current of plating.</summary>
    Plating,

    /// <summary>Charge stripped beyond what is replenished.</summary>
    Stripping,

    /// <summary>Window of the core temperature.</summary>
    Temperature,

    /// <summary>Window of the stack pressure.</summary>
    Pressure,

    /// <summary>Growth of the filament index.</summary>
    Filament,
}

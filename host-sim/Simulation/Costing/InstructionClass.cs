namespace Bms.Simulation.Costing;

/// <summary>What an IL instruction does, as the cost is broken down.</summary>
public enum InstructionClass
{
    /// <summary>Arithmetic, comparison or conversion of 32-bit integers.</summary>
    Arithmetic32,

    /// <summary>The same with a 64-bit integer among what it takes or gives.</summary>
    Arithmetic64,

    /// <summary>Loads and stores of locals and arguments, constants, dup and pop.</summary>
    Local,

    /// <summary>Instance and static fields.</summary>
    Field,

    /// <summary>Array elements and lengths.</summary>
    Array,

    /// <summary>Branches, switch, return, leave and throw.</summary>
    Branch,

    /// <summary>Calls that are bound when compiled, and of delegates.</summary>
    Call,

    /// <summary>Virtual and interface calls.</summary>
    VirtualCall,

    /// <summary>Objects, arrays, boxes, string literals, and struct values.</summary>
    Object,

    /// <summary>Everything else.</summary>
    Other,
}

namespace Bms.Simulation.Link;

/// <summary>How a field of a message lies on the line. Numbers have their lowest byte first.</summary>
public enum FieldType
{
    /// <summary>8 bits, 0 and above.</summary>
    U8,

    /// <summary>32 bits, 0 and above.</summary>
    U32,

    /// <summary>32 bits, two's complement.</summary>
    I32,

    /// <summary>64 bits, 0 and above.</summary>
    U64,

    /// <summary>Length in one byte, then as many ASCII characters.</summary>
    Text,

    /// <summary>Runs of readings up to the end of the message.</summary>
    Runs,
}

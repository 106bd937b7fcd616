using System.Collections.Generic;
using System.Linq;

namespace Bms.Simulation.Link;

/// <summary>One row of the message table.</summary>
/// <param name="Number">Stable number; below 128 the host sends it, above the device.</param>
/// <param name="Name">Name.</param>
/// <param name="NeedsOpenContactors">Whether the device refuses it unless all contactors are open.</param>
/// <param name="Text">What it does.</param>
/// <param name="Fields">Its fields, in their order on the line.</param>
public sealed record LinkMessageRow(int Number, string Name, bool NeedsOpenContactors, string Text, IReadOnlyList<LinkField> Fields)
{
    /// <summary>First number of the device.</summary>
    public const int FirstOfDevice = 128;

    /// <summary>Whether the host sends it.</summary>
    public bool IsFromHost => Number < FirstOfDevice;

    /// <summary>Bytes of its fields, at least: a text may be empty, and there may be no runs.</summary>
    public int Length => Fields.Sum(one => LengthOf(one.Type));

    /// <summary>Index of a field; -1 if it has none of this name.</summary>
    public int IndexOf(string field) => Fields.Index().FirstOrDefault(one => one.Item.Name == field, (-1, null!)).Index;

    /// <summary>Bytes of a field, at least.</summary>
    public static int LengthOf(FieldType type) => type switch
    {
        FieldType.U8 or FieldType.Text => 1,
        FieldType.U32 or FieldType.I32 => 4,
        FieldType.U64 => 8,
        _ => 0,
    };
}

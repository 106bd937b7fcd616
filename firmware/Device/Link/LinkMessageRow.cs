namespace Bms.Device.Link;

/// <summary>One row of the message table.</summary>
public sealed class LinkMessageRow
{
    /// <summary>Stable number, see <see cref="LinkMessage"/>.</summary>
    public readonly int Number;

    /// <summary>Name, as in hardware/protocol.md.</summary>
    public readonly string Name;

    /// <summary>Bytes of its fields, at least; more are fields of later versions and are passed over.</summary>
    public readonly int Length;

    /// <summary>Whether it is refused unless all contactors are open.</summary>
    public readonly bool NeedsOpenContactors;

    /// <summary>Makes a row.</summary>
    public LinkMessageRow(int number, string name, int length, bool needsOpenContactors)
    {
        Number = number;
        Name = name;
        Length = length;
        NeedsOpenContactors = needsOpenContactors;
    }
}

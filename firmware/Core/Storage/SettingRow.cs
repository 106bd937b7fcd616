namespace Bms.Core.Storage;

/// <summary>One row of the settings table.</summary>
public sealed class SettingRow
{
    /// <summary>Stable number, see <see cref="Setting"/>.</summary>
    public readonly int Number;

    /// <summary>Name, in the field's words.</summary>
    public readonly string Name;

    /// <summary>Unit of the value.</summary>
    public readonly string Unit;

    /// <summary>Lowest value allowed.</summary>
    public readonly int Lowest;

    /// <summary>Highest value allowed.</summary>
    public readonly int Highest;

    /// <summary>Value of a new device.</summary>
    public readonly int Default;

    /// <summary>Makes a row.</summary>
    public SettingRow(int number, string name, string unit, int lowest, int highest, int initial)
    {
        Number = number;
        Name = name;
        Unit = unit;
        Lowest = lowest;
        Highest = highest;
        Default = initial;
    }
}

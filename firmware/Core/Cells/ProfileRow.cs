namespace Bms.Core.Cells;

/// <summary>One row of the profile table: what a field means and which values it may take.</summary>
public sealed class ProfileRow
{
    /// <summary>Stable number, see <see cref="ProfileField"/>.</summary>
    public readonly int Number;

    /// <summary>Name, in the field's words.</summary>
    public readonly string Name;

    /// <summary>Unit with scale.</summary>
    public readonly string Unit;

    /// <summary>Fewest values.</summary>
    public readonly int FewestValues;

    /// <summary>Most values.</summary>
    public readonly int MostValues;

    /// <summary>Lowest value allowed.</summary>
    public readonly int Lowest;

    /// <summary>Highest value allowed.</summary>
    public readonly int Highest;

    /// <summary>1 where every value must be above the one before it, -1 where none may be, 0 where any may follow.</summary>
    public readonly int Trend;

    /// <summary>Makes a row.</summary>
    public ProfileRow(int number, string name, string unit, int fewest, int most, int lowest, int highest, int trend)
    {
        Number = number;
        Name = name;
        Unit = unit;
        FewestValues = fewest;
        MostValues = most;
        Lowest = lowest;
        Highest = highest;
        Trend = trend;
    }
}

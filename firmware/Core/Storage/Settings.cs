namespace Bms.Core.Storage;

/// <summary>The values of all settings of a table, each inside the range of its row.</summary>
public class Settings
{
    private readonly int[] _values;
    private readonly int[] _lowest;
    private readonly int[] _highest;

    /// <summary>The core's settings, all defaults.</summary>
    public Settings()
        : this(SettingTable.Rows())
    {
    }

    /// <summary>The settings of a table, all defaults.</summary>
    /// <param name="rows">Rows in the order of their numbers.</param>
    protected Settings(SettingRow[] rows)
    {
        _values = new int[rows.Length];
        _lowest = new int[rows.Length];
        _highest = new int[rows.Length];
        for (int k = 0; k < rows.Length; k++)
        {
            SettingRow row = rows[k];
            _values[row.Number] = row.Default;
            _lowest[row.Number] = row.Lowest;
            _highest[row.Number] = row.Highest;
        }
    }

    /// <summary>How many there are.</summary>
    public int Count
    {
        get { return _values.Length; }
    }

    /// <summary>The value of a setting; 0 for a number that does not exist.</summary>
    public int Value(int number)
    {
        return number < 0 || number >= _values.Length ? 0 : _values[number];
    }

    /// <summary>Changes a setting. Unknown numbers and values outside the row's range change nothing.</summary>
    /// <returns>Whether the value was taken.</returns>
    public bool Change(int number, int value)
    {
        if (number < 0 || number >= _values.Length || value < _lowest[number] || value > _highest[number])
        {
            return false;
        }

        _values[number] = value;
        return true;
    }
}

namespace Bms.Core.Storage;

/// <summary>The values of all settings of a table, each inside the range of its row.</summary>
public class Settings
{
    private readonly int[] _values;

    /// <summary>The core's settings, all defaults.</summary>
    public Settings()
        : this(SettingTable.Rows())
    {
    }

    /// <summary>The settings of a table, all defaults.</summary>
    /// <param name="rows">Rows in the order of their numbers, the same as <see cref="Rows"/> gives.</param>
    protected Settings(SettingRow[] rows)
    {
        _values = new int[rows.Length];
        for (int k = 0; k < rows.Length; k++)
        {
            _values[rows[k].Number] = rows[k].Default;
        }
    }

    /// <summary>How many there are.</summary>
    public int Count
    {
        get { return _values.Length; }
    }

    /// <summary>The table. Makes a new array.</summary>
    public virtual SettingRow[] Rows()
    {
        return SettingTable.Rows();
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
        if (number < 0 || number >= _values.Length)
        {
            return false;
        }

        SettingRow row = Rows()[number];
        if (value < row.Lowest || value > row.Highest)
        {
            return false;
        }

        _values[number] = value;
        return true;
    }
}

namespace Bms.Core.Storage;

/// <summary>The values of all settings, each inside the range of its row.</summary>
public sealed class Settings
{
    private readonly int[] _values = new int[Setting.Count];

    /// <summary>All defaults.</summary>
    public Settings()
    {
        SettingRow[] rows = SettingTable.Rows();
        for (int k = 0; k < rows.Length; k++)
        {
            _values[rows[k].Number] = rows[k].Default;
        }
    }

    /// <summary>The value of a setting; 0 for a number that does not exist.</summary>
    public int Value(int number)
    {
        return number < 0 || number >= Setting.Count ? 0 : _values[number];
    }

    /// <summary>Changes a setting. Unknown numbers and values outside the row's range change nothing.</summary>
    /// <returns>Whether the value was taken.</returns>
    public bool Change(int number, int value)
    {
        if (number < 0 || number >= Setting.Count)
        {
            return false;
        }

        SettingRow row = SettingTable.Rows()[number];
        if (value < row.Lowest || value > row.Highest)
        {
            return false;
        }

        _values[number] = value;
        return true;
    }
}

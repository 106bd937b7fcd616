using System.Linq;
using Bms.Core.Storage;
using Xunit;

namespace Bms.Core.Tests.Storage;

/// <summary>Settings stay in the ranges of their rows.</summary>
public class SettingsTests
{
    [Fact]
    public void Every_setting_has_a_row_at_its_number_with_its_default_in_range()
    {
        SettingRow[] rows = SettingTable.Rows();
        Assert.Equal(Enumerable.Range(0, Setting.Count), rows.Select(row => row.Number));
        Assert.Equal(rows.Length, rows.Select(row => row.Name).Distinct().Count());
        Settings settings = new();
        Assert.All(rows, row => Assert.InRange(row.Default, row.Lowest, row.Highest));
        Assert.All(rows, row => Assert.Equal(row.Default, settings.Value(row.Number)));
    }

    [Fact]
    public void Values_in_range_are_taken_and_others_change_nothing()
    {
        foreach (SettingRow row in SettingTable.Rows())
        {
            Settings settings = new();
            Assert.False(settings.Change(row.Number, row.Lowest - 1) || settings.Change(row.Number, row.Highest + 1), row.Name);
            Assert.Equal(row.Default, settings.Value(row.Number));
            Assert.True(settings.Change(row.Number, row.Lowest), row.Name);
            Assert.Equal(row.Lowest, settings.Value(row.Number));
            Assert.True(settings.Change(row.Number, row.Highest), row.Name);
            Assert.Equal(row.Highest, settings.Value(row.Number));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Setting.Count)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Numbers_that_do_not_exist_change_nothing_and_read_as_zero(int number)
    {
        Settings settings = new();
        Assert.False(settings.Change(number, 1));
        Assert.Equal(0, settings.Value(number));
    }
}

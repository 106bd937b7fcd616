using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Core.Cells;
using Bms.Plant.Parameters;
using Xunit;

namespace Bms.Core.Tests.Cells;

/// <summary>A sound image comes in whole.</summary>
public class ProfileImageTests
{
    public static TheoryData<string> EveryCell => BuiltInCell.All;

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Image_of_a_built_in_cell_is_sound(string cell)
    {
        ProfileImage image = ProfileImage.Read(BuiltInCell.Image(cell));
        Assert.Equal((ProfileError.None, 0), (image.Error, image.ErrorField));
        Assert.All(ProfileTable.Rows(), row => Assert.InRange(image.Values(row.Number).Length, row.FewestValues, row.MostValues));
    }

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Image_taken_apart_and_put_together_is_the_same(string cell)
        => Assert.Equal(BuiltInCell.Image(cell), new ImageEditor(cell).Image());

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Firmware_sees_the_figures_of_the_parameters(string cell)
    {
        CellParameters parameters = BuiltInCell.Parameters(cell);
        CellProfile profile = BuiltInCell.Profile(cell);
        Assert.Equal(parameters.Cell.OneC * 1e6, profile.OneC_uA, 0.5);
        Assert.Equal(parameters.Cell.WindowCapacity * 3.6e12, profile.WindowCharge_uAms, 0.5);
        Assert.Equal(parameters.Positive.StoichiometryFull, profile.StoichiometryFull_Q30 / Math.Pow(2, 30), 1e-9);
        Assert.Equal(parameters.Positive.StoichiometryEmpty, profile.StoichiometryEmpty_Q30 / Math.Pow(2, 30), 1e-9);
        Assert.Equal(parameters.Limits.VoltageMaximum * 1e6, profile.VoltageMaximum_uV, 0.5);
        Assert.Equal(parameters.Limits.TemperatureMinimum * 1000, profile.TemperatureMinimum_mK, 0.5);
        Assert.Equal(parameters.Limits.PressureMaximumHard * 1e6, profile.PressureMaximumHard_Pa, 0.5);
        Assert.Equal(parameters.Limits.ChargeRateMaximum, profile.ChargeRateMaximum_Q24 / Math.Pow(2, 24), 1e-6);
        Assert.Equal(parameters.Thermal.CoreCapacity * 1e6, profile.CoreCapacity_uJ, 0.5);
    }

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void Window_and_sites_agree_with_the_stoichiometry(string cell)
    {
        CellProfile profile = BuiltInCell.Profile(cell);
        double window = (profile.StoichiometryEmpty_Q30 - profile.StoichiometryFull_Q30) / Math.Pow(2, 30);
        Assert.Equal(window, (double)profile.WindowCharge_uAms / profile.SiteCharge_uAms, 1e-8);
    }

    [Fact]
    public void Rows_have_rising_numbers_and_names_of_their_own()
    {
        ProfileRow[] rows = ProfileTable.Rows();
        IEnumerable<int> numbers = rows.Select(row => row.Number);
        Assert.Equal(numbers.Order().Distinct(), numbers);
        Assert.All(rows, row => Assert.True(row.Number is > 0 and < ProfileField.Count && row.Lowest <= row.Highest && row.FewestValues <= row.MostValues, row.Name));
    }

    /// <summary>The texts of the rows stand apart from their numbers: the constants of a profile know the unit of each.</summary>
    [Fact]
    public void Every_row_has_the_unit_of_the_constant_of_its_name()
    {
        (string Suffix, string Unit)[] units = [("uA", "µA"), ("mK", "mK"), ("uV", "µV"), ("Pa", "Pa"), ("ppm", "ppm"), ("uJ", "µJ/K"), ("uW", "µW"), ("uAms", "µA ms")];
        foreach (ProfileRow row in ProfileTable.Rows())
        {
            string name = typeof(ProfileField).GetFields().Single(field => (int)field.GetRawConstantValue()! == row.Number && field.Name != nameof(ProfileField.Count)).Name;
            string suffix = typeof(CellProfile).GetFields().Single(field => field.Name.Split('_')[0] == name).Name[name.Length..].TrimStart('_');
            string unit = suffix.StartsWith('Q') ? $"2^-{suffix[1..]}" : units.SingleOrDefault(pair => pair.Suffix == suffix).Unit ?? "";
            Assert.StartsWith(unit, row.Unit, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Checksum_is_the_usual_one() => Assert.Equal(unchecked((int)0xCBF43926), ProfileImage.Crc32("123456789"u8.ToArray(), 9));

    [Fact]
    public void Different_cells_have_different_checksums()
    {
        int[] checksums = [.. BuiltInCell.All.Select(row => BuiltInCell.Profile(row.Data).Checksum)];
        Assert.Equal(checksums.Distinct(), checksums);
    }
}

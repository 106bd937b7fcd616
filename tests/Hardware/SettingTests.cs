using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Bms.Core.Storage;
using Bms.Device.Storage;
using Xunit;

namespace Bms.Hardware.Tests;

/// <summary>The settings that calibration tells of are those of the firmware.</summary>
public sealed partial class SettingTests
{
    [Fact]
    public void Names_numbers_and_defaults_are_those_of_the_firmware()
    {
        SettingRow[] rows = BoardSettingTable.Rows();
        MatchCollection told = Told().Matches(Repository.Hardware("calibration.md"));

        Assert.Equal(10, told.Count);
        Assert.All(told, match =>
        {
            SettingRow row = rows.Single(row => row.Number == int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture));
            string number = match.Groups["default"].Value.Replace(" ", string.Empty, System.StringComparison.Ordinal);
            Assert.Equal((row.Name, row.Default), (match.Groups["name"].Value, int.Parse(number, CultureInfo.InvariantCulture)));
        });
    }

    [GeneratedRegex(@"^\| `(?<name>[^`]+)`[^|]*\| (?<number>\d+)[^|]*\| (?<default>\d[\d ]*) ", RegexOptions.Multiline)]
    private static partial Regex Told();
}

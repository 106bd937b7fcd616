using System;
using System.IO;
using System.Linq;
using Bms.Profiles;
using Bms.Simulation.Loads;
using Xunit;

namespace Bms.Simulation.Tests.Loads;

public class CurrentFileTests
{
    [Fact]
    public void One_column_is_discharge_positive_at_one_hertz()
    {
        LoadProfile profile = Read("0.5\n-1.25\n8.1e0\n");
        Assert.Equal("load", profile.Name);
        Assert.Equal(3, profile.Duration);
        Assert.Equal(8.1, profile.Peak);
        Assert.Equal([-0.5, 1.25, -8.1], new double[] { 0, 1, 2 }.Select(profile.CurrentAt));
    }

    [Fact]
    public void A_rest_in_one_column_is_no_negative_zero()
    {
        Assert.Equal(BitConverter.DoubleToInt64Bits(0.0), BitConverter.DoubleToInt64Bits(Read("0\n").CurrentAt(0)));
    }

    [Fact]
    public void Battery_data_format_is_charge_positive_and_other_columns_are_ignored()
    {
        LoadProfile profile = Read("step_count,current_ampere,note,test_time_second\n1,2.5,start,0\n1,-1,,10\n2,0,\"end, at last\",10.5\n");
        Assert.Equal(11, profile.Duration);   // the last value holds as long as the one before it
        Assert.Equal([2.5, 2.5, -1, 0], new[] { 0, 9.99, 10, 10.6 }.Select(profile.CurrentAt));
    }

    [Fact]
    public void Time_counts_from_the_first_row()
    {
        LoadProfile profile = Read("test_time_second,current_ampere\n3600,1\n3601,2\n");
        Assert.Equal(2, profile.Duration);
        Assert.Equal(2, profile.CurrentAt(1));
    }

    [Fact]
    public void Times_may_be_uneven_down_to_a_millisecond()
    {
        LoadProfile profile = Read("test_time_second,current_ampere\n0.1,1\n0.101,2\n7,3\n");
        Assert.Equal(3, profile.Count);
        Assert.Equal([1, 2, 3], new[] { 0, 0.002, 7 }.Select(profile.CurrentAt));
    }

    [Fact]
    public void A_single_row_holds_for_a_second()
    {
        Assert.Equal(1, Read("test_time_second,current_ampere\n0,4\n").Duration);
        Assert.Equal(1, Read("4").Duration);
    }

    [Theory]
    [InlineData("Test Time / s,Current / A\n0,1\n1,2\n")]
    [InlineData("TEST_TIME_SECOND , CURRENT_AMPERE\r\n 0 , 1 \r\n 1 , 2 \r\n")]
    [InlineData("\"test_time_second\",\"current_ampere\"\n\"0\",\"1\"\n\"1\",\"2\"\n\n\n")]
    [InlineData("-1\n-2\n\n")]
    [InlineData("-1\r\n-2")]
    public void The_form_is_recognised_whatever_its_dress(string text)
    {
        LoadProfile profile = Read(text);
        Assert.Equal([1, 2], new double[] { 0, 1 }.Select(profile.CurrentAt));
        Assert.Equal(2, profile.Duration);
    }

    [Theory]
    [InlineData("", "load.csv: the file is empty")]
    [InlineData("\n\n", "load.csv: the file is empty")]
    [InlineData("1\n2\nabc\n", "load.csv:3: column current: found 'abc'; expected a finite number")]
    [InlineData("1\nNaN\n", "load.csv:2: column current: found 'NaN'")]
    [InlineData("1\n1e999\n", "load.csv:2: column current: found '1e999'")]
    [InlineData("Infinity\n", "load.csv:1: column current: found 'Infinity'")]
    [InlineData("1\n\n2\n", "load.csv:2: a blank line")]
    [InlineData("1\n2,3\n", "load.csv:2: 2 columns where the lines before have one")]
    [InlineData("0,5\n0,7\n", "load.csv:1: no column test_time_second among '0', '5'")]
    [InlineData("current\n1\n", "load.csv:1: no column test_time_second among 'current'; expected one column")]
    [InlineData("time,current_ampere\n0,1\n", "load.csv:1: no column test_time_second among 'time', 'current_ampere'")]
    [InlineData("test_time_second,voltage_volt\n0,1\n", "load.csv:1: no column current_ampere among 'test_time_second', 'voltage_volt'")]
    [InlineData("test_time_second,current_ampere\n", "load.csv:1: a header and no row")]
    [InlineData("test_time_second,current_ampere\n0,1\n1,\n", "load.csv:3: column current_ampere: found ''")]
    [InlineData("test_time_second,current_ampere\n0,1\n1,2 A\n", "load.csv:3: column current_ampere: found '2 A'")]
    [InlineData("test_time_second,current_ampere\n0,1\n1\n", "load.csv:3: 1 columns, so current_ampere (column 2) is missing")]
    [InlineData("test_time_second,current_ampere\n0,1\n5,1\n5,2\n", "load.csv:4: test_time_second 5 after 5; expected a time that rises by at least 0.001 s")]
    [InlineData("test_time_second,current_ampere\n0,1\n5,1\n4,2\n", "load.csv:4: test_time_second 4 after 5")]
    [InlineData("test_time_second,current_ampere\n0,1\n0.0005,1\n", "load.csv:3: test_time_second 0.0005 after 0")]
    [InlineData("test_time_second,current_ampere\n0,\"1\n", "load.csv:2: not CSV")]
    public void Bad_input_is_told_in_one_line(string text, string beginning)
    {
        BadInputException failure = Assert.Throws<BadInputException>(() => Read(text));
        Assert.StartsWith(beginning, failure.Message);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.Contains("expected", failure.Message);
    }

    [Fact]
    public void A_file_is_read_with_its_byte_order_mark()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("load").FullName, "US06.csv");
        File.WriteAllBytes(path, [0xEF, 0xBB, 0xBF, .. "1.5\n2\n"u8]);
        LoadProfile profile = CurrentFile.Read(path);
        Assert.Equal("US06", profile.Name);
        Assert.Equal(-1.5, profile.CurrentAt(0));
    }

    [Fact]
    public void A_missing_file_is_bad_input()
    {
        BadInputException failure = Assert.Throws<BadInputException>(() => CurrentFile.Read("nowhere/at/all.csv"));
        Assert.StartsWith("nowhere/at/all.csv: no such file", failure.Message);
    }

    [Fact]
    public void A_folder_is_bad_input()
    {
        string folder = Directory.CreateTempSubdirectory("load").FullName;
        BadInputException failure = Assert.Throws<BadInputException>(() => CurrentFile.Read(folder));
        Assert.StartsWith($"{folder}: cannot be read", failure.Message);
    }

    private static LoadProfile Read(string text) => CurrentFile.Read(new StringReader(text), "load.csv");
}

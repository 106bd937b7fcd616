using System;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace Bms.Cli.Tests;

/// <summary>Signs, sizes and limits of a measured current.</summary>
public sealed class CurrentTests : IDisposable
{
    private const double OneC = 6;
    private const int SteadyRow = 20;   // well after the contactors have closed

    private readonly Shell _shell = new();

    [Theory]
    [InlineData("0.5", -0.5)]
    [InlineData("-0.5", 0.5)]
    public void One_column_is_positive_for_discharge(string ampere, double charge)
    {
        _shell.Write("plain.csv", string.Join('\n', Enumerable.Repeat(ampere, 30)));
        JsonElement summary = Run("plain.csv");

        Assert.Equal(charge, _shell.Column("current_ampere")[SteadyRow], 1e-9);
        AssertEnergy(summary, isCharge: charge > 0);
    }

    [Theory]
    [InlineData("test_time_second,voltage_volt,current_ampere")]
    [InlineData("Test Time / s,Voltage / V,Current / A")]
    public void Battery_Data_Format_columns_are_positive_for_charge(string header)
    {
        _shell.Write("format.csv", $"{header}\n100,30,0.5\n115,30,0.25\n");
        JsonElement summary = Run("format.csv");

        Assert.Equal(30, summary.GetProperty("simulated_s").GetDouble());
        Assert.Equal(0.5, _shell.Column("current_ampere")[10], 1e-9);
        Assert.Equal(0.25, _shell.Column("current_ampere")[SteadyRow], 1e-9);
        AssertEnergy(summary, isCharge: true);
    }

    [Fact]
    public void A_current_is_taken_in_ampere_as_it_stands()
    {
        _shell.RunShort();

        Assert.Equal(-Math.Sin(SteadyRow / 3.0), _shell.Column("requested_current_ampere")[SteadyRow], 1e-4);
    }

    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("2", 2)]
    public void The_peak_becomes_so_many_times_1C(string rate, double expected)
    {
        _shell.Write("peak.csv", "0\n0\n0\n0\n0\n3\n-1.5\n0\n");
        Run("peak.csv", "--peak-c-rate", rate);
        double[] requested = _shell.Column("requested_current_ampere");

        Assert.Equal(-expected * OneC, requested.Min(), 1e-9);
        Assert.Equal(expected * OneC / 2, requested.Max(), 1e-9);
    }

    [Fact]
    public void The_limits_hold_back_what_is_too_much()
    {
        _shell.Write("hard.csv", string.Join('\n', Enumerable.Repeat("12", 30)));
        JsonElement summary = Run("hard.csv");
        double flowing = -_shell.Column("current_ampere")[SteadyRow];

        Assert.InRange(flowing, 0.01, 11.9);
        Assert.Equal(_shell.Column("limit_discharge_a")[SteadyRow], flowing, 1e-6);
        Assert.InRange(summary.GetProperty("served_percent").GetDouble(), 0.1, 99);
    }

    [Fact]
    public void Without_limits_the_load_gets_all_while_the_firmware_still_decides()
    {
        _shell.Write("hard.csv", string.Join('\n', Enumerable.Repeat("12", 30)));
        JsonElement summary = Run("hard.csv", "--no-limits");

        Assert.Equal(100, summary.GetProperty("served_percent").GetDouble());
        Assert.All(_shell.Column("current_ampere"), current => Assert.Equal(-12, current));
        Assert.InRange(_shell.Column("limit_discharge_a")[SteadyRow], 0.01, 11.9);
        Assert.InRange(summary.GetProperty("served_percent_when_limited").GetDouble(), 0, 100);
    }

    public void Dispose() => _shell.Dispose();

    private static void AssertEnergy(JsonElement summary, bool isCharge)
    {
        Assert.Equal(isCharge, summary.GetProperty("energy_in_wh").GetDouble() > 0);
        Assert.Equal(!isCharge, summary.GetProperty("energy_out_wh").GetDouble() > 0);
    }

    private JsonElement Run(string file, params string[] more) => _shell.Run(["run", "--current", $"@{file}", "--out", "@out", "--json", .. more]).Json();
}

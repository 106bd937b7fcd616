using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Bms.Simulation.Results;
using Xunit;

namespace Bms.Simulation.Tests.Results;

public class RunSummaryTests
{
    private static readonly string[] Keys =
    [
        "scenario", "profile", "cells", "seed", "simulated_s", "wall_s", "speedup", "digest", "soc_rmse_percent",
        "soc_max_error_percent", "min_cell_mv", "max_cell_mv", "max_core_temperature_c", "min_stack_pressure_mpa",
        "max_stack_pressure_mpa", "violations", "violation_total", "served_percent", "served_percent_when_limited", "diagnoses",
        "energy_out_wh", "energy_in_wh", "heater_energy_wh", "binding", "report",
    ];

    private static readonly string[] Violations =
    [
        "voltage_high", "voltage_low", "surface_high", "surface_low", "plating", "stripping", "core_temperature_high",
        "core_temperature_low", "pressure_high", "pressure_low", "filament", "overcurrent",
    ];

    [Fact]
    public void The_object_has_exactly_the_documented_keys_in_order() =>
        Assert.Equal(Keys, Parsed(Samples.Summary).EnumerateObject().Select(property => property.Name));

    [Fact]
    public void Every_key_has_its_type()
    {
        string[] texts = ["scenario", "profile", "digest", "report"];
        string[] objects = ["violations", "binding"];
        foreach (JsonProperty property in Parsed(Samples.Summary).EnumerateObject())
        {
            JsonValueKind expected = texts.Contains(property.Name) ? JsonValueKind.String
                : objects.Contains(property.Name) ? JsonValueKind.Object
                : property.Name == "diagnoses" ? JsonValueKind.Array
                : JsonValueKind.Number;
            Assert.Equal((property.Name, expected), (property.Name, property.Value.ValueKind));
        }
    }

    [Fact]
    public void Every_violation_key_is_there_even_if_it_never_happened()
    {
        JsonElement json = Parsed(Samples.Summary with { Violations = new Dictionary<string, int> { ["stripping"] = 3 } });
        Assert.Equal(Violations, json.GetProperty("violations").EnumerateObject().Select(property => property.Name));
        Assert.Equal(3, json.GetProperty("violations").GetProperty("stripping").GetInt32());
        Assert.Equal(0, json.GetProperty("violations").GetProperty("plating").GetInt32());
    }

    [Fact]
    public void The_total_is_the_sum_of_the_episodes() =>
        Assert.Equal(5, Parsed(Samples.Summary with { Violations = new Dictionary<string, int> { ["stripping"] = 3, ["plating"] = 2 } }).GetProperty("violation_total").GetInt32());

    [Fact]
    public void A_violation_nobody_defined_is_refused() =>
        Assert.Throws<ArgumentException>(() => Samples.Summary with { Violations = new Dictionary<string, int> { ["striping"] = 1 } });

    [Fact]
    public void Numbers_have_the_digits_that_mean_something()
    {
        JsonElement json = Parsed(Samples.Summary with { SocRmse_percent = 0.71234567890123456, MinCell_mV = 3123.456789, Binding = new Dictionary<string, double> { ["Stripping"] = 12.000000001 } });
        Assert.Equal("0.712", json.GetProperty("soc_rmse_percent").GetRawText());
        Assert.Equal("3123.5", json.GetProperty("min_cell_mv").GetRawText());
        Assert.Equal("12", json.GetProperty("binding").GetProperty("Stripping").GetRawText());
    }

    [Fact]
    public void What_is_undefined_is_null()
    {
        JsonElement json = Parsed(Samples.Summary with { Served_percent = double.NaN, ServedWhenLimited_percent = double.NaN });
        Assert.Equal(JsonValueKind.Null, json.GetProperty("served_percent").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("served_percent_when_limited").ValueKind);
    }

    [Fact]
    public void Speed_is_simulated_over_wall_time() =>
        Assert.Equal(1200, Parsed(Samples.Summary with { SimulatedTime_s = 3600, WallTime_s = 3 }).GetProperty("speedup").GetDouble());

    [Fact]
    public void A_summary_reads_back_as_it_was()
    {
        RunSummary read = RunSummary.FromJson(Samples.Summary.ToJson());
        Assert.Equal(Samples.Summary.ToJson(), read.ToJson());
        Assert.Equal(Samples.Summary.Digest, read.Digest);
        Assert.Equal(Samples.Summary.ViolationTotal, read.ViolationTotal);
    }

    [Fact]
    public void Undefined_numbers_read_back_as_not_a_number() =>
        Assert.True(double.IsNaN(RunSummary.FromJson((Samples.Summary with { Served_percent = double.NaN }).ToJson()).Served_percent));

    private static JsonElement Parsed(RunSummary summary) => JsonDocument.Parse(summary.ToJson()).RootElement;
}

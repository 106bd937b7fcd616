using System;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace Bms.Cli.Tests;

/// <summary>What a developer, and a build server, learns of the device's cost.</summary>
public sealed class CostTests : IDisposable
{
    private const int TooManyCells = 48;

    private readonly Shell _shell = new();

    [Fact]
    public void Json_has_its_documented_keys()
    {
        JsonElement cost = Json("--cells", "1");

        Assert.Equal(
            ["cells", "weighted_il_per_s", "model_il_per_s", "calls_per_s", "garbage_bytes_per_s", "longest_tick_il", "fast_pass_il", "heap_bytes", "il_bytes", "budget", "pass", "tasks", "methods"],
            Keys(cost));
        Assert.Equal(["weighted_il_per_s", "model_il_per_s", "garbage_bytes_per_s", "longest_tick_il", "fast_pass_il", "heap_bytes", "il_bytes"], Keys(cost.GetProperty("budget")));
        Assert.Equal(
            ["name", "weighted_il_per_s", "share", "longest_tick_il", "in_longest_tick_il", "instructions_per_s", "calls_per_s", "objects_per_s", "structs_per_s", "garbage_bytes_per_s", "classes"],
            Keys(cost.GetProperty("tasks")[0]));
        Assert.Equal(
            ["arithmetic32", "arithmetic64", "local", "field", "array", "branch", "call", "virtual_call", "object", "other"],
            Keys(cost.GetProperty("tasks")[0].GetProperty("classes")));
        Assert.Equal(["name", "weighted_il_per_s", "calls_per_s", "share", "il_per_call"], Keys(cost.GetProperty("methods")[0]));
        Assert.Equal(["Bms.Core"], Keys(cost.GetProperty("il_bytes")));
        Assert.Equal(1, cost.GetProperty("cells").GetInt32());
        Assert.Equal(130000, cost.GetProperty("budget").GetProperty("weighted_il_per_s").GetInt32());
        Assert.Equal(48000, cost.GetProperty("budget").GetProperty("il_bytes").GetProperty("Bms.Core").GetInt32());
    }

    [Fact]
    public void Json_of_the_board_has_its_documented_keys()
    {
        JsonElement cost = Json("--board", "--cells", "6");
        JsonElement board = cost.GetProperty("board");

        Assert.Equal("board", Keys(cost)[^1]);
        Assert.Equal(
            [
                "weighted_il_per_s", "core_il_per_s", "device_il_per_s", "tick_il", "longest_tick_il", "longest_tick_place", "longest_device_tick_il", "tick_us", "longest_tick_us", "wait_us_per_tick",
                "longest_wait_us", "transactions_per_s", "garbage_bytes_per_s", "driver_garbage_bytes_per_s", "core_heap_bytes", "device_heap_bytes", "il_bytes", "fits_second", "fits_tick", "tasks",
                "garbage_makers", "methods",
            ],
            Keys(board));
        Assert.Equal(
            ["part", "name", "weighted_il_per_s", "tick_il", "longest_tick_il", "in_longest_tick_il", "wait_us_per_tick", "longest_wait_us", "garbage_bytes_per_s"],
            Keys(board.GetProperty("tasks")[0]));
        Assert.Equal(["name", "garbage_bytes_per_s", "calls_per_s"], Keys(board.GetProperty("garbage_makers")[0]));
        Assert.Equal(Keys(cost.GetProperty("methods")[0]), Keys(board.GetProperty("methods")[0]));
        Assert.Equal(["Bms.Device"], Keys(board.GetProperty("il_bytes")));
    }

    [Fact]
    public void The_board_is_no_part_of_the_verdict()
    {
        JsonElement cost = Json("--board", "--cells", "16");
        Outcome table = _shell.Run("cost", "--board", "--methods", "3");

        Assert.True(cost.GetProperty("pass").GetBoolean());
        Assert.Equal(ExitCode.Fine, table.Code);
        Assert.All(["Core and board together", "core and board", "garbage of drivers", "INA228", "link receive", "CRC of the bus"], part => Assert.Contains(part, table.Output, StringComparison.Ordinal));
        Assert.Contains($"A second's work {(cost.GetProperty("board").GetProperty("fits_second").GetBoolean() ? "fits" : "does not fit")} a second.", table.Output, StringComparison.Ordinal);
        Assert.All(table.Output.Split('\n'), row => Assert.InRange(row.TrimEnd().Length, 0, 100));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("17")]
    public void A_pack_that_the_board_has_no_room_for_is_refused(string cells)
    {
        Outcome outcome = _shell.Run("cost", "--board", "--cells", cells);

        Assert.Equal((ExitCode.BadInput, string.Empty), (outcome.Code, outcome.Output));
        Assert.Contains("3 to 16 cells", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Tasks_and_methods_add_up_costliest_first()
    {
        JsonElement cost = Json("--cells", "4", "--profile", "pellet-llzo-nmc");
        double whole = cost.GetProperty("weighted_il_per_s").GetDouble();

        foreach (string table in (string[])["tasks", "methods"])
        {
            double[] rows = [.. cost.GetProperty(table).EnumerateArray().Select(row => row.GetProperty("weighted_il_per_s").GetDouble())];
            Assert.Equal(whole, rows.Sum(), 0.005 * rows.Length);
            Assert.Equal(rows.OrderDescending(), rows);
        }
    }

    [Fact]
    public void Above_the_budget_the_command_fails_and_says_by_what()
    {
        Outcome table = _shell.Run("cost", "--cells", $"{TooManyCells}", "--methods", "3");
        Outcome json = _shell.Run("cost", "--cells", $"{TooManyCells}", "--json");

        Assert.Equal((ExitCode.Failed, string.Empty), (table.Code, table.Error));
        Assert.Equal((ExitCode.Failed, string.Empty), (json.Code, json.Error));
        Assert.False(JsonDocument.Parse(json.Output).RootElement.GetProperty("pass").GetBoolean());
        Assert.Contains("Above the budget: whole core", table.Output, StringComparison.Ordinal);
        Assert.Contains("stated for 16 cells", table.Output, StringComparison.Ordinal);
        Assert.All(["cell models", "fast pass", "heap", "IL of Bms.Core", "limits evaluate", "rest", "IL/call"], part => Assert.Contains(part, table.Output, StringComparison.Ordinal));
        Assert.All(table.Output.Split('\n'), row => Assert.InRange(row.TrimEnd().Length, 0, 100));
    }

    [Fact]
    public void The_exit_code_is_the_verdict()
    {
        Outcome outcome = _shell.Run("cost", "--json");

        Assert.Equal(JsonDocument.Parse(outcome.Output).RootElement.GetProperty("pass").GetBoolean() ? ExitCode.Fine : ExitCode.Failed, outcome.Code);
    }

    [Fact]
    public void Methods_are_as_many_as_asked_for()
    {
        Assert.Equal(7, Json("--cells", "1", "--methods", "7").GetProperty("methods").GetArrayLength());
        Assert.Equal(0, Json("--cells", "1", "--methods", "0").GetProperty("methods").GetArrayLength());
        Assert.InRange(Json("--cells", "1").GetProperty("methods").GetArrayLength(), 30, 1000);
    }

    public void Dispose() => _shell.Dispose();

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private JsonElement Json(params string[] words)
    {
        Outcome outcome = _shell.Run(["cost", "--json", .. words]);
        Assert.Equal(string.Empty, outcome.Error);
        Assert.InRange(outcome.Code, ExitCode.Fine, ExitCode.Failed);
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        return document.RootElement.Clone();
    }
}

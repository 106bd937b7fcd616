using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using Bms.Device.Boards;
using Xunit;

namespace Bms.Hardware.Tests;

/// <summary>Documents and drawings name the pins that the firmware uses.</summary>
public sealed class PinTests
{
    /// <summary>The boards, as the firmware names them, each with its drawing.</summary>
    public static TheoryData<string, string> Boards => new()
    {
        { "ESP32-DevKitC", "block-diagram-esp32.svg" },
        { "ESP32-S3-DevKitC-1", "block-diagram-esp32-s3.svg" },
    };

    [Fact]
    public void Every_board_of_the_firmware_is_documented() =>
        Assert.Equal(BoardTable.Rows().Select(row => row.Name), Boards.Select(row => row.Data.Item1));

    [Theory, MemberData(nameof(Boards))]
    public void The_pin_table_is_that_of_the_firmware(string board, string drawing)
    {
        Assert.NotEmpty(drawing);
        var documented = Table.Read(Repository.Hardware("wiring.md"), "function", "in the firmware")
            .ToDictionary(row => row["in the firmware"], row => int.Parse(row[board], CultureInfo.InvariantCulture));

        Assert.Equal(Pins(board), documented);
    }

    [Theory, MemberData(nameof(Boards))]
    public void The_block_diagram_shows_the_pins_of_the_firmware(string board, string drawing)
    {
        var drawn = Labels(drawing).ToDictionary(label => label.Attribute("data-pin")!.Value, Number);

        Assert.Equal(Pins(board), drawn);
    }

    [Fact]
    public void The_contactor_circuit_shows_the_pins_of_both_boards()
    {
        BoardPins[] rows = BoardTable.Rows();
        List<XElement> labels = [.. Labels("contactor-circuit.svg")];

        Assert.Equal(8, labels.Count);
        Assert.All(labels, label => Assert.Equal(Pins(rows[(int)label.Attribute("data-board")!].Name)[label.Attribute("data-pin")!.Value], Number(label)));
    }

    [Theory, MemberData(nameof(Boards))]
    public void No_pin_is_used_twice_or_is_one_to_leave_alone(string board, string drawing)
    {
        Assert.NotEmpty(drawing);
        IEnumerable<int> reserved = Table.Read(Repository.Hardware("wiring.md"), "pins", "ESP32-DevKitC")
            .SelectMany(row => row[board].Split(',', System.StringSplitOptions.RemoveEmptyEntries))
            .Select(pin => int.Parse(pin, CultureInfo.InvariantCulture));
        int[] used = [.. Pins(board).Values];

        Assert.Equal(used.Length, used.Distinct().Count());
        Assert.Empty(used.Intersect(reserved));
    }

    private static Dictionary<string, int> Pins(string board)
    {
        BoardPins row = BoardTable.Rows().Single(row => row.Name == board);
        return typeof(BoardPins).GetFields(BindingFlags.Public | BindingFlags.Instance)
            .Where(field => field.FieldType == typeof(int))
            .ToDictionary(field => field.Name, field => (int)field.GetValue(row)!);
    }

    private static IEnumerable<XElement> Labels(string drawing) =>
        XDocument.Load(Repository.At("hardware", drawing)).Descendants().Where(element => element.Attribute("data-pin") is not null);

    private static int Number(XElement label) => int.Parse(label.Value, CultureInfo.InvariantCulture);
}

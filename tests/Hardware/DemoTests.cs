using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Device.Boards;
using Bms.Simulation.Boards;
using Bms.VirtualBoard;
using Xunit;

namespace Bms.Hardware.Tests;

/// <summary>What the document shows of a bare board is what one prints.</summary>
public sealed class DemoTests
{
    [Fact]
    public void The_document_shows_what_a_bare_board_prints()
    {
        string document = Repository.Hardware("flashing.md");
        int from = document.IndexOf("\nBmsFirmware ", StringComparison.Ordinal) + 1;
        string[] shown = [.. document[from..document.IndexOf("```", from, StringComparison.Ordinal)].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        List<string> printed = [];

        DemoBoard.Run(BoardWiring.Esp32DevKitC, printed.Add);

        Assert.Contains(BoardTable.Rows()[0].Name, printed[0], StringComparison.Ordinal);
        Assert.Equal(shown.Where(line => line != "..."), printed.Where(shown.Contains));
        Assert.Equal((shown[0], shown[^1]), (printed[0], printed[^1]));
    }
}

using System.Linq;
using Bms.Simulation.Costing;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>What a person reads after a count of the board: whether all fits, figures, tasks, garbage, methods.</summary>
internal static class BoardTable
{
    /// <summary>Writes the tables.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="cost">The count.</param>
    /// <param name="methods">Most methods.</param>
    public static void Write(IAnsiConsole console, BoardCost cost, int methods)
    {
        console.WriteLine();
        console.Write(new Text("Core and board together\n", new Style(decoration: Decoration.Bold)));
        CostTable.Say(console, Fit(cost.FitsSecond, "A second's work", "a second") + " " + Fit(cost.FitsTick, "The longest tick", "a tick"), Style.Plain);
        console.Write(CostTable.Figures(cost.Figures, "bound"));
        CostTable.Say(console, $"Per second: trace '{cost.Yardstick}', a minute of it; '{cost.HeaviestTrace}' weighs most, {CostTable.Whole(cost.HeaviestIlPerS)} a second.", Style.Plain);
        CostTable.Say(console, $"Longest tick of all traces: {cost.LongestTickPlace}.", Style.Plain);
        console.Write(Tasks(cost));
        console.Write(Garbage(cost));
        if (methods > 0)
        {
            console.Write(CostTable.Methods(cost.Methods, methods));
        }
    }

    private static string Fit(bool fits, string what, string into) => fits ? $"{what} fits {into}." : $"{what} does not fit {into}.";

    private static Table Tasks(BoardCost cost)
    {
        Table table = CostTable.Plain(["task"], "IL/s", "IL/tick", "most", "in longest", "wait µs", "most µs", "B/s");
        foreach (BoardTaskCost task in cost.Tasks)
        {
            double[] numbers = [task.WeightedIlPerS, task.TickIl, task.LongestTickIl, task.InLongestTickIl, task.WaitUsPerTick, task.LongestWaitUs, task.GarbageBytesPerS];
            table.AddRow([task.Name, .. numbers.Select(CostTable.Whole)]);
        }

        return table;
    }

    private static Table Garbage(BoardCost cost)
    {
        Table table = CostTable.Plain(["who makes garbage"], "B/s", "calls/s");
        foreach (GarbageMaker maker in cost.GarbageMakers)
        {
            table.AddRow(Markup.Escape(maker.Name), Figure.Number(maker.GarbageBytesPerS, 1), Figure.Number(maker.CallsPerS, 1));
        }

        return table;
    }
}

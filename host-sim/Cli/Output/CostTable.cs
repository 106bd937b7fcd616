using System.Globalization;
using System.Linq;
using Bms.Simulation.Costing;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>What a person reads after a count: figures beside their budgets, tasks, methods.</summary>
internal static class CostTable
{
    /// <summary>Writes the tables.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="cost">The count.</param>
    /// <param name="profile">Name of the cell.</param>
    /// <param name="methods">Most methods.</param>
    public static void Write(IAnsiConsole console, DeviceCost cost, string profile, int methods)
    {
        string verdict = cost.Pass ? "Within the device's budget." : $"Above the device's budget: {string.Join("; ", cost.Figures.Where(figure => !figure.IsKept).Select(figure => figure.Title))}.";
        string cells = cost.Cells == 1 ? "1 cell" : $"{cost.Cells} cells";
        console.WriteLine();
        console.Write(new Text($"Core on the device, {cells} of {profile}\n", new Style(decoration: Decoration.Bold)));
        console.Write(new Text($"{verdict}\n", new Style(cost.Pass ? Color.Green : Color.Red)));
        if (cost.Cells > DeviceBudget.Cells)
        {
            console.WriteLine($"The budget is the chip's, stated for {DeviceBudget.Cells} cells: more cells have no more of it.");
        }

        console.WriteLine();
        console.Write(Figures(cost));
        console.WriteLine($"Longest tick: {cost.LongestTickPlace}.");
        console.WriteLine();
        console.Write(Tasks(cost));
        console.WriteLine();
        if (methods > 0)
        {
            console.Write(Methods(cost, methods));
        }
    }

    private static Table Figures(DeviceCost cost)
    {
        Table table = Plain("figure", "counted", "budget", "used");
        foreach (CostFigure figure in cost.Figures)
        {
            string used = figure.Allowed is double allowed && allowed > 0 ? Percent(figure.Measured / allowed) : string.Empty;
            Style style = new(figure.IsKept ? null : Color.Red);
            table.AddRow(new Text(figure.Title, style), new Text(Whole(figure.Measured), style), new Text(figure.Allowed is double most ? Whole(most) : "-", style), new Text(figure.IsKept ? used : $"{used} over".Trim(), style));
        }

        return table;
    }

    private static Table Tasks(DeviceCost cost)
    {
        Table table = Plain("task", "IL/s", "share", "most in a tick", "in longest tick", "calls/s");
        foreach (TaskCost task in cost.Tasks)
        {
            table.AddRow(task.Task, Whole(task.WeightedIlPerS), Percent(task.Share), Whole(task.LongestTickIl), Whole(task.InLongestTickIl), Whole(task.CallsPerS));
        }

        return table;
    }

    private static Table Methods(DeviceCost cost, int most)
    {
        Table table = Plain("method, without what it calls", "IL/s", "share", "calls/s", "IL/call");
        foreach (MethodCost method in cost.Methods.Take(most))
        {
            table.AddRow(Markup.Escape(method.Name), Whole(method.WeightedIlPerS), Percent(method.Share), Figure.Number(method.CallsPerS, 1), Figure.Number(method.IlPerCall, 1));
        }

        return table;
    }

    private static Table Plain(params string[] columns)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns([.. columns.Select((title, k) => new TableColumn(title) { Alignment = k == 0 ? Justify.Left : Justify.Right, NoWrap = true })]);
        return table;
    }

    private static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Percent(double share) => $"{Figure.Number(100 * share, 1)} %";
}

using System.Collections.Generic;
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
        string cells = cost.Cells == 1 ? "1 cell" : $"{cost.Cells} cells";
        string above = string.Join(", ", cost.Figures.Where(figure => !figure.IsKept).Select(figure => figure.Title));
        console.WriteLine();
        console.Write(new Text($"The core on the device, {cells} of {profile}\n", new Style(decoration: Decoration.Bold)));
        Say(console, cost.Pass ? "Every figure is within the budget." : $"Above the budget: {above}.", new Style(cost.Pass ? Color.Green : Color.Red));
        if (cost.Cells > DeviceBudget.Cells)
        {
            Say(console, $"The budget is the chip's and stated for {DeviceBudget.Cells} cells; more cells have no more.", Style.Plain);
        }

        console.Write(Figures(cost.Figures, "budget"));
        Say(console, $"Per second: trace '{cost.Yardstick}'; of all traces '{cost.HeaviestTrace}' weighs most, {Whole(cost.HeaviestIlPerS)} a second.", Style.Plain);
        Say(console, $"Longest tick: {cost.LongestTickPlace}.", Style.Plain);
        console.Write(Tasks(cost));
        if (methods > 0)
        {
            console.Write(Methods(cost.Methods, methods));
        }
    }

    /// <summary>A sentence in as many lines as it takes.</summary>
    internal static void Say(IAnsiConsole console, string sentence, Style style)
    {
        foreach (string line in FactList.Wrapped(sentence, console.Profile.Width))
        {
            console.Write(new Text($"{line}\n", style));
        }
    }

    /// <summary>Figures beside what is allowed.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="bound">What that is called.</param>
    internal static Table Figures(IEnumerable<CostFigure> figures, string bound)
    {
        Table table = Plain(["figure", "unit"], "counted", bound, "used");
        foreach (CostFigure figure in figures)
        {
            string used = figure.Allowed is double allowed && allowed > 0 ? Percent(figure.Measured / allowed) : string.Empty;
            string[] cells = [figure.Title, figure.Unit, Whole(figure.Measured), figure.Allowed is double most ? Whole(most) : "-", figure.IsKept ? used : $"{used} over".Trim()];
            table.AddRow(cells.Select(cell => new Text(cell, new Style(figure.IsKept ? null : Color.Red))));
        }

        return table;
    }

    /// <summary>Methods, the first of a list.</summary>
    internal static Table Methods(IEnumerable<MethodCost> methods, int most)
    {
        Table table = Plain(["method, without what it calls"], "IL/s", "share", "calls/s", "IL/call");
        foreach (MethodCost method in methods.Take(most))
        {
            table.AddRow(Markup.Escape(method.Name), Whole(method.WeightedIlPerS), Percent(method.Share), Figure.Number(method.CallsPerS, 1), Figure.Number(method.IlPerCall, 1));
        }

        return table;
    }

    /// <summary>An empty table: columns of words, then of numbers.</summary>
    internal static Table Plain(string[] words, params string[] numbers)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns([.. words.Select(title => new TableColumn(title) { NoWrap = true })]);
        table.AddColumns([.. numbers.Select(title => new TableColumn(title) { Alignment = Justify.Right, NoWrap = true })]);
        return table;
    }

    /// <summary>A number without decimals, its thousands apart.</summary>
    internal static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static Table Tasks(DeviceCost cost)
    {
        Table table = Plain(["task"], "IL/s", "share", "most in a tick", "in longest tick", "calls/s");
        foreach (TaskCost task in cost.Tasks)
        {
            table.AddRow(task.Name, Whole(task.WeightedIlPerS), Percent(task.Share), Whole(task.LongestTickIl), Whole(task.InLongestTickIl), Whole(task.CallsPerS));
        }

        return table;
    }

    private static string Percent(double share) => $"{Figure.Number(100 * share, 1)} %";
}

using System.Collections.Generic;
using System.IO;
using System.Linq;
using Bms.Profiles;
using Spectre.Console;

namespace Bms.Cli.Output;

/// <summary>Cards as a person reads them.</summary>
internal static class CardText
{
    private const int NameColumns = 18;
    private const double KilonewtonPerMillimetre = 1e-6;   // in N/m

    // with two between them, the 100 of a terminal
    private static readonly int[] s_parameterColumns = [32, 20, 44];
    private static readonly int[] s_fieldColumns = [3, 33, 36, 22];

    /// <summary>Writes what there is to say about a cell.</summary>
    public static void Write(IAnsiConsole console, CellCard card)
    {
        TextWriter writer = console.Profile.Out.Writer;
        Title(console, card.Name);
        FactList.Write(writer, NameColumns, console.Profile.Width, Facts(card));
        foreach (IGrouping<string, Parameter> group in card.Parameters.GroupBy(parameter => parameter.Group))
        {
            console.WriteLine();
            Title(console, group.Key);
            Columns.Write(writer, s_parameterColumns, group.Select(parameter => new[] { Name(parameter), Value(parameter), $"{parameter.Status}: {parameter.Source}" }));
        }

        foreach ((string title, string text) in (IEnumerable<(string, string)>)[("Description", card.Description), ("References", card.References)])
        {
            if (text.Length > 0)
            {
                console.WriteLine();
                Title(console, title);
                Columns.Write(writer, [console.Profile.Width], [[text]]);
            }
        }
    }

    /// <summary>Writes what an image holds.</summary>
    public static void Write(IAnsiConsole console, ImageCard card)
    {
        TextWriter writer = console.Profile.Out.Writer;
        Title(console, card.File);
        FactList.Write(writer, NameColumns, console.Profile.Width, [("firmware image", $"{card.Image}")]);
        console.WriteLine();
        Columns.Write(writer, s_fieldColumns, card.Fields.Select(field => new[] { $"{field.Number}", field.Name, Values(field.Values), field.Unit }));
    }

    private static IEnumerable<(string Name, string Fact)> Facts(CellCard card)
    {
        CellCard.OperatingWindow window = card.Window;
        CellCard.DataSheet sheet = card.DatasheetLimits;
        yield return ("cell", card.Title);
        yield return ("capacity", $"{Figure.Charge(card.CapacityAh)}, 1C is {Figure.Current(card.OneCCurrentA)}; {Figure.Charge(card.WindowCapacityAh)} between empty and full");
        yield return ("voltage", $"{Figure.Range(window.VoltageMinV, window.VoltageMaxV, 2)} V, a fault outside {Figure.Range(window.FaultVoltageMinV, window.FaultVoltageMaxV, 2)} V");
        yield return ("temperature", $"{Figure.Range(window.TemperatureMinC, window.TemperatureMaxC, 0)} °C, duty at {Figure.Range(window.DutyTemperatureMinC, window.DutyTemperatureMaxC, 0)} °C");
        yield return ("stack pressure", $"{Figure.Range(window.PressureMinMpa, window.PressureMaxMpa, 1)} MPa, no current outside {Figure.Range(window.FaultPressureMinMpa, window.FaultPressureMaxMpa, 1)} MPa");
        yield return ("clamp", $"set to {Figure.Number(card.Clamp.SetPressureMpa, 1)} MPa at {Figure.Number(card.Clamp.SetSocPercent, 0)} % and {Figure.Number(card.Clamp.SetTemperatureC, 0)} °C, formed at {Figure.Number(card.Clamp.FormationPressureMpa, 1)} MPa, {Figure.Digits(card.Clamp.StiffnessNPerM * KilonewtonPerMillimetre)} kN/mm a cell");
        yield return ("current", $"at most {Rate(window.DischargeCRateMax)} discharge and {Rate(window.ChargeCRateMax)} charge, fuse {Figure.Current(window.FuseCurrentA)}");
        yield return ("discharge rates", string.Join(", ", card.RatesByTemperature.Select(row => $"{Rate(row.DischargeCRate)} at {Figure.Digits(row.TemperatureC)} °C")));
        yield return ("charge rates", string.Join(", ", card.RatesByTemperature.Select(row => $"{Rate(row.ChargeCRate)} at {Figure.Digits(row.TemperatureC)} °C")));
        yield return ("data sheet", $"{Rate(sheet.DischargeCRate)} discharge, {Rate(sheet.ChargeCRate)} charge at {Figure.Range(sheet.TemperatureMinC, sheet.TemperatureMaxC, 0)} °C and {Figure.Range(sheet.PressureMinMpa, sheet.PressureMaxMpa, 1)} MPa");
        yield return ("firmware image", $"{card.Image}");
    }

    private static string Rate(double rate) => $"{Figure.Digits(rate)}C";

    private static string Name(Parameter parameter) => parameter.Argument is null ? parameter.Name : $"{parameter.Name}, over {parameter.Argument}";

    private static string Value(Parameter parameter)
    {
        string value = parameter.Y is null ? Figure.Digits(parameter.Value!.Value) : $"{parameter.Y.Count} values, {Figure.Digits(parameter.Y.Min())} to {Figure.Digits(parameter.Y.Max())}";
        return $"{value} {parameter.Unit}";
    }

    private static string Values(IReadOnlyList<int> values) => values.Count <= 2 ? string.Join(' ', values) : $"{values.Count} values, {values.Min()} to {values.Max()}";

    private static void Title(IAnsiConsole console, string title) => console.Write(new Text($"{title}\n", new Style(decoration: Decoration.Bold)));
}

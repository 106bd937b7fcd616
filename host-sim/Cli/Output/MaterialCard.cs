using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Bms.Plant.Materials;

namespace Bms.Cli.Output;

/// <summary>Everything there is to say about a material; its properties are the keys of the JSON object.</summary>
internal sealed record MaterialCard(
    string Name,
    string Title,
    string Class,
    IReadOnlyList<string> OtherNames,
    string MoistureProducts,
    IReadOnlyList<MaterialCard.Entry> Values,
    IReadOnlyList<MaterialCard.Result> Derived,
    IReadOnlyList<MaterialCard.Answer> Verdicts,
    IReadOnlyList<string> Missing)
{
    /// <summary>The card of a material.</summary>
    public static MaterialCard Of(Material material) => new(
        material.Name,
        material.Title,
        Word(material.Class),
        material.Aliases,
        material.MoistureProducts,
        [.. material.Values.Select(Entry.Of)],
        [.. DerivationTable.Rows.Where(row => row.Of(material) is not null).Select(row => Result.Of(row, row.Of(material)!.Value))],
        [.. CriterionTable.Judge(material).Select(Answer.Of)],
        [.. material.Missing.Select(quantity => quantity.Key)]);

    private static string Word<T>(T value) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}");

    /// <summary>A number of the catalogue.</summary>
    internal sealed record Entry(string Quantity, string Title, double Value, double Lowest, double Highest, string Unit, string Condition, string Status, string Source)
    {
        public static Entry Of(MaterialValue value) => new(
            value.Quantity.Key, value.Quantity.Title, value.Value, value.Lowest, value.Highest, value.Quantity.Unit, value.Condition, Word(value.Status), value.Source);
    }

    /// <summary>A number that follows from others.</summary>
    internal sealed record Result(string Quantity, string Title, double Value, double Lowest, double Highest, string Unit, string Equation)
    {
        public static Result Of(Derivation row, Interval si)
        {
            Interval printed = si.Times(1 / row.Quantity.Si);
            return new Result(row.Quantity.Key, row.Quantity.Title, printed.Value, printed.Lowest, printed.Highest, row.Quantity.Unit, row.Equation);
        }
    }

    /// <summary>The answer to a criterion.</summary>
    internal sealed record Answer(string Criterion, string Title, string Verdict, string Measured, double Lowest, double Highest, string Bound, double Threshold, string Unit, string Remark)
    {
        public static Answer Of(Judgement judgement)
        {
            Criterion asked = judgement.Criterion;
            return new Answer(
                asked.Key, asked.Title, Word(judgement.Verdict), asked.Measured, judgement.Measure.Lowest, judgement.Measure.Highest, Word(asked.Bound), asked.Threshold, asked.Unit, asked.Remark);
        }
    }
}

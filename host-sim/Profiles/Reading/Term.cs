using System.Linq;
using Bms.Plant.Parameters;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Bms.Profiles.Reading;

/// <summary>One value of a parameter file, a number or a table, with where it comes from.</summary>
/// <param name="Value">A number, or an object of x and y.</param>
/// <param name="Origin">Status, source and range; of a table also argument and interpolation.</param>
internal sealed record Term(JToken Value, JToken Origin)
{
    public const string UserDefined = "User-defined";
    public const string Provenance = "Provenance";
    public const string ValueKey = "value";
    public const string Description = "description";

    private const string Logarithmic = "log-linear";

    /// <summary>The value as a number.</summary>
    public double Number => (double)Value;

    /// <summary>The value as a table.</summary>
    public Table Table => new(Numbers("x"), Numbers("y"), Interpolation);

    private Interpolation Interpolation =>
        (string?)Origin["interpolation"] == Logarithmic ? Interpolation.LogLinear : Interpolation.Linear;

    /// <summary>The term as a reader of the file sees it.</summary>
    /// <param name="path">Where it stands, e.g. <c>Cell/Reference temperature [K]</c>.</param>
    public Parameter Described(string path)
    {
        int last = path.LastIndexOf('/');
        string key = path[(last + 1)..];
        int unit = key.EndsWith(']') ? key.LastIndexOf('[') : -1;
        JToken range = Origin["range"]!;
        bool isTable = Value is JObject;
        return new Parameter(
            path[..last],
            unit < 0 ? key : key[..unit].TrimEnd(),
            unit < 0 ? string.Empty : key[(unit + 1)..^1],
            isTable ? null : Number,
            (string?)Origin["argument"],
            (string?)Origin["interpolation"],
            isTable ? Numbers("x") : null,
            isTable ? Numbers("y") : null,
            (string)Origin["status"]!,
            (string)Origin["source"]!,
            (double)range[0]!,
            (double)range[1]!);
    }

    /// <summary>Holds the value against its range, and a table against what a table is.</summary>
    public void Check(string file)
    {
        JToken range = Origin["range"]!;
        (JToken lowest, JToken highest) = (range[0]!, range[1]!);
        if ((double)lowest > (double)highest)
        {
            throw new BadInputException(Location.Of(file, range), Text(range), "the lower bound first");
        }

        foreach (JToken number in Value is JObject table ? [.. table["y"]!] : new[] { Value })
        {
            if ((double)number < (double)lowest || (double)number > (double)highest)
            {
                throw new BadInputException(Location.Of(file, number), Text(number), $"from {Text(lowest)} to {Text(highest)}, the range given with it");
            }
        }

        if (Value is JObject)
        {
            CheckTable(file, (JArray)Value["x"]!, (JArray)Value["y"]!);
        }
    }

    private void CheckTable(string file, JArray nodes, JArray values)
    {
        if (nodes.Count != values.Count)
        {
            throw new BadInputException(Location.Of(file, Value), $"{nodes.Count} x and {values.Count} y", "as many y as x");
        }

        for (int k = 1; k < nodes.Count; k++)
        {
            if ((double)nodes[k] <= (double)nodes[k - 1])
            {
                throw new BadInputException(Location.Of(file, nodes[k]), Text(nodes[k]), $"strictly rising x, so above {Text(nodes[k - 1])}");
            }
        }

        if (Interpolation == Interpolation.LogLinear && values.FirstOrDefault(value => (double)value <= 0) is { } notPositive)
        {
            throw new BadInputException(Location.Of(file, notPositive), Text(notPositive), $"above 0, as the table is {Logarithmic}");
        }
    }

    private static string Text(JToken token) => token.ToString(Formatting.None);

    private double[] Numbers(string axis) => [.. Value[axis]!.Select(number => (double)number)];
}

using System;
using Bms.Profiles;

namespace Bms.Simulation.Scenarios;

/// <summary>Reads the sentences of timed events: "at 10 minutes clamp 0 loses 3 MPa over 20 s", "at 1 h ambient becomes -5 degC",
/// "at 2 h cell 3 breaches at 60 % humidity".</summary>
/// <remarks><see cref="ScenarioEvent.Sentence"/> writes what this reads.</remarks>
public static class EventSentence
{
    private const string ClampExample = "at 10 minutes clamp 0 loses 3 MPa over 20 s";
    private const string AmbientExample = "at 1 h ambient becomes -5 degC";

    private const string BreachExample = "at 2 h cell 3 breaches at 60 % humidity";

    private static readonly string[] s_subjects = ["clamp", "ambient", "cell"];
    private static readonly string[] s_changes = ["loses", "gains"];

    /// <summary>Reads one event.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="where">What messages begin with: file and line.</param>
    /// <exception cref="BadInputException">The sentence is not understood; the message says which word, and what would be right.</exception>
    public static ScenarioEvent Parse(string sentence, string where = "event")
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var reader = new SentenceReader(sentence, where);
        reader.Expect("at", ClampExample);
        double at = reader.ValueOf(Quantity.Time, ClampExample);
        return reader.TryWord("clamp") ? ReadClamp(reader, at)
            : reader.TryWord("ambient") ? ReadAmbient(reader, at)
            : reader.TryWord("cell") ? ReadBreach(reader, at)
            : throw reader.Fail($"nothing happens to '{reader.Peek}'; known: clamp, ambient, cell{Spelling.Suggest(reader.Peek, s_subjects)}");
    }

    private static ClampPressureEvent ReadClamp(SentenceReader reader, double at)
    {
        int clamp = reader.WholeNumber(0, 127, "the number of the clamp");
        bool loses = reader.TryWord("loses");
        if (!loses && !reader.TryWord("gains"))
        {
            throw reader.Fail($"'{reader.Peek}' where 'loses' or 'gains' belongs, as in '{ClampExample}'{Spelling.Suggest(reader.Peek, s_changes)}");
        }

        double pressure = reader.ValueOf(Quantity.Pressure, ClampExample);
        double over = 0;
        if (!reader.AtEnd)
        {
            reader.Expect("over", ClampExample);
            over = reader.ValueOf(Quantity.Time, ClampExample);
        }

        reader.ExpectEnd(ClampExample);
        return new ClampPressureEvent { At = at, Clamp = clamp, Megapascal = loses ? -pressure : pressure, Over = over };
    }

    private static AmbientEvent ReadAmbient(SentenceReader reader, double at)
    {
        reader.Expect("becomes", AmbientExample);
        double celsius = reader.ValueOf(Quantity.Temperature, AmbientExample);
        reader.ExpectEnd(AmbientExample);
        return new AmbientEvent { At = at, Celsius = celsius };
    }

    private static BreachEvent ReadBreach(SentenceReader reader, double at)
    {
        int cell = reader.WholeNumber(0, 127, "the number of the cell");
        reader.Expect("breaches", BreachExample);
        double? humidity = null;
        if (!reader.AtEnd)
        {
            reader.Expect("at", BreachExample);
            humidity = reader.Quantity(out double percent, out string text) == Quantity.Percentage
                ? percent
                : throw reader.Fail($"{text} where a humidity in % belongs, as in '{BreachExample}'");
            reader.Expect("humidity", BreachExample);
        }

        reader.ExpectEnd(BreachExample);
        return new BreachEvent { At = at, Cell = cell, Humidity = humidity };
    }
}

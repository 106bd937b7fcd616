using System;
using System.Collections.Generic;
using System.Linq;
using Bms.Profiles;
using Bms.Simulation.Driving;

namespace Bms.Simulation.Scenarios;

/// <summary>Reads the step sentences of the field: "Charge at C/4 until 4.2 V", "Rest for 30 minutes", "Drive urban for 2 hours at 45 degC".</summary>
/// <remarks>Keywords and units are read in any case of letters. <see cref="Step.Sentence"/> writes what this reads.</remarks>
public static class StepSentence
{
    private const string RepeatExample = "Repeat 3 times:";

    private static readonly Verb[] s_verbs =
    [
        new("Charge", "Charge at C/4 until 4.2 V or for 2 hours", ReadCurrent, Quantity.Voltage, Quantity.Percentage, Quantity.Time),
        new("Discharge", "Discharge at C/2 until 3.0 V", ReadCurrent, Quantity.Voltage, Quantity.Percentage, Quantity.Time),
        new("Rest", "Rest for 30 minutes", ReadRest, Quantity.Temperature, Quantity.Time),
        new("Drive", "Drive urban for 2 hours", ReadDrive, Quantity.Voltage, Quantity.Percentage, Quantity.Time),
        new("Preheat", "Preheat until 30 degC or for 1 hour", ReadPreheat, Quantity.Temperature, Quantity.Time),
        new("Hold", "Hold 5 MPa", ReadHold),
        new("Release", "Release pressure", ReadRelease),
        new("Repeat", RepeatExample, (_, reader) => throw reader.Fail("has no steps; end the line with a colon and list them under it, indented")),
    ];

    /// <summary>Reads one step; not a repetition, whose steps stand below it.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="where">What messages begin with: file and line.</param>
    /// <exception cref="BadInputException">The sentence is not understood; the message says which word, and what would be right.</exception>
    public static Step Parse(string sentence, string where = "step")
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var reader = new SentenceReader(sentence, where);
        string[] names = [.. s_verbs.Select(row => row.Name)];
        string word = reader.Word($"an empty step; known: {string.Join(", ", names)}");
        Verb verb = Array.Find(s_verbs, row => row.Name.Equals(word, StringComparison.OrdinalIgnoreCase))
            ?? throw reader.Fail($"no step '{word}'; {Spelling.Known(word, names)}");
        return verb.Read(verb, reader);
    }

    /// <summary>Reads "Repeat 3 times" and gives how often.</summary>
    /// <exception cref="BadInputException">It is no such sentence.</exception>
    internal static int ParseRepeat(string sentence, string where)
    {
        var reader = new SentenceReader(sentence, where);
        if (!reader.TryWord("Repeat"))
        {
            throw reader.Fail($"only a repetition has a list under it, as in '{RepeatExample}'{Spelling.Suggest(reader.Peek, ["Repeat"])}");
        }

        int times = reader.WholeNumber(1, 100_000, "how often");
        if (!reader.TryWord("time"))
        {
            reader.Expect("times", RepeatExample);
        }

        reader.ExpectEnd(RepeatExample);
        return times;
    }

    private static ConstantCurrentStep ReadCurrent(Verb verb, SentenceReader reader)
    {
        Clauses clauses = Clauses.Read(verb, reader, takesRate: true);
        return new ConstantCurrentStep
        {
            Charges = verb.Name == "Charge",
            Rate = clauses.Rate ?? throw reader.Fail($"says no current, as in '{verb.Example}'"),
            Ends = clauses.RequireEnd(verb, reader),
            Ambient = clauses.Ambient,
        };
    }

    private static RestStep ReadRest(Verb verb, SentenceReader reader)
    {
        Clauses clauses = Clauses.Read(verb, reader);
        return new RestStep { Ends = clauses.RequireEnd(verb, reader), Ambient = clauses.Ambient };
    }

    private static PreheatStep ReadPreheat(Verb verb, SentenceReader reader)
    {
        Clauses clauses = Clauses.Read(verb, reader);
        return clauses.Ends.Celsius is null
            ? throw reader.Fail($"says no temperature to reach, as in '{verb.Example}'")
            : new PreheatStep { Ends = clauses.Ends, Ambient = clauses.Ambient };
    }

    private static DriveStep ReadDrive(Verb verb, SentenceReader reader)
    {
        string[] known = [.. DriveCycle.All.Select(cycle => cycle.Name)];
        string name = reader.Word($"names no drive cycle; known: {string.Join(", ", known)}");
        DriveCycle cycle = DriveCycle.Find(name) ?? throw reader.Fail($"no drive cycle '{name}'; {Spelling.Known(name, known)}");
        Clauses clauses = Clauses.Read(verb, reader);
        return clauses.Ends.Seconds is null
            ? throw reader.Fail($"says no time, as in '{verb.Example}'")
            : new DriveStep { Cycle = cycle, Ends = clauses.Ends, Ambient = clauses.Ambient };
    }

    private static HoldPressureStep ReadHold(Verb verb, SentenceReader reader)
    {
        double pressure = reader.ValueOf(Quantity.Pressure, verb.Example);
        return new HoldPressureStep { Megapascal = pressure, Ambient = Clauses.Read(verb, reader).Ambient };
    }

    private static ReleasePressureStep ReadRelease(Verb verb, SentenceReader reader)
    {
        reader.Expect("pressure", verb.Example);
        return new ReleasePressureStep { Ambient = Clauses.Read(verb, reader).Ambient };
    }

    /// <summary>A row: a first word, an example, how the rest is read and what can end the step.</summary>
    private sealed record Verb(string Name, string Example, Func<Verb, SentenceReader, Step> Read, params Quantity[] Ends);

    /// <summary>What may follow in any order: "at" a current or an ambient temperature, "for" a time, "until" a value, ends joined with "or".</summary>
    private sealed class Clauses
    {
        private readonly List<Quantity> _given = [];

        public CurrentRate? Rate { get; private set; }

        public double? Ambient { get; private set; }

        public StepEnds Ends { get; private set; } = new();

        public static Clauses Read(Verb verb, SentenceReader reader, bool takesRate = false)
        {
            var clauses = new Clauses();
            while (!reader.AtEnd)
            {
                if (reader.TryWord("at"))
                {
                    clauses.ReadAt(verb, reader, takesRate);
                }
                else if (verb.Ends.Length > 0 && clauses._given.Count == 0 && (IsNext(reader, "for") || IsNext(reader, "until")))
                {
                    clauses.ReadEnd(verb, reader);
                }
                else if (clauses._given.Count > 0 && reader.TryWord("or"))
                {
                    clauses.ReadEnd(verb, reader);
                }
                else
                {
                    throw clauses.NotUnderstood(verb, reader);
                }
            }

            return clauses;
        }

        public StepEnds RequireEnd(Verb verb, SentenceReader reader) =>
            _given.Count > 0 ? Ends : throw reader.Fail($"says no end, as in '{verb.Example}'");

        private static bool IsNext(SentenceReader reader, string word) => reader.Peek.Equals(word, StringComparison.OrdinalIgnoreCase);

        private BadInputException NotUnderstood(Verb verb, SentenceReader reader)
        {
            if (_given.Count > 0 && (IsNext(reader, "for") || IsNext(reader, "until")))
            {
                return reader.Fail($"two ends are joined with 'or': or {reader.Peek} ...");
            }

            string[] words = verb.Ends.Length == 0 ? ["at"] : _given.Count == 0 ? ["at", "for", "until"] : ["at", "or"];
            return reader.Fail($"'{reader.Peek}' is not understood here; expected {string.Join(", ", words)}, as in '{verb.Example}'{Spelling.Suggest(reader.Peek, words)}");
        }

        private void ReadAt(Verb verb, SentenceReader reader, bool takesRate)
        {
            Quantity quantity = reader.Quantity(out double value, out string text);
            bool isRate = quantity == Quantity.Current || quantity == Quantity.CRate;
            if (isRate && takesRate && Rate is null)
            {
                Rate = new CurrentRate(value, quantity == Quantity.CRate);
            }
            else if (quantity == Quantity.Temperature && Ambient is null)
            {
                Ambient = value;
            }
            else
            {
                string takes = takesRate ? "one current and one ambient temperature" : "one ambient temperature";
                throw reader.Fail($"'at {text}' is not understood here; '{verb.Name}' takes at most {takes} after 'at'");
            }
        }

        private void ReadEnd(Verb verb, SentenceReader reader)
        {
            string word = reader.TryWord("for") ? "for" : reader.TryWord("until") ? "until" : string.Empty;
            Quantity quantity = reader.Quantity(out double value, out string text);
            string right = quantity == Quantity.Time ? "for" : "until";
            if (!verb.Ends.Contains(quantity))
            {
                throw reader.Fail($"'{verb.Name}' can't end at {text}, but at a {string.Join(" or ", verb.Ends.Select(end => end.Name))}, as in '{verb.Example}'");
            }

            if (word.Length > 0 && word != right)
            {
                throw reader.Fail($"'{word} {text}' is written '{right} {text}'");
            }

            if (quantity == Quantity.Time && value == 0)
            {
                throw reader.Fail($"'for {text}' is no time at all; a step lasts longer");
            }

            if (_given.Contains(quantity))
            {
                throw reader.Fail($"a second {quantity.Name}, {text}, to end at");
            }

            _given.Add(quantity);
            Ends = quantity == Quantity.Time ? Ends with { Seconds = value }
                : quantity == Quantity.Voltage ? Ends with { Volt = value }
                : quantity == Quantity.Percentage ? Ends with { Percent = value }
                : Ends with { Celsius = value };
        }
    }
}

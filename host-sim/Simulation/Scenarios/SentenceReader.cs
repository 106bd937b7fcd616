using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Bms.Profiles;

namespace Bms.Simulation.Scenarios;

/// <summary>The words and numbers of one sentence, read from left to right; failures name the sentence and where it stands.</summary>
internal sealed partial class SentenceReader
{
    private readonly string _sentence;
    private readonly string _where;
    private readonly List<string> _tokens;
    private int _next;

    /// <summary>Splits a sentence into numbers and words; a unit may touch its number (<c>1.5C</c>).</summary>
    /// <param name="sentence">What is read.</param>
    /// <param name="where">File and line for messages.</param>
    public SentenceReader(string sentence, string where)
    {
        _sentence = sentence;
        _where = where;
        _tokens = [.. Tokens().Matches(sentence).Select(match => match.Value)];
    }

    /// <summary>Whether every word has been read.</summary>
    public bool AtEnd => _next == _tokens.Count;

    /// <summary>The next word, not yet read; empty at the end.</summary>
    public string Peek => AtEnd ? string.Empty : _tokens[_next];

    /// <summary>Makes the exception for a problem with this sentence.</summary>
    public BadInputException Fail(string problem) => new($"{_where}: '{_sentence}': {problem}");

    /// <summary>Reads the next word if it is this one, in any case of letters.</summary>
    public bool TryWord(string word)
    {
        bool found = Peek.Equals(word, StringComparison.OrdinalIgnoreCase);
        _next += found ? 1 : 0;
        return found;
    }

    /// <summary>Reads this word, or fails saying what belongs here.</summary>
    public void Expect(string word, string example)
    {
        if (!TryWord(word))
        {
            throw Fail(AtEnd ? $"ends where '{word}' belongs, as in '{example}'" : $"'{Peek}' where '{word}' belongs, as in '{example}'{Spelling.Suggest(Peek, [word])}");
        }
    }

    /// <summary>Reads any word, or fails saying what is missing.</summary>
    public string Word(string missing) => AtEnd ? throw Fail(missing) : _tokens[_next++];

    /// <summary>Reads a whole number of a range.</summary>
    public int WholeNumber(int lowest, int highest, string what)
    {
        string text = Word($"{what} is missing, a whole number from {lowest} to {highest}");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= lowest && number <= highest
            ? number
            : throw Fail($"'{text}' where {what} belongs, a whole number from {lowest} to {highest}");
    }

    /// <summary>Reads a number with its unit, checked against the range of its quantity.</summary>
    /// <param name="value">The value in base units.</param>
    /// <param name="text">As it was written, for messages.</param>
    public Quantity Quantity(out double value, out string text)
    {
        string number = Word("ends where a number with a unit belongs");
        Quantity quantity;
        if (number.StartsWith("C/", StringComparison.OrdinalIgnoreCase))
        {
            text = number;
            quantity = Scenarios.Quantity.CRate;
            value = 1 / Parse(number[2..], number);
        }
        else
        {
            double count = Parse(number, number);
            string unit = Word($"{number} has no unit; known: s, min, h, V, A, C, degC, MPa, %");
            text = $"{number} {unit}";
            if (!Scenarios.Quantity.TryFindUnit(unit, out quantity, out double factor))
            {
                throw Fail($"no unit '{unit}'; known: s, min, h, V, A, C, degC, MPa, %{Spelling.Suggest(unit, Scenarios.Quantity.AllUnits())}");
            }

            value = count * factor;
        }

        return value >= quantity.Lowest && value <= quantity.Highest
            ? quantity
            : throw Fail($"{text} is out of range; expected {quantity.DescribeRange()}");
    }

    /// <summary>Reads a value of one quantity.</summary>
    public double ValueOf(Quantity expected, string example)
    {
        Quantity found = Quantity(out double value, out string text);
        return found == expected ? value : throw Fail($"{text} where a {expected.Name} belongs, as in '{example}'");
    }

    /// <summary>Fails if words are left.</summary>
    public void ExpectEnd(string example)
    {
        if (!AtEnd)
        {
            throw Fail($"'{Peek}' is too much; the whole is '{example}'");
        }
    }

    private double Parse(string number, string shown)
    {
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw Fail($"'{shown}' where a number with a unit belongs, e.g. 'C/4', '4.2 V' or '30 minutes'");
    }

    // A number ends where its unit begins; "C/4" is one word.
    [GeneratedRegex(@"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[cC]/\S+|[^\s\d]\S*")]
    private static partial Regex Tokens();
}

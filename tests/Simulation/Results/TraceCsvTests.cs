using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Bms.Simulation.Results;
using CsCheck;
using Xunit;

namespace Bms.Simulation.Tests.Results;

public class TraceCsvTests
{
    private static readonly string[] Limiters = ["none", "stripping", "charge, hot", "the \"strict\" one", "two\nlines"];
    private static readonly TraceColumn[] Columns = [new("time", "s"), new("value", "V"), new("binding", "", Limiters)];

    [Fact]
    public void The_header_holds_the_names() => Assert.Equal("time,value,binding\r\n", Text([]));

    [Fact]
    public void Lines_end_as_the_standard_says() => Assert.Equal("time,value,binding\r\n0,1.5,none\r\n1,-2,stripping\r\n", Text([[0, 1.5, 0], [1, -2, 1]]));

    [Fact]
    public void Labels_are_quoted_where_they_must_be_and_read_back()
    {
        List<string[]> lines = Parsed(Text([[0, 0, 2], [1, 0, 3], [2, 0, 4]]));
        Assert.Equal(Limiters[2..], lines.Skip(1).Select(line => line[2]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    [InlineData(double.NaN)]
    public void A_label_that_does_not_exist_is_empty(double label) => Assert.EndsWith("\r\n0,0,\r\n", Text([[0, 0, label]]), StringComparison.Ordinal);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_not_finite_is_empty(double value) => Assert.EndsWith("\r\n0,,none\r\n", Text([[0, value, 0]]), StringComparison.Ordinal);

    [Fact]
    public void A_zero_has_no_sign() => Assert.EndsWith("\r\n0,0,none\r\n", Text([[0, -0.0, 0]]), StringComparison.Ordinal);

    [Fact]
    public void Time_keeps_its_milliseconds_for_years() => Assert.EndsWith("\r\n123456789.02,0,none\r\n", Text([[123456789.02, 0, 0]]), StringComparison.Ordinal);

    [Fact]
    public void Values_come_back_to_seven_digits() =>
        Gen.Double[-1e7, 1e7].Select(Gen.Int[-9, 0], (value, scale) => value * Math.Pow(10, scale)).Array[1, 50].Sample(values =>
        {
            List<string[]> lines = Parsed(Text([.. values.Select((value, k) => (double[])[k, value, 0])]));
            Assert.All(values.Zip(lines.Skip(1)), pair =>
            {
                double read = double.Parse(pair.Second[1], NumberStyles.Float, CultureInfo.InvariantCulture);
                Assert.InRange(Math.Abs(read - pair.First), 0, 5e-7 * Math.Abs(pair.First));
            });
        });

    [Fact]
    public void A_whole_day_reads_back_row_for_row()
    {
        Trace trace = new SyntheticRun(24, 8).Trace;
        using var stream = new MemoryStream();
        TraceCsv.Write(trace, stream);
        List<string[]> lines = Parsed(Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(trace.Columns.Select(column => column.Name), lines[0]);
        Assert.Equal(trace.Count + 1, lines.Count);
        Assert.InRange(stream.Length, 100_000, 20_000_000);
        for (int row = 0; row < trace.Count; row++)
        {
            for (int column = 0; column < trace.Columns.Count; column++)
            {
                double expected = trace.At(row, column);
                string field = lines[row + 1][column];
                if (trace.Columns[column].Labels is IReadOnlyList<string> labels)
                {
                    Assert.Equal(labels[(int)expected], field);
                }
                else
                {
                    Assert.Equal(expected, double.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture), 1e-6 * Math.Abs(expected));
                }
            }
        }
    }

    private static string Text(double[][] rows)
    {
        var trace = new Trace(Columns, 10);
        foreach (double[] row in rows)
        {
            trace.Add(row);
        }

        trace.Complete();
        using var stream = new MemoryStream();
        TraceCsv.Write(trace, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Reads RFC 4180 letter by letter.</summary>
    private static List<string[]> Parsed(string text)
    {
        var lines = new List<string[]>();
        var line = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        for (int k = 0; k < text.Length; k++)
        {
            char letter = text[k];
            if (quoted && letter == '"' && k + 1 < text.Length && text[k + 1] == '"')
            {
                field.Append('"');
                k++;
            }
            else if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (letter is ',' or '\n'))
            {
                line.Add(field.ToString());
                field.Clear();
                if (letter == '\n')
                {
                    lines.Add([.. line]);
                    line.Clear();
                }
            }
            else if (quoted || letter != '\r')
            {
                field.Append(letter);
            }
        }

        return lines;
    }
}
